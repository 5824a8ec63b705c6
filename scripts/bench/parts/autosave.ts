/** Saves of a draft over HTTP, as an open page sends them, beside the very same SQL through the bare driver. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Kysely, PostgresDialect, type LogEvent } from 'kysely';
import type pg from 'pg';
import { saveOrKeep } from '../../../src/features/nominations/answers.ts';
import { actorBySession } from '../../../src/features/sign-in/sessions.ts';
import { realNow } from '../../../src/platform/clock.ts';
import { openDatabase, openPool } from '../../../src/platform/db/open.ts';
import type { DB } from '../../../src/platform/db/types.ts';
import { withDatabases } from '../databases.ts';
import { median, percentile, rounded, timed } from '../figures.ts';
import { atLeast, type Part } from '../part.ts';
import { freePort, productionSettings, run } from '../servers.ts';
import { makeWriters, textOf, type Writer } from '../writers.ts';

/** People who write at the same time, each an application of their own; saves of each in a round. */
const WRITERS = 8;
const SAVES = 25;
const ROUNDS = 6;

/** Connections that stay, as a browser's do; the client should cost little beside the server. */
const agent = new Agent({ keepAlive: true, maxSockets: WRITERS });

type Statement = { sql: string; parameters: readonly unknown[] };

export const measure: Part = (tell) =>
  withDatabases(async (make, dataDir) => {
    const template = await make('autosave');
    const owner = openDatabase(template.owner);
    const writers = await makeWriters(owner, WRITERS);
    await owner.destroy();
    const [recorded, served, bare] = [
      await make('autosave_recorded', 'autosave'),
      await make('autosave_served', 'autosave'),
      await make('autosave_bare', 'autosave'),
    ];
    tell('Recording what a save asks of the database …');
    const statements = await record(recorded.app, writers);
    const port = await freePort();
    const service = await run(['src/main.ts'], port, '/', productionSettings(served.app, dataDir));
    const pool = openPool(bare.app, { poolSize: WRITERS });
    const clients = await Promise.all(writers.map(() => pool.connect()));
    const [ours, theirs, waits]: [number[], number[], number[]] = [[], [], []];
    try {
      for (let round = 0; round < ROUNDS; round++) {
        tell(`Round ${round + 1} of ${ROUNDS}: over HTTP, then through bare pg …`);
        const http = await timed(() => overHttp(service.url, writers, round, waits));
        const direct = await timed(() => replay(clients, statements, round));
        if (round === 0) continue; // both warm up
        ours.push((WRITERS * SAVES * 1000) / http);
        theirs.push((WRITERS * SAVES * 1000) / direct);
      }
      await sameTexts(served.app, bare.app);
    } finally {
      for (const client of clients) client.release();
      await pool.end();
      await service.stop();
    }
    const ratio = rounded(median(ours.map((value, i) => value / (theirs[i] as number))));
    const each = [...statements.values()].flat(2).length / (WRITERS * SAVES * ROUNDS);
    return {
      figures: {
        autosave: {
          writers: WRITERS,
          savesPerSecond: rounded(median(ours), 1),
          bareDriverSavesPerSecond: rounded(median(theirs), 1),
          ratio,
          p95Ms: rounded(percentile(waits, 0.95), 1),
          statementsEach: rounded(each, 1),
        },
      },
      goals: [atLeast('autosave over HTTP, share of bare pg', ratio, 0.5)],
    };
  });

/** The statements of every save, in the order in which each writer makes them. */
async function record(url: string, writers: readonly Writer[]): Promise<Map<Writer, Statement[][]>> {
  let taken: Statement[] = [];
  const log = ({ query }: LogEvent) => void taken.push(query);
  const pool = openPool(url, { poolSize: 1 });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log });
  const all = new Map<Writer, Statement[][]>();
  for (const writer of writers) {
    const saves: Statement[][] = [];
    for (let version = 0; version < SAVES * ROUNDS; version++) {
      const now = realNow();
      const actor = await actorBySession(db, writer.session, now);
      if (!actor) throw new Error('A writer is not signed in.');
      const changes = { [writer.question]: { value: textOf(version), version } };
      await saveOrKeep(db, { actor, now, requestId: 'bench' }, writer.nomination, changes);
      saves.push(taken);
      taken = [];
    }
    all.set(writer, saves);
  }
  await db.destroy();
  return all;
}

const overHttp = (base: string, writers: readonly Writer[], round: number, waits: number[]) =>
  Promise.all(
    writers.map(async (writer) => {
      for (let version = round * SAVES; version < (round + 1) * SAVES; version++)
        waits.push(await timed(() => saveOnce(base, writer, version)));
    }),
  );

async function saveOnce(
  base: string,
  { session, nomination, question }: Writer,
  version: number,
): Promise<void> {
  const body = JSON.stringify({ answers: { [question]: { value: textOf(version), version } } });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    cookie: `sid=${session}`,
    'sec-fetch-site': 'same-origin',
  };
  const sent = request(`${base}/api/v1/nominations/${nomination}/answers`, {
    method: 'PATCH',
    headers,
    agent,
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const told = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`A save was answered ${answer.statusCode}: ${told}`);
}

const replay = (
  clients: readonly pg.PoolClient[],
  statements: ReadonlyMap<Writer, Statement[][]>,
  round: number,
) =>
  Promise.all(
    [...statements.values()].map(async (saves, i) => {
      for (const save of saves.slice(round * SAVES, (round + 1) * SAVES))
        for (const { sql, parameters } of save) await clients[i]?.query(sql, [...parameters]);
    }),
  );

/** @throws Error when the two do not hold the same answers and the same number of steps of history */
async function sameTexts(served: string, bare: string): Promise<void> {
  const read = async (url: string) => {
    const db = openDatabase(url);
    const answers = await db
      .selectFrom('answers')
      .select(['nomination_id', 'value', 'version'])
      .orderBy('nomination_id')
      .execute();
    await db.destroy();
    return JSON.stringify(answers);
  };
  if ((await read(served)) !== (await read(bare))) throw new Error('The bare driver saved other texts.');
}
