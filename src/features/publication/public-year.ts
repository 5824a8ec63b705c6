/** A year of the prize as data: for programs, and in what is sent to the press. */
import { rulesVersionAsJson } from '../editions/schema-rules.ts';
import type { PublicYear } from './public-queries.ts';
import type { PublicEdition, Published } from './schema-public.ts';

export const iso = (at: Date): string => at.toISOString();
export const times = ({ opensAt, closesAt, finalistsAt, ceremonyAt }: PublicEdition) => ({
  opensAt: iso(opensAt),
  closesAt: iso(closesAt),
  finalistsAt: iso(finalistsAt),
  ceremonyAt: iso(ceremonyAt),
});

/** Everything that is public of one of our own years. */
export function ownYear({ edition, outcome }: PublicYear) {
  const { year, phase, ceremonyPlace, rulesSha256 } = edition;
  const { finalists, winner, nominated, jury, takenDown } = outcome;
  return {
    year,
    phase,
    ...times(edition),
    ceremonyPlace,
    ...(rulesSha256 ? { rulesSha256, rulesVersions: edition.rulesVersions.map(rulesVersionAsJson) } : {}),
    nominated: nominated.map((one) => ({ ...one, partners: [...one.partners] })),
    jury,
    finalists: finalists && publishedOut(finalists),
    winner: winner && { ...publishedOut(winner), noAward: winner.noAward },
    takenDown: takenDown && { at: iso(takenDown.at), notice: takenDown.notice },
  };
}

const publishedOut = ({ at, texts, corrected }: Published) => ({
  at: iso(at),
  texts,
  corrected: corrected && { at: iso(corrected.at), what: corrected.what },
});
