/** Saying no at the very moment a letter is made: whoever says it waits for the letter, and takes it along. On real connections. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { transact, type Unit } from '../../../src/core/process/unit.ts';
import { sendCallReminder } from '../../../src/features/call-reminders/commands.ts';
import { sendBatch } from '../../../src/features/letter-batches/commands.ts';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db } = call.services;
const secretary = await call.as('secretary@example.no');

/** Does `work` in a transaction that stays open until it is let go. */
async function held(actor: typeof systemActor, now: Date, work: (unit: Unit) => Promise<unknown>) {
  const [done, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = transact(db, { actor, now, requestId: 'test' }, async (unit) => {
    await work(unit);
    done.resolve();
    await go.promise;
  });
  await Promise.race([done.promise, ended]);
  return () => {
    go.resolve();
    return ended;
  };
}

/** Until so many connections wait for what another holds. */
async function waiting(count: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows[0]!.n >= count) return;
    await pause(10);
  }
  throw new Error('Nobody waits');
}

t.test('a mailing is just put into the outbox when one on its list says no', async (t) => {
  const here = `/sekretariat/${call.year.id}/utsendinger/liste`;
  await secretary.post(here, { lines: 'ada@a.example\nbo@b.example', add: '1' });
  const words = { subject: 'Søk Etikkprisen {år}', body: 'Hei {navn}. Fristen er {frist}.' };
  const made = await secretary.post(`/api/v1/editions/${call.year.id}/letter-batches`, {
    title: 'Utlysningen',
    recipients: { audience: 'list' },
    about: null,
    texts: { nb: words, nn: words },
  });
  const { id } = made.json<{ id: string }>();
  const { version, recipientsHash: seen } = (
    await secretary.get(`/api/v1/letter-batches/${id}`)
  ).json<WholeBatch>();
  const { token } = await db
    .selectFrom('call_recipients')
    .select('token')
    .where('email', '=', 'ada@a.example')
    .executeTakeFirstOrThrow();

  const end = await held(call.year.people.secretary, call.during, (unit) =>
    sendBatch(unit, id, { version, seen }),
  );
  const off = [1, 2].map(() => call.anyone.post(`/utlysning/meld-av/${token}`));
  await waiting(2);
  await end();
  for (const { statusCode } of await Promise.all(off)) t.equal(statusCode, 303);
  const letters = await db
    .selectFrom('letters')
    .select(['email', 'state', 'error'])
    .where('batch_id', '=', id)
    .orderBy('email')
    .execute();
  t.same(letters, [
    { email: 'ada@a.example', state: 'failed', error: 'outdated' },
    { email: 'bo@b.example', state: 'queued', error: null },
  ]);
  const erased = await db.selectFrom('audit_events').select('id').where('event', '=', 'eraseAsked').execute();
  t.equal(erased.length, 1, 'pressed twice at once, the log says it once');
});

t.test('the reminder is just made when its address is taken back', async (t) => {
  for (const email of ['kari@k.example', 'liv@l.example']) {
    await call.anyone.post('/paminnelse', { email });
    const { body } = await db
      .selectFrom('letters')
      .select('body')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const link = /\/paminnelse\/[\w-]{43}/.exec(body)?.[0] ?? '';
    t.equal((await call.anyone.post(link, { do: 'confirm' })).statusCode, 303);
    if (email.startsWith('liv')) continue;
    const { id } = await db
      .selectFrom('call_reminders')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const end = await held(systemActor, addDays(call.dates.closes_at, -13), (unit) =>
      sendCallReminder(unit, id),
    );
    const off = call.anyone.post(link, { do: 'remove' });
    await waiting(1);
    await end();
    t.equal((await off).statusCode, 303);
  }
  t.same(await db.selectFrom('call_reminders').select('email').execute(), [{ email: 'liv@l.example' }]);
  const left = await db
    .selectFrom('letters')
    .selectAll()
    .where('template', 'like', 'callReminder%')
    .execute();
  t.notMatch(JSON.stringify(left), 'kari@', 'neither the first letter nor the reminder is left');
  t.equal(left.find(({ template }) => template === 'callReminder')?.state, 'failed', 'and it does not go');
});
