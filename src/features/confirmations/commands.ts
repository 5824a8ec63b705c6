/** Asking for a confirmation, and answering by the link. A link opens nothing but its own question. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { addDays } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import { demandParts } from '../completion/queries.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { lockNomination, refuseIdentityNumbers } from '../nominations/commands.ts';
import { membersOf, nominationFor } from '../nominations/queries.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { cleanLine } from '../nominations/words.ts';
import { confirmable, confirmBy, contentToConfirm, rulesFor, wantedFor } from './queries.ts';
import type { ConfirmationKind, ConfirmationRow } from './schema.ts';

/** More letters to people outside in one day than anybody needs. */
const MOST_A_DAY = 20;

export interface Ask {
  kind: ConfirmationKind;
  organisation: string;
  name: string;
  title?: string | undefined;
  email: string;
}

/**
 * Sends a link to the leader or to a partner. Asked anew, the earlier link no longer works.
 *
 * @throws not-found for whoever does not work on it, and for one whose confirmation is not wanted; process/not-now in later states
 *   and once it is confirmed as it stands; nomination/deadline-passed; request/too-many; request/invalid
 */
export async function askConfirmation(unit: Unit, id: string, ask: Ask): Promise<void> {
  const { trx, now } = unit;
  const found = await nominationFor(trx, unit, id, 'manageMembers');
  await lockNomination(unit, found);
  const row = await nominationFor(trx, unit, id, 'manageMembers');
  const rules = await rulesFor(trx, row.edition_id);
  demandTime(row, rules, now);
  refuseIdentityNumbers({ name: ask.name, title: ask.title ?? '' });
  const wanted = (await wantedFor(trx, row, rules)).find(
    ({ kind, organisation }) =>
      kind === ask.kind && organisation.toLowerCase() === cleanLine(ask.organisation).toLowerCase(),
  );
  if (!wanted) throw problem('not-found');
  // What stands in the way of sending in can always be asked for.
  if (wanted.state === 'asked' || wanted.state === 'confirmed')
    await demandParts(trx, row, ['confirmations']);
  const { sha256 } = await contentToConfirm(trx, row);
  if (wanted.state === 'confirmed' && wanted.contentSha256 === sha256) throw problem('process/not-now');
  await demandRoom(unit, id);
  await trx
    .updateTable('confirmations')
    .set({ ended_at: now })
    .where('nomination_id', '=', id)
    .where('kind', '=', wanted.kind)
    .where((eb) => eb(eb.fn('lower', ['organisation']), '=', wanted.organisation.toLowerCase()))
    .where('ended_at', 'is', null)
    .execute();
  const token = newSecret();
  const { id: confirmation } = await trx
    .insertInto('confirmations')
    .values({
      nomination_id: id,
      kind: wanted.kind,
      organisation: wanted.organisation,
      name: cleanLine(ask.name),
      title: cleanLine(ask.title ?? ''),
      email: ask.email.trim().toLowerCase(),
      token_hash: hashOf(token),
      asked_by: personOf(unit),
      asked_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await queueLetter(unit, {
    template: wanted.kind === 'leader' ? 'leaderConfirmation' : 'partnerConfirmation',
    key: `confirmation:${confirmation}`,
    to: { personId: null, email: ask.email.trim().toLowerCase(), language: row.language },
    editionId: row.edition_id,
    nominationId: id,
    params: {
      organisation: row.organisation_name,
      partner: wanted.organisation,
      year: rules.year,
      askedBy: unit.actor.name || unit.actor.email,
      dueAt: confirmBy(rules, row),
      path: `/bekreft/${token}`,
    },
  });
  record(unit, row, 'askConfirmation', wanted);
}

function record(
  unit: Unit,
  row: NominationRow,
  event: EventOf<'nomination'>,
  { kind, organisation }: { kind: string; organisation: string },
): void {
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: row.id,
    event,
    payload: { kind, ...(organisation ? { organisation } : {}) },
  });
}

function demandTime(row: NominationRow, rules: Parameters<typeof confirmBy>[0], now: Date): void {
  if (!confirmable.includes(row.state)) throw problem('process/not-now');
  const deadline = confirmBy(rules, row);
  if (deadline <= now) throw problem('nomination/deadline-passed', { deadline });
}

async function demandRoom({ trx, now }: Unit, id: string): Promise<void> {
  const { n } = await trx
    .selectFrom('confirmations')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('nomination_id', '=', id)
    .where('asked_at', '>', addDays(now, -1))
    .executeTakeFirstOrThrow();
  if (Number(n) >= MOST_A_DAY) throw problem('request/too-many', { seconds: 86_400 });
}

/** What the holder of a link sees. */
export interface Opened {
  confirmation: ConfirmationRow;
  row: NominationRow;
  year: number;
  deadline: Date;
  content: Awaited<ReturnType<typeof contentToConfirm>>;
  /** Why nothing can be answered now; undefined when it can. */
  closed: 'answered' | 'late' | 'settled' | undefined;
}

/** The question behind a link; reads only. @throws not-found for a link that never was, or that a newer one has replaced */
export async function openLink({ trx, now }: Pick<Unit, 'trx' | 'now'>, token: string): Promise<Opened> {
  const confirmation = await trx
    .selectFrom('confirmations')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!confirmation) throw problem('not-found');
  const row = await trx
    .selectFrom('nominations')
    .selectAll()
    .where('id', '=', confirmation.nomination_id)
    .executeTakeFirstOrThrow();
  const rules = await rulesFor(trx, row.edition_id);
  const wanted = (await wantedFor(trx, row, rules)).some(
    ({ kind, organisation }) =>
      kind === confirmation.kind && organisation.toLowerCase() === confirmation.organisation.toLowerCase(),
  );
  // A partner that is one no longer: the link is as if it had never been.
  if (!wanted) throw problem('not-found');
  const deadline = confirmBy(rules, row);
  const closed =
    confirmation.answer !== null
      ? 'answered'
      : !confirmable.includes(row.state)
        ? 'settled'
        : deadline <= now
          ? 'late'
          : undefined;
  return { confirmation, row, year: rules.year, deadline, content: await contentToConfirm(trx, row), closed };
}

export interface Answer {
  answer: 'confirmed' | 'declined';
  name: string;
  title?: string | undefined;
  /** Hash of the application as it was shown. */
  seen: string;
}

/**
 * Answers for good. Whoever holds the link acts; their name is what they write.
 *
 * @throws not-found; process/not-now when it is answered or settled; nomination/deadline-passed; conflict/version when the
 *   application is not the one that was shown
 */
export async function answerLink(unit: Unit, token: string, given: Answer): Promise<void> {
  const { trx, now } = unit;
  await lockNomination(unit, (await openLink(unit, token)).row);
  const { confirmation, row, year, deadline, content, closed } = await openLink(unit, token);
  if (closed === 'late') throw problem('nomination/deadline-passed', { deadline });
  if (closed) throw problem('process/not-now');
  refuseIdentityNumbers({ name: given.name, title: given.title ?? '' });
  if (given.seen !== content.sha256) throw problem('conflict/version');
  await trx
    .updateTable('confirmations')
    .set({
      answer: given.answer,
      answered_at: now,
      answered_name: cleanLine(given.name),
      answered_title: cleanLine(given.title ?? ''),
      content_sha256: content.sha256,
    })
    .where('id', '=', confirmation.id)
    .execute();
  record(unit, row, given.answer === 'confirmed' ? 'confirm' : 'decline', confirmation);
  for (const member of await membersOf(trx, row.id))
    await queueLetter(unit, {
      template: 'confirmationAnswered',
      key: `confirmation:${confirmation.id}:answered:${member.id}`,
      to: { personId: member.id, email: member.email, language: row.language },
      editionId: row.edition_id,
      nominationId: row.id,
      params: {
        organisation: row.organisation_name,
        year,
        name: cleanLine(given.name),
        confirmed: given.answer === 'confirmed',
        path: `/soknad/${row.id}/bekreftelser`,
      },
    });
}
