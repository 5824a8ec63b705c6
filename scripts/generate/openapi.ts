import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import pino from 'pino';
import { buildApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { realClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { diskStore } from '../../src/platform/files/store.ts';
import { mailboxMailer } from '../../src/platform/mail/mailer.ts';

/** `docs/openapi.json`: the API as production has it. Nothing is asked of the database. */
export async function openapiJson(databaseUrl: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const config = loadConfig({
    MODE: 'production',
    BASE_URL: 'https://etikkprisen.example.no',
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 'x'.repeat(32),
    SIGNING_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'etikkprisen@example.no',
    FIRST_ADMINISTRATOR: 'first@example.no',
  });
  const db = openDatabase(databaseUrl);
  const app = await buildApp({
    config,
    db,
    clock: realClock,
    files: diskStore(tmpdir()),
    scanner: null,
    mailer: mailboxMailer(),
    signing: { privateKey, publicKey, demo: false },
    practice: null,
    organisations: { ask: async () => ({ status: 'notAnswered', why: 'off' }) },
    log: pino({ level: 'silent' }),
  });
  try {
    await app.ready();
    const { paths = {}, ...rest } = app.swagger();
    // In an order of its own, so that a change shows what changed whatever order the features stand in.
    const inOrder = Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1)));
    return `${JSON.stringify({ ...rest, paths: inOrder }, null, 2)}\n`;
  } finally {
    await app.close();
    await db.destroy();
  }
}
