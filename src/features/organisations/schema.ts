import type { RegisterEntry } from '../../platform/organisation-register.ts';
import { digitsOf, isOrganisationNumber } from '../../ui/browser/organisation-number.ts';

/** What is known of an applicant's number. `notConfirmed`: the register has not answered yet. */
export type RegisterStatus = 'confirmed' | 'removed' | 'unknown' | 'notConfirmed' | 'noNumber';
/** As it was when an application was sent in (ORG-3). */
export type RegisterSnapshot = { status: RegisterStatus; number: string | null } & Partial<RegisterEntry>;

/** The nine digits, however they were spaced; undefined when they are no organisation number (ORG-1). */
export function readOrganisationNumber(written: string): string | undefined {
  const digits = digitsOf(written);
  return isOrganisationNumber(digits) ? digits : undefined;
}

/** Another application of the same year for the same organisation, or for the one above or below it (ORG-5). */
export interface Duplicate {
  id: string;
  organisation_name: string;
  unit_name: string;
  state: string;
  why: 'same' | 'parent' | 'child';
}
