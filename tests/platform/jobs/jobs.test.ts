/** The job queue: in the transaction of what it follows from, done at least once, stopped with grace. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import t from 'tap';
import { addMinutes, realNow } from '../../../src/platform/clock.ts';
import { openPool } from '../../../src/platform/db/open.ts';
import { enqueue } from '../../../src/platform/jobs/queue.ts';
import { startWorker, type JobHandler } from '../../../src/platform/jobs/worker.ts';
import { testDatabase } from '../../helpers/database.ts';

const { db, url, adminUrl } = await testDatabase(t);
const lines: { level: number; msg: string }[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });

async function worker(t: Tap, tasks: Record<string, JobHandler>, concurrency = 4) {
  const pool = openPool(url);
  const running = await startWorker({ pool, log, tasks, concurrency });
  t.teardown(async () => {
    await running.stop();
    await pool.end();
  });
  return running;
}
interface Tap {
  teardown(work: () => Promise<void>): void;
}
const until = async (what: () => boolean) => {
  for (let i = 0; i < 300 && !what(); i++) await sleep(50);
};
const jobs = async (task: string) =>
  (
    await sql<{
      key: string | null;
      attempts: number;
    }>`select key, attempts from graphile_worker.jobs where task_identifier = ${task}`.execute(db)
  ).rows;

t.test('a job stands or falls with its transaction', async (t) => {
  await t.rejects(
    db.transaction().execute(async (trx) => {
      await enqueue(trx, 'rolled-back', { n: 1 });
      throw new Error('no');
    }),
  );
  t.same(await jobs('rolled-back'), []);
  await db.transaction().execute((trx) => enqueue(trx, 'kept', { n: 1 }));
  t.equal((await jobs('kept')).length, 1);
});

t.test('one waiting job for a key, with the last payload; not before its time', async (t) => {
  const done: unknown[] = [];
  await enqueue(db, 'keyed', { n: 1 }, { key: 'a' });
  await enqueue(db, 'keyed', { n: 2 }, { key: 'a' });
  await enqueue(db, 'keyed', { n: 3 }, { key: 'later', runAt: addMinutes(realNow(), 60) });
  t.same(
    (await jobs('keyed')).map(({ key }) => key),
    ['a', 'later'],
  );
  await worker(t, { keyed: async (payload) => void done.push(payload) });
  await until(() => done.length > 0);
  await sleep(300);
  t.same(done, [{ n: 2 }]);
});

t.test('what fails is tried again, told which try it is, and the last one is known', async (t) => {
  const tries: { attempt: number; last: boolean }[] = [];
  await enqueue(db, 'failing', {}, { maxAttempts: 2 });
  await worker(t, {
    failing: async (_payload, job) => {
      tries.push(job);
      throw new Error('not today');
    },
  });
  await until(() => tries.length === 2);
  t.same(tries, [
    { attempt: 1, last: false },
    { attempt: 2, last: true },
  ]);
  await sleep(200);
  t.ok(
    lines.length > 0 && lines.every(({ level }) => level < pino.levels.values['error']!),
    'nobody is woken for it',
  );
});

t.test(
  'stopping takes nothing new and waits for what is under way; the rest is there for the next',
  async (t) => {
    const done: number[] = [];
    const slow: JobHandler = async (payload) => {
      await sleep(400);
      done.push((payload as { n: number }).n);
    };
    for (let n = 0; n < 6; n++) await enqueue(db, 'slow', { n });
    const first = await worker(t, { slow }, 2);
    await sleep(200);
    await first.stop();
    await first.stop(); // twice is no harm
    const early = done.length;
    t.ok(early >= 2 && early < 6, `${early} were finished`);
    await sleep(300); // the queue takes the last ones off the list just after
    t.equal((await jobs('slow')).length, 6 - early);
    await worker(t, { slow });
    await until(() => done.length === 6);
    t.same(done.toSorted(), [0, 1, 2, 3, 4, 5]);
  },
);

t.test('a connection that is cut does not stop the worker', async (t) => {
  const done: unknown[] = [];
  await worker(t, { after: async (payload) => void done.push(payload) });
  const admin = openPool(adminUrl);
  t.teardown(() => admin.end());
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await sleep(500);
  await enqueue(db, 'after', { n: 1 }).catch(() => enqueue(db, 'after', { n: 1 }));
  await until(() => done.length > 0);
  t.same(done, [{ n: 1 }]);
});
