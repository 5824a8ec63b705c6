/** Letters over a real SMTP server: each recipient gets a letter once, or the row says that nobody knows. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import PostalMime from 'postal-mime';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { queueLetter, sendLetterTask } from '../../../src/features/correspondence/commands.ts';
import { markInterrupted, sendLetter } from '../../../src/features/correspondence/sender.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { fixedClock } from '../../../src/platform/clock.ts';
import { openPool } from '../../../src/platform/db/open.ts';
import { releaseAbandonedJobs } from '../../../src/platform/jobs/queue.ts';
import { startWorker } from '../../../src/platform/jobs/worker.ts';
import { smtpMailer } from '../../../src/platform/mail/mailer.ts';
import { testDatabase, type TestDatabase } from '../../helpers/database.ts';
import { smtpServer } from '../../helpers/smtp.ts';

const log = pino({ level: 'silent' });
const clock = fixedClock('2026-10-01T10:00:00Z');
const config = {
  baseUrl: 'https://etikkprisen.test',
  mode: 'production',
  helpEmail: 'sekretariatet@etikkprisen.test',
} as const;
interface Teardown {
  teardown(work: () => Promise<void>): void;
}
type Unit = Parameters<Parameters<typeof transact>[2]>[0];

async function unit<T>({ db }: TestDatabase, work: (unit: Unit) => Promise<T>): Promise<T> {
  return transact(db, { actor: systemActor, now: await clock.now(), requestId: 'test' }, work);
}

const invite = (base: TestDatabase, emails: readonly string[]) =>
  unit(base, async (u) => {
    for (const email of emails) {
      const to = { personId: null, email, language: 'nn' };
      await queueLetter(u, {
        template: 'invitation',
        key: `invite:${email}`,
        to,
        params: { role: 'secretary', invitedBy: 'Åse Bjørnø', path: '/logg-inn' },
      });
    }
  });

/** A worker of this process on that database; stopped at the end of the test. */
async function work(t: Teardown, base: TestDatabase, smtpUrl: string) {
  const mailer = smtpMailer({ url: smtpUrl, from: 'Etikkprisen <etikkprisen@etikkprisen.test>' });
  const pool = openPool(base.url);
  const worker = await startWorker({
    pool,
    log,
    tasks: { [sendLetterTask]: sendLetter({ db: base.db, mailer, clock, config }) },
  });
  const stop = async () => {
    await worker.stop();
    await mailer.close();
    if (!pool.ended) await pool.end();
  };
  t.teardown(stop);
  return { stop };
}

const states = async ({ db }: TestDatabase) => {
  const rows = await db
    .selectFrom('letters')
    .select((eb) => ['state', eb.fn.countAll<string>().as('n')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
};

async function until(what: () => Promise<boolean>, seconds = 25) {
  for (let i = 0; i < seconds * 20; i++) {
    if (await what()) return;
    await sleep(50);
  }
  throw new Error('it did not happen in time');
}

t.test(
  '300 letters through two workers: everybody once, with a stable id and an address to answer to',
  async (t) => {
    const [base, smtp] = await Promise.all([testDatabase(t), smtpServer(t)]);
    const emails = Array.from({ length: 299 }, (_, i) => `person${i}@kommune${i % 7}.test`).concat(
      'åse@bø.test',
    );
    await invite(base, emails);
    await invite(base, emails.slice(0, 50)); // asked twice, sent once
    await Promise.all([work(t, base, smtp.url), work(t, base, smtp.url)]);
    await until(async () => (await states(base))['sent'] === 300);
    t.same(smtp.recipients().toSorted(), emails.toSorted());
    const mail = await PostalMime.parse(smtp.mails.find(({ to }) => to === 'person7@kommune0.test')!.content);
    const row = await base.db
      .selectFrom('letters')
      .selectAll()
      .where('email', '=', 'person7@kommune0.test')
      .executeTakeFirstOrThrow();
    t.equal(mail.messageId, `<${row.id}@etikkprisen.test>`);
    t.equal(mail.subject, 'Velkomen til tenesta for Etikkprisen');
    t.match(mail.text, 'https://etikkprisen.test/logg-inn');
    t.match(mail.html, '<html lang="nn">');
    t.notMatch(mail.html, /<table|<img|<script|src=/);
    t.equal(mail.replyTo?.[0]?.address, 'sekretariatet@etikkprisen.test');
    t.equal(mail.headers.find(({ key }) => key === 'auto-submitted')?.value, 'auto-generated');
    t.equal(row.sent_at?.toISOString(), '2026-10-01T10:00:00.000Z', 'sent in the time of the domain');
  },
);

t.test(
  'a recipient the server refuses is shown as failed with the reason; the others get theirs',
  async (t) => {
    const [base, smtp] = await Promise.all([
      testDatabase(t),
      smtpServer(t, { refuse: 'slutta@kommune.test' }),
    ]);
    await invite(base, ['ny@kommune.test', 'slutta@kommune.test']);
    await work(t, base, smtp.url);
    await until(async () => !('queued' in (await states(base))) && !('sending' in (await states(base))));
    t.same(await states(base), { sent: 1, failed: 1 });
    const failed = await base.db
      .selectFrom('letters')
      .selectAll()
      .where('state', '=', 'failed')
      .executeTakeFirstOrThrow();
    t.match(failed.error, /550.*no such person/i);
    t.same(smtp.recipients(), ['ny@kommune.test']);
  },
);

t.test('a server that is away is tried again, and the letter waits', async (t) => {
  const base = await testDatabase(t);
  const away = await smtpServer(t);
  const { port } = away;
  await away.close();
  await invite(base, ['a@kommune.test']);
  await work(t, base, `smtp://127.0.0.1:${port}`);
  await until(
    async () =>
      (await base.db.selectFrom('letters').select('error').executeTakeFirstOrThrow()).error !== null,
  );
  t.same(await states(base), { queued: 1 });
  const back = await smtpServer(t, { port });
  await until(async () => (await states(base))['sent'] === 1);
  t.same(back.recipients(), ['a@kommune.test']);
});

t.test(
  'a connection that breaks before the letter is tried again; one that breaks after it is not',
  async (t) => {
    const [base, smtp] = await Promise.all([
      testDatabase(t),
      smtpServer(t, { dropAtRecipient: ['før@kommune.test'], dropAfterData: ['etter@kommune.test'] }),
    ]);
    await invite(base, ['før@kommune.test', 'etter@kommune.test']);
    await work(t, base, smtp.url);
    await until(async () => (await states(base))['sent'] === 1);
    const unknown = await base.db
      .selectFrom('letters')
      .selectAll()
      .where('state', '=', 'unknown')
      .executeTakeFirstOrThrow();
    t.equal(unknown.email, 'etter@kommune.test');
    await sleep(4000); // longer than the first back-off
    t.same(smtp.recipients().toSorted(), ['etter@kommune.test', 'før@kommune.test'], 'no second copy');
    t.same(await states(base), { sent: 1, unknown: 1 });
  },
);

t.test('a worker that is killed: what it had in hand is unknown, the rest goes out once', async (t) => {
  const [base, smtp] = await Promise.all([
    testDatabase(t),
    smtpServer(t, { hangAfterData: ['person3@kommune.test'] }),
  ]);
  const emails = Array.from({ length: 8 }, (_, i) => `person${i}@kommune.test`);
  await invite(base, emails);
  const child = startChild(base.url, smtp.url);
  t.teardown(() => child.kill('SIGKILL'));
  await until(async () => (await states(base))['sent'] === 7);
  t.equal(await markInterrupted(base.db), 0, 'in hand is not interrupted');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await until(async () => (await markInterrupted(base.db)) === 1);
  await invite(base, ['neste@kommune.test']);
  await work(t, base, smtp.url);
  await until(async () => (await states(base))['sent'] === 8);
  t.same(await states(base), { sent: 8, unknown: 1 });
  t.same(smtp.recipients().toSorted(), [...emails, 'neste@kommune.test'].toSorted(), 'each at most once');
});

t.test('jobs that a dead worker holds are given back', async (t) => {
  const [base, smtp] = await Promise.all([testDatabase(t), smtpServer(t)]);
  await invite(base, ['a@kommune.test']);
  const hold = (ago: string) =>
    sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - ${ago}::interval, attempts = 1`.execute(
      base.db,
    );
  await hold('1 minute');
  await releaseAbandonedJobs(base.db);
  t.match(
    (await sql`select locked_by from graphile_worker.jobs`.execute(base.db)).rows,
    [{ locked_by: 'dead' }],
    'a minute is work, not death',
  );
  await hold('11 minutes');
  await releaseAbandonedJobs(base.db);
  await work(t, base, smtp.url);
  await until(async () => (await states(base))['sent'] === 1);
  t.same(smtp.recipients(), ['a@kommune.test']);
});

t.test('a sign-in letter keeps no code once it is sent', async (t) => {
  const [base, smtp] = await Promise.all([testDatabase(t), smtpServer(t)]);
  const to = { personId: null, email: 'a@kommune.test', language: 'nb' };
  await unit(base, (u) =>
    queueLetter(u, {
      template: 'signIn',
      key: 'sign-in:1',
      to,
      params: { code: '123456', minutes: 15, path: '/logg-inn/lenke/hemmelig' },
    }),
  );
  await work(t, base, smtp.url);
  await until(async () => (await states(base))['sent'] === 1);
  t.match(
    (await PostalMime.parse(smtp.mails[0]!.content)).text,
    /123456[\s\S]*https:\/\/etikkprisen\.test\/logg-inn\/lenke\/hemmelig/,
  );
  t.equal((await base.db.selectFrom('letters').select('body').executeTakeFirstOrThrow()).body, '');
});

t.test('a letter exists with what it tells, or not at all', async (t) => {
  const base = await testDatabase(t);
  const to = { personId: null, email: 'a@kommune.test', language: 'nb' };
  const broken = unit(base, async (u) => {
    await queueLetter(u, {
      template: 'invitation',
      key: 'k',
      to,
      params: { role: 'leader', invitedBy: 'X', path: '/' },
    });
    throw new Error('no');
  });
  await t.rejects(broken, { message: 'no' });
  t.same(await states(base), {});
  t.same((await sql`select * from graphile_worker.jobs`.execute(base.db)).rows, []);
});

function startChild(databaseUrl: string, smtpUrl: string): ChildProcess {
  return fork(path.join(import.meta.dirname, '../../helpers/letter-worker.ts'), [databaseUrl, smtpUrl], {
    stdio: 'ignore',
    execArgv: [],
    env: {},
  });
}
