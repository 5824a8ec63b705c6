/** Starting from what was written another year. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { partsOpen } from '../completion/queries.ts';
import { saveAnswers } from '../nominations/answers.ts';
import { lockForEditing } from '../nominations/editing.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import type { Field } from '../nominations/schema.ts';
import { earlierOf } from './queries.ts';

export interface Copied {
  /** Answers that were copied. */
  copied: number;
  /** Answers of the earlier application that have no empty question of the same words here. */
  left: number;
}

/**
 * Copies the answers of an earlier application into the empty ones of this, where the question is the same. What somebody has
 * written here stays. Ticks are not copied: what they say must be said anew each year.
 *
 * @throws not-found for an application that the person may not read, or that is not an earlier one of the same organisation;
 *   auth/forbidden, process/not-now, nomination/deadline-passed as for writing
 */
export async function startFrom(unit: Unit, id: string, from: string): Promise<Copied> {
  const { trx } = unit;
  const row = await lockForEditing(unit, id, []);
  const isOpen = await partsOpen(trx, row);
  if (!(await earlierOf(trx, unit, row)).some((each) => each.id === from)) throw problem('not-found');
  const earlier = await nominationFor(trx, unit, from, 'readDraft');
  const [then, now] = await Promise.all([callOf(trx, earlier.edition_id), callOf(trx, row.edition_id)]);
  const key = keyOf(then.year, now.year);
  const written = (await fieldsOf(trx, earlier)).filter(
    ({ question, value }) => question.kind !== 'tick' && value.trim() !== '',
  );
  const empty = new Map(
    (await fieldsOf(trx, row))
      .filter(({ question, value }) => value.trim() === '' && isOpen(question.id))
      .map((field) => [key(field.question), field]),
  );
  const changes: Record<string, { value: string; version: number }> = {};
  for (const { question, value } of written) {
    const field = empty.get(key(question));
    if (field) changes[field.question.id] = { value, version: field.version };
  }
  const copied = Object.keys(changes).length;
  if (copied > 0) await saveAnswers(unit, id, changes);
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: id,
    event: 'startFrom',
    payload: { from, copied },
  });
  return { copied, left: written.length - copied };
}

/** A question by its words, its shape and where it stands; a year in the words may have become the new one. */
const keyOf =
  (then: number, now: number) =>
  ({ section, kind, texts, details }: Field['question']): string =>
    JSON.stringify([section, kind, texts['nb']?.label ?? '', details]).replaceAll(String(then), String(now));
