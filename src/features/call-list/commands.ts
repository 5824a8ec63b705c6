/** Bringing a list along, and being taken off it. The addresses are for the letters of one call, and go when it closes. */
import { sql } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { personOf, viewerOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { newSecret } from '../../platform/secrets.ts';
import { lockEdition } from '../editions/queries.ts';
import { forget, type Outside } from '../retention/forgetting.ts';
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

const record = (unit: Unit, editionId: string, event: EventOf<'callList'>, payload = {}): void =>
  unit.record({ editionId, subjectType: 'callList', subjectId: editionId, event, payload });

/**
 * Takes somebody off, address and all.
 *
 * @throws not-found, also for whoever may not: the id alone tells nothing; process/not-now for who wants no letters: the next list would bring
 * them back
 */
export async function removeRecipient(
  unit: Unit,
  outside: Outside,
  id: string,
): Promise<{ editionId: string }> {
  const row = await unit.trx
    .selectFrom('call_recipients as r')
    .innerJoin('editions as e', 'e.id', 'r.edition_id')
    .select(['r.edition_id', 'r.unsubscribed_at'])
    .where('r.id', '=', id)
    .where(scope(edition, 'writeLetters', viewerOf(unit.actor), unit.now, 'e'))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  await lockEdition(unit, row.edition_id, 'writeLetters');
  if (row.unsubscribed_at) throw problem('process/not-now', {}, [], (t) => t.callList.unsubscribedStay);
  // Found before the year was locked: somebody may have been faster.
  const removed = await forget(unit, outside, { rule: 'callList', subjects: [id], by: 'office' });
  if (removed === 0) throw problem('not-found');
  record(unit, row.edition_id, 'removeFromCallList', { removed });
  return { editionId: row.edition_id };
}

/** Empties the list, but for those who want no letters: with them gone, the next list would bring them back. @throws not-found, auth/forbidden */
export async function emptyList(unit: Unit, outside: Outside, editionId: string): Promise<number> {
  await lockEdition(unit, editionId, 'writeLetters');
  const all = await unit.trx
    .selectFrom('call_recipients')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('unsubscribed_at', 'is', null)
    .execute();
  await forget(unit, outside, { rule: 'callList', subjects: all.map(({ id }) => id), by: 'office' });
  if (all.length > 0) record(unit, editionId, 'removeFromCallList', { removed: all.length });
  return all.length;
}

/**
 * No more letters to this address about this call; what waits in the outbox does not go. The name goes at once, the address stays for as
 * long as the call, so that the next list does not bring it back.
 *
 * @throws auth/link-expired
 */
export async function unsubscribe(unit: Unit, outside: Outside, token: string): Promise<void> {
  const { trx, now } = unit;
  const { id } = await lockLink(unit, token);
  await trx
    .updateTable('call_recipients')
    .set({ unsubscribed_at: now })
    .where('id', '=', id)
    .where('unsubscribed_at', 'is', null)
    .execute();
  await forget(unit, outside, { rule: 'unsubscribed', subjects: [id], by: 'themselves' });
}

/** Takes the address off altogether; the next list may bring it back. @throws auth/link-expired */
export async function eraseRecipient(unit: Unit, outside: Outside, token: string): Promise<void> {
  const { id } = await lockLink(unit, token);
  await forget(unit, outside, { rule: 'callList', subjects: [id], by: 'themselves' });
}

/** A mailing that is just put into the outbox is waited for, so that its letter is dropped too. */
async function lockLink({ trx }: Unit, token: string) {
  const { id } = await openLink(trx, token);
  await sql`select id from editions where id = (select edition_id from call_recipients where id = ${id}) for update`.execute(
    trx,
  );
  return openLink(trx, token);
}
