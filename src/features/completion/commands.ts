/** Asking for more: which parts, with a word on each. */
import type { Unit } from '../../core/process/unit.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { rulesFor, wantedFor } from '../confirmations/queries.ts';
import { fieldsOf } from '../nominations/fields.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { cleanText } from '../nominations/words.ts';
import { isWhole, type PartKey, type ReturnedPart } from './schema.ts';

/** Every part that this application has. */
export async function partsOfForm({ trx }: Pick<Unit, 'trx'>, row: NominationRow): Promise<PartKey[]> {
  const wanted = await wantedFor(trx, row, await rulesFor(trx, row.edition_id));
  return [
    'applicant',
    ...(await fieldsOf(trx, row)).map(({ question }) => question.id),
    'documents',
    ...(wanted.length > 0 ? ['confirmations'] : []),
  ];
}

/**
 * What is asked for, read: each part of this application, once, with a word.
 *
 * @throws request/invalid, at `note-<part>` where the word is missing
 */
export async function readParts(
  unit: Pick<Unit, 'trx'>,
  row: NominationRow,
  given: readonly ReturnedPart[],
): Promise<ReturnedPart[]> {
  const known = new Set(await partsOfForm(unit, row));
  const parts = given.map(({ part, note }) => ({ part, note: cleanText(note).trim() }));
  const errors = parts.flatMap(({ part, note }, i): ProblemError[] => {
    if (!known.has(part) || parts.findIndex((each) => each.part === part) !== i)
      return [{ field: `part-${part}`, message: (t) => t.fieldErrors.unknownField }];
    return note === '' ? [{ field: `note-${part}`, message: (t) => t.completion.noteMissing }] : [];
  });
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  return parts;
}

/** Opens these parts and no others, with the return that has just been counted. */
export async function openParts(
  { trx }: Unit,
  { id, return_count }: NominationRow,
  parts: readonly ReturnedPart[],
): Promise<void> {
  await trx
    .insertInto('return_parts')
    .values(
      parts.map(({ part, note }) => ({
        nomination_id: id,
        return_number: return_count,
        part: isWhole(part) ? part : ('question' as const),
        question_id: isWhole(part) ? null : part,
        note,
      })),
    )
    .execute();
}
