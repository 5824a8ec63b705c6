/** A year of the prize played through the commands that people use, as far as a test wants it. */
import type { Transaction } from 'kysely';
import { transact, type Unit } from '../../src/core/process/unit.ts';
import { openCalibration } from '../../src/features/ballots/commands-calibration.ts';
import { createEdition, sendEditionEvent } from '../../src/features/editions/commands.ts';
import { dispatchEdition } from '../../src/features/editions/flow.ts';
import { confirmConfidence, declare } from '../../src/features/jury/commands.ts';
import { addSeat, fillSeat } from '../../src/features/jury/commands-seats.ts';
import { saveAnswers } from '../../src/features/nominations/answers.ts';
import { startNomination } from '../../src/features/nominations/commands.ts';
import { dispatchNomination } from '../../src/features/nominations/flow.ts';
import { ensurePerson } from '../../src/features/people/commands.ts';
import { systemActor, type Actor } from '../../src/platform/actor.ts';
import { addDays, addMinutes, osloInstant } from '../../src/platform/clock.ts';
import type { DB } from '../../src/platform/db/types.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { calibrate, turnOnCalibration } from './calibration.ts';
import { granted } from './granted.ts';

export type Who = 'secretary' | 'second' | 'leader' | 'chair' | 'juror' | 'other' | 'third' | 'applicant';
const names: Record<Who, string> = {
  secretary: 'Ingeborg Aashagen',
  second: 'Tor Henrik Vangsnes',
  leader: 'Bente Ramsødegård',
  chair: 'Sigrid Falkangen',
  juror: 'Olav Brekkestad',
  other: 'Nina Hauglien',
  third: 'Liv Torgersdal',
  applicant: 'Kari Søker',
};
const jury: readonly [Who, 'chair' | 'member', string][] = [
  ['chair', 'chair', 'Senter for medisinsk etikk'],
  ['juror', 'member', 'Helsedirektoratet'],
  ['other', 'member', 'KS'],
  ['third', 'member', 'Fagforbundet'],
];

export interface Year {
  id: string;
  year: number;
  people: Record<Who, Actor>;
  /** Name of the applicant > id of the application. */
  nominations: Record<string, string>;
  as<T>(who: Who | 'system', at: Date, work: (unit: Unit) => Promise<T>): Promise<T>;
  version(): Promise<number>;
  send(who: Who, at: Date, type: string, rest?: object): Promise<void>;
}

/** People with their roles, and the edition of 2026 from the defaults with a jury, still planned. */
export async function plannedYear(db: Database, year = 2026): Promise<Year> {
  const start = osloInstant(`${year}-04-01`, '09:00');
  const as =
    (actor: Actor, at: Date) =>
    <T>(work: (unit: Unit) => Promise<T>) =>
      transact(db, { actor, now: at, requestId: 'test' }, work);
  const people = {} as Record<Who, Actor>;
  for (const [who, name] of Object.entries(names) as [Who, string][]) {
    const email = `${who}@example.no`;
    const { id } = await as(
      systemActor,
      start,
    )((unit) => ensurePerson(unit, { email, name, language: 'nb' }));
    people[who] = { personId: id, name, email, lang: 'nb', via: 'session', roles: [] };
  }
  for (const [who, role] of [
    ['secretary', 'secretary'],
    ['second', 'secretary'],
    ['leader', 'leader'],
  ] as const) {
    await db
      .insertInto('role_grants')
      .values(granted(people[who].personId as string, role, start))
      .execute();
  }
  const play: Year['as'] = (who, at, work) => as(who === 'system' ? systemActor : people[who], at)(work);
  const { id } = await play('secretary', start, (unit) => createEdition(unit, { year }));
  for (const [who, role, organisation] of jury) {
    const seat = await play('secretary', start, (unit) => addSeat(unit, id, { organisation, role }));
    await play('secretary', start, (unit) =>
      fillSeat(unit, seat.id, { email: people[who].email, name: names[who], language: 'nb' }),
    );
    await play(who, start, (unit) => confirmConfidence(unit, id));
  }
  const version = async () =>
    (await db.selectFrom('editions').select('version').where('id', '=', id).executeTakeFirstOrThrow())
      .version;
  return {
    id,
    year,
    people,
    nominations: {},
    as: play,
    version,
    send: async (who, at, type, rest = {}) => {
      const seen = await version();
      await play(who, at, (unit) => sendEditionEvent(unit, id, { type, version: seen, ...rest }));
    },
  };
}

export const datesOf = (db: Database | Transaction<DB>, id: string) =>
  db.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** …announced, with these applications sent in, admitted and judged: the jury can decide. */
export async function deliberatingYear(
  db: Database,
  applicants: readonly string[],
  year = 2026,
  /** The jury scores a made-up application first, and the chair shows it before the last of them has. */
  { calibrated = false }: { calibrated?: boolean } = {},
): Promise<Year> {
  const played = await plannedYear(db, year);
  const { id, as, send, nominations } = played;
  const dates = await datesOf(db, id);
  if (calibrated) await as('secretary', dates.created_at, (unit) => turnOnCalibration(unit, id));
  await send('secretary', addDays(dates.opens_at, -7), 'announce');
  const during = addDays(dates.opens_at, 10);
  for (const name of applicants)
    nominations[name] = await as('applicant', during, (unit) => sentIn(unit, id, name));
  await as('system', dates.closes_at, (unit) => dispatchEdition(unit, { id, event: { type: 'close' } }));
  const after = addDays(dates.closes_at, 1);
  for (const nomination of Object.values(nominations))
    await as('secretary', after, (unit) =>
      dispatchNomination(unit, { id: nomination, event: { type: 'admit' } }),
    );
  await send('secretary', after, 'startJudging');
  for (const [who] of jury)
    for (const nomination of Object.values(nominations))
      await as(who, addMinutes(after, 5), (unit) => declare(unit, nomination, { answer: 'none' }));
  if (calibrated) {
    for (const [score, [who]] of jury.slice(0, -1).entries())
      await as(who, addMinutes(after, 10), (unit) =>
        calibrate(unit, id, { score: score + 2, text: 'Godt forankret, lite dokumentert.' }),
      );
    await as('chair', addMinutes(after, 15), (unit) =>
      openCalibration(unit, id, 'Den siste er på reise denne uka.'),
    );
  }
  await send('chair', addMinutes(dates.judging_ends_at, 1), 'closeJudging', {
    reason: 'Juryen har drøftet seg fram uten levering',
  });
  return played;
}

async function sentIn(unit: Unit, editionId: string, organisation: string): Promise<string> {
  const { id } = await startNomination(unit, { editionId, kind: 'enterprise', organisation, language: 'nb' });
  await answerAndSendIn(unit, editionId, id, organisation);
  return id;
}

/** A draft gets an answer to everything, and is sent in. */
export async function answerAndSendIn(
  unit: Unit,
  editionId: string,
  id: string,
  organisation: string,
): Promise<void> {
  const questions = await unit.trx
    .selectFrom('questions')
    .select(['id', 'kind'])
    .where('edition_id', '=', editionId)
    .execute();
  await saveAnswers(
    unit,
    id,
    Object.fromEntries(
      questions.map((question) => [
        question.id,
        { value: question.kind === 'tick' ? 'yes' : `Vi i ${organisation} gjør dette.`, version: 0 },
      ]),
    ),
  );
  await dispatchNomination(unit, { id, event: { type: 'submit' } });
}

/** The jury's statements for these, written and approved in both forms. */
export async function approvedStatements(
  db: Database,
  year: Year,
  names: readonly string[],
  at: Date,
): Promise<void> {
  for (const name of names) {
    await db
      .insertInto('statements')
      .values({
        nomination_id: year.nominations[name] as string,
        nb: `Fagjuryen mener at ${name} har arbeidet lenge og godt.`,
        nn: `Fagjuryen meiner at ${name} har arbeidd lenge og godt.`,
        written_by: year.people.secretary.personId as string,
        written_at: at,
        approved_by: year.people.chair.personId,
        approved_at: at,
      })
      .execute();
  }
}
