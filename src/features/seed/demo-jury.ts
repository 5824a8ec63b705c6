/** The jury of the demonstration: says what it is connected to, and has begun to judge. */
import type { Unit } from '../../core/process/unit.ts';
import { addMinutes } from '../../platform/clock.ts';
import { dispatchBallot } from '../ballots/commands.ts';
import { saveScores } from '../ballots/commands-scores.ts';
import { myBallots, ownBallot, sheetOf } from '../ballots/queries.ts';
import type { MyBallot } from '../ballots/schema.ts';
import { decideConflict } from '../jury/commands-decide.ts';
import { declare } from '../jury/commands.ts';
import type { Ground } from '../jury/schema.ts';
import { demoApplications } from './applications/index.ts';
import { demoAssessment } from './assessments.ts';
import type { On } from './demo.ts';
import { demoJury } from './personas.ts';
import { inOrder, type Act, type Stage } from './stage.ts';

interface Connection {
  /** Number of the juror, from 0. */
  juror: number;
  organisation: string;
  ground: Ground;
  note: string;
  reason: string;
}
const connections: readonly Connection[] = [
  {
    juror: 3,
    organisation: 'Sunnfjord',
    ground: 'H7',
    note: 'Jeg har veiledet nettverket og var med på å lage den første handlingsplanen.',
    reason: 'Har tatt del i arbeidet som skal vurderes.',
  },
  {
    juror: 6,
    organisation: 'Bydel Sagene',
    ground: 'H9',
    note: 'Jeg er ansatt i Oslo kommune, i en annen etat enn bydelen.',
    reason: 'Ansatt i samme kommune som søkeren. Det er nok til at utenforstående kan tvile.',
  },
];

export async function declareConnections(
  stage: Stage,
  nominations: readonly string[],
  on: On,
): Promise<void> {
  const place = (organisation: string) =>
    demoApplications.findIndex((application) => application.organisation === organisation);
  for (const [juror, { person }] of demoJury.entries()) {
    for (const [i, id] of nominations.entries()) {
      const mine = connections.find(
        (connection) => connection.juror === juror && place(connection.organisation) === i,
      );
      const said = mine
        ? ({ answer: 'connection', grounds: [mine.ground], note: mine.note } as const)
        : ({ answer: 'none' } as const);
      await stage.as(person, on('10-20', `${12 + juror}:${10 + i}`), (unit) =>
        declare(unit, id, { ...said, grounds: 'grounds' in said ? [...said.grounds] : [] }),
      );
    }
  }
  const chair = demoJury[0]?.person;
  for (const { juror, organisation, reason } of connections) {
    const person = demoJury[juror]?.person;
    const id = nominations[place(organisation)];
    if (!chair || !person || !id) continue;
    const { id: personId } = await stage.trx
      .selectFrom('people')
      .select('id')
      .where('email', '=', person.email)
      .executeTakeFirstOrThrow();
    await stage.as(chair, on('10-21', '12:15'), (unit) =>
      decideConflict(unit, id, { personId, recused: true, reason }),
    );
  }
}

/** How far each juror has come: ballots delivered, and whether the next one is begun. */
const progress: readonly { delivered: number; begun: boolean }[] = [
  { delivered: 6, begun: false },
  { delivered: 4, begun: true },
  { delivered: 2, begun: false },
  { delivered: 1, begun: true },
  { delivered: 6, begun: false },
  { delivered: 0, begun: true },
  { delivered: 0, begun: false },
];

export async function deliverBallots(stage: Stage, editionId: string, on: On): Promise<void> {
  const acts: Act[] = [];
  for (const [juror, { person }] of demoJury.entries()) {
    const { delivered, begun } = progress[juror] ?? { delivered: 0, begun: false };
    const first = on(`10-2${4 + (juror % 4)}`, `18:0${juror}`);
    const ballots = await stage.as(person, first, (unit) => myBallots(unit.trx, unit, editionId));
    for (const [i, ballot] of ballots.slice(0, delivered + (begun ? 1 : 0)).entries()) {
      const at = addMinutes(first, 30 * i);
      acts.push({
        at,
        play: () => stage.as(person, at, (unit) => judge(unit, ballot, { juror, whole: i < delivered })),
      });
    }
  }
  await inOrder(acts);
}

async function judge(
  unit: Unit,
  ballot: MyBallot,
  { juror, whole }: { juror: number; whole: boolean },
): Promise<void> {
  const { edition_id } = await ownBallot(unit.trx, unit, { id: ballot.id });
  const sheet = (await sheetOf(unit.trx, { id: ballot.id, edition_id })).filter(({ scored }) => scored);
  const application = demoApplications.findIndex(
    ({ organisation }) => organisation === ballot.organisation_name,
  );
  const given = sheet.map(({ criterionId, version }, criterion) => ({
    criterionId,
    version,
    ...demoAssessment(juror, application, criterion),
  }));
  await saveScores(unit, ballot.id, whole ? given : given.slice(0, 3));
  if (whole) await dispatchBallot(unit, { id: ballot.id, event: { type: 'deliver' } });
}
