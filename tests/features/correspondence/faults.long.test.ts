/**
 * Ten kills of the worker and ten failures of the mail server during a batch of 200 (issue 5, must show 3): each recipient has exactly
 * one letter, one shown failure, or one shown "unknown, may have arrived", counted at a real SMTP receiver.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { queueLetter } from '../../../src/features/correspondence/commands.ts';
import { markForgotten, markInterrupted } from '../../../src/features/correspondence/sender.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { fixedClock } from '../../../src/platform/clock.ts';
import { releaseAbandonedJobs } from '../../../src/platform/jobs/queue.ts';
import { testDatabase, type TestDatabase } from '../../helpers/database.ts';
import { smtpServer, type ReceivedMail, type TestSmtp } from '../../helpers/smtp.ts';

const clock = fixedClock('2026-10-01T10:00:00Z');
const REFUSED = 'slutta@kommune.test';
const emails = Array.from({ length: 199 }, (_, i) => `person${i}@kommune${i % 7}.test`).toSpliced(
  120,
  0,
  REFUSED,
);

type Settled = Record<'queued' | 'sending' | 'sent' | 'failed' | 'unknown', number>;
async function states({ db }: TestDatabase): Promise<Settled> {
  const { rows } = await sql<Settled>`select
    ${sql.join((['queued', 'sending', 'sent', 'failed', 'unknown'] as const).map((state) => sql`count(*) filter (where state = ${sql.lit(state)})::int as ${sql.ref(state)}`))}
    from letters`.execute(db);
  return rows[0]!;
}
const settled = ({ sent, failed, unknown }: Settled) => sent + failed + unknown;

async function until(what: () => Promise<boolean>, why: string) {
  for (let i = 0; i < 1200; i++) {
    if (await what()) return;
    await sleep(25);
  }
  throw new Error(`it did not happen in time: ${why}`);
}

/** What the tick does, with the minutes that it waits for gone by: back-offs are over, and the jobs of the dead are let go of. */
async function minutesLater({ db }: TestDatabase, isDead: boolean): Promise<void> {
  if (isDead)
    await sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '11 minutes' where locked_at is not null`.execute(
      db,
    );
  await releaseAbandonedJobs(db);
  await markForgotten(db);
  await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`.execute(db);
}

t.test('ten kills and ten failures: everybody is accounted for', async (t) => {
  const base = await testDatabase(t);
  let smtp: TestSmtp = await smtpServer(t, { refuse: REFUSED, slowMs: 30 });
  const { port, url } = smtp;
  const earlier: ReceivedMail[] = [];
  let worker: ChildProcess = startWorker(base.url, url);
  t.teardown(() => worker.kill('SIGKILL'));

  const kill = async () => {
    await until(async () => (await states(base)).sending > 0, 'a letter in hand');
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    await minutesLater(base, true);
    await until(async () => {
      await markInterrupted(base.db);
      return (await states(base)).sending === 0;
    }, 'what the dead had in hand is judged');
    worker = startWorker(base.url, url);
  };
  const down = async () => {
    earlier.push(...smtp.mails);
    await smtp.close();
    await sleep(400);
    smtp = await smtpServer(t, { ...smtp.behaviour, port });
    await minutesLater(base, false);
  };
  const drop = async () => {
    const before = (await states(base)).unknown;
    smtp.behaviour.dropNext = 2;
    await until(
      async () => (await states(base)).unknown >= before + 2 || settled(await states(base)) > 195,
      'letters without an answer',
    );
    smtp.behaviour.dropNext = 0;
  };
  const busy = async () => {
    smtp.behaviour.busy = true;
    await sleep(400);
    smtp.behaviour.busy = false;
    await minutesLater(base, false);
  };
  const slow = async () => {
    smtp.behaviour.slowMs = 600;
    await sleep(900);
    smtp.behaviour.slowMs = 30;
  };

  await transact(base.db, { actor: systemActor, now: await clock.now(), requestId: 'test' }, async (u) => {
    for (const email of emails)
      await queueLetter(u, {
        template: 'invitation',
        key: `invite:${email}`,
        to: { personId: null, email, language: 'nn' },
        params: { role: 'secretary', invitedBy: 'Åse Bjørnø', path: '/logg-inn' },
      });
  });
  const failures = [down, drop, slow, busy, drop, down, slow, drop, busy, drop];
  for (const [i, fail] of failures.entries()) {
    for (const incident of [fail, kill]) {
      const start = settled(await states(base));
      await until(async () => settled(await states(base)) >= Math.min(start + 6, 180 + i), `${i}: going on`);
      await incident();
    }
  }
  await until(async () => {
    await minutesLater(base, false);
    await markInterrupted(base.db);
    return settled(await states(base)) === emails.length;
  }, 'the end of the batch');

  const mails = [...earlier, ...smtp.mails];
  const letters = await base.db.selectFrom('letters').selectAll().execute();
  const copies = (email: string) => mails.filter(({ to }) => to === email).length;
  const found = await states(base);
  t.comment(JSON.stringify({ ...found, received: mails.length }));
  t.equal(letters.length, emails.length, 'a letter for everybody');
  for (const { email, state, error } of letters) {
    const n = copies(email);
    const isRight =
      state === 'sent' ? n === 1 && error === null : n <= (state === 'unknown' ? 1 : 0) && error !== null;
    if (!isRight) t.fail(`${email}: ${state}, ${n} copies, ${error}`);
  }
  t.same([found.queued, found.sending], [0, 0], 'nothing is left lying');
  // Was it in hand when the worker was killed, nobody knows what the server has said.
  const refused = letters.find(({ email }) => email === REFUSED);
  const wasInHand = refused?.state === 'unknown';
  if (!wasInHand) t.match(refused, { state: 'failed', error: /550.*no such person/i });
  t.equal(found.failed, wasInHand ? 0 : 1, 'trouble of the server is nobody’s failure');
  t.ok(found.unknown >= 10, 'every kill had at least one in hand');
  t.ok(found.sent > 100, 'and most were simply sent');
  const ids = new Map(letters.map(({ id, email }) => [email, `<${id}@etikkprisen.test>`]));
  for (const { to, content } of mails)
    if ((await PostalMime.parse(content)).messageId !== ids.get(to)) t.fail(`${to}: another id`);
});

const startWorker = (databaseUrl: string, smtpUrl: string): ChildProcess =>
  fork(path.join(import.meta.dirname, '../../helpers/letter-worker.ts'), [databaseUrl, smtpUrl], {
    stdio: 'ignore',
    execArgv: [],
    env: {},
  });
