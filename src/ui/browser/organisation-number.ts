/** Organisation numbers: nine digits whose last one checks the others (mod 11). The same on the server and in the browser. */

/** "974 760 673" is "974760673". */
export const digitsOf = (written: string): string => written.replace(/[\s.\u00A0]/g, '');

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

export function isOrganisationNumber(digits: string): boolean {
  if (!/^[0-9]{9}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[8]);
}
