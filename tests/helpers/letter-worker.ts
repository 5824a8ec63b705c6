/** A worker in a process of its own, to be killed: node letter-worker.ts <database url> <smtp url>. */
import pino from 'pino';
import { sendLetterTask } from '../../src/features/correspondence/commands.ts';
import { sendLetter } from '../../src/features/correspondence/sender.ts';
import { realClock } from '../../src/platform/clock.ts';
import { openDatabase, openPool } from '../../src/platform/db/open.ts';
import { startWorker } from '../../src/platform/jobs/worker.ts';
import { smtpMailer } from '../../src/platform/mail/mailer.ts';

const [databaseUrl = '', smtpUrl = ''] = process.argv.slice(2);
const config = {
  baseUrl: 'https://etikkprisen.test',
  mode: 'production',
  helpEmail: 'hjelp@etikkprisen.test',
} as const;
const mailer = smtpMailer({ url: smtpUrl, from: 'etikkprisen@etikkprisen.test' });
const services = { db: openDatabase(databaseUrl), mailer, clock: realClock, config };
await startWorker({
  pool: openPool(databaseUrl),
  log: pino({ level: 'silent' }),
  tasks: { [sendLetterTask]: sendLetter(services) },
});
