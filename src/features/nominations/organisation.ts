/** Whom an application is for: a place of the register where the kind has one, else a name as it was written. */
import { problem } from '../../platform/http/problem.ts';
import { districts, exactly, municipalities, placeOf, plain, suggest, type Place } from './registers.ts';
import type { ApplicantKind } from './schema.ts';
import { cleanLine } from './words.ts';

export interface Organisation {
  key: string;
  name: string;
}

const registerOf: Record<ApplicantKind, readonly Place[]> = {
  municipality: municipalities,
  district: districts,
  enterprise: [],
  cooperation: municipalities,
};
const kindOfKey: Record<ApplicantKind, string> = {
  municipality: 'kommune:',
  district: 'bydel:',
  enterprise: ' ',
  cooperation: 'kommune:',
};

/**
 * `key` is what was chosen from the register, `name` what was written. Only a municipality must be in the register:
 * other cities than Oslo have districts too, and the host of a cooperation can be anybody.
 *
 * @throws request/invalid at `organisation` when the name is not in the register, or fits several places
 */
export function organisationOf(kind: ApplicantKind, name: string, key?: string): Organisation {
  const chosen = key?.startsWith(kindOfKey[kind]) ? placeOf(key) : undefined;
  if (chosen) return { key: chosen.key, name: chosen.name };
  const written = cleanLine(name);
  const found = exactly(registerOf[kind], written);
  if (found[0] && found.length === 1) return { key: found[0].key, name: found[0].name };
  if (kind === 'municipality' || found.length > 1) {
    throw problem('request/invalid', {}, [
      {
        field: 'organisation',
        message: (t) => t.nominations.start[found.length > 1 ? 'severalFit' : 'notInRegister'],
      },
    ]);
  }
  return { key: `${WRITTEN}${plain(written)}`, name: written };
}

const WRITTEN = 'navn:';
/** The name is as the applicant wrote it; no register knows it. */
export const isWritten = (key: string): boolean => key.startsWith(WRITTEN);

/** The others of a cooperation, one a line as they were written; of anything else nobody. */
export const partnersOf = (kind: string, written: readonly string[] = []): string[] =>
  kind === 'cooperation' ? written.map(cleanLine).filter(Boolean) : [];

/** What somebody may have meant who wrote this. */
export const candidates = (kind: ApplicantKind, name: string): Place[] => {
  const register = registerOf[kind];
  const same = exactly(register, name);
  return same.length > 1 ? same : suggest(register, name, 8);
};
