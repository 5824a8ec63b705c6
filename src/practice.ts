/** The service inside the service: what a practice edition is played on. */
import type { ServerResponse } from 'node:http';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { databaseClock } from './platform/clock.ts';
import { openDatabase, openPool } from './platform/db/open.ts';
import type { PracticeDatabase } from './platform/db/provide.ts';
import { isDatabaseError } from './platform/http/constraints.ts';
import { openFileStore } from './platform/files/open.ts';
import { mailboxMailer } from './platform/mail/mailer.ts';
import { practiceAddress, PRACTICE_PATH, type PracticeHost, type PracticeRun } from './platform/practice.ts';
import type { Services } from './platform/services.ts';
import { loadSigningKey } from './platform/signing-key.ts';
import { startBackgroundWork } from './worker.ts';

/**
 * As a demonstration: no mail server, no object store, no key of the real one. What it shows is its own, and whatever it does
 * stays in its database and its folder.
 */
export function practiceConfig(config: Config): Config {
  return Object.freeze({
    ...config,
    mode: 'demo',
    practice: true,
    seed: 'none',
    dataDir: path.join(config.dataDir, 'practice'),
    baseUrl: config.baseUrl + PRACTICE_PATH,
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    smtpUrl: undefined,
    s3Endpoint: undefined,
    signingKey: undefined,
    earlierSigningKeys: undefined,
    firstAdministrator: undefined,
  });
}

export function openPractice(real: Omit<Services, 'practice'>, database: PracticeDatabase): PracticeHost {
  const config = practiceConfig(real.config);
  const log = real.log.child({ practice: true });
  const onError = (error: Error) => log.warn({ err: error }, 'a connection of the practice broke');
  const db = openDatabase(database.url, { poolSize: 6, name: 'etikkprisen-practice', onError });
  const files = openFileStore(config);
  let running: Promise<Running> | undefined;

  const begin = async (): Promise<Running> => {
    const services: Services = {
      ...real,
      config,
      db,
      files,
      log,
      clock: databaseClock(db),
      mailer: mailboxMailer(),
      signing: await loadSigningKey(config),
      practice: null,
    };
    await using parts = new AsyncDisposableStack();
    if (config.worker === 'on') {
      const pool = openPool(database.url, { poolSize: 6, name: 'etikkprisen-practice-worker', onError });
      parts.defer(() => pool.end());
      const worker = await startBackgroundWork(services, pool);
      parts.defer(() => worker.stop());
    }
    const app = await buildApp(services);
    parts.defer(() => app.close());
    await app.ready();
    const all = parts.move();
    return { app, close: () => all.disposeAsync() };
  };
  const rest = async () => {
    const before = running;
    running = undefined;
    await (await before?.catch(() => undefined))?.close();
  };

  return {
    db,
    files,
    prepare: database.prepare,
    run: () => runOf(db),
    rest,
    async answer(request, response) {
      running ??= begin();
      // One that could not begin is tried anew by the next request.
      running.catch(() => (running = undefined));
      const { app } = await running;
      markAnswers(response);
      app.routing(request, response);
    },
    emptyFolder: () => rm(config.dataDir, { recursive: true, force: true, maxRetries: 3 }),
    async close() {
      await rest();
      await db.destroy();
    },
  };
}

interface Running {
  app: Awaited<ReturnType<typeof buildApp>>;
  close(): Promise<void>;
}

const NO_DATABASE = '3D000';
const NO_TABLE = '42P01';

async function runOf(db: PracticeHost['db']): Promise<PracticeRun | null> {
  try {
    const { rows } = await sql<PracticeRun>`select run, year, made_by as "madeBy", made_at as "madeAt",
      purged_at as "purgedAt", purged_by as "purgedBy" from practice_run`.execute(db);
    return rows[0] ?? null;
  } catch (error) {
    if (isDatabaseError(error) && [NO_DATABASE, NO_TABLE].includes(error.code)) return null;
    throw error;
  }
}

/** Nothing of a practice is kept by anybody on the way, found by a search engine, or leads out of it. */
function markAnswers(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    headers: Record<string, unknown>,
  ) => ServerResponse;
  response.writeHead = ((status: number, headers: Record<string, unknown> = {}) => {
    const location = headers['location'] ?? response.getHeader('location');
    return writeHead(status, {
      ...headers,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      ...(typeof location === 'string' ? { location: practiceAddress(location) } : {}),
    });
  }) as typeof response.writeHead;
}
