import { placeOf } from '../nominations/registers.ts';

/** The county of an organisation; null for one that is in none of the registers, and where the reader may not know which it is. */
export const countyOf = (key: string | null): string | null => (key && placeOf(key)?.county) || null;
