/** Criteria and form of an edition, replaced as a whole: the list that is sent is the list that stands. */
import type { Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { isStructured } from '../writing/schema-structured.ts';
import { problem } from '../../platform/http/problem.ts';
import { demandUnfrozen } from './commands.ts';
import type { CriterionInput, QuestionInput } from './input.ts';
import { lockEdition } from './queries.ts';

/**
 * Sets the criteria, in their order. One with an `id` is kept and changed; one that is left out goes, with its questions.
 *
 * @throws conflict/version; process/not-now once announced; request/invalid for an unknown id or a weight out of place
 */
export async function putCriteria(
  unit: Unit,
  editionId: string,
  version: number,
  criteria: readonly CriterionInput[],
): Promise<{ version: number }> {
  const { trx } = unit;
  const next = await begin(unit, editionId, version);
  const before = await idsOf(unit, 'criteria', editionId);
  refuseUnknown(criteria, before, 'criteria');
  const errors = criteria.flatMap(({ kind, weight }, i) =>
    kind === 'must' && weight
      ? [{ field: `criteria.${i}.weight`, message: (t: Words) => t.secretariat.mustHasNoWeight }]
      : [],
  );
  if (errors.length) throw problem('request/invalid', {}, errors);
  const kept = new Set(criteria.flatMap(({ id }) => id ?? []));
  const gone = before.filter((id) => !kept.has(id));
  if (gone.length) {
    await trx.deleteFrom('questions').where('criterion_id', 'in', gone).execute();
    await trx.deleteFrom('criteria').where('id', 'in', gone).execute();
  }
  for (const [position, { id, kind, weight, texts }] of criteria.entries()) {
    const row = {
      position,
      kind,
      weight: kind === 'assessed' ? (weight ?? 1) : (weight ?? null),
      texts: JSON.stringify(texts),
    };
    if (id) await trx.updateTable('criteria').set(row).where('id', '=', id).execute();
    else
      await trx
        .insertInto('criteria')
        .values({ ...row, edition_id: editionId })
        .execute();
  }
  return done(unit, editionId, next, 'putCriteria', criteria.length);
}

/** Sets the questions of the form, in their order. @throws as putCriteria */
export async function putQuestions(
  unit: Unit,
  editionId: string,
  version: number,
  questions: readonly QuestionInput[],
): Promise<{ version: number }> {
  const { trx } = unit;
  const next = await begin(unit, editionId, version);
  const before = await idsOf(unit, 'questions', editionId);
  refuseUnknown(questions, before, 'questions');
  const criteria = new Set(await idsOf(unit, 'criteria', editionId));
  const errors = questions.flatMap(({ criterionId }, i) =>
    criterionId && !criteria.has(criterionId)
      ? [{ field: `questions.${i}.criterionId`, message: (t: Words) => t.fieldErrors.notAllowed }]
      : [],
  );
  errors.push(...questions.flatMap(shapeFaults));
  if (errors.length) throw problem('request/invalid', {}, errors);
  const kept = new Set(questions.flatMap(({ id }) => id ?? []));
  const gone = before.filter((id) => !kept.has(id));
  if (gone.length) await trx.deleteFrom('questions').where('id', 'in', gone).execute();
  for (const [position, { id, criterionId, wordLimit, details, texts, ...rest }] of questions.entries()) {
    const row = {
      ...rest,
      details: details ? JSON.stringify(details) : null,
      position,
      criterion_id: criterionId ?? null,
      word_limit: wordLimit ?? null,
      texts: JSON.stringify(texts),
    };
    if (id) await trx.updateTable('questions').set(row).where('id', '=', id).execute();
    else
      await trx
        .insertInto('questions')
        .values({ ...row, edition_id: editionId })
        .execute();
  }
  return done(unit, editionId, next, 'putQuestions', questions.length);
}

/** A table has columns, choices have options, both are optional (they help, and never stop anybody), and nothing else has either. */
function shapeFaults({ kind, required, details }: QuestionInput, i: number) {
  const wanted = isStructured(kind) ? (kind === 'table' ? 'columns' : 'options') : null;
  const fits = wanted ? details && wanted in details : !details;
  const field = (name: string) => ({
    field: `questions.${i}.${name}`,
    message: (t: Words) => t.fieldErrors.notAllowed,
  });
  return [...(fits ? [] : [field('details')]), ...(wanted && required ? [field('required')] : [])];
}

interface Words {
  fieldErrors: { notAllowed: string };
  secretariat: { mustHasNoWeight: string };
}

async function begin(unit: Unit, editionId: string, version: number): Promise<number> {
  const row = await lockEdition(unit, editionId, 'adjust');
  demandUnfrozen(row);
  if (version !== row.version) throw problem('conflict/version');
  return row.version + 1;
}

async function done(
  unit: Unit,
  editionId: string,
  version: number,
  event: EventOf<'edition'>,
  count: number,
): Promise<{ version: number }> {
  await unit.trx.updateTable('editions').set({ version }).where('id', '=', editionId).execute();
  unit.record({ editionId, subjectType: 'edition', subjectId: editionId, event, payload: { count } });
  return { version };
}

const idsOf = async ({ trx }: Unit, table: 'criteria' | 'questions', editionId: string): Promise<string[]> =>
  (await trx.selectFrom(table).select('id').where('edition_id', '=', editionId).execute()).map(
    ({ id }) => id,
  );

function refuseUnknown(items: readonly { id?: string }[], known: readonly string[], name: string): void {
  const errors = items.flatMap(({ id }, i) =>
    id && !known.includes(id)
      ? [{ field: `${name}.${i}.id`, message: (t: Words) => t.fieldErrors.notAllowed }]
      : [],
  );
  if (errors.length) throw problem('request/invalid', {}, errors);
}
