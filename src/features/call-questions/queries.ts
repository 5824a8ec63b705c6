/** Questions about the call: for the secretariat as they were asked, for everybody what has been answered. */
import { sql, type Kysely } from 'kysely';
import { can, scope } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import type { AnswerVersion, CallQuestion, PublicAnswer, QuestionState } from './schema.ts';

interface AnswerRow {
  question_id: string;
  version: number;
  question_nb: string;
  question_nn: string;
  answer_nb: string;
  answer_nn: string;
  change_nb: string;
  change_nn: string;
  answered_at: Date;
  answerer: string;
}

const answersOf = (db: Kysely<DB>, editionId: string): Promise<AnswerRow[]> =>
  db
    .selectFrom('call_answers as a')
    .innerJoin('call_questions as q', 'q.id', 'a.question_id')
    .innerJoin('people as p', 'p.id', 'a.answered_by')
    .selectAll('a')
    .select('p.name as answerer')
    .where('q.edition_id', '=', editionId)
    .orderBy('a.version', 'desc')
    .execute();

const versionOf = (row: AnswerRow): AnswerVersion => ({
  version: row.version,
  at: row.answered_at.toISOString(),
  question: { nb: row.question_nb, nn: row.question_nn },
  answer: { nb: row.answer_nb, nn: row.answer_nn },
  change: row.change_nb ? { nb: row.change_nb, nn: row.change_nn } : null,
});

/** What has been answered in public in a year that has been announced, in the order in which it was. Nothing of who asked, or when. */
export async function publicAnswers(db: Kysely<DB>, now: Date, year: number): Promise<PublicAnswer[]> {
  const questions = await db
    .selectFrom('call_questions as q')
    .innerJoin('editions as e', 'e.id', 'q.edition_id')
    .select(['q.id', 'q.number', 'q.edition_id', 'q.taken_down_version', 'q.taken_down_at'])
    .where('e.year', '=', year)
    .where(scope(edition, 'readPublic', { personId: null }, now, 'e'))
    .where('q.number', 'is not', null)
    .orderBy('q.number')
    .execute();
  const [first] = questions;
  if (!first) return [];
  const answers = Map.groupBy(await answersOf(db, first.edition_id), (row) => row.question_id);
  return questions.map(({ id, number, taken_down_version: gone, taken_down_at }) => {
    const versions = (answers.get(id) ?? []).filter(({ version }) => version > gone).map(versionOf);
    return {
      number: number ?? 0,
      versions,
      takenDownAt: versions.length === 0 ? (taken_down_at?.toISOString() ?? null) : null,
    };
  });
}

/** While the call is open: whoever asks later is helped in no other way than everybody else. */
export const mayRegister = (found: JudgedEdition, now: Date): boolean =>
  can(edition, 'registerQuestion', found) && found.closes_at > now;

/** The questions of a year, those that wait first. @throws not-found, auth/forbidden */
export async function questionsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; questions: CallQuestion[] }> {
  const found = await findEdition(db, reader, editionId);
  demand(found, 'answerQuestions');
  const rows = await db
    .selectFrom('call_questions as q')
    .leftJoin('people as r', 'r.id', 'q.registered_by')
    .leftJoin('people as s', 's.id', 'q.set_aside_by')
    .leftJoin('people as t', 't.id', 'q.taken_down_by')
    .selectAll('q')
    .select(['r.name as registrar', 's.name as setter', 't.name as taker'])
    .where('q.edition_id', '=', editionId)
    .orderBy(sql`number is null and set_aside_at is null`, 'desc')
    .orderBy('q.asked_at')
    .orderBy('q.id')
    .execute();
  const answers = Map.groupBy(await answersOf(db, editionId), (row) => row.question_id);
  return {
    edition: found,
    questions: rows.map((row): CallQuestion => {
      const own = answers.get(row.id) ?? [];
      const state = stateOf(row, own[0]?.version ?? 0);
      const decided =
        state === 'setAside'
          ? { by: row.setter, at: row.set_aside_at }
          : state === 'takenDown'
            ? { by: row.taker, at: row.taken_down_at }
            : null;
      return {
        id: row.id,
        asked: row.asked,
        language: row.language,
        askedAt: row.asked_at.toISOString(),
        cameBy: row.came_by,
        registeredBy: row.registrar,
        email: row.email,
        state,
        number: row.number,
        version: own[0]?.version ?? 0,
        versions: own.map((one) => ({
          ...versionOf(one),
          answeredBy: one.answerer,
          isPublic: one.version > row.taken_down_version,
        })),
        decidedBy: decided?.by ?? null,
        decidedAt: decided?.at?.toISOString() ?? null,
      };
    }),
  };
}

function stateOf(
  row: { number: number | null; set_aside_at: Date | null; taken_down_version: number },
  latest: number,
): QuestionState {
  if (row.number === null) return row.set_aside_at ? 'setAside' : 'open';
  return latest > row.taken_down_version ? 'answered' : 'takenDown';
}

/** One of them. @throws not-found, auth/forbidden */
export async function questionOf(
  db: Kysely<DB>,
  reader: Reader,
  id: string,
): Promise<{ edition: JudgedEdition; question: CallQuestion }> {
  // A question that is not one's to answer is answered like one that there is not.
  const row = await db
    .selectFrom('call_questions as q')
    .innerJoin('editions as e', 'e.id', 'q.edition_id')
    .select('q.edition_id')
    .where('q.id', '=', id)
    .where(scope(edition, 'answerQuestions', viewerOf(reader.actor), reader.now, 'e'))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  const { edition: found, questions } = await questionsOf(db, reader, row.edition_id);
  const question = questions.find((one) => one.id === id);
  if (!question) throw problem('not-found');
  return { edition: found, question };
}
