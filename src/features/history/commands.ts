/** Bringing along the years before the service. Nothing is overwritten that was not shown. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { authoriseService } from '../people/commands.ts';
import { planOf } from './queries.ts';
import type { Cells, Fault, Plan } from './schema.ts';

export const faultErrors = (faults: readonly Fault[]): ProblemError[] =>
  faults.map(({ line, what, text }) => ({
    field: 'lines',
    message: (t) => t.historyImport.faults[what](line, text),
  }));

/**
 * @param seen names the plan that was looked at; without it nothing is written
 * @returns the plan, as it was before anything was written
 * @throws auth/forbidden; request/invalid with every line that is wrong; process/not-now when something else would be overwritten by now
 */
export async function importHistory(
  unit: Unit,
  { lines: text, seen }: { lines: string; seen?: string | undefined },
): Promise<{ plan: Plan; saved: boolean }> {
  await authoriseService(unit, 'importHistory');
  const { trx, now } = unit;
  // Two who save at once: the second sees what the first has written, also where there is no row to lock yet.
  await sql`select pg_advisory_xact_lock(hashtextextended('import-history', 0))`.execute(trx);
  const { plan, lines, faults } = await planOf(trx, text, now);
  if (faults.length > 0) throw problem('request/invalid', {}, faultErrors(faults));
  if (seen === undefined) return { plan, saved: false };
  if (plan.seen !== seen) throw problem('process/not-now', {}, [], (t) => t.historyImport.changed);
  const written = new Set(plan.lines.filter(({ kind }) => kind !== 'same').map(({ year }) => year));
  for (const { year, cells } of lines) {
    if (!written.has(year)) continue;
    await trx
      .insertInto('past_editions')
      .values({ year, winner: '', ...columnsOf(cells) })
      .onConflict((conflict) => conflict.column('year').doUpdateSet(columnsOf(cells)))
      .execute();
  }
  if (written.size > 0)
    unit.record({
      editionId: null,
      subjectType: 'history',
      subjectId: null,
      event: 'importHistory',
      payload: { years: [...written] },
    });
  return { plan, saved: true };
}

const modeOf = (text: string): 'physical' | 'digital' | null =>
  text === 'physical' || text === 'digital' ? text : null;
const names = (text: string): string[] => text.split('|').filter(Boolean);

function columnsOf({ winner, finalists, honourable, applications, ceremonyDate, mode }: Partial<Cells>) {
  return {
    ...(winner === undefined ? {} : { winner }),
    ...(finalists === undefined ? {} : { finalists: names(finalists) }),
    ...(honourable === undefined ? {} : { honourable: names(honourable) }),
    ...(applications === undefined
      ? {}
      : { applications: applications === '' ? null : Number(applications) }),
    ...(ceremonyDate === undefined ? {} : { ceremony_date: ceremonyDate || null }),
    ...(mode === undefined ? {} : { mode: modeOf(mode) }),
  };
}
