/** Ballots delivered through the service, and the statements of each sent anew through the bare driver to a copy. */
import { Kysely, PostgresDialect, type LogEvent } from 'kysely';
import type pg from 'pg';
import { transact } from '../../../../src/core/process/unit.ts';
import { dispatchBallot } from '../../../../src/features/ballots/commands.ts';
import { openDatabase, openPool } from '../../../../src/platform/db/open.ts';
import type { DB } from '../../../../src/platform/db/types.ts';
import type { MakeDatabase } from '../../databases.ts';
import { median, rounded, timed } from '../../figures.ts';
import { actorOf, makeYear, now } from '../../year.ts';

type Statement = { sql: string; parameters: readonly unknown[] };
interface Ballot {
  id: string;
  person_id: string;
}

const size = { nominations: 40, jurors: 5, state: 'judging' } as const;
/** Delivered before anything is timed: both sides warm up. */
const warmUp = 20;

export async function ballotDelivery(make: MakeDatabase) {
  const made = await make('delivery');
  const owner = openDatabase(made.owner);
  await makeYear(owner, size);
  const ballots: Ballot[] = await owner
    .selectFrom('ballots')
    .select(['id', 'person_id'])
    .orderBy('id')
    .execute();
  await owner.destroy();
  const copy = await make('delivery_copy', 'delivery');

  const service = recording(made.app);
  const bare = openPool(copy.app, { poolSize: 1 });
  const client = await bare.connect();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const ballot of ballots) {
    ours.push(await timed(() => deliver(service.db, ballot)));
    const statements = service.taken();
    theirs.push(await timed(() => replay(client, statements)));
  }
  const statementsEach = service.all() / ballots.length;
  await allDelivered(client, ballots.length);
  client.release();
  await bare.end();
  await service.db.destroy();
  const perSecond = (times: readonly number[]) => 1000 / mean(times.slice(warmUp));
  return {
    ballots: ballots.length - warmUp,
    jurors: size.jurors,
    perSecond: rounded(perSecond(ours), 1),
    bareDriverPerSecond: rounded(perSecond(theirs), 1),
    ratio: rounded(perSecond(ours) / perSecond(theirs)),
    medianMs: rounded(median(ours.slice(warmUp)), 1),
    bareDriverMedianMs: rounded(median(theirs.slice(warmUp)), 1),
    statementsEach: rounded(statementsEach, 1),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The service's way to the database, with every statement noted. */
function recording(url: string) {
  let statements: Statement[] = [];
  let count = 0;
  const pool = openPool(url, { poolSize: 1 });
  const log = ({ query }: LogEvent) => {
    statements.push(query);
    count += 1;
  };
  return {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log }),
    taken() {
      const taken = statements;
      statements = [];
      return taken;
    },
    all: () => count,
  };
}

const deliver = (db: Kysely<DB>, ballot: Ballot): Promise<unknown> =>
  transact(db, { actor: actorOf(ballot.person_id), now, requestId: 'bench' }, (unit) =>
    dispatchBallot(unit, { id: ballot.id, event: { type: 'deliver' } }),
  );

async function replay(client: pg.PoolClient, statements: readonly Statement[]): Promise<void> {
  for (const { sql, parameters } of statements) await client.query(sql, [...parameters]);
}

/** @throws Error when the copy does not hold what was delivered through the service */
async function allDelivered(client: pg.PoolClient, expected: number): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from ballots where state = 'delivered'`,
  );
  if (rows[0]?.n !== expected) throw new Error('The bare driver did not deliver the same ballots.');
}
