/** A letter whose reason is gone, at each point of its way: it does not go, is not sent again, and keeps nothing of who was to get it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { queueLetter, sendLetterTask } from '../../../src/features/correspondence/commands.ts';
import { sendLetter } from '../../../src/features/correspondence/sender.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openPool } from '../../../src/platform/db/open.ts';
import { startWorker } from '../../../src/platform/jobs/worker.ts';
import { smtpMailer } from '../../../src/platform/mail/mailer.ts';
import { openCall } from '../../helpers/applying.ts';
import { smtpServer, type Behaviour } from '../../helpers/smtp.ts';

const call = await openCall(t);
const { db, clock } = call.services;
const smtp = await smtpServer(t);
const mailer = smtpMailer({ url: smtp.url, from: 'Etikkprisen <etikkprisen@etikkprisen.test>' });
const pool = openPool(call.url);
const config = {
  baseUrl: 'https://etikkprisen.test',
  mode: 'production',
  helpEmail: 'sekretariatet@etikkprisen.test',
} as const;
const worker = await startWorker({
  pool,
  log: pino({ level: 'silent' }),
  tasks: { [sendLetterTask]: sendLetter({ db, mailer, clock, config }) },
});
t.teardown(async () => {
  await worker.stop();
  await mailer.close();
  if (!pool.ended) await pool.end();
});

const { id: editionId } = await db.selectFrom('editions').select('id').executeTakeFirstOrThrow();
const now = await clock.now();
const written = (key: string, given: { uselessAfter?: Date } = {}) =>
  transact(db, { actor: systemActor, now, requestId: 'test' }, (unit) =>
    queueLetter(unit, {
      template: 'ceremonyWaiting',
      key,
      to: { personId: null, email: `${key}@example.no`, language: 'nb' },
      editionId,
      params: { year: 2026, ceremonyAt: now, place: 'Oslo', path: `/seremoni/pamelding/${key}` },
      ...given,
    }),
  );
const row = (key: string) =>
  db
    .selectFrom('letters')
    .select(['state', 'error', 'email', 'body'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
async function until(key: string, state: string) {
  for (let i = 0; i < 400; i++) {
    const found = await row(key);
    if (found.state === state) return found;
    await sleep(25);
  }
  return row(key);
}
const behave = (how: Partial<Behaviour>) =>
  Object.assign(smtp.behaviour, { slowMs: 0, busy: false, refuse: '' }, how);
const isForgotten = { email: '', body: '', error: 'outdated' };

t.test(
  'while the mail server is asked to take it, and then says "later": it is not tried again',
  async (t) => {
    behave({ slowMs: 1500, busy: true });
    await written('underveis');
    t.equal((await until('underveis', 'sending')).state, 'sending');
    await sql`select forget_letters('{}', array['underveis'])`.execute(db);
    t.match(await row('underveis'), { ...isForgotten, state: 'sending' });
    t.match(await until('underveis', 'failed'), { ...isForgotten, state: 'failed' });
    behave({});
    await written('en-annen');
    t.equal((await until('en-annen', 'sent')).state, 'sent', 'the server takes letters again');
    t.notOk(smtp.recipients().includes('underveis@example.no'));
  },
);

t.test('while the mail server is asked to take it, and does: it says so, and keeps nobody', async (t) => {
  behave({ slowMs: 1000 });
  await written('kom-fram');
  await until('kom-fram', 'sending');
  await sql`select forget_letters('{}', array['kom-fram'])`.execute(db);
  t.match(await until('kom-fram', 'sent'), { state: 'sent', error: null, email: '', body: '' });
});

t.test(
  'one that did not arrive is not sent again, neither by itself nor with all that are missing',
  async (t) => {
    behave({ refuse: 'avvist@example.no' });
    await written('avvist');
    t.equal((await until('avvist', 'failed')).state, 'failed');
    await sql`select drop_letters(array['avvist'])`.execute(db);
    behave({});
    const secretary = await call.as('secretary@example.no');
    const { id } = await db
      .selectFrom('letters')
      .select('id')
      .where('key', '=', 'avvist')
      .executeTakeFirstOrThrow();
    const again = await secretary.post(`/api/v1/letters/${id}/events`, { type: 'resend' });
    t.equal(again.statusCode, 409, again.body);
    await secretary.post(`/api/v1/editions/${editionId}/letters/events`, { type: 'resendMissing' });
    t.match(await row('avvist'), { state: 'failed', error: 'outdated' });
    t.notOk(smtp.recipients().includes('avvist@example.no'));
  },
);

t.test('the date that it reminds of has passed when it can go at last: it does not go', async (t) => {
  behave({});
  await written('for-sent', { uselessAfter: now });
  t.match(await until('for-sent', 'failed'), { state: 'failed', error: 'outdated' });
  await written('i-tide', { uselessAfter: addDays(now, 1) });
  t.equal((await until('i-tide', 'sent')).state, 'sent');
  t.notOk(smtp.recipients().includes('for-sent@example.no'));
  t.ok(smtp.recipients().includes('i-tide@example.no'));
});
