/** One criterion or question at a time: the list as it stands, with that one changed, put as a whole. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { putCriteria, putQuestions } from './content.ts';
import type { CriterionInput, QuestionInput } from './input.ts';
import { criteriaOf, questionsOf } from './queries.ts';
import { criterionOut, questionOut } from './schema-api.ts';

interface Which {
  editionId: string;
  /** `null` for a new one, which comes last. */
  id: string | null;
}
type Saved = Promise<{ version: number }>;

const criteriaNow = async ({ trx }: Unit, id: string): Promise<CriterionInput[]> =>
  (await criteriaOf(trx, id)).map(criterionOut);
const questionsNow = async ({ trx }: Unit, id: string): Promise<QuestionInput[]> =>
  (await questionsOf(trx, id)).map(questionOut);

export const saveCriterion = async (
  unit: Unit,
  { editionId, id }: Which,
  version: number,
  criterion: CriterionInput,
): Saved => putCriteria(unit, editionId, version, withOne(await criteriaNow(unit, editionId), id, criterion));

export const saveQuestion = async (
  unit: Unit,
  { editionId, id }: Which,
  version: number,
  question: QuestionInput,
): Saved =>
  putQuestions(unit, editionId, version, withOne(await questionsNow(unit, editionId), id, question));

type Table = 'criteria' | 'questions';
type Existing = { editionId: string; id: string; to?: number | undefined };

/** Moves one up by one place. */
export const moveUp = (unit: Unit, table: Table, which: Existing, version: number): Saved =>
  moved(unit, table, which, version, (at) => at - 1);

/** Moves one down by one place. */
export const moveDown = (unit: Unit, table: Table, which: Existing, version: number): Saved =>
  moved(unit, table, which, version, (at) => at + 1);

/** Moves one to a place, counted from one; past the last it becomes the last. */
export const moveTo = (unit: Unit, table: Table, which: Existing, version: number): Saved =>
  moved(unit, table, which, version, (at) => (which.to === undefined ? at : which.to - 1));

const moved = (
  unit: Unit,
  table: Table,
  { editionId, id }: Existing,
  version: number,
  place: (at: number) => number,
): Saved =>
  changed(unit, table, editionId, version, <T extends { id?: string }>(list: T[]) => {
    const at = indexOf(list, id);
    return list.toSpliced(at, 1).toSpliced(Math.max(place(at), 0), 0, list[at] as T);
  });

/** Takes one away; a criterion goes with its questions. */
export const removeItem = (unit: Unit, table: Table, { editionId, id }: Existing, version: number): Saved =>
  changed(unit, table, editionId, version, (list) => list.toSpliced(indexOf(list, id), 1));

async function changed(
  unit: Unit,
  table: Table,
  editionId: string,
  version: number,
  change: <T extends { id?: string }>(list: T[]) => T[],
): Saved {
  return table === 'criteria'
    ? putCriteria(unit, editionId, version, change(await criteriaNow(unit, editionId)))
    : putQuestions(unit, editionId, version, change(await questionsNow(unit, editionId)));
}

function withOne<T extends { id?: string }>(list: T[], id: string | null, one: T): T[] {
  return id === null ? [...list, one] : list.with(indexOf(list, id), { ...one, id });
}

function indexOf(list: readonly { id?: string }[], id: string): number {
  const at = list.findIndex((one) => one.id === id);
  if (at < 0) throw problem('not-found');
  return at;
}
