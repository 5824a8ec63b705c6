/** Servers on one database, as they stand in service: one or two of them, with the worker or without. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { WorldName } from '../../../scripts/season/cast.ts';
import { readAll, type Answers, type Reader } from '../../../scripts/season/leaks.ts';
import type { Step } from '../../../scripts/season/plot.ts';
import { startServer, type SeasonServer } from '../../../scripts/season/server.ts';
import { makeWorld, setClock, type World } from '../../../scripts/season/world.ts';
import { setDatabaseClock } from '../../../src/platform/clock.ts';
import type { TestDatabase } from '../database.ts';

/** How the service runs. */
export interface Mode {
  worker: 'on' | 'off';
  servers: 1 | 2;
}
export const modes: readonly Mode[] = [
  { worker: 'on', servers: 1 },
  { worker: 'off', servers: 1 },
  { worker: 'on', servers: 2 },
  { worker: 'off', servers: 2 },
];

export interface Site {
  database: TestDatabase;
  /** The same world as each of the servers has it. */
  worlds: readonly [World, ...World[]];
  play(steps: readonly Step[]): Promise<void>;
  /** Sets the clock, standing still. */
  at(when: Date): Promise<void>;
  /** Reads all that these can reach, asking one server after the other. */
  read(who: Curious): Promise<Answers>;
  stop(): Promise<void>;
}
/** Who reads on a site, as each of its servers knows them. */
export type Curious = (site: Site) => Promise<(world: World) => Promise<Reader[]>>;
/** `like`: the world whose year is in the database already. */
export type OpenSite = (database: TestDatabase, name: WorldName, mode: Mode, like?: World) => Promise<Site>;

interface Teardown {
  teardown(work: () => Promise<void>): void;
}

/** Sites that share a folder for documents; what is left of them is stopped when the test ends. */
export async function sites(t: Teardown): Promise<OpenSite> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'crawl-'));
  const running = new Set<SeasonServer>();
  t.teardown(async () => {
    await Promise.all([...running].map((server) => server.stop()));
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });
  const start = ({ url, ownerUrl }: TestDatabase, { worker }: Mode, seed: string) =>
    startServer({
      main: path.join(import.meta.dirname, '../../../src/main.ts'),
      // The only year before the service: every other is like it, and would be read as often.
      historyUntil: 2011,
      dataDir,
      spawned: (server) => void running.add(server),
      settings: {
        DATABASE_URL: url,
        DATABASE_OWNER_URL: ownerUrl,
        WORKER: worker,
        SEED: seed,
        ENHETSREGISTERET_URL: 'off',
        // The test runner adds itself to every process.
        NODE_OPTIONS: '',
      },
    });
  return async (database, name, mode, like) => {
    const started: SeasonServer[] = [];
    // One after the other: the first one migrates.
    for (let n = 0; n < mode.servers; n++)
      started.push(await start(database, mode, like ? 'none' : 'history'));
    const worlds = started.map(({ url }) => worldAt(name, url, like)) as [World, ...World[]];
    const tags = new Map<string, string>();
    const site: Site = {
      database,
      worlds,
      async play(steps) {
        for (const step of steps) await step.run(worlds[0]);
      },
      async at(when) {
        // The worker does what has become due some seconds later; here it has.
        if (mode.worker === 'on') await setClock(worlds[0], when);
        else await setDatabaseClock(database.db, { at: when, running: false });
      },
      read: async (who) => readAll(await byTurns(worlds, await who(site)), worlds[0].labels, tags),
      async stop() {
        await Promise.all(started.map((server) => server.stop()));
        for (const server of started) running.delete(server);
      },
    };
    return site;
  };
}

function worldAt(name: WorldName, url: string, like?: World): World {
  const world = makeWorld(name, url, true);
  if (!like) return world;
  for (const [id, label] of like.labels) world.labels.set(id, label);
  return Object.assign(world, { editionId: like.editionId, nominations: like.nominations });
}

/** Readers of the first world who ask the next server each time. */
async function byTurns(worlds: Site['worlds'], who: (world: World) => Promise<Reader[]>): Promise<Reader[]> {
  const each = await Promise.all(worlds.map(who));
  let turn = 0;
  return each[0]!.map((reader, i) => ({
    ...reader,
    client: {
      ...reader.client,
      fetch: (address, headers) => each[turn++ % each.length]![i]!.client.fetch(address, headers),
    },
  }));
}
