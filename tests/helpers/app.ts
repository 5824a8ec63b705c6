import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildApp } from '../../src/app.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { databaseClock } from '../../src/platform/clock.ts';
import { openFileStore } from '../../src/platform/files/open.ts';
import { loggerOptions } from '../../src/platform/http/logging.ts';
import { mailboxMailer } from '../../src/platform/mail/mailer.ts';
import { clamdScanner } from '../../src/platform/scan/clamd.ts';
import type { Services } from '../../src/platform/services.ts';
import { openPractice } from '../../src/practice.ts';
import { organisationRegister } from '../../src/platform/organisation-register.ts';
import { loadSigningKey } from '../../src/platform/signing-key.ts';
import { testDatabase } from './database.ts';
import { temporaryFolder } from './server.ts';

interface Teardown {
  teardown(work: () => Promise<void>): void;
}

export interface TestApp {
  app: FastifyInstance;
  services: Services;
  /** What the service has logged as an error: a test should find it empty. */
  errors: string[];
  /** The database as the service and as the owner of its tables see it, for a second process. */
  url: string;
  ownerUrl: string;
  /** The database as its superuser: for what the service itself must not be able to do. */
  adminUrl: string;
}

/** The whole service without its listener and its worker, on an empty database of its own. */
export async function testApp(
  t: Teardown,
  settings: Record<string, string> = {},
  { practice = false } = {},
): Promise<TestApp> {
  const { db, url, ownerUrl, adminUrl } = await testDatabase(t);
  const dataDir = await temporaryFolder(t);
  const config: Config = loadConfig({ DATA_DIR: dataDir, ENHETSREGISTERET_URL: 'off', ...settings });
  const errors: string[] = [];
  const log = pino(loggerOptions('error'), { write: (line) => void errors.push(line) });
  const services: Services = {
    config,
    db,
    clock: databaseClock(db),
    files: openFileStore(config),
    scanner: config.clamdUrl ? clamdScanner(config.clamdUrl) : null,
    mailer: mailboxMailer(),
    signing: await loadSigningKey(config),
    organisations: organisationRegister(config, log),
    log,
    practice: null,
  };
  if (practice) services.practice = await practiceFor(t, services);
  const app = await buildApp(services);
  t.teardown(() => app.close());
  await app.ready();
  return { app, services, errors, url, ownerUrl, adminUrl };
}

/** An empty database beside, for a practice edition. */
async function practiceFor(t: Teardown, services: Services) {
  const { url } = await testDatabase(t);
  const host = openPractice(services, { url, prepare: async () => {} });
  t.teardown(() => host.close());
  return host;
}

/** Headers of a bearer token for whoever has this address (demo mode). */
export async function bearer(app: FastifyInstance, email: string): Promise<{ authorization: string }> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/dev/sign-in', payload: { email } });
  if (answer.statusCode >= 300) throw new Error(`${email} cannot sign in: ${answer.body}`);
  return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
}
