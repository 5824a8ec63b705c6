import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { recordedElsewhere } from './core/process/unit.ts';
import { applyScanRule } from './features/documents/scanning.ts';
import { ensureFirstAdministrator } from './features/people/commands-access.ts';
import { seed } from './features/seed/index.ts';
import { databaseClock, realClock } from './platform/clock.ts';
import { warnOfClock } from './platform/db/clock-offset.ts';
import { listenTo } from './platform/db/listening.ts';
import { openDatabase, openPool } from './platform/db/open.ts';
import { bringUpToDate, refusePractice, type ProvidedDatabase } from './platform/db/provide.ts';
import { openFileStore } from './platform/files/open.ts';
import { loggerOptions } from './platform/http/logging.ts';
import { mailboxMailer, smtpMailer } from './platform/mail/mailer.ts';
import { clamdScanner } from './platform/scan/clamd.ts';
import { organisationRegister } from './platform/organisation-register.ts';
import { checkPort } from './platform/port.ts';
import { openPractice } from './practice.ts';
import type { Services } from './platform/services.ts';
import { loadSigningKey } from './platform/signing-key.ts';
import { startBackgroundWork } from './worker.ts';

/** A running service. */
export interface Service {
  /** Where it answers, without a slash at the end. */
  url: string;
  app: FastifyInstance;
  services: Services;
  /** Answers the requests under way, then stops every part in the reverse order of its start. */
  close(): Promise<void>;
}

/**
 * Starts everything on the database that is starting: migrations, pages, work behind them, and listens. When one part fails, those
 * before it are stopped again. `tell` hears of steps that take their time.
 *
 * @throws Error whose message is a sentence for the person who starts the service
 */
export async function startService(
  settings: Config,
  starting: Promise<ProvidedDatabase>,
  tell: Tell = () => {},
): Promise<Service> {
  await using parts = new AsyncDisposableStack();
  const database = await step('Starting the database', tell, () => starting);
  parts.defer(() => database.stop());
  const config = await withPort(settings);
  await step('Bringing the tables up to date', tell, () => bringUpToDate(database, config.mode));
  await refusePractice(database.url);
  const services = await makeServices(config, database, parts);
  await applyScanRule(services);
  await warnOfClock(services.db, services.log);
  await step('Making the examples of the demonstration', tell, () => firstContents(services));
  if (config.worker === 'on') await startWork(services, database.url, parts);
  await listenToOthers(services, database.url, parts);
  const app = await buildApp(services);
  parts.defer(() => app.close());
  await app.listen({ port: config.port, host: config.host });
  const running = parts.move();
  return { url: config.baseUrl, app, services, close: () => running.disposeAsync() };
}

type Tell = (title: string) => void;

/** Names a step that takes longer than people wait without wondering. */
async function step<T>(title: string, tell: Tell, work: () => Promise<T>): Promise<T> {
  const slow = setTimeout(() => tell(title), 700);
  try {
    return await work();
  } finally {
    clearTimeout(slow);
  }
}

/** Everything that routes and jobs need; what is open goes with `parts`. */
export async function makeServices(
  config: Config,
  { url, practice }: Pick<ProvidedDatabase, 'url' | 'practice'>,
  parts: AsyncDisposableStack,
): Promise<Services> {
  const log = pino(loggerOptions(config.logLevel));
  const onError = (error: Error) => log.warn({ err: error }, 'an idle database connection broke');
  const db = openDatabase(url, { poolSize: config.databasePool, onError });
  parts.defer(() => db.destroy());
  const mailer = mailerOf(config);
  parts.defer(() => mailer.close());
  const services = {
    config,
    db,
    clock: config.mode === 'demo' ? databaseClock(db) : realClock,
    files: openFileStore(config),
    scanner: config.clamdUrl ? clamdScanner(config.clamdUrl) : null,
    mailer,
    signing: await loadSigningKey(config),
    organisations: organisationRegister(config, log),
    log,
  };
  const host = practice && openPractice(services, practice);
  if (host) parts.defer(() => host.close());
  return { ...services, practice: host };
}

/** What an empty database starts with: examples in demo, and somebody who lets the others in. */
async function firstContents(services: Services): Promise<void> {
  const { mode, seed: kind, historyUntil } = services.config;
  if (mode === 'demo') await seed(services, { kind, historyUntil });
  await ensureFirstAdministrator(services);
}

async function withPort(config: Config): Promise<Config> {
  const port = await checkPort(config.port, config.host);
  return Object.freeze({ ...config, port, baseUrl: config.baseUrl.replace(/:0$/, `:${port}`) });
}

function mailerOf({ smtpUrl, mailFrom, helpEmail }: Config) {
  return smtpUrl ? smtpMailer({ url: smtpUrl, from: mailFrom ?? helpEmail }) : mailboxMailer();
}

/** What another server makes public, or takes down, this one does not tell otherwise for another second. */
async function listenToOthers({ log }: Services, url: string, parts: AsyncDisposableStack) {
  const onError = (err: Error) => log.warn({ err }, 'this server does not hear the others; it tries again');
  const listening = await listenTo(url, 'public_changed', { heard: recordedElsewhere, onError });
  parts.defer(() => listening.close());
}

/** The worker has connections of its own, so that a burst of letters never makes a page wait. */
async function startWork(services: Services, url: string, parts: AsyncDisposableStack) {
  const pool = openPool(url, { poolSize: 6, name: 'etikkprisen-worker' });
  parts.defer(() => pool.end());
  const worker = await startBackgroundWork(services, pool);
  parts.defer(() => worker.stop());
}
