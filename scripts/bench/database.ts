/** Ballot delivery beside the same SQL through the bare driver, and the ranking as the number of applications grows. */
import { Kysely, PostgresDialect, type LogEvent } from 'kysely';
import pg from 'pg';
import { transact } from '../../src/core/process/unit.ts';
import { dispatchBallot } from '../../src/features/ballots/commands.ts';
import { resultOf } from '../../src/features/results/queries-result.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { openDatabase, openPool } from '../../src/platform/db/open.ts';
import type { DB } from '../../src/platform/db/types.ts';
import { median, rounded } from './load.ts';
import { folder, removeFolder } from './servers.ts';
import { makeYear } from './year.ts';

type Statement = { sql: string; parameters: readonly unknown[] };
const now = new Date('2026-11-02T12:00:00Z');
const actorOf = (personId: string): Actor => ({
  personId,
  name: 'Juror',
  email: '',
  lang: 'nb',
  via: 'session',
  roles: [],
});

export async function benchDatabase() {
  const dataDir = folder();
  const embedded = await startEmbedded({ dataDir });
  const admin = new pg.Client({ connectionString: embedded.url('postgres') });
  await admin.connect();
  const database = async (name: string, template: string) => {
    await admin.query(`create database ${name} template ${template} owner owner`);
    return { app: embedded.url('app', name), owner: embedded.url('owner', name) };
  };
  try {
    await admin.query('create database empty owner owner');
    await migrate(embedded.url('owner', 'empty'));
    return { ballotDelivery: await delivery(database), ranking: await ranking(database) };
  } finally {
    await admin.end();
    await embedded.stop();
    removeFolder(dataDir);
  }
}

type MakeDatabase = (name: string, template: string) => Promise<{ app: string; owner: string }>;

/** Delivers 200 ballots through the service, notes every statement, and sends the same ones anew on a copy. */
async function delivery(database: MakeDatabase) {
  const made = await database('delivery', 'empty');
  const owner = openDatabase(made.owner);
  const { jurors } = await makeYear(owner, { nominations: 40, jurors: 5, state: 'judging' });
  const ballots = await owner.selectFrom('ballots').select(['id', 'person_id']).orderBy('id').execute();
  await owner.destroy();
  const copy = await database('delivery_copy', 'delivery');

  const statements: Statement[] = [];
  const pool = openPool(made.app, { poolSize: 1 });
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }: LogEvent) => {
      statements.push(query);
    },
  });
  const deliver = (ballot: { id: string; person_id: string }) =>
    transact(db, { actor: actorOf(ballot.person_id), now, requestId: 'bench' }, (unit) =>
      dispatchBallot(unit, { id: ballot.id, event: { type: 'deliver' } }),
    );
  const service = await timed(async () => {
    for (const ballot of ballots) await deliver(ballot);
  });
  await db.destroy();

  const bare = openPool(copy.app, { poolSize: 1 });
  const client = await bare.connect();
  const driver = await timed(async () => {
    for (const { sql, parameters } of statements) await client.query(sql, [...parameters]);
  });
  const delivered = await client.query(`select count(*)::int as n from ballots where state = 'delivered'`);
  client.release();
  await bare.end();
  if ((delivered.rows as { n: number }[])[0]?.n !== ballots.length)
    throw new Error('The bare driver did not deliver the same ballots.');
  return {
    ballots: ballots.length,
    jurors: jurors.length,
    perSecond: Math.round((ballots.length * 1000) / service),
    bareDriverPerSecond: Math.round((ballots.length * 1000) / driver),
    ratio: rounded(driver / service),
    statementsEach: rounded(statements.length / ballots.length, 1),
  };
}

/** The first page of the ranking for the chair, from the database to the lines shown. */
async function ranking(database: MakeDatabase) {
  const growth = [];
  for (const nominations of [100, 1000, 10_000]) {
    const { app, owner: ownerUrl } = await database(`ranking_${nominations}`, 'empty');
    const owner = openDatabase(ownerUrl);
    const { editionId, jurors } = await makeYear(owner, { nominations, jurors: 5, state: 'deliberating' });
    await owner.destroy();
    const db = openDatabase(app);
    const times = [];
    for (let round = 0; round < 5; round++)
      times.push(
        await timed(() =>
          resultOf(db, { actor: actorOf(jurors[0] as string), now, id: 'bench' } as never, editionId),
        ),
      );
    await db.destroy();
    growth.push({ nominations, ms: rounded(median(times), 1) });
  }
  return growth;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
