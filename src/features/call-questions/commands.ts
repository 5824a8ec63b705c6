/**
 * Asking and answering. Whoever asks is told to nobody: what becomes public is what the secretariat writes, in both forms, and a letter
 * tells whoever left an address where it stands. Addresses are kept no longer than the call is open.
 */
import type { Kysely } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { demandRoom, sourceHash } from '../../platform/http/open-form.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { publicHref } from '../../ui/links.ts';
import { isLang, type Lang } from '../../ui/text/index.ts';
import { openCallOf } from '../call-reminders/commands.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { lockEdition } from '../editions/queries.ts';
import { newOwnLink } from '../retention/own-links.ts';
import { questionOf } from './queries.ts';
import {
  anchorOf,
  answersPath,
  MOST,
  type AnswerInput,
  type CallQuestion,
  type NewQuestion,
} from './schema.ts';

/** @throws process/not-now without an open call; request/too-many */
export async function askQuestion(
  { trx, now }: Unit,
  given: { question: string; email?: string | undefined; language: Lang; source: string; secret: string },
): Promise<void> {
  const call = await openCallOf(trx, now);
  if (!call) throw problem('process/not-now', {}, [], (t) => t.callQuestions.noCall);
  const asked = given.question.trim();
  if (asked === '')
    throw problem('request/invalid', {}, [{ field: 'question', message: (t) => t.fieldErrors.required }]);
  const email = given.email?.trim().toLowerCase() ?? null;
  const source = sourceHash(given.secret, given.source);
  await demandRoom(trx, 'call_questions', { source, email }, MOST);
  await trx
    .insertInto('call_questions')
    .values({
      edition_id: call.id,
      asked,
      language: given.language,
      email,
      source_hash: source,
      asked_real_at: realNow(),
      asked_at: now,
    })
    .execute();
}

/**
 * Writes down a question that came in another way than by the form. It waits for its answer as the others do.
 *
 * @throws not-found, auth/forbidden; process/not-now without an open call; request/invalid where nothing is asked
 */
export async function registerQuestion(
  unit: Unit,
  editionId: string,
  { question, cameBy, email, language = 'nb' }: NewQuestion,
): Promise<{ id: string }> {
  const edition = await lockEdition(unit, editionId, 'registerQuestion');
  if (edition.closes_at <= unit.now) throw problem('process/not-now', {}, [], (t) => t.callQuestions.noCall);
  const asked = question.trim();
  if (asked === '')
    throw problem('request/invalid', {}, [{ field: 'question', message: (t) => t.fieldErrors.required }]);
  const { id } = await unit.trx
    .insertInto('call_questions')
    .values({
      edition_id: editionId,
      asked,
      language,
      email: email?.trim().toLowerCase() ?? null,
      came_by: cameBy,
      registered_by: personOf(unit),
      asked_real_at: realNow(),
      asked_at: unit.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  record(unit, editionId, id, 'registerQuestion');
  return { id };
}

/**
 * Answers in public, or corrects what was answered as a new version.
 *
 * @returns its place on the public page, and the version
 * @throws not-found, auth/forbidden; conflict/version; request/invalid with every field that is wrong
 */
export async function answerQuestion(
  unit: Unit,
  id: string,
  { version, ...input }: AnswerInput,
): Promise<{ number: number; version: number }> {
  const { edition, question } = await lockQuestion(unit, id, version);
  const errors = faultsOf(input, version);
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  const number = question.number ?? (await nextNumber(unit.trx, edition.id));
  await unit.trx
    .updateTable('call_questions')
    .set({ number, set_aside_by: null, set_aside_at: null })
    .where('id', '=', id)
    .execute();
  await unit.trx
    .insertInto('call_answers')
    .values({
      question_id: id,
      version: version + 1,
      question_nb: input.question.nb.trim(),
      question_nn: input.question.nn.trim(),
      answer_nb: input.answer.nb.trim(),
      answer_nn: input.answer.nn.trim(),
      change_nb: version === 0 ? '' : (input.change?.nb.trim() ?? ''),
      change_nn: version === 0 ? '' : (input.change?.nn.trim() ?? ''),
      answered_by: personOf(unit),
      answered_at: unit.now,
    })
    .execute();
  record(unit, edition.id, id, version === 0 ? 'answerQuestion' : 'correctAnswer');
  await tellAsker(unit, edition, question, { number, version: version + 1 });
  return { number, version: version + 1 };
}

function faultsOf(
  { question, answer, change }: Omit<AnswerInput, 'version'>,
  version: number,
): ProblemError[] {
  const texts = { question, answer, ...(version > 0 ? { change: change ?? { nb: '', nn: '' } } : {}) };
  return Object.entries(texts).flatMap(([name, text]) =>
    (['nb', 'nn'] as const)
      .filter((form) => text[form].trim() === '')
      .map(
        (form) =>
          ({ field: `${name}.${form}`, message: (t) => t.fieldErrors.required }) satisfies ProblemError,
      ),
  );
}

/** The edition is locked: two answers get two places. */
async function nextNumber(trx: Kysely<DB>, editionId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('call_questions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

const letterKey = (id: string, version: number): string => `call-question:${id}:${version}`;

async function tellAsker(
  unit: Unit,
  edition: { id: string; year: number },
  { id, email, language }: CallQuestion,
  { number, version }: { number: number; version: number },
): Promise<void> {
  if (email === null) return;
  const lang = isLang(language) ? language : 'nb';
  await queueLetter(unit, {
    template: 'questionAnswered',
    key: letterKey(id, version),
    to: { personId: null, email, language },
    editionId: edition.id,
    forgetAt: await newOwnLink(unit.trx, 'askers', id),
    params: {
      year: edition.year,
      corrected: version > 1,
      path: `${publicHref(lang, answersPath)}#${anchorOf(number)}`,
    },
  });
}

/** Leaves it unanswered. It can still be answered. @throws not-found, auth/forbidden; conflict/version; process/not-now */
export async function setAside(unit: Unit, id: string, version: number): Promise<void> {
  const { edition, question } = await lockQuestion(unit, id, version);
  if (question.state !== 'open') throw problem('process/not-now');
  await unit.trx
    .updateTable('call_questions')
    .set({ set_aside_by: personOf(unit), set_aside_at: unit.now })
    .where('id', '=', id)
    .execute();
  record(unit, edition.id, id, 'setAsideQuestion');
}

/** Takes what was answered away from the public at once. @throws not-found, auth/forbidden; conflict/version; process/not-now */
export async function takeDown(unit: Unit, id: string, version: number): Promise<void> {
  const { edition, question } = await lockQuestion(unit, id, version);
  if (question.state !== 'answered') throw problem('process/not-now');
  await unit.trx
    .updateTable('call_questions')
    .set({ taken_down_version: question.version, taken_down_by: personOf(unit), taken_down_at: unit.now })
    .where('id', '=', id)
    .execute();
  record(unit, edition.id, id, 'takeDownAnswer');
}

async function lockQuestion(unit: Unit, id: string, version: number) {
  const { edition } = await questionOf(unit.trx, unit, id);
  await lockEdition(unit, edition.id, 'answerQuestions');
  const { question } = await questionOf(unit.trx, unit, id);
  if (question.version !== version) throw problem('conflict/version');
  return { edition, question };
}

const record = (unit: Unit, editionId: string, subjectId: string, event: EventOf<'callQuestion'>): void =>
  unit.record({ editionId, subjectType: 'callQuestion', subjectId, event });
