/** Who is on the list of a year, and what a new list would bring to it. */
import type { Kysely } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { parseList } from './parse.ts';
import type { Line, Reading, Recipient, Skipped } from './schema.ts';

/** Before the call closes; afterwards there is no list any more. */
export const mayHaveList = (
  { state, closes_at }: Pick<JudgedEdition, 'state' | 'closes_at'>,
  now: Date,
): boolean => (state === 'planned' || state === 'announced') && closes_at > now;

/** @throws not-found, auth/forbidden */
export async function listOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; recipients: Recipient[] }> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'writeLetters');
  const rows = await db
    .selectFrom('call_recipients')
    .select(['id', 'email', 'name', 'language', 'unsubscribed_at'])
    .where('edition_id', '=', editionId)
    .orderBy('email')
    .execute();
  return {
    edition,
    recipients: rows.map(({ unsubscribed_at, ...row }) => ({
      ...row,
      unsubscribed: unsubscribed_at !== null,
    })),
  };
}

/** What these lines would bring: nobody twice, nobody who is there already, nobody who has said no. */
export async function readList(db: Kysely<DB>, editionId: string, text: string): Promise<Reading> {
  const { people, faults } = parseList(text);
  return { faults, ...(await sorted(db, editionId, people)) };
}

export async function sorted(
  db: Kysely<DB>,
  editionId: string,
  lines: readonly Line[],
): Promise<Pick<Reading, 'people' | 'skipped'>> {
  const present = await db
    .selectFrom('call_recipients')
    .select(['email', 'unsubscribed_at'])
    .where('edition_id', '=', editionId)
    .execute();
  const known = new Map(present.map(({ email, unsubscribed_at }) => [email, unsubscribed_at !== null]));
  const met = new Set<string>();
  const people: Line[] = [];
  const skipped: Skipped[] = [];
  for (const one of lines) {
    const { line, email } = one;
    const isOff = known.get(email);
    if (met.has(email)) skipped.push({ line, email, why: 'twice' });
    else if (isOff === undefined) people.push(one);
    else skipped.push({ line, email, why: isOff ? 'unsubscribed' : 'onList' });
    met.add(email);
  }
  return { people, skipped };
}

/** What the link of a letter is about. @throws auth/link-expired for one that nobody has, or that has been forgotten */
export async function openLink(db: Kysely<DB>, token: string) {
  const found = await db
    .selectFrom('call_recipients as r')
    .innerJoin('editions as e', 'e.id', 'r.edition_id')
    .select(['r.id', 'r.email', 'r.name', 'r.unsubscribed_at', 'e.year'])
    .where('r.token', '=', token)
    .executeTakeFirst();
  if (!found) throw problem('auth/link-expired');
  return found;
}
