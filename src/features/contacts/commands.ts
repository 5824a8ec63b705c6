/** Filing what came in outside of the service. Nothing that was filed is rewritten: a wrong entry is struck out. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { nominationFor } from '../nominations/queries.ts';
import type { ContactInput } from './schema.ts';

/** @throws not-found; auth/forbidden; ballot/recused for a secretary in conflict; request/invalid for what has not happened yet */
export async function fileContact(
  unit: Unit,
  nominationId: string,
  input: ContactInput,
): Promise<{ id: string }> {
  const row = await nominationFor(unit.trx, unit, nominationId, 'fileContact');
  const errors = faultsOf(input, unit.now);
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  const { id } = await unit.trx
    .insertInto('contacts')
    .values({
      edition_id: row.edition_id,
      nomination_id: nominationId,
      kind: input.kind,
      with_whom: input.kind === 'note' ? '' : (input.withWhom?.trim() ?? ''),
      text: input.text.trim(),
      happened_at: input.happenedAt,
      filed_by: personOf(unit),
      filed_at: unit.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: nominationId,
    event: 'fileContact',
    payload: { kind: input.kind },
  });
  return { id };
}

function faultsOf({ kind, withWhom, text, happenedAt }: ContactInput, now: Date): ProblemError[] {
  const errors: ProblemError[] = [];
  if (kind !== 'note' && !withWhom?.trim())
    errors.push({ field: 'withWhom', message: (t) => t.contacts.whom });
  if (happenedAt > now) errors.push({ field: 'happened', message: (t) => t.contacts.notYet });
  if (text.trim() === '') errors.push({ field: 'text', message: (t) => t.fieldErrors.required });
  return errors;
}

/** Strikes out what was filed by mistake: that there was something stays, what it said is shown to nobody. @throws not-found; process/not-now */
export async function strikeContact(unit: Unit, id: string): Promise<{ nominationId: string }> {
  const found = await unit.trx
    .selectFrom('contacts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const row = await nominationFor(unit.trx, unit, found.nomination_id, 'fileContact');
  if (found.struck_at) throw problem('process/not-now');
  await unit.trx
    .updateTable('contacts')
    .set({ struck_by: personOf(unit), struck_at: unit.now })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: row.id,
    event: 'strikeContact',
  });
  return { nominationId: row.id };
}
