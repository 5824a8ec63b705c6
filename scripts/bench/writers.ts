/** People who write, each an application of their own in a call that is open now, signed in as in a browser. */
import { addDays, realNow } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { hashOf, newSecret } from '../../src/platform/secrets.ts';

export interface Writer {
  session: string;
  nomination: string;
  question: string;
}

/** A paragraph that grows a little with every save, as one that is being typed. */
export const textOf = (save: number): string =>
  `Vi har arbeidet med etikk i tre år, og hver uke møtes vi til refleksjon. ${'Og så øver vi litt til. '.repeat(save % 40)}${save}`;

export async function makeWriters(db: Database, count: number): Promise<Writer[]> {
  const now = realNow();
  const { id: edition } = await db
    .insertInto('editions')
    .values({
      year: 2026,
      state: 'announced',
      opens_at: addDays(now, -30),
      closes_at: addDays(now, 30),
      judging_ends_at: addDays(now, 60),
      finalists_at: addDays(now, 70),
      ceremony_at: addDays(now, 80),
      scale_words: '{}',
      texts: '{"nb":{},"nn":{}}',
      prize_amount: 100_000,
      created_at: now,
      announced_at: now,
      rules_sha256: 'x',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: question } = await db
    .insertInto('questions')
    .values({
      edition_id: edition,
      position: 0,
      section: 'criteria',
      kind: 'text',
      word_limit: 300,
      texts: '{"nb":{"label":"Spørsmål"},"nn":{"label":"Spørsmål"}}',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const writers: Writer[] = [];
  for (let i = 0; i < count; i++) writers.push(await makeWriter(db, { edition, question, now, i }));
  return writers;
}

async function makeWriter(
  db: Database,
  { edition, question, now, i }: { edition: string; question: string; now: Date; i: number },
): Promise<Writer> {
  const session = newSecret();
  const { id: person } = await db
    .insertInto('people')
    .values({ email: `skriver${i}@example.no`, name: `Skriver ${i}`, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('sessions')
    .values({
      id_hash: hashOf(session),
      person_id: person,
      created_at: now,
      seen_at: now,
      expires_at: addDays(now, 1),
    })
    .execute();
  const { id: nomination } = await db
    .insertInto('nominations')
    .values({
      edition_id: edition,
      applicant_kind: 'enterprise',
      organisation_name: `Virksomhet ${i}`,
      organisation_key: `navn:virksomhet ${i}`,
      created_by: person,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('nomination_members')
    .values({ nomination_id: nomination, person_id: person, added_by: person, added_at: now })
    .execute();
  return { session, nomination, question };
}
