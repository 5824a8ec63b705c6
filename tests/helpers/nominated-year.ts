/** A year as the ceremony nears: what waits to come out, and how something more is prepared and approved. */
import { approvePublication, preparePublication } from '../../src/features/publication/commands.ts';
import type { NewPublication } from '../../src/features/publication/schema.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { approvedStatements, datesOf, deliberatingYear, type Year } from './year.ts';

const names = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'];
export const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };

/** The nominated approved for their moment, the winner decided; `early` is two days before they come out, `at` a day before the ceremony. */
export async function nominated(db: Database) {
  const year = await deliberatingYear(db, [...names, 'Fem bydel']);
  const dates = await datesOf(db, year.id);
  const early = addDays(dates.finalists_at, -2);
  await year.send('chair', early, 'decideFinalists', {
    decision: { finalists: names.map((name) => year.nominations[name]), reason: 'Drøftet' },
  });
  await year.send('chair', early, 'decideWinner', {
    decision: { winner: year.nominations['Ærfuglen sykehjem'], reason: 'Drøftet' },
  });
  await approvedStatements(db, year, names, early);
  const finalists = await approved(year, early, { kind: 'finalists', publishAt: dates.finalists_at, texts });
  return {
    year,
    finalists,
    early,
    finalistsAt: dates.finalists_at,
    ceremony: dates.ceremony_at,
    at: addDays(dates.ceremony_at, -1),
  };
}
export const prepared = (year: Year, at: Date, publication: NewPublication) =>
  year.as('secretary', at, (unit) =>
    preparePublication(unit, year.id, { release: 'moment', ...publication }),
  );
export async function approved(year: Year, at: Date, publication: NewPublication) {
  const { id, version } = await prepared(year, at, publication);
  return { id, ...(await year.as('second', at, (unit) => approvePublication(unit, id, { version }))) };
}
