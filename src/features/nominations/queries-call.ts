/** The calls that applications belong to: dates and limits. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { isOpen, newDraft } from './window.ts';

const callColumns = [
  'id',
  'year',
  'state',
  'announced_at',
  'opens_at',
  'closes_at',
  'finalists_at',
  'ceremony_at',
  'documents_max',
  'document_bytes_max',
  'texts',
  'judging_started_at',
] as const;

/** The year an application belongs to: dates and limits that its people need to know. */
export const callOf = (db: Kysely<DB>, editionId: string) =>
  db.selectFrom('editions').select(callColumns).where('id', '=', editionId).executeTakeFirstOrThrow();
export type Call = Awaited<ReturnType<typeof callOf>>;

/** The call that takes applications at this instant, if there is one. */
export async function openCall(db: Kysely<DB>, now: Date): Promise<Call | undefined> {
  const calls = await db
    .selectFrom('editions')
    .select(callColumns)
    .where('announced_at', 'is not', null)
    .orderBy('year', 'desc')
    .execute();
  return calls.find((call) => isOpen(call, newDraft, now));
}

/** The call that is open, else the last one: one may be let into an application that is already sent in. @throws not-found */
export async function joinableCall(db: Kysely<DB>, now: Date): Promise<Call> {
  const open = await openCall(db, now);
  const last = db
    .selectFrom('editions')
    .select(callColumns)
    .where('announced_at', 'is not', null)
    .where('state', '<>', 'cancelled')
    .orderBy('year', 'desc');
  const found = open ?? (await last.executeTakeFirst());
  if (!found) throw problem('not-found');
  return found;
}

/** The announced call that opens next, for telling when. */
export const nextCall = (db: Kysely<DB>, now: Date): Promise<Call | undefined> =>
  db
    .selectFrom('editions')
    .select(callColumns)
    .where('announced_at', 'is not', null)
    .where('state', '=', 'announced')
    .where('opens_at', '>', now)
    .orderBy('opens_at')
    .executeTakeFirst();
