/** Bringing back an earlier text: a change like any other, which can itself be undone. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { saveAnswers, type Saved } from '../nominations/answers.ts';
import { lockDraft } from '../nominations/editing.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { addRevision, revisionOf } from './revisions.ts';

/** Fields to bring back, each with the version that was shown beside the earlier text. */
export type Wanted = Readonly<Record<string, number>>;

/**
 * Makes the texts of a step of the history the answers again. What stands there now becomes a step first.
 *
 * @throws not-found, and as saveAnswers: also when another has written in a field since it was shown
 */
export async function restoreRevision(
  unit: Unit,
  nominationId: string,
  revisionId: string,
  wanted: Wanted,
): Promise<Saved> {
  const row = await lockDraft(unit, nominationId, Object.keys(wanted));
  const revision = await revisionOf(unit.trx, nominationId, revisionId);
  const unknown = Object.keys(wanted).filter((field) => !(field in revision.answers));
  if (unknown.length)
    throw problem(
      'request/invalid',
      {},
      unknown.map((field) => ({ field, message: (t) => t.fieldErrors.unknownField })),
    );
  const now = (await fieldsOf(unit.trx, row)).filter(({ question }) => question.id in wanted);
  const changed = now.filter(({ question, value }) => revision.answers[question.id] !== value);
  if (changed.length)
    await addRevision(unit, nominationId, {
      section: revision.section,
      kind: 'restore',
      answers: Object.fromEntries(changed.map(({ question, value }) => [question.id, value])),
    });
  return saveAnswers(
    unit,
    nominationId,
    Object.fromEntries(
      Object.entries(wanted).map(([field, version]) => [
        field,
        { value: revision.answers[field] ?? '', version },
      ]),
    ),
  );
}
