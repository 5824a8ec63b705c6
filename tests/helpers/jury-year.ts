/** A year in which the jury judges: a whole service to ask, people with tokens, and applications that hold a word to look for. */
import { transact, type Unit } from '../../src/core/process/unit.ts';
import { createEdition, sendEditionEvent, updateEdition } from '../../src/features/editions/commands.ts';
import { dispatchEdition } from '../../src/features/editions/flow.ts';
import { addSeat, fillSeat } from '../../src/features/jury/commands-seats.ts';
import { confirmConfidence } from '../../src/features/jury/commands.ts';
import { saveAnswers } from '../../src/features/nominations/answers.ts';
import { startNomination } from '../../src/features/nominations/commands.ts';
import { dispatchNomination } from '../../src/features/nominations/flow.ts';
import { ensurePerson } from '../../src/features/people/commands.ts';
import { readAll } from '../../src/features/reading/commands.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { addDays, addMinutes, instant } from '../../src/platform/clock.ts';
import { turnOnCalibration } from './calibration.ts';
import { playground, type Client, type Playground, type UploadedFile } from './client.ts';
import { granted } from './granted.ts';

export const juryPeople = {
  chair: ['Sigrid Falkangen', 'chair', 'Senter for medisinsk etikk'],
  deputyChair: ['Olav Brekkestad', 'deputyChair', 'Helsedirektoratet'],
  nina: ['Nina Hauglien', 'member', 'Helse- og omsorgsdepartementet'],
  liv: ['Liv Torgersdal', 'member', 'Fagforbundet'],
  henrik: ['Henrik Aspelien', 'member', 'Norsk Sykepleierforbund'],
  vara: ['Vera Varamo', 'deputy', 'KS'],
} as const;
export type Juror = keyof typeof juryPeople;
export type Person = Juror | 'secretary' | 'second' | 'leader' | 'applicant';
const names: Record<Exclude<Person, Juror>, string> = {
  secretary: 'Ingeborg Aashagen',
  second: 'Tor Henrik Vangsnes',
  leader: 'Bente Ramsødegård',
  applicant: 'Kari Søker',
};
export const jurors = ['chair', 'deputyChair', 'nina', 'liv', 'henrik'] as const satisfies readonly Juror[];

export interface JuryYear extends Playground {
  db: Playground['services']['db'];
  editionId: string;
  ids: Record<Person, string>;
  clients: Record<Person, Client>;
  /** Name of the applicant > id. Its answers hold the word `canary(name)`. */
  nominations: Record<string, string>;
  dates: { judging: Date; ends: Date; after: Date };
  play<T>(who: Person | 'system', at: Date, work: (unit: Unit) => Promise<T>): Promise<T>;
  event(who: Person, type: string, rest?: object): ReturnType<Client['post']>;
  /** Somebody who audits. */
  auditor(): Promise<Client>;
}

export const canary = (name: string): string => `kanarifugl-${name.toLowerCase()}`;

/** …up to the first day of the judging; nobody has declared anything. */
export async function judgingYear(
  t: Parameters<typeof playground>[0],
  applicants: readonly string[],
  {
    scoring = true,
    settings = {},
    documents = [],
    calibrated = false,
  }: {
    scoring?: boolean;
    settings?: object;
    /** Go along with each application, and are read. */
    documents?: readonly UploadedFile[];
    /** The jury scores a made-up application first. */
    calibrated?: boolean;
  } = {},
): Promise<JuryYear> {
  const made = await playground(t);
  const { db } = made.services;
  const start = instant('2026-04-01T07:00:00Z');
  await made.setClock(start);
  const people: Record<string, string> = {
    ...names,
    ...Object.fromEntries(Object.entries(juryPeople).map(([who, [name]]) => [who, name])),
  };
  const ids = {} as Record<Person, string>;
  const play: JuryYear['play'] = (who, at, work) =>
    transact(
      db,
      {
        actor:
          who === 'system'
            ? systemActor
            : {
                personId: ids[who],
                name: people[who]!,
                email: `${who}@example.no`,
                lang: 'nb',
                via: 'session',
                roles: [],
              },
        now: at,
        requestId: 'test',
      },
      work,
    );
  for (const [who, name] of Object.entries(people) as [Person, string][]) {
    ids[who] = (
      await play('system', start, (unit) =>
        ensurePerson(unit, { email: `${who}@example.no`, name, language: 'nb' }),
      )
    ).id;
  }
  for (const [who, role] of [
    ['secretary', 'secretary'],
    ['second', 'secretary'],
    ['leader', 'leader'],
  ] as const) {
    await db
      .insertInto('role_grants')
      .values(granted(ids[who], role, start))
      .execute();
  }
  const { id: editionId } = await play('secretary', start, (unit) => createEdition(unit, { year: 2026 }));
  const row = () =>
    db.selectFrom('editions').selectAll().where('id', '=', editionId).executeTakeFirstOrThrow();
  if (!scoring || Object.keys(settings).length > 0)
    await play('secretary', start, async (unit) =>
      updateEdition(unit, editionId, (await row()).version, { scoring, ...settings }),
    );
  if (calibrated) await play('secretary', start, (unit) => turnOnCalibration(unit, editionId));
  for (const [who, [name, role, organisation]] of Object.entries(juryPeople) as [
    Juror,
    (typeof juryPeople)[Juror],
  ][]) {
    const seat = await play('secretary', start, (unit) => addSeat(unit, editionId, { organisation, role }));
    await play('secretary', start, (unit) =>
      fillSeat(unit, seat.id, { email: `${who}@example.no`, name, language: 'nb' }),
    );
    await play(who, start, (unit) => confirmConfidence(unit, editionId));
  }
  const edition = await row();
  const send = async (who: Person, at: Date, type: string) =>
    play(who, at, async (unit) =>
      sendEditionEvent(unit, editionId, { type, version: (await row()).version }),
    );
  await send('secretary', addDays(edition.opens_at, -7), 'announce');
  const nominations: Record<string, string> = {};
  const writing = addDays(edition.opens_at, 3);
  for (const name of applicants) {
    const id = await play('applicant', writing, (unit) => begun(unit, editionId, name));
    nominations[name] = id;
    if (documents.length) await attach(made, id, documents, writing);
    await play('applicant', writing, (unit) => dispatchNomination(unit, { id, event: { type: 'submit' } }));
  }
  await play('system', edition.closes_at, (unit) =>
    dispatchEdition(unit, { id: editionId, event: { type: 'close' } }),
  );
  const judging = addDays(edition.closes_at, 1);
  for (const id of Object.values(nominations))
    await play('secretary', judging, (unit) => dispatchNomination(unit, { id, event: { type: 'admit' } }));
  await send('secretary', judging, 'startJudging');
  await made.setClock(judging);
  const clients = {} as Record<Person, Client>;
  for (const who of Object.keys(ids) as Person[]) clients[who] = await made.as(`${who}@example.no`);
  return {
    ...made,
    db,
    editionId,
    ids,
    clients,
    nominations,
    play,
    auditor: async () => {
      const { id } = await play('system', judging, (unit) =>
        ensurePerson(unit, { email: 'auditor@example.no', name: 'Revy Sor', language: 'nb' }),
      );
      await db
        .insertInto('role_grants')
        .values(granted(id, 'auditor', start))
        .execute();
      return made.as('auditor@example.no');
    },
    dates: { judging, ends: edition.judging_ends_at, after: addMinutes(edition.judging_ends_at, 1) },
    event: async (who, type, rest = {}) =>
      clients[who].post(`/api/v1/editions/${editionId}/events`, {
        type,
        version: (await row()).version,
        ...rest,
      }),
  };
}

async function attach(
  made: Playground,
  id: string,
  documents: readonly UploadedFile[],
  at: Date,
): Promise<void> {
  await made.setClock(at);
  const applicant = await made.as('applicant@example.no');
  const uploaded = await applicant.upload(`/api/v1/nominations/${id}/documents`, documents);
  if (uploaded.statusCode !== 201) throw new Error(uploaded.body);
  await readAll(made.services.db, made.services.files, id, at);
}

async function begun(unit: Unit, editionId: string, organisation: string): Promise<string> {
  const { id } = await startNomination(unit, { editionId, kind: 'enterprise', organisation, language: 'nb' });
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
        {
          value: question.kind === 'tick' ? 'yes' : `Vi arbeider med etikk hver uke. ${canary(organisation)}`,
          version: 0,
        },
      ]),
    ),
  );
  return id;
}

/** Everybody answers "none" for everything, except as told: `{ liv: { Modum: 'connection' } }`. */
export async function declareAll(
  { clients, nominations }: JuryYear,
  except: Partial<Record<Juror, Record<string, 'connection' | 'unsure'>>> = {},
  who: readonly Juror[] = jurors,
): Promise<void> {
  for (const juror of who) {
    for (const [name, id] of Object.entries(nominations)) {
      const answer = except[juror]?.[name] ?? 'none';
      const made = await clients[juror].post(`/api/v1/nominations/${id}/declarations`, {
        answer,
        ...(answer === 'connection' ? { grounds: ['H9'] } : {}),
      });
      if (made.statusCode !== 201) throw new Error(`${juror} on ${name}: ${made.body}`);
    }
  }
}

interface Sheet {
  id: string;
  version: number;
  state: string;
  /** Null with scoring off. */
  scale: object | null;
  scores: { criterionId: string; kind: string; weight: number | null; version: number }[];
}
export async function ballotOf(
  { clients, editionId }: JuryYear,
  juror: Juror,
  nominationId: string,
): Promise<Sheet> {
  const list = (await clients[juror].get(`/api/v1/editions/${editionId}/ballots`)).json<{
    ballots: { id: string; nominationId: string }[];
  }>().ballots;
  const found = list.find((one) => one.nominationId === nominationId);
  if (!found) throw new Error(`${juror} has no ballot`);
  return (await clients[juror].get(`/api/v1/ballots/${found.id}`)).json<Sheet>();
}

/** Gives the same score (none with scoring off), or one by the criterion's position, and text on every criterion and delivers. */
export async function deliverBallot(
  year: JuryYear,
  juror: Juror,
  nominationId: string,
  score: number | ((criterion: number) => number),
  text: string,
): Promise<void> {
  const sheet = await ballotOf(year, juror, nominationId);
  const scoreOn = typeof score === 'number' ? () => score : score;
  const scores = sheet.scores.map(({ criterionId, kind, weight, version }, index) => ({
    criterionId,
    version,
    assessment: text,
    ...(kind === 'must' ? { met: true } : {}),
    ...(sheet.scale && weight !== null ? { score: scoreOn(index) } : {}),
  }));
  const saved = await year.clients[juror].send('PATCH', `/api/v1/ballots/${sheet.id}/scores`, { scores });
  if (saved.statusCode !== 200) throw new Error(saved.body);
  const delivered = await year.clients[juror].post(`/api/v1/ballots/${sheet.id}/events`, {
    type: 'deliver',
    version: saved.json<{ version: number }>().version,
  });
  if (delivered.statusCode !== 200) throw new Error(delivered.body);
}
