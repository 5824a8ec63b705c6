/** Letters are rows of the outbox, written in the transaction of what they tell: both stand or neither. */
import type { Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { ownLetter } from '../letter-texts/queries.ts';
import { reachable } from './queries.ts';
import { renderLetter } from './render.ts';
import type { RenderedLetter } from './written.ts';
import { holdsKey, type LetterError, type LetterTemplate, type NewLetter } from './schema.ts';

export const sendLetterTask = 'send-letter';

interface WrittenLetter
  extends
    RenderedLetter,
    Pick<
      NewLetter<LetterTemplate>,
      'key' | 'to' | 'editionId' | 'nominationId' | 'unsubscribe' | 'uselessAfter' | 'calendar'
    > {
  /** Of the catalogue, or 'batch'. */
  template: string;
  batchId?: string;
  /** Which of the year's own texts it was made of. */
  textVersion?: number;
}

/** What a letter says if it is written now: in the year's own words, or in the standard's. */
export async function wordsNow<T extends LetterTemplate>(
  db: Kysely<DB>,
  letter: Pick<NewLetter<T>, 'template' | 'editionId' | 'params'> & {
    language: string;
    forgetAt?: string | undefined;
  },
): Promise<RenderedLetter & { textVersion?: number }> {
  const { template, editionId, language, params, forgetAt } = letter;
  const own = await ownLetter(db, { editionId, template, language, params, forget: forgetAt });
  return own ?? renderLetter(template, language, params, forgetAt);
}

/** Puts a letter in the outbox. Asked again with the same key, nothing happens. */
export async function queueLetter<T extends LetterTemplate>(unit: Unit, letter: NewLetter<T>): Promise<void> {
  const { params, forgetAt, ...rest } = letter;
  const { language } = letter.to;
  await queueWritten(unit, {
    ...(await wordsNow(unit.trx, { ...rest, params, forgetAt, language })),
    ...rest,
  });
}

/** One letter to each of them: the key is completed by whom it goes to. */
export async function queueEach<T extends LetterTemplate>(
  unit: Unit,
  people: readonly { id: string; email: string; language: string }[],
  letter: Omit<NewLetter<T>, 'to'>,
): Promise<void> {
  for (const { id, email, language } of people)
    await queueLetter(unit, {
      ...letter,
      key: `${letter.key}:${id}`,
      to: { personId: id, email, language },
    });
}

/** The same for words that are there already. */
export async function queueWritten(unit: Unit, letter: WrittenLetter): Promise<void> {
  const { language, subject, body, key, template, to } = letter;
  const row = await unit.trx
    .insertInto('letters')
    .values({
      language,
      subject,
      body,
      key,
      template,
      edition_id: letter.editionId ?? null,
      nomination_id: letter.nominationId ?? null,
      batch_id: letter.batchId ?? null,
      text_version: letter.textVersion ?? null,
      unsubscribe_path: letter.unsubscribe ?? null,
      useless_after: letter.uselessAfter ?? null,
      calendar: letter.calendar ?? null,
      person_id: to.personId,
      email: to.email,
      created_at: unit.now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await enqueueSending(unit, row.id, template);
}

/** What the letter says is so no more: it never goes again. */
export const OUTDATED = 'outdated' satisfies LetterError;

/** About four minutes of tries for a code that is good for fifteen; about four days for everything else. */
const triesFor = (template: string) => (template === 'signIn' ? { maxAttempts: 6 } : {});

const enqueueSending = (unit: Unit, letterId: string, template: string): Promise<void> =>
  enqueue(unit.trx, sendLetterTask, { letterId }, { key: `letter:${letterId}`, ...triesFor(template) });

/** What a resend may still wait for, and what never goes again: the application says otherwise by now. */
const pointless: readonly LetterError[] = ['notMember', 'outdated'];

/**
 * Sends a letter again that did not arrive or may not have: a person's decision, never the service's own.
 *
 * @param email where it goes this time, for one that did not arrive; to the person's address of today when left out
 * @throws not-found for whoever may not see it; process/not-now for one that is not stuck, that no longer applies, or that holds a key
 */
export async function resendLetter(unit: Unit, letterId: string, email?: string): Promise<void> {
  const letter = await lockLetter(unit, letterId);
  const isStuck = letter.state === 'failed' || letter.state === 'unknown';
  if (holdsKey(letter.template) || !isStuck || letter.error === ('outdated' satisfies LetterError))
    throw problem('process/not-now');
  if (email !== undefined && letter.state !== 'failed')
    throw problem('process/not-now', {}, [], (t) => t.correspondence.sameAddress);
  const to = email?.toLowerCase() ?? letter.current ?? letter.email;
  await requeue(unit, letter, to);
}

/**
 * Sends again what did not arrive, of a whole year or of one batch. Letters of which nobody knows are left alone: each needs its own decision.
 *
 * @returns how many go out
 */
export async function resendMissing(unit: Unit, editionId: string, batchId?: string): Promise<number> {
  const { trx, actor, now } = unit;
  let failed = openLetters(unit);
  if (batchId !== undefined) failed = failed.where('l.batch_id', '=', batchId);
  const missing = await failed
    .where('l.edition_id', '=', editionId)
    .where('l.state', '=', 'failed')
    .where((eb) => eb.or([eb('l.error', 'is', null), eb('l.error', 'not in', pointless)]))
    .orderBy('l.id')
    .forUpdate('l')
    .execute();
  const found = await trx
    .selectFrom('editions')
    .select('id')
    .where('id', '=', editionId)
    .where(scope(edition, 'manage', viewerOf(actor), now))
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const sendable = missing.filter(({ template }) => !holdsKey(template));
  for (const letter of sendable) await requeue(unit, letter, letter.current ?? letter.email);
  return sendable.length;
}

/**
 * Writes down that a letter came back although the mail server had taken it.
 *
 * @throws not-found; process/not-now for one that was not sent, or whose recipient has been forgotten: nothing makes it go again
 */
export async function noteReturned(unit: Unit, letterId: string, reason: string): Promise<void> {
  const letter = await lockLetter(unit, letterId);
  const isForgotten = letter.email === '' || letter.error === OUTDATED;
  if (isForgotten || (letter.state !== 'sent' && letter.state !== 'unknown'))
    throw problem('process/not-now');
  await unit.trx
    .updateTable('letters')
    .set({ state: 'failed', error: reason, sent_at: null, returned_at: unit.now })
    .where('id', '=', letterId)
    .execute();
  record(unit, letter, 'noteReturned');
}

/** Letters that the actor may do something with, with the address that their recipient has today. */
const openLetters = ({ trx, actor, now }: Unit) =>
  trx
    .selectFrom('letters as l')
    .leftJoin('people as p', 'p.id', 'l.person_id')
    .select(['l.id', 'l.edition_id', 'l.state', 'l.error', 'l.template', 'l.email', 'p.email as current'])
    .where(reachable({ actor, now }));

async function lockLetter(unit: Unit, id: string) {
  const letter = await openLetters(unit).where('l.id', '=', id).forUpdate('l').executeTakeFirst();
  if (!letter) throw problem('not-found');
  return letter;
}

type Held = Awaited<ReturnType<typeof lockLetter>>;

async function requeue(unit: Unit, letter: Held, email: string): Promise<void> {
  await unit.trx
    .updateTable('letters')
    .set({ state: 'queued', error: null, returned_at: null, email })
    .where('id', '=', letter.id)
    .execute();
  await enqueueSending(unit, letter.id, letter.template);
  // No address: the log stays when the letters have had their time.
  record(unit, letter, 'resend', email === letter.email ? {} : { toAnother: true });
}

const record = (unit: Unit, { id, edition_id }: Held, event: EventOf<'letter'>, payload = {}): void =>
  unit.record({ editionId: edition_id, subjectType: 'letter', subjectId: id, event, payload });
