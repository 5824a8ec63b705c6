/** Something is given to an account that is being deleted: whichever comes first, nothing is held by nobody (decision 144). */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import t from 'tap';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import { appointAdministrator } from '../../../src/features/people/commands-access.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

const play = await playground(t);
const { db } = play.services;
const year = await plannedYear(db);
const { opens_at } = await datesOf(db, year.id);
await year.send('secretary', addDays(opens_at, -1), 'announce');
const now = addDays(opens_at, 5);
await play.setClock(now);
const secretary = await play.as('secretary@example.no');

const known = async (email: string) =>
  year.as('system', now, (unit) => ensurePerson(unit, { email, name: 'Siv Sletten', language: 'nb' }));
const personOf = async (email: string) =>
  db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow();

/** What `work` gives where `first` is done while the other waits for it; both are over then. */
async function waitingFor<T>(first: readonly [hold: Query, then: Query], work: () => Promise<T>): Promise<T> {
  const owner = new pg.Client(play.ownerUrl);
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query(...first[0]);
    const working = work();
    const waits = 'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))';
    while ((await owner.query(waits)).rowCount === 0) await pause(20);
    t.equal((await owner.query(...first[1])).rowCount, 1);
    await owner.query('commit');
    return await working;
  } finally {
    await owner.end();
  }
}
type Query = [statement: string, values: unknown[]];

/** What `give` answers where the account goes after the person was read, while what is given waits for the row. */
const deletedMeanwhile = async <T>(personId: string, give: () => Promise<T>): Promise<T> =>
  waitingFor(
    [
      ['select from people where id = $1 for update', [personId]],
      ['select from erase_own_account($1, $2) as counts where counts is not null', [personId, now]],
    ],
    give,
  );

t.test('an application', async (t) => {
  const email = 'kollega@modum.example';
  const old = await known(email);
  const about = { kind: 'municipality', organisation: 'Modum', key: 'kommune:3316', language: 'nb' } as const;
  const { id } = await year.as('applicant', now, (unit) =>
    startNomination(unit, { editionId: year.id, ...about }),
  );
  const applicant = await play.as('applicant@example.no');
  const invite = () => applicant.post(`/soknad/${id}/medarbeidere`, { email });
  const members = () =>
    db.selectFrom('nomination_members').select('person_id').where('nomination_id', '=', id).execute();

  const refused = await deletedMeanwhile(old.id, invite);
  t.equal(refused.statusCode, 409, refused.body);
  t.match(refused.body, 'Kontoen ble nettopp slettet');
  t.match(refused.body, `value="${email}"`, 'what was typed stands there');
  t.same(await members(), [{ person_id: year.people.applicant.personId }]);

  t.equal((await invite()).statusCode, 303, 'tried again, the address is a new person');
  const fresh = await personOf(email);
  t.not(fresh.id, old.id);
  t.ok((await members()).some(({ person_id }) => person_id === fresh.id));
});

t.test('the role of an administrator, given by whoever runs the service', async (t) => {
  const email = 'drift@ks.example';
  const old = await known(email);
  const appoint = () =>
    year
      .as('system', now, (unit) => appointAdministrator(unit, { email, reason: 'Ingen igjen' }))
      .then(
        () => 'appointed',
        (error: { constraint?: string }) => error.constraint,
      );
  t.equal(await deletedMeanwhile(old.id, appoint), 'people_there');
  t.equal(await appoint(), 'appointed');
  t.not((await personOf(email)).id, old.id);
});

t.test('a seat in the jury', async (t) => {
  const email = 'vara@ks.example';
  const old = await known(email);
  const seat = await secretary.post(`/api/v1/editions/${year.id}/seats`, {
    organisation: 'KS',
    role: 'deputy',
  });
  const fill = () =>
    secretary.send('PUT', `/api/v1/seats/${seat.json<{ id: string }>().id}/holder`, {
      email,
      name: 'Siv Sletten',
      language: 'nb',
    });
  const refused = await deletedMeanwhile(old.id, fill);
  t.equal(refused.statusCode, 409, refused.body);
  t.match(refused.json(), { type: 'urn:etikkprisen:problem:person/just-deleted' });
  const letters = () => db.selectFrom('letters').select('id').where('email', '=', email).execute();
  t.same(await letters(), [], 'and nobody is written to');

  const given = await fill();
  t.equal(given.statusCode, 200, given.body);
  t.not(given.json<{ personId: string }>().personId, old.id);
  t.equal((await letters()).length, 1);
});

t.test('a region', async (t) => {
  const email = 'veileder@ks.example';
  const old = await known(email);
  const { regions } = (await secretary.get('/api/v1/regions')).json<{
    regions: { id: string; version: number; name: object; counties: string[] }[];
  }>();
  const { id, version, name, counties } = regions[0]!;
  const body = { version, name, counties, adviserName: 'Siv Sletten', adviserEmail: email, adviserPhone: '' };
  const change = () => secretary.send('PUT', `/api/v1/regions/${id}`, body);
  const refused = await deletedMeanwhile(old.id, change);
  t.equal(refused.statusCode, 409, refused.body);
  t.match(refused.json(), { type: 'urn:etikkprisen:problem:person/just-deleted' });

  const given = await change();
  t.ok(given.statusCode < 300, given.body);
  const adviser = db.selectFrom('regions').select('adviser_id').where('id', '=', id);
  t.same(await adviser.executeTakeFirst(), { adviser_id: (await personOf(email)).id });
});

t.test('the other way round: the schedule sees what is being given to somebody who was idle', async (t) => {
  const email = 'borte@ks.example';
  const { id } = await known(email);
  const region = await db
    .selectFrom('regions')
    .select('id')
    .where('adviser_id', 'is', null)
    .executeTakeFirst();
  const give = "update regions set adviser_id = $1, adviser_name = 'Siv', adviser_email = $2 where id = $3";
  const erased = await waitingFor(
    [
      [give, [id, email, region!.id]],
      ['select from people where id = $1', [id]],
    ],
    async () =>
      sql<{
        counts: object | null;
      }>`select erase('accounts', ${id}, ${addDays(now, 1000)}) as counts`.execute(db),
  );
  t.same(erased.rows, [{ counts: null }], 'it is needed now');
  t.equal((await personOf(email)).id, id);
});

t.test('a member whom an administrator shut out may stand on an application', async (t) => {
  const { id } = await known('ute@modum.example');
  await db.updateTable('people').set({ removed_at: now }).where('id', '=', id).execute();
  const { id: nomination } = await db.selectFrom('nominations').select('id').executeTakeFirstOrThrow();
  await db
    .insertInto('nomination_members')
    .values({
      nomination_id: nomination,
      person_id: id,
      added_by: year.people.applicant.personId!,
      added_at: now,
    })
    .execute();
  t.same(play.errors, []);
});
