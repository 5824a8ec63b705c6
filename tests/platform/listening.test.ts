/** What one server announces another hears; a connection that breaks comes back by itself, and nothing is missed. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { listenTo } from '../../src/platform/db/listening.ts';
import { testDatabase } from '../helpers/database.ts';

const until = async (met: () => boolean) => {
  for (let tries = 0; !met(); tries++) {
    if (tries > 500) throw new Error('it never came');
    await pause(10);
  }
};

t.test('heard at the commit, through a broken connection, and no more once it is closed', async (t) => {
  const { db, url } = await testDatabase(t);
  let heard = 0;
  let broken = 0;
  const listening = await listenTo(url, 'public_changed', {
    heard: () => void (heard += 1),
    onError: () => void (broken += 1),
    retryMs: 50,
  });
  t.equal(heard, 1, 'of what was before nobody knows');
  const announce = () => sql`select pg_notify('public_changed', '')`.execute(db);
  await announce();
  await until(() => heard === 2);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'etikkprisen-listening' and datname = current_database()`.execute(db);
  await until(() => heard === 3);
  t.ok(broken > 0, 'told of the break, and heard: something may have been announced meanwhile');
  await announce();
  await until(() => heard === 4);
  await listening.close();
  await announce();
  await pause(100);
  t.equal(heard, 4);
});

t.test('a database that is not there holds nobody up: it is tried again until it is closed', async (t) => {
  let broken = 0;
  const listening = await listenTo('postgresql://nobody@127.0.0.1:1/none', 'public_changed', {
    heard: () => t.fail('nobody is there'),
    onError: () => void (broken += 1),
    retryMs: 20,
  });
  await until(() => broken > 2);
  await listening.close();
  const after = broken;
  await pause(150);
  t.ok(broken - after <= 1);
});
