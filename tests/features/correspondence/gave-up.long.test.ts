/** A letter whose tries are used up is shown at its recipient with what to do, and goes again once, when a person says so. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import pg from 'pg';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { queueLetter } from '../../../src/features/correspondence/commands.ts';
import { markForgotten } from '../../../src/features/correspondence/sender.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { releaseAbandonedJobs } from '../../../src/platform/jobs/queue.ts';
import { openCall } from '../../helpers/applying.ts';
import { smtpServer } from '../../helpers/smtp.ts';

const call = await openCall(t);
const { db, clock } = call.services;
const smtp = await smtpServer(t);
const secretary = await call.as('secretary@example.no');
const { id: editionId } = call.year;
const outbox = `/sekretariat/${editionId}/brev`;
const now = await clock.now();

/** A worker in a process of its own, to be killed. */
function work() {
  const worker = fork(path.join(import.meta.dirname, '../../helpers/letter-worker.ts'), [call.url, smtp.url]);
  const kill = async () => {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  };
  t.teardown(kill);
  return { kill };
}

async function written(key: string): Promise<string> {
  await transact(db, { actor: systemActor, now, requestId: 'test' }, (unit) =>
    queueLetter(unit, {
      template: 'ceremonyWaiting',
      key,
      to: { personId: null, email: `${key}@example.no`, language: 'nb' },
      editionId,
      params: { year: 2026, ceremonyAt: now, place: 'Oslo', path: `/seremoni/pamelding/${key}` },
    }),
  );
  return (await row(key)).id;
}
const row = (key: string) =>
  db.selectFrom('letters').select(['id', 'state', 'error']).where('key', '=', key).executeTakeFirstOrThrow();
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 800; i++) {
    if (await isSo()) return;
    await sleep(25);
  }
  throw new Error(`it did not happen in time: ${what}`);
}
const isState = (key: string, state: string) =>
  until(`${key} is ${state}`, async () => (await row(key)).state === state);

/** All tries but one have been made: four days have gone by. */
const beforeTheLast = (id: string) =>
  sql`update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now() where key = ${`letter:${id}`}`.execute(
    db,
  );
const shown = async (id: string) => ({
  list: parseHTML((await secretary.get(`${outbox}?state=failed`)).body).document.querySelector('tbody')
    ?.textContent,
  page: (await secretary.get(`${outbox}/${id}`)).body,
});

/** Sent again by hand: it goes, and once, however often that is pressed. */
async function goesAgainOnce(
  t: Pick<typeof import('tap').t, 'equal' | 'same' | 'match'>,
  key: string,
  id: string,
) {
  const pressed = await Promise.all([1, 2, 3].map(() => secretary.post(`${outbox}/${id}/send`)));
  t.same(pressed.map(({ statusCode }) => statusCode).toSorted(), [303, 409, 409], 'of several presses one');
  t.match(await row(key), { state: 'queued', error: null });
  await markForgotten(db);
  t.equal((await row(key)).state, 'queued', 'somebody will try it now');
  const worker = work();
  await isState(key, 'sent');
  await worker.kill();
  t.same(
    smtp.recipients().filter((to) => to === `${key}@example.no`),
    [`${key}@example.no`],
    'one letter has come',
  );
  t.equal(
    (await secretary.post(`${outbox}/${id}/send`)).statusCode,
    409,
    'and what has come does not go again',
  );
}

t.test('the last try died with its process before a word was said', async (t) => {
  const id = await written('avbrutt');
  await beforeTheLast(id);
  const holder = new pg.Client(call.url);
  await holder.connect();
  t.teardown(() => holder.end());
  await holder.query(`select pg_advisory_lock(hashtextextended('letter:' || $1, 0))`, [id]);
  const worker = work();
  await until('the last try has begun', async () => {
    const { rows } = await holder.query(`select from pg_locks where locktype = 'advisory' and not granted`);
    return rows.length > 0;
  });
  await worker.kill();
  await holder.query('select pg_advisory_unlock_all()');
  await markForgotten(db);
  t.match(await row('avbrutt'), { state: 'queued' }, 'not yet: whoever has it in hand may live');
  await sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '11 minutes' where locked_at is not null`.execute(
    db,
  );
  await releaseAbandonedJobs(db);
  t.equal(await markForgotten(db), 1);
  t.match(await row('avbrutt'), { state: 'failed', error: 'gaveUp' });
  t.equal(await markForgotten(db), 0, 'once');
  t.notOk(smtp.recipients().includes('avbrutt@example.no'), 'nothing has been said');

  const { list, page } = await shown(id);
  t.match(
    list,
    /avbrutt@example\.no[\s\S]*Ikke levert[\s\S]*Siste forsøk ble avbrutt[\s\S]*Send den på nytt/,
  );
  t.match(page, /Siste forsøk ble avbrutt/);
  t.match(page, `${outbox}/${id}/send`, 'with what to do');
  t.match((await secretary.get(`/api/v1/letters/${id}`)).json(), { state: 'failed', error: 'gaveUp' });
  await goesAgainOnce(t, 'avbrutt', id);
});

t.test('the server said "later" to the last', async (t) => {
  smtp.behaviour.busy = true;
  const id = await written('opptatt');
  await beforeTheLast(id);
  const worker = work();
  await isState('opptatt', 'failed');
  await worker.kill();
  t.match((await row('opptatt')).error, /451.*try later/i);
  await markForgotten(db);
  t.match((await row('opptatt')).error, /451/, 'what the server said is kept');
  const { list, page } = await shown(id);
  t.match(list, /opptatt@example\.no[\s\S]*Ikke levert[\s\S]*451/);
  t.match(page, `${outbox}/${id}/send`, 'with what to do');
  smtp.behaviour.busy = false;
  await goesAgainOnce(t, 'opptatt', id);
});

t.test('both are among those who are missing, for whom one press is enough', async (t) => {
  const id = await written('mangler');
  await sql`delete from graphile_worker._private_jobs where key = ${`letter:${id}`}`.execute(db);
  t.equal(await markForgotten(db), 1);
  const again = () =>
    secretary.post(`/api/v1/editions/${editionId}/letters/events`, { type: 'resendMissing' });
  t.same((await again()).json(), { queued: 1 });
  t.same((await again()).json(), { queued: 0 });
  const worker = work();
  await isState('mangler', 'sent');
  await worker.kill();
  t.equal(smtp.recipients().filter((to) => to === 'mangler@example.no').length, 1);
});
