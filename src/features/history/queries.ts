/** What lines would change of what is stored. */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { yearOf } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { parseHistory } from './parse.ts';
import { fields, type Cells, type Fault, type Line, type Plan, type PlanLine } from './schema.ts';

const nothing: Cells = {
  winner: '',
  finalists: '',
  honourable: '',
  applications: '',
  ceremonyDate: '',
  mode: '',
};

export async function storedYears(db: Kysely<DB>): Promise<Map<number, Cells>> {
  const rows = await db
    .selectFrom('past_editions')
    .select(['year', 'winner', 'finalists', 'honourable', 'applications', 'mode'])
    .select(sql<string | null>`ceremony_date::text`.as('day'))
    .orderBy('year')
    .execute();
  return new Map(
    rows.map(({ year, winner, finalists, honourable, applications, mode, day }) => [
      year,
      {
        winner,
        finalists: finalists.join('|'),
        honourable: honourable.join('|'),
        applications: applications === null ? '' : String(applications),
        ceremonyDate: day ?? '',
        mode: mode ?? '',
      },
    ]),
  );
}

/** What would be written, year by year, and what is wrong. A year that the service itself keeps is never one of the past. */
export async function planOf(
  db: Kysely<DB>,
  text: string,
  now: Date,
): Promise<{ plan: Plan; lines: Line[]; faults: Fault[] }> {
  const { lines, faults } = parseHistory(text, yearOf(now));
  const own = new Set((await db.selectFrom('editions').select('year').execute()).map(({ year }) => year));
  const ours = lines
    .filter(({ year }) => own.has(year))
    .map(({ line, year }): Fault => ({ line, what: 'own', text: String(year) }));
  const stored = await storedYears(db);
  const planned = lines.map((one) => lineOf(one, stored.get(one.year)));
  return {
    lines,
    faults: [...faults, ...ours].toSorted((a, b) => a.line - b.line),
    plan: { lines: planned, seen: createHash('sha256').update(JSON.stringify(planned)).digest('hex') },
  };
}

function lineOf({ line, year, cells }: Line, stored: Cells | undefined): PlanLine {
  const before = stored ?? nothing;
  const changes = fields.flatMap((field) => {
    const to = cells[field];
    return to === undefined || to === before[field] ? [] : [{ field, from: before[field], to }];
  });
  return { line, year, kind: !stored ? 'new' : changes.length > 0 ? 'changed' : 'same', changes };
}
