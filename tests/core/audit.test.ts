/** The log can lose its details when their time is up, and nothing else without it being seen. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import t from 'tap';
import { append, SERVICE_CHAIN, verifyChain } from '../../src/core/audit/audit.ts';
import { canonicalJson } from '../../src/core/audit/canonical.ts';
import { testDatabase } from '../helpers/database.ts';

const context = {
  actorId: null,
  actorName: 'Kari Prøve',
  now: new Date('2026-10-14T21:59:59Z'),
  requestId: 'test',
};
const entry = (event: string) => ({
  editionId: null,
  subjectType: 'test',
  subjectId: randomUUID(),
  event,
  payload: { b: 1, a: { d: 2, c: 'æøå' } },
});

t.test('canonical JSON has one spelling', async (t) => {
  t.equal(canonicalJson({ b: [{ z: 1, a: 2 }], a: null }), canonicalJson({ a: null, b: [{ a: 2, z: 1 }] }));
  t.equal(canonicalJson({ b: 1, a: 'ø' }), '{"a":"ø","b":1}');
});

t.test('a chain that many write to at once verifies, and every tampering is found', async (t) => {
  const { db, adminUrl } = await testDatabase(t);
  await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      db.transaction().execute((trx) => append(trx, context, [entry(`a${i}`), entry(`b${i}`)])),
    ),
  );
  t.match(await verifyChain(db, SERVICE_CHAIN), { events: 24, erased: 0, broken: null });

  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  t.teardown(() => admin.end());
  const tamper = async (name: string, change: string, undo: string, why: string, seq: string) => {
    await admin.query(change);
    t.match(await verifyChain(db, SERVICE_CHAIN), { broken: { why, seq } }, name);
    await admin.query(undo);
    t.equal((await verifyChain(db, SERVICE_CHAIN)).broken, null, `${name}, undone`);
  };
  await admin.query(`create table kept as select * from audit_events`);
  await admin.query(`create table kept_details as select d.* from audit_details d`);
  await tamper(
    'a changed time',
    `update audit_events set at = at + interval '1 millisecond' where seq = 7`,
    `update audit_events e set at = k.at from kept k where k.id = e.id`,
    'hash',
    '7',
  );
  await tamper(
    'a changed event',
    `update audit_events set event = 'x' where seq = 24`,
    `update audit_events e set event = k.event from kept k where k.id = e.id`,
    'hash',
    '24',
  );
  await tamper(
    'a changed name in the details',
    `update audit_details set actor_name = 'En annen' where event_id = (select id from audit_events where seq = 3)`,
    `update audit_details d set actor_name = k.actor_name from kept_details k where k.event_id = d.event_id`,
    'details',
    '3',
  );
  await tamper(
    'a head set back',
    `update audit_heads set seq = 23`,
    `update audit_heads set seq = 24`,
    'head',
    '23',
  );

  await admin.query(
    `delete from audit_details where event_id in (select id from audit_events where seq in (2, 5))`,
  );
  t.match(
    await verifyChain(db, SERVICE_CHAIN),
    { events: 24, erased: 2, broken: null },
    'erased details do not break it',
  );
  await admin.query(`delete from audit_details; delete from audit_events where seq = 10`);
  t.match(
    await verifyChain(db, SERVICE_CHAIN),
    { broken: { why: 'link', seq: '11' } },
    'a missing event is found',
  );
});

t.test('the service itself can neither change nor remove what is logged', async (t) => {
  const { db } = await testDatabase(t);
  await db.transaction().execute((trx) => append(trx, context, [entry('a')]));
  await t.rejects(db.updateTable('audit_events').set({ event: 'x' }).execute(), /permission denied/);
  await t.rejects(db.deleteFrom('audit_events').execute(), /permission denied/);
  await t.rejects(db.deleteFrom('audit_details').execute(), /permission denied/);
});
