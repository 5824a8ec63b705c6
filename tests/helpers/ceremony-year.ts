/** A year on the day of its ceremony: the nominated are public, and the winner waits for the press. */
import { approvePublication, preparePublication } from '../../src/features/publication/commands.ts';
import { addDays, addMinutes } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { approvedStatements, datesOf, deliberatingYear, type Year } from './year.ts';

export const nominees = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'];
/** Words that nobody may read before the press: only the announcement has them. */
export const secret = {
  nb: 'Juryen falt ned på Kanarifuglsvaret.',
  nn: 'Juryen fall ned på Kanarifuglsvaret.',
};
export const secretWords = /Kanarifuglsvaret|Vinner av|Vinnar av|Winner of|Hederlig|fikk Etikkprisen/;

export interface CeremonyYear {
  year: Year;
  ceremony: Date;
  /** Without a press it comes out then. */
  latest: Date;
  winnerId: string;
  winnerVersion: number;
}

export async function ceremonyYear(
  db: Database,
  { winner = 'Ærfuglen sykehjem', mention = 'Ås helsehus' } = {},
): Promise<CeremonyYear> {
  const year = await deliberatingYear(db, [...nominees, 'Fem bydel']);
  const { finalists_at, ceremony_at } = await datesOf(db, year.id);
  const early = addDays(finalists_at, -2);
  await year.send('chair', early, 'decideFinalists', {
    decision: { finalists: nominees.map((name) => year.nominations[name]), reason: 'Drøftet' },
  });
  await year.send('chair', early, 'decideWinner', {
    decision: {
      winner: year.nominations[winner],
      honourableMentions: [year.nominations[mention]],
      reason: 'Drøftet',
    },
  });
  await approvedStatements(db, year, nominees, early);
  const latest = addMinutes(ceremony_at, 120);
  const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };
  let made = { id: '', version: 0 };
  for (const publication of [
    { kind: 'finalists', publishAt: finalists_at, texts } as const,
    { kind: 'winner', release: 'press', publishAt: latest, texts: secret } as const,
  ]) {
    const { id, version } = await year.as('secretary', early, (unit) =>
      preparePublication(unit, year.id, publication),
    );
    made = { id, ...(await year.as('second', early, (unit) => approvePublication(unit, id, { version }))) };
  }
  return { year, ceremony: ceremony_at, latest, winnerId: made.id, winnerVersion: made.version };
}
