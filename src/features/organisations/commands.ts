/** The facts about who applies, while it can still be changed: number, unit, partners, and a name that no register gave. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { refuseIdentityNumbers } from '../nominations/commands.ts';
import { lockForEditing } from '../nominations/editing.ts';
import { isWritten, organisationOf, partnersOf } from '../nominations/organisation.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { cleanLine } from '../nominations/words.ts';
import { demandNumber } from './number.ts';

export interface ApplicantFacts {
  /** The name, where it is one that the applicant wrote; left out, it stays. */
  organisation?: string | undefined;
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
  // The secretariat sees of a draft who applies.
  refuseIdentityNumbers({
    organisation: facts.organisation ?? '',
    unit: facts.unit ?? '',
    partners: (facts.partners ?? []).join('\n\n'),
  });
  if (row.version !== facts.version) throw problem('conflict/version');
  const changed = {
    ...named(row, facts.organisation),
    organisation_number: number,
    unit_name: cleanLine(facts.unit ?? ''),
    partners: partnersOf(row.applicant_kind, facts.partners),
  };
  const same =
    changed.organisation_name === row.organisation_name &&
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

/** A name that was written can be mended; one of the register is another applicant. @throws request/invalid at `organisation` */
function named(row: NominationRow, written: string | undefined) {
  const { organisation_name, organisation_key, applicant_kind } = row;
  if (written === undefined || cleanLine(written) === organisation_name)
    return { organisation_name, organisation_key };
  if (!isWritten(organisation_key))
    throw problem('request/invalid', {}, [
      { field: 'organisation', message: (t) => t.organisations.nameOfRegister },
    ]);
  if (cleanLine(written) === '')
    throw problem('request/invalid', {}, [{ field: 'organisation', message: (t) => t.fieldErrors.required }]);
  const { name, key } = organisationOf(applicant_kind, written);
  return { organisation_name: name, organisation_key: key };
}
