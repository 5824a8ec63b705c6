/**
 * `npm run season`: plays the award year of 2022 through the HTTP API on three fresh servers with different outcomes, and
 * compares after every step what a passer-by and the applicants are told: a difference before its time is a leak.
 *
 * `-- --json` prints only the report. `-- --without-scores` plays an edition without points. `-- --keep` leaves the year as
 * it happened running, to be looked at. Ends with 1 when something is not as it must be.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { WorldName } from './season/cast.ts';
import { counters } from './season/client.ts';
import { YEAR } from './season/dates.ts';
import { play, type Played, type Worlds } from './season/play.ts';
import { plot } from './season/plot.ts';
import { checkStored, compareDocuments, noErrorsLogged, type Report } from './season/report.ts';
import { startServer, type SeasonServer } from './season/server.ts';
import { makeWorld } from './season/world.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'without-scores': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    main: { type: 'string', default: path.join(import.meta.dirname, '../src/main.ts') },
  },
});
const names = ['A', 'B', 'C'] as const satisfies WorldName[];
const tell = (line: string) => process.stderr.write(`${line}\n`);
const begun = performance.now();
const servers: SeasonServer[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void clear().then(() => process.exit(130)));

try {
  const report = await season();
  await clear();
  if (!options.json)
    tell(
      report.ok
        ? 'The whole season ran, and nothing was told before its time.'
        : 'The season did not end well.',
    );
  console.log(JSON.stringify(report));
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  await clear();
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  console.log(JSON.stringify({ ok: false, error: error instanceof Error ? error.message : String(error) }));
  process.exitCode = 1;
}

async function season(): Promise<Report> {
  tell('Three servers start …');
  const settings = {
    main: path.resolve(options.main),
    historyUntil: YEAR - 1,
    spawned: (server: SeasonServer) => void servers.push(server),
  };
  const started = await Promise.allSettled(names.map(() => startServer(settings)));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  const made = names.map((name, index) => makeWorld(name, servers[index]!.url, !options['without-scores']));
  const worlds = Object.fromEntries(made.map((world) => [world.name, world])) as unknown as Worlds;
  const played = await play(plot, worlds, tell);
  await complain(played);
  const seen = played.error ? { documents: 0, bytes: 0 } : await lookAtDocuments(worlds, played);
  for (const server of servers) await server.stop();
  if (!played.error) await lookAtStored(played);
  if (options.keep && !played.error) await leaveRunning(settings);
  return {
    ok: !played.error && played.leaks.length === 0,
    steps: played.steps,
    requests: counters.requests,
    ...seen,
    leaks: played.leaks.length,
    seconds: Math.round((performance.now() - begun) / 100) / 10,
    ...(played.error && { error: played.error.message }),
  };
}

async function lookAtDocuments(
  worlds: Worlds,
  played: Played,
): Promise<{ documents: number; bytes: number }> {
  const sum = { documents: 0, bytes: 0 };
  try {
    for (const found of await Promise.all(Object.values(worlds).map(compareDocuments))) {
      sum.documents += found.documents;
      sum.bytes += found.bytes;
    }
    tell(`${sum.documents} documents came back as they were sent`);
  } catch (error) {
    failWith(played, error);
  }
  return sum;
}

async function lookAtStored(played: Played): Promise<void> {
  try {
    await Promise.all(servers.map(({ dataDir }) => checkStored(dataDir)));
    for (const server of servers) await noErrorsLogged(server);
    tell('Everything stored holds, and no server logged an error');
  } catch (error) {
    failWith(played, error);
  }
}

function failWith(played: Played, error: unknown): void {
  played.error = error instanceof Error ? error : new Error(String(error));
  tell(played.error.message);
}

async function complain({ error, leaks }: Played): Promise<void> {
  for (const [first, ...again] of Map.groupBy(leaks, ({ address }) => address).values()) {
    if (!first) continue;
    tell(`LEAK at ${first.address} after "${first.after}", and ${again.length} times later`);
    tell(`  here:  ${JSON.stringify(first.here)}\n  there: ${JSON.stringify(first.there)}`);
  }
  if (!error) return;
  tell(error.stack ?? error.message);
  for (const server of servers) tell(await server.output());
}

/** The year as it happened, started again where it stands. */
async function leaveRunning(settings: Parameters<typeof startServer>[0]): Promise<void> {
  const [first] = servers.splice(0, 1);
  if (!first) return;
  const kept = await startServer({ ...settings, dataDir: first.dataDir });
  servers.splice(servers.indexOf(kept), 1);
  kept.leave();
  tell(
    `The season can be looked at: ${kept.url}\n  sign in as anyone: ${kept.url}/dev\n  its folder: ${kept.dataDir}`,
  );
}

async function clear(): Promise<void> {
  const all = servers.splice(0);
  await Promise.all(all.map((server) => server.stop()));
  await Promise.all(all.map((server) => server.remove()));
}
