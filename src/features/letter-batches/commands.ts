/**
 * Writing to many at once. Whoever sends a batch says whom they saw; if it is not the same people by then, nothing goes.
 * A letter that tells of a decision, or may do so, is sent by somebody else than whoever wrote it.
 */
import { sql } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition as editionResource, nomination } from '../../core/policy/resources.ts';
import { personOf, viewerOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueEach } from '../correspondence/commands.ts';
import { lockEdition } from '../editions/queries.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import { addressees, getsLetter, hashOf, type Addressee } from './audience.ts';
import { deliver, unscheduled } from './delivery.ts';
import {
  findBatch,
  waitingForTwo,
  whyNotSend,
  writersOf,
  type BatchRow,
  type FoundBatch,
} from './queries.ts';
import { faultsOf } from './faults.ts';
import type { BatchInput } from './schema.ts';

/** @throws not-found, auth/forbidden; request/invalid with every field that is wrong */
export async function writeBatch(
  unit: Unit,
  editionId: string,
  input: BatchInput,
): Promise<{ id: string; version: number }> {
  const edition = await lockEdition(unit, editionId, 'writeLetters');
  await demandMarked(unit, editionId, input);
  const row = await unit.trx
    .insertInto('letter_batches')
    .values({ edition_id: editionId, ...columnsOf(unit, input) })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await keepSeen(unit, { id: row.id, editionId }, input);
  // Nobody writes what they may not read.
  const { row: written } = await findBatch(unit.trx, unit, row.id);
  record(unit, editionId, row.id, 'writeBatch');
  if (written.needsTwo) await tellApprovers(unit, edition, written);
  return row;
}

/** Changes it, and who has seen whom begins anew. @throws not-found, conflict/version, process/not-now, request/invalid */
export async function changeBatch(
  unit: Unit,
  id: string,
  { version, ...input }: BatchInput & { version: number },
): Promise<{ version: number }> {
  const { row, edition } = await lockBatch(unit, id, version);
  await lockEdition(unit, edition.id, 'writeLetters');
  if (row.about !== null && input.about === null)
    throw problem('request/invalid', {}, [{ field: 'about', message: (t) => t.letterBatches.aboutStays }]);
  await demandMarked(unit, edition.id, input);
  const next = row.version + 1;
  await unit.trx
    .updateTable('letter_batches')
    .set({ ...columnsOf(unit, input), version: next, ...unscheduled })
    .where('id', '=', id)
    .execute();
  await unit.trx.deleteFrom('letter_batch_seen').where('batch_id', '=', id).execute();
  await keepSeen(unit, { id, editionId: edition.id }, input);
  record(unit, edition.id, id, 'changeBatch');
  const { row: changed } = await findBatch(unit.trx, unit, id);
  if (changed.needsTwo) await tellApprovers(unit, edition, changed);
  return { version: next };
}

/** @throws not-found, conflict/version, process/not-now */
export async function discardBatch(unit: Unit, id: string, version: number): Promise<void> {
  const { edition } = await lockBatch(unit, id, version);
  await lockEdition(unit, edition.id, 'writeLetters');
  await unit.trx
    .updateTable('letter_batches')
    .set({ discarded_by: personOf(unit), discarded_at: unit.now, version: version + 1, ...unscheduled })
    .where('id', '=', id)
    .execute();
  record(unit, edition.id, id, 'discardBatch');
}

/**
 * Sends it to exactly those whom the sender has seen.
 *
 * @param seen the hash of the recipients as they were shown (`recipientsHash`)
 * @returns how many letters go out
 * @throws process/same-person for whoever wrote it, where two must have read it; conflict/version; process/not-now when others are
 *   concerned by now, and when nobody is
 */
export async function sendBatch(
  unit: Unit,
  id: string,
  { version, seen }: { version: number; seen: string },
): Promise<number> {
  const found = await lockBatch(unit, id, version);
  demandSender(found, unit.actor.personId);
  const people = await recipientsOf(unit, found);
  const why = notYet(found, unit.now) ?? notAsSeen(found, people, seen);
  if (why) throw problem('process/not-now', {}, [], (t) => t.letterBatches[why]);
  return deliver(unit, found, people, { by: personOf(unit), seen });
}

/** @throws process/same-person, auth/forbidden, process/not-now */
export function demandSender(found: FoundBatch, personId: string | null): void {
  const why = whyNotSend(found, personId);
  if (why === 'own') throw problem('process/same-person');
  if (why) throw problem(why === 'right' ? 'auth/forbidden' : 'process/not-now');
}

/** Everybody of the choice now, also those who get no letter because they have one. */
export const recipientsOf = ({ trx }: Unit, { row, edition }: FoundBatch): Promise<Addressee[]> =>
  addressees(trx, { editionId: edition.id, chosen: row.recipients, about: row.about });

/** Why it does not go to these people, for somebody who has seen those that `seen` names. */
export function notAsSeen(
  { row }: FoundBatch,
  people: readonly Addressee[],
  seen: string,
): 'nobody' | 'othersNow' | undefined {
  if (!people.some(getsLetter)) return 'nobody';
  return hashOf(people, row.texts) === seen ? undefined : 'othersNow';
}

/**
 * Why nobody may be told of it at `now`: of the prize before everybody is, of what was taken down, of a choice to which one of the
 * nominated may still say no, of one in a year that was cancelled, of a call that is not open.
 */
export function notYet(
  found: FoundBatch,
  now: Date,
): 'tooEarly' | 'takenDown' | 'notAgreed' | 'notOpen' | 'cancelled' | undefined {
  const { row, edition, isDown, wasCancelled } = found;
  if (wasCancelled && tellsOfChoice(row)) return 'cancelled';
  if (row.about === 'winner' && !afterwards.includes(edition.state)) return 'tooEarly';
  if (isDown) return 'takenDown';
  const isOpen = edition.state === 'announced' && now < edition.closes_at;
  return row.recipients.audience === 'list' && !isOpen ? 'notOpen' : notAgreed(found);
}

/** Whom it goes to says what the jury has chosen. */
const tellsOfChoice = ({ about, recipients }: FoundBatch['row']): boolean =>
  about === 'confidence' || recipients.audience === 'notNominated';

/** Until all the nominated have agreed to be named, one who is not among them may become so. */
export const notAgreed = ({ row, agreed }: FoundBatch): 'notAgreed' | undefined =>
  row.recipients.audience === 'notNominated' && !agreed ? 'notAgreed' : undefined;

/** Nobody is told of the prize before everybody is. */
const afterwards: readonly string[] = ['winnerAnnounced', 'noAward', 'archived'];

/** The edition, then the batch: so nobody sends it twice, and nobody comes or goes in between. */
export async function lockBatch(unit: Unit, id: string, version: number): Promise<FoundBatch> {
  const { edition } = await findBatch(unit.trx, unit, id);
  await unit.trx.selectFrom('editions').select('id').where('id', '=', edition.id).forUpdate().execute();
  const found = await findBatch(unit.trx, unit, id);
  if (found.row.sent_at || found.row.discarded_at) throw problem('process/not-now');
  if (found.row.version !== version) throw problem('conflict/version');
  return found;
}

/** Each of them is of this year, and its letters are open to whoever writes: who is out of it does not write about it. */
async function demandMarked(unit: Unit, editionId: string, { recipients }: BatchInput): Promise<void> {
  if (recipients.audience !== 'marked') return;
  const ids = [...new Set(recipients.nominations)];
  const { number } = await unit.trx
    .selectFrom('nominations as n')
    .select((eb) => eb.fn.countAll<string>().as('number'))
    .where('n.edition_id', '=', editionId)
    .where(sql<boolean>`n.id = any(${ids}::uuid[])`)
    .where(scope(nomination, 'seeLetters', viewerOf(unit.actor), unit.now, 'n'))
    .executeTakeFirstOrThrow();
  if (Number(number) !== ids.length)
    throw problem('request/invalid', {}, [
      { field: 'audience', message: (t) => t.letterBatches.notAllMarked },
    ]);
}

function columnsOf(unit: Unit, input: BatchInput) {
  const errors = faultsOf(input);
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  return {
    title: input.title.trim(),
    recipients: JSON.stringify(input.recipients),
    about: input.about,
    texts: JSON.stringify(input.texts),
    prepared_by: personOf(unit),
    prepared_at: unit.now,
  };
}

async function keepSeen(
  { trx }: Unit,
  { id, editionId }: { id: string; editionId: string },
  { recipients, about }: BatchInput,
): Promise<void> {
  const people = await addressees(trx, { editionId, chosen: recipients, about });
  if (people.length === 0) return;
  await trx
    .insertInto('letter_batch_seen')
    .values(
      people.map(({ personId, recipientId, nominationId }) => ({
        batch_id: id,
        person_id: personId,
        recipient_id: recipientId,
        nomination_id: nominationId,
      })),
    )
    .execute();
}

/** What the jury chooses makes more mailings need two: whoever may send them is told, unless they have been. */
export async function tellOfChoice(unit: Unit, edition: { id: string; year: number }): Promise<void> {
  for (const row of await waitingForTwo(unit.trx, edition.id, unit.now))
    await tellApprovers(unit, edition, row);
}

/** Everybody who may send it: by the policy itself, and never whoever wrote it. */
async function tellApprovers(
  unit: Unit,
  edition: { id: string; year: number },
  row: BatchRow,
): Promise<void> {
  const { id, version } = row;
  const wrote = writersOf(row);
  const people = await peopleWhoMay(unit, editionResource, 'approveLetters', edition);
  const others = people.filter((one) => !wrote.includes(one.id));
  await queueEach(unit, others, {
    template: 'batchToApprove',
    key: `batch:${id}:${version}:approve`,
    editionId: edition.id,
    params: { year: edition.year, path: `/sekretariat/${edition.id}/utsendinger/${id}` },
  });
}

export const record = (unit: Unit, editionId: string, id: string, event: EventOf<'letterBatch'>): void =>
  unit.record({ editionId, subjectType: 'letterBatch', subjectId: id, event });
