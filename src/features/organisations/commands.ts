/** The facts about who applies, while it can still be changed: number, unit, partners. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockForEditing } from '../nominations/editing.ts';
import { partnersOf } from '../nominations/organisation.ts';
import { cleanLine } from '../nominations/words.ts';
import { demandNumber } from './number.ts';

export interface ApplicantFacts {
  /** As written; empty for none. */
  organisationNumber?: string | undefined;
  unit?: string | undefined;
  /** Only of a cooperation. */
  partners?: readonly string[] | undefined;
  version: number;
}

/** @throws not-found, auth/forbidden, process/not-now, nomination/deadline-passed; conflict/version; request/invalid */
export async function changeApplicant(unit: Unit, id: string, facts: ApplicantFacts): Promise<string | null> {
  const row = await lockForEditing(unit, id, ['applicant']);
  const number = demandNumber(facts.organisationNumber);
  if (row.version !== facts.version) throw problem('conflict/version');
  const changed = {
    organisation_number: number,
    unit_name: cleanLine(facts.unit ?? ''),
    partners: partnersOf(row.applicant_kind, facts.partners),
  };
  const same =
    changed.organisation_number === row.organisation_number &&
    changed.unit_name === row.unit_name &&
    JSON.stringify(changed.partners) === JSON.stringify(row.partners);
  if (same) return number;
  await unit.trx
    .updateTable('nominations')
    .set({ ...changed, version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: id,
    event: 'changeApplicant',
  });
  return number;
}
