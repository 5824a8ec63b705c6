/** Bringing a list along, and being taken off it. The addresses are for the letters of one call, and go when it closes. */
import { sql, type Kysely } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { newSecret } from '../../platform/secrets.ts';
import { dropQueued, forgetLetters } from '../correspondence/commands.ts';
import { lockEdition } from '../editions/queries.ts';
import { mayHaveList, openLink, readList, sorted } from './queries.ts';
import type { Fault, Line, Skipped } from './schema.ts';

/** What is wrong, each with its line. */
export const faultErrors = (faults: readonly Fault[]): ProblemError[] =>
  faults.map(({ line, what, text }) => ({
    field: 'lines',
    message: (t) => t.callList.faults[what](line, text),
  }));

/** @throws not-found, auth/forbidden, process/not-now; request/invalid with every line that is wrong, and then nobody is added */
export async function addLines(
  unit: Unit,
  editionId: string,
  text: string,
): Promise<{ added: number; skipped: Skipped[] }> {
  await lockForList(unit, editionId);
  const { people, faults, skipped } = await readList(unit.trx, editionId, text);
  if (faults.length > 0) throw problem('request/invalid', {}, faultErrors(faults));
  return insert(unit, editionId, { people, skipped });
}

/** The same for those who are named one by one. @throws not-found, auth/forbidden, process/not-now */
export async function addRecipients(
  unit: Unit,
  editionId: string,
  given: readonly { email: string; name?: string; language?: 'nb' | 'nn' }[],
): Promise<{ added: number; skipped: Skipped[] }> {
  await lockForList(unit, editionId);
  const lines = given.map(({ email, name = '', language = 'nb' }, i): Line => ({
    line: i + 1,
    email: email.trim().toLowerCase(),
    name: name.trim(),
    language,
  }));
  return insert(unit, editionId, await sorted(unit.trx, editionId, lines));
}

async function lockForList(unit: Unit, editionId: string): Promise<void> {
  const edition = await lockEdition(unit, editionId, 'writeLetters');
  if (!mayHaveList(edition, unit.now)) throw problem('process/not-now', {}, [], (t) => t.callList.over);
}

async function insert(
  unit: Unit,
  editionId: string,
  { people, skipped }: { people: readonly Line[]; skipped: Skipped[] },
): Promise<{ added: number; skipped: Skipped[] }> {
  if (people.length > 0) {
    await unit.trx
      .insertInto('call_recipients')
      .values(
        people.map(({ email, name, language }) => ({
          edition_id: editionId,
          email,
          name,
          language,
          token: newSecret(),
          added_by: personOf(unit),
          added_at: unit.now,
        })),
      )
      .execute();
    record(unit, editionId, 'addToCallList', { added: people.length });
  }
  return { added: people.length, skipped };
}

const record = (unit: Unit, editionId: string, event: string, payload = {}): void =>
  unit.record({ editionId, subjectType: 'callList', subjectId: editionId, event, payload });

/** Takes somebody off, address and all. @throws not-found, auth/forbidden */
export async function removeRecipient(unit: Unit, id: string): Promise<{ editionId: string }> {
  const row = await unit.trx
    .selectFrom('call_recipients')
    .select('edition_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  await lockEdition(unit, row.edition_id, 'writeLetters');
  await forget(unit.trx, [id]);
  record(unit, row.edition_id, 'removeFromCallList', { removed: 1 });
  return { editionId: row.edition_id };
}

/** Empties the list. @throws not-found, auth/forbidden */
export async function emptyList(unit: Unit, editionId: string): Promise<number> {
  await lockEdition(unit, editionId, 'writeLetters');
  const all = await unit.trx
    .selectFrom('call_recipients')
    .select('id')
    .where('edition_id', '=', editionId)
    .execute();
  await forget(
    unit.trx,
    all.map(({ id }) => id),
  );
  if (all.length > 0) record(unit, editionId, 'removeFromCallList', { removed: all.length });
  return all.length;
}

/** No more letters to this address about this call; what waits in the outbox does not go. @throws auth/link-expired */
export async function unsubscribe({ trx, now }: Unit, token: string): Promise<void> {
  const { id } = await openLink(trx, token);
  // A mailing that is just put into the outbox is waited for, so that its letter is dropped too.
  await sql`select id from editions where id = (select edition_id from call_recipients where id = ${id}) for update`.execute(
    trx,
  );
  await trx
    .updateTable('call_recipients')
    .set({ unsubscribed_at: now })
    .where('id', '=', id)
    .where('unsubscribed_at', 'is', null)
    .execute();
  await dropQueued(trx, await keysOf(trx, [id]));
}

/** The letters that went to them: `keyOf` of the mailings. */
async function keysOf(trx: Kysely<DB>, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select l.key from letters l
    where l.batch_id is not null and l.person_id is null and split_part(l.key, ':list_', 2) = any(${[...ids]}::text[])`.execute(
    trx,
  );
  return rows.map(({ key }) => key);
}

/** One that is just being sent is left for the next time, and the address with it. */
async function forget(trx: Kysely<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await forgetLetters(trx, await keysOf(trx, ids));
  await trx
    .deleteFrom('call_recipients')
    .where('id', 'in', ids)
    .where(
      sql<boolean>`not exists (select from letters l where l.batch_id is not null and l.state = 'sending' and l.key like '%:list_' || call_recipients.id)`,
    )
    .execute();
}

/** Years whose call is over, with a list still. */
export const listsToForget = (db: Kysely<DB>, now: Date): Promise<{ id: string }[]> =>
  db
    .selectFrom('editions as e')
    .select('e.id')
    .where((eb) =>
      eb.exists(eb.selectFrom('call_recipients as r').select('r.id').whereRef('r.edition_id', '=', 'e.id')),
    )
    .where((eb) => eb.or([eb('e.closes_at', '<=', now), eb('e.state', 'not in', ['planned', 'announced'])]))
    .orderBy('e.id')
    .execute();

export async function forgetList({ trx }: Unit, editionId: string): Promise<boolean> {
  const all = await trx
    .selectFrom('call_recipients')
    .select('id')
    .where('edition_id', '=', editionId)
    .execute();
  await forget(
    trx,
    all.map(({ id }) => id),
  );
  return all.length > 0;
}
