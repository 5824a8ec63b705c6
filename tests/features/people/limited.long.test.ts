/** Roles for one task of a year, given by a secretary (issue 5 §1): with an end, never with more than the secretariat has, and on the list. */
import t from 'tap';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { dispatchNomination } from '../../../src/features/nominations/flow.ts';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { answerAndSendIn, datesOf, deliberatingYear, plannedYear } from '../../helpers/year.ts';

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

t.test('who works on a draft has the role until the application is sent in, and then it rests', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const year = await plannedYear(db);
  const { opens_at } = await datesOf(db, year.id);
  await year.send('secretary', addDays(opens_at, -7), 'announce');
  const now = addDays(opens_at, 10);
  await play.setClock(now);
  await db
    .insertInto('role_grants')
    .values(granted(year.people.other.personId as string, 'administrator', opens_at))
    .execute();
  const secretary = await play.as('secretary@example.no');
  const applicant = await play.as('applicant@example.no');
  const admin = await play.as('other@example.no');
  const api = `/api/v1/editions/${year.id}/roles`;
  const until = addDays(now, 30).toISOString();
  const email = 'presse@ks.example';
  const given = await secretary.post(api, { email, name: 'Pia Presse', role: 'communications', until });
  t.equal(given.statusCode, 201, given.body);
  const press = await play.as(email);
  await press.post('/api/v1/me/confidence', { accept: true });
  const sees = async () => (await press.get(`/api/v1/editions/${year.id}`)).statusCode === 200;
  const rests = async () =>
    (await secretary.get(api)).json<{ roles: { rests: boolean }[] }>().roles[0]!.rests;

  const draft = await year.as('applicant', now, (unit) =>
    startNomination(unit, { editionId: year.id, kind: 'enterprise', organisation: 'Modum', language: 'nb' }),
  );
  const added = await applicant.post(`/api/v1/nominations/${draft.id}/members`, { email });
  t.equal(added.statusCode, 201, 'the applicant learns nothing of who has a role');
  t.same([await sees(), await rests()], [true, false], 'nothing is sent in yet');
  await year.as('applicant', now, (unit) => answerAndSendIn(unit, year.id, draft.id, 'Modum'));
  t.same([await sees(), await rests()], [false, true]);
  const page = await secretary.get(`/sekretariat/${year.id}/innsyn/roller`);
  t.match(page.body, /Pia Presse[\s\S]*Hviler[\s\S]*arbeider med en søknad/);
  t.same(await htmlProblems(page.body), []);

  const refused = [
    await secretary.post(api, { email, role: 'embargoReader', until }),
    await admin.post('/api/v1/people', { email, role: 'embargoReader', editionId: year.id, until }),
    await admin.post('/api/v1/people', { email, role: 'auditor', editionId: year.id, until }),
    await admin.post('/api/v1/people', { email, role: 'auditor', until }),
    await admin.post('/api/v1/people', { email: 'juror@example.no', role: 'auditor', until }),
  ];
  for (const answer of refused) {
    t.equal(answer.statusCode, 422, answer.body);
    t.match(answer.json().errors, [{ field: 'role' }]);
  }
  await year.as('applicant', now, (unit) =>
    dispatchNomination(unit, { id: draft.id, event: { type: 'withdraw' } }),
  );
  t.same([await sees(), await rests()], [true, false], 'takes part no more');
});
