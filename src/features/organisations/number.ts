/** A number that somebody wrote. */
import { problem } from '../../platform/http/problem.ts';
import { readOrganisationNumber } from './schema.ts';

/** The number as it is kept. @throws request/invalid at `organisationNumber` */
export function demandNumber(written: string | undefined): string | null {
  if (written === undefined || written.trim() === '') return null;
  const number = readOrganisationNumber(written);
  if (number) return number;
  throw problem('request/invalid', {}, [
    { field: 'organisationNumber', message: (t) => t.organisations.notANumber },
  ]);
}
