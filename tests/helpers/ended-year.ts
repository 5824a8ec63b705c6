/** The year of the demonstration to its end, with a draft that was never sent in: everything that a schedule of retention has something to say of. */
import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { applyDue } from '../../src/features/due.ts';
import { demoTime } from '../../src/features/seed/demo.ts';
import { seed } from '../../src/features/seed/index.ts';
import { administrator, demoJury, secretaries } from '../../src/features/seed/personas.ts';
import { addDays, addMinutes, osloInstant } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { playground, type Client, type Playground } from './client.ts';
import { taken } from './samples.ts';
import { datesOf } from './year.ts';

export interface EndedYear extends Playground {
  db: Database;
  editionId: string;
  draftId: string;
  end: Date;
  clients: Record<'administrator' | 'secretary' | 'chair' | 'applicant', Client>;
}

const must = async (answer: Promise<{ statusCode: number; body: string }>) => {
  const { statusCode, body } = await answer;
  if (statusCode >= 400) throw new Error(body);
  return body;
};

/** 2026: three nominated, a winner, and the rest not; announced at the ceremony. */
export async function endedYear(t: Parameters<typeof playground>[0]): Promise<EndedYear> {
  const site = await playground(t);
  const { db } = site.services;
  await seed(site.services, { kind: 'demo' });
  const { id: editionId } = await db.selectFrom('editions').select('id').executeTakeFirstOrThrow();
  const api = `/api/v1/editions/${editionId}`;
  const dates = await datesOf(db, editionId);
  const [administrator_, secretary, second, chair, applicant] = (await Promise.all(
    [
      administrator.email,
      secretaries[0].email,
      secretaries[1].email,
      demoJury[0]!.person.email,
      'utkast@example.no',
    ].map((email) => site.as(email)),
  )) as [Client, Client, Client, Client, Client];

  await site.setClock(osloInstant('2026-09-01', '12:00'));
  const started = await must(
    applicant.post(`${api}/nominations`, {
      kind: 'municipality',
      organisation: 'Hemnes',
      language: 'nb',
    }),
  );
  const { id: draftId } = JSON.parse(started) as { id: string };
  await must(applicant.upload(`/api/v1/nominations/${draftId}/documents`, [taken.pdf]));

  const event = async (who: Client, type: string, rest: object = {}) => {
    const { version } = await datesOf(db, editionId);
    await must(who.post(`${api}/events`, { type, version, ...rest }));
  };
  await site.setClock(demoTime(2026));
  const closing = addMinutes(dates.judging_ends_at, 1);
  await site.setClock(closing);
  await event(chair, 'closeJudging', { reason: 'Drøftet uten alle vurderingene.' });
  const scored = await db
    .selectFrom('nominations')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('state', '=', 'scored')
    .orderBy('organisation_name')
    .execute();
  const finalists = scored.slice(0, 3).map(({ id }) => id);
  await event(chair, 'decideFinalists', { decision: { finalists, reason: 'Drøftet av juryen i møte.' } });
  await event(chair, 'decideWinner', { decision: { winner: finalists[0], reason: 'Drøftet av juryen.' } });
  const people = await db.selectFrom('people').select(['id', 'email']).execute();
  const idOf = (email: string) => people.find((one) => one.email === email)!.id;
  for (const nomination_id of finalists)
    await db
      .insertInto('statements')
      .values({
        nomination_id,
        nb: 'Fagjuryen mener dette.',
        nn: 'Fagjuryen meiner dette.',
        written_by: idOf(secretaries[0].email),
        written_at: closing,
        approved_by: idOf(demoJury[0]!.person.email),
        approved_at: closing,
      })
      .execute();
  const texts = { nb: 'Fagjuryen har valgt.', nn: 'Fagjuryen har valt.' };
  for (const [kind, publishAt] of [
    ['finalists', dates.finalists_at],
    ['winner', dates.ceremony_at],
  ] as const) {
    const made = JSON.parse(
      await must(secretary.post(`${api}/publications`, { kind, publishAt: publishAt.toISOString(), texts })),
    ) as { id: string; version: number };
    await must(second.post(`/api/v1/publications/${made.id}/approval`, { version: made.version }));
  }
  await applyDue(site.services, closing);
  const end = addDays(dates.ceremony_at, 1);
  await site.setClock(end);
  await applyDue(site.services, end);
  return {
    ...site,
    db,
    editionId,
    draftId,
    end,
    clients: { administrator: administrator_, secretary, chair, applicant },
  };
}

/** Rows of every table, and files of the store: what is there. */
export async function countEverything(db: Database, folder: string): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by tablename`.execute(
    db,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(db);
    counts[name] = rows[0]!.n;
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return { ...counts, files: files.filter((file) => file.isFile()).length };
}

/** What became fewer, and by how many. */
export const lost = (before: Record<string, number>, after: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(before).flatMap(([name, n]) =>
      n > (after[name] ?? 0) ? [[name, n - (after[name] ?? 0)]] : [],
    ),
  );
