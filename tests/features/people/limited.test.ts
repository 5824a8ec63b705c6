/** Roles for one task of a year, given by a secretary (issue 5 §1): with an end, never with more than the secretariat has, and on the list. */
import t from 'tap';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { datesOf, deliberatingYear, plannedYear } from '../../helpers/year.ts';

interface Out {
  id: string;
  role: string;
  email: string;
  givenBy: string | null;
  until: string;
}

t.test('a secretary lets in for a task, until a day; everybody else is refused', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const year = await deliberatingYear(db, ['Modum', 'Oslo']);
  const { judging_ends_at } = await datesOf(db, year.id);
  const now = addDays(judging_ends_at, 1);
  await play.setClock(now);
  const [secretary, chair, juror, leader, applicant] = (await Promise.all(
    ['secretary', 'chair', 'juror', 'leader', 'applicant'].map((who) => play.as(`${who}@example.no`)),
  )) as [Client, Client, Client, Client, Client];
  const api = `/api/v1/editions/${year.id}/roles`;
  const page = `/sekretariat/${year.id}/innsyn/roller`;
  const until = addDays(now, 30).toISOString();
  const give = (body: object, who: Client = secretary) =>
    who.post(api, { email: 'presse@ks.example', name: 'Pia Presse', role: 'communications', until, ...body });
  const list = async () => (await secretary.get(api)).json<{ roles: Out[] }>().roles;

  for (const who of [chair, juror, leader]) {
    t.equal((await give({}, who)).statusCode, 403);
    t.equal((await who.get(api)).statusCode, 403);
    t.equal((await who.get(page)).statusCode, 403);
  }
  t.equal((await give({}, applicant)).statusCode, 404, 'as a year that is not there');
  t.same(await list(), []);

  for (const role of ['secretary', 'leader', 'administrator'])
    t.equal((await give({ role })).statusCode, 422, `${role} is more than a task`);
  const noEnd = await secretary.post(api, { email: 'x@ks.example', role: 'communications' });
  t.equal(noEnd.statusCode, 422, 'never without an end');
  t.equal((await give({ until: addMinutes(now, -1).toISOString() })).statusCode, 422);
  const refused = async (body: object, field: string) => {
    const answer = await give(body);
    t.equal(answer.statusCode, 422, answer.body);
    t.match(answer.json().errors, [{ field }]);
  };
  await refused({ role: 'auditor', email: 'revisor@example.no' }, 'role');
  await refused({ email: 'secretary@example.no' }, 'email');
  await refused({ email: 'juror@example.no' }, 'role');
  await refused({ email: 'applicant@example.no' }, 'role');
  const { id: out } = await year.as('system', now, (unit) =>
    ensurePerson(unit, { email: 'ute@example.no', name: 'Ute', language: 'nb' }),
  );
  await db.updateTable('people').set({ removed_at: now }).where('id', '=', out).execute();
  await refused({ email: 'ute@example.no' }, 'email');
  t.same(await list(), [], 'nothing of it has been given');
  t.equal(
    (await db.selectFrom('letters').select('id').where('template', '=', 'invitation').execute()).length,
    0,
  );

  const made = await give({});
  t.equal(made.statusCode, 201, made.body);
  t.match(await list(), [
    { role: 'communications', email: 'presse@ks.example', givenBy: 'Ingeborg Aashagen', until },
  ]);
  t.equal((await give({})).statusCode, 409, 'once');
  const press = await play.as('presse@ks.example');
  t.equal(
    (await press.get(`/api/v1/editions/${year.id}`)).statusCode,
    404,
    'nothing before the rules of confidence',
  );
  await press.post('/api/v1/me/confidence', { accept: true });
  t.equal((await press.get(`/api/v1/editions/${year.id}`)).statusCode, 200);
  t.equal((await give({ email: 'venn@example.no' }, press)).statusCode, 403, 'who is let in lets nobody in');
  const early = await chair.get(`/sekretariat/${year.id}/innsyn`);
  t.match(early.body, /Pia Presse[\s\S]*Ingeborg Aashagen/, 'on the list, with who let them in');
  t.notMatch(early.body, `href="${page}"`, 'the chair gives nothing');
  t.match((await secretary.get(`/sekretariat/${year.id}/innsyn`)).body, `href="${page}"`);

  const other = await plannedYear(db, 2027);
  const [{ id }] = (await list()) as [Out];
  t.equal((await secretary.send('DELETE', `/api/v1/editions/${other.id}/roles/${id}`)).statusCode, 404);
  const seat = await db
    .selectFrom('role_grants')
    .select('id')
    .where('role', '=', 'leader')
    .where('person_id', '=', year.people.leader.personId)
    .limit(1)
    .executeTakeFirstOrThrow();
  t.equal(
    (await secretary.send('DELETE', `${api}/${seat.id}`)).statusCode,
    404,
    'no other role is ended here',
  );
  t.equal((await chair.send('DELETE', `${api}/${id}`)).statusCode, 403);
  t.equal((await secretary.post(`${page}/${id}/avslutt`)).headers.location, `${page}?gjort=avsluttet`);
  t.same(await list(), []);
  t.equal(
    (await press.get(`/api/v1/editions/${year.id}`)).statusCode,
    401,
    'sessions and tokens end with it',
  );
});

t.test('the page: what is wrong is said at its field, and what was written stays', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const year = await plannedYear(db);
  const now = addDays((await datesOf(db, year.id)).opens_at, -20);
  await play.setClock(now);
  const secretary = await play.as('secretary@example.no');
  const page = `/sekretariat/${year.id}/innsyn/roller`;
  const empty = await secretary.get(page);
  t.same(await htmlProblems(empty.body), []);
  t.notMatch(empty.body, /value="auditor"/);
  const form = { email: 'dep@example.no', name: 'Stine Statsråd', language: 'nn', role: 'embargoReader' };
  const wrong = await secretary.post(page, form);
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, /href="#field-until"[\s\S]*value="Stine Statsråd"/);
  t.same(await htmlProblems(wrong.body), []);
  const day = addDays(now, 10).toISOString().slice(0, 10);
  const made = await secretary.post(page, { ...form, until: day });
  t.equal(made.headers.location, `${page}?gjort=uten-brev`, made.body);
  t.same(
    await db.selectFrom('letters').select('template').where('email', '=', 'dep@example.no').execute(),
    [],
    'a minister’s office gets no mail',
  );
  const done = await secretary.get(`${page}?gjort=uten-brev`);
  t.match(done.body, /Stine Statsråd[\s\S]*Leser under sperrefrist/);
  t.same(await htmlProblems(done.body), []);
  await db
    .updateTable('editions')
    .set({ state: 'cancelled', ended_at: now })
    .where('id', '=', year.id)
    .execute();
  t.match((await secretary.get(page)).body, /value="auditor"/, 'once there is no outcome to keep');
});
