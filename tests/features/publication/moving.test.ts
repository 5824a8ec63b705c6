/** A date that is moved past what has come out or is about to; a moment that is moved by two persons. */
import t from 'tap';
import { sql } from 'kysely';
import { updateEdition } from '../../../src/features/editions/commands.ts';
import {
  approvePublication,
  preparePublication,
  stopPublication,
} from '../../../src/features/publication/commands.ts';
import type { NewPublication } from '../../../src/features/publication/schema.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { describe } from '../../../src/platform/http/problem.ts';
import { testDatabase } from '../../helpers/database.ts';
import { approvedStatements, datesOf, deliberatingYear, type Year } from '../../helpers/year.ts';

const names = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'];
const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };
const ms = (moment: Date, by: number): Date => instant(moment.getTime() + by);
interface Refused {
  type?: string;
  constraint?: string;
  errors?: { field?: string; requirement?: string; message?: unknown }[];
}
const refused = (promise: Promise<unknown>): Promise<Refused> =>
  promise.then(
    () => ({ type: 'nothing was refused' }),
    (error: Refused) => error,
  );
const refusal = async (promise: Promise<unknown>): Promise<string | undefined> => {
  const { type, constraint } = await refused(promise);
  return type ?? constraint;
};

/** The nominated approved for their moment, the winner decided; `early` is two days before they come out. */
async function nominated(db: Database) {
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
  return { year, finalists, early, finalistsAt: dates.finalists_at, ceremony: dates.ceremony_at };
}
const prepared = (year: Year, at: Date, publication: NewPublication) =>
  year.as('secretary', at, (unit) => preparePublication(unit, year.id, publication));
async function approved(year: Year, at: Date, publication: NewPublication) {
  const { id, version } = await prepared(year, at, publication);
  return { id, ...(await year.as('second', at, (unit) => approvePublication(unit, id, version))) };
}
const isPublic = async (db: Database, year: Year, kind: 'finalists' | 'winner', at: Date) => {
  const { rows } = await sql<{
    is: boolean;
  }>`select outcome_is_public(${year.id}::uuid, ${kind}, ${at}) as is`.execute(db);
  return rows[0]!.is;
};
const dated = async (year: Year, at: Date, patch: { finalistsAt?: Date; ceremonyAt?: Date }) => {
  const version = await year.version();
  return year.as('secretary', at, (unit) => updateEdition(unit, year.id, version, patch));
};
/** Until somebody waits for a lock in this database. */
async function somebodyWaits(db: Database): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and not l.granted`.execute(db);
    if (rows[0]!.count > 0) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('nobody waits');
}

t.test(
  'a date does not move once what it announces is out, nor past what waits for its moment',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, finalists, early, finalistsAt, ceremony } = await nominated(db);
    const said = async (promise: Promise<unknown>) => {
      const problem = await refused(promise);
      t.equal(problem.type, 'request/invalid');
      return describe(problem as never, 'nb').errors.map(({ field, message }) => `${field}: ${message}`);
    };
    t.match(
      (await said(dated(year, early, { finalistsAt: ms(finalistsAt, 1) })))[0],
      /^finalistsAt: .*Flytt/,
    );
    await dated(year, early, { finalistsAt: ms(finalistsAt, -60_000) });
    await dated(year, early, { finalistsAt });

    const latest = addMinutes(ceremony, 120);
    const waiting = await prepared(year, early, {
      kind: 'winner',
      release: 'press',
      publishAt: latest,
      texts,
    });
    t.match(
      (await said(dated(year, early, { ceremonyAt: ms(latest, 1) })))[0],
      /^ceremonyAt: .*senest/,
      'a prepared one holds it',
    );
    await dated(year, early, { ceremonyAt: latest });
    await dated(year, early, { ceremonyAt: ceremony });
    const { version } = await year.as('second', early, (unit) =>
      approvePublication(unit, waiting.id, waiting.version),
    );
    t.match(
      (await said(dated(year, early, { ceremonyAt: addDays(ceremony, 7) })))[0],
      /^ceremonyAt: .*stopp/,
    );

    // By their moment alone, before any state has followed.
    t.same(await said(dated(year, finalistsAt, { finalistsAt: addDays(finalistsAt, 1) })), [
      'finalistsAt: De nominerte er offentliggjort. Datoen kan ikke endres lenger',
    ]);
    t.same(await said(dated(year, latest, { ceremonyAt: addDays(ceremony, 7) })), [
      'ceremonyAt: Prisen er kunngjort. Datoen kan ikke endres lenger',
    ]);
    await year.as('second', early, (unit) =>
      stopPublication(unit, waiting.id, { version, reason: 'Seremonien flyttes' }),
    );
    await dated(year, early, { ceremonyAt: addDays(ceremony, 7) });
    t.ok(finalists.id);
  },
);

t.test('a date and a publication at once: whoever comes second sees the first', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalistsAt, ceremony } = await nominated(db);
  const at = addDays(finalistsAt, 1);
  const later = addDays(ceremony, 7);
  const answered: { move?: Promise<string | undefined> } = {};
  await year.as('secretary', at, async (unit) => {
    // Holds the year's lock until the move of the date waits for it.
    const { id } = await preparePublication(unit, year.id, { kind: 'winner', publishAt: ceremony, texts });
    answered.move = refusal(dated(year, at, { ceremonyAt: later }));
    await somebodyWaits(db);
    t.ok(id);
  });
  t.equal(await answered.move, 'request/invalid');
  t.same((await datesOf(db, year.id)).ceremony_at, ceremony);
});
