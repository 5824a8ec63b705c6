/** A rejection at the formal check: two people, one letter, and nothing told before the second has said so. */
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import type { Client } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';

const call = await openCall(t);
const { db } = call.services;
const [secretary, second, leader, chair] = (await Promise.all(
  ['secretary', 'second', 'leader', 'chair'].map((who) => call.as(`${who}@example.no`)),
)) as [Client, Client, Client, Client];
const after = addDays(call.dates.closes_at, 1);
const reason = 'Gjelder ikke helse og omsorg';
const plain = (answer: { body: string }) =>
  answer.body
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const saying = (answer: { statusCode: number; json(): unknown }) => [
  answer.statusCode,
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', ''),
];
const propose = (who: Client, id: string, version = 1, why = reason) =>
  who.post(`/api/v1/nominations/${id}/rejections`, { version, reason: why });
const answer = (who: Client, id: string, how: 'approve' | 'decline', body: object = {}) =>
  who.post(`/api/v1/rejections/${id}/${how}`, how === 'approve' ? body : undefined);
const send = (who: Client, id: string, type: string, version = 1) =>
  who.post(`/api/v1/nominations/${id}/events`, { type, version });
const stateOf = async (id: string) =>
  (await secretary.get(`/api/v1/nominations/${id}`)).json().state as string;
const proposals = async (id: string) =>
  (await secretary.get(`/api/v1/nominations/${id}/rejections`)).json().rejections as {
    state: string;
    mayApprove: boolean;
    mayApproveAlone: boolean;
    aloneBecause: string | null;
  }[];
const letters = (nominationId: string) =>
  db
    .selectFrom('letters')
    .select('template')
    .where('nomination_id', '=', nominationId)
    .where('template', '=', 'rejected')
    .execute();
let count = 0;
async function sentIn() {
  count += 1;
  await call.setClock(call.during);
  const applicant = await call.as(`soker${count}@avvist.example`);
  const { id } = await call.sent(
    applicant,
    ['Bokn', 'Utsira', 'Tysvær', 'Sveio', 'Klepp', 'Kvitsøy', 'Time'][count],
  );
  await call.setClock(after);
  return { applicant, id };
}
async function proposed() {
  const made = await sentIn();
  const { id: proposal } = (await propose(secretary, made.id)).json() as { id: string };
  return { ...made, proposal };
}

t.test(
  'nothing is told before somebody else approves it; then it is rejected, once, with its letter',
  async (t) => {
    const { applicant, id } = await sentIn();
    for (const [who, status] of [
      [applicant, 404],
      [chair, 404],
      [leader, 404],
    ] as const)
      t.equal((await propose(who, id)).statusCode, status);
    t.same(saying(await send(secretary, id, 'reject')), [422, 'process/unknown-event'], 'never by one');
    t.same(saying(await propose(secretary, id, 0)), [409, 'conflict/version']);
    const unreasoned = await propose(secretary, id, 1, '  ');
    t.match([unreasoned.statusCode, unreasoned.json().errors], [409, [{ requirement: 'reasonGiven' }]]);
    const made = await propose(secretary, id);
    t.equal(made.statusCode, 201, made.body);
    const proposal = made.json().id as string;
    t.same(saying(await propose(second, id)), [409, 'process/not-now'], 'one waits at a time');
    t.same(saying(await answer(secretary, proposal, 'approve')), [403, 'process/same-person']);
    t.same(
      saying(await answer(secretary, proposal, 'approve', { aloneBecause: 'Travelt' })),
      [403, 'process/same-person'],
      'nor with a reason, while somebody else may',
    );
    for (const who of [applicant, chair, leader]) {
      t.equal((await answer(who, proposal, 'approve')).statusCode, 404);
      t.equal((await who.get(`/api/v1/nominations/${id}/rejections`)).statusCode, 404);
    }
    t.equal(await stateOf(id), 'submitted');
    t.same(await letters(id), []);
    const seen = [
      (await applicant.get(`/soknad/${id}`)).body,
      (await applicant.get(`/api/v1/nominations/${id}`)).body,
      (await applicant.get('/min-side')).body,
    ].join('');
    t.notMatch(seen, reason);
    const told = await db
      .selectFrom('letters')
      .select('email')
      .where('template', '=', 'rejectionToApprove')
      .execute();
    t.same(told, [{ email: 'second@example.no' }]);

    const { letter: shown } = (
      (await second.get(`/api/v1/nominations/${id}/rejections`)).json() as {
        rejections: [{ letter: { subject: string; body: string; language: string } }];
      }
    ).rejections[0];
    t.match(shown, { language: 'nb', subject: /./, body: new RegExp(`/soknad/${id}`) });
    const page = await second.get(`/sekretariat/soknad/${id}`);
    t.match(plain(page), `Brevet søkeren får ${shown.subject}`, 'whoever approves reads the letter first');
    t.same(await htmlProblems(page.body), []);

    const both = await Promise.all([1, 2].map(() => answer(second, proposal, 'approve')));
    t.same(both.map(({ statusCode }) => statusCode).toSorted(), [204, 409], 'once');
    t.equal(await stateOf(id), 'rejected');
    const sent = await db
      .selectFrom('letters')
      .select(['subject', 'body', 'language'])
      .where('nomination_id', '=', id)
      .where('template', '=', 'rejected')
      .execute();
    t.same(sent, [shown], 'and it says what was shown');
    t.match((await applicant.get(`/soknad/${id}`)).body, reason);
    t.match(await proposals(id), [{ state: 'approved', mayApprove: false, aloneBecause: null }]);
    const log = await db
      .selectFrom('audit_events as a')
      .innerJoin('audit_details as d', 'd.event_id', 'a.id')
      .select(['a.event', 'd.reason', 'd.actor_id'])
      .where('a.subject_id', '=', id)
      .where('a.event', 'in', ['proposeRejection', 'reject'])
      .orderBy('a.seq')
      .execute();
    t.match(log, [
      { event: 'proposeRejection', reason, actor_id: call.year.people.secretary.personId },
      { event: 'reject', reason, actor_id: call.year.people.second.personId },
    ]);
    t.match(plain(await secretary.get(`/sekretariat/${call.year.id}/logg`)), 'Foreslo å avvise en søknad');
  },
);

t.test(
  'the database itself refuses one person, a rewritten row, and a rejection that nobody approved',
  async (t) => {
    const { id, proposal } = await proposed();
    const approved_by = call.year.people.secretary.personId as string;
    const row = db.updateTable('rejection_proposals').where('id', '=', proposal);
    await t.rejects(row.set({ approved_by, approved_at: after }).execute(), /rejection_proposals_two_people/);
    await t.rejects(row.set({ reason: 'En annen' }).execute(), /never rewritten/);
    await t.rejects(
      db
        .updateTable('nominations')
        .set({ state: 'rejected', rejection_reason: reason })
        .where('id', '=', id)
        .execute(),
      /approved by a second person/,
    );
    await t.rejects(
      db
        .insertInto('rejection_proposals')
        .values({
          edition_id: call.year.id,
          nomination_id: id,
          reason,
          proposed_by: call.year.people.second.personId as string,
          proposed_at: after,
        })
        .execute(),
      /rejection_proposals_open/,
    );
    t.equal((await answer(second, proposal, 'decline')).statusCode, 204, 'nothing is left to answer');
  },
);

t.test('it is taken back, said no to, or lapses as the application moves on', async (t) => {
  const { id, proposal } = await proposed();
  t.equal((await answer(secretary, proposal, 'decline')).statusCode, 204, 'who proposed it can take it back');
  const again = (await propose(second, id)).json().id as string;
  t.equal((await answer(secretary, again, 'decline')).statusCode, 204);
  t.same(saying(await answer(secretary, again, 'approve')), [409, 'process/not-now']);
  const third = (await propose(secretary, id)).json().id as string;
  t.equal((await send(second, id, 'admit')).statusCode, 200);
  t.same(saying(await answer(second, third, 'approve')), [409, 'process/not-now']);
  t.same(
    (await proposals(id)).map(({ state }) => state),
    ['lapsed', 'declined', 'declined'],
  );
  t.equal(await stateOf(id), 'admitted');
});

t.test('withdrawn while somebody approves: one of them, never both', async (t) => {
  const { applicant, id, proposal } = await proposed();
  const [approved, withdrawn] = await Promise.all([
    answer(second, proposal, 'approve'),
    send(applicant, id, 'withdraw'),
  ]);
  const first = approved.statusCode === 204;
  t.same([approved.statusCode, withdrawn.statusCode], first ? [204, 409] : [409, 200]);
  const [one] = await proposals(id);
  t.equal(one?.state, first ? 'approved' : 'lapsed');
  t.equal((await letters(id)).length, first ? 1 : 0);
});

t.test('a task for the other, until it is answered; the page says who may do what', async (t) => {
  const { id, proposal } = await proposed();
  const page = `/sekretariat/soknad/${id}`;
  const task = 'Svar på et forslag om å avvise en søknad';
  t.match(plain(await second.get('/min-side')), task);
  t.notMatch(plain(await secretary.get('/min-side')), /avvise (en søknad|søknader)/);
  t.match((await second.get(`/sekretariat/${call.year.id}/soknader?check=rejection`)).body, page);
  for (const lang of ['nb', 'nn', 'en'])
    for (const who of [secretary, second])
      t.same(await htmlProblems((await who.get(page, { cookie: `lang=${lang}` })).body), []);
  const declined = await second.post(`${page}/avvisning/${proposal}/avsla`, {});
  t.equal(declined.headers.location, `${page}?lagret=avslatt`);
  t.match(plain(await second.get(`${page}?lagret=avslatt`)), 'Søknaden er ikke avvist');
  t.notMatch(plain(await second.get('/min-side')), /avvise (en søknad|søknader)/);
});

t.test('where nobody else may, alone with a reason that stands in the record', async (t) => {
  const { id, proposal } = await proposed();
  const page = `/sekretariat/soknad/${id}`;
  await db
    .updateTable('role_grants')
    .set({ until_at: after })
    .where('person_id', '=', call.year.people.second.personId as string)
    .execute();
  const task = 'Svar på et forslag om å avvise en søknad';
  t.match(plain(await secretary.get('/min-side')), task, 'it waits for whoever proposed it, then');
  const waits = plain(await secretary.get(`/sekretariat/${call.year.id}`));
  t.match(waits, 'Ingeborg Aashagen må selv svare på forslaget om å avvise én søknad: ingen andre kan');
  t.notMatch(waits, 'Noen andre enn Ingeborg');
  const unreasoned = await secretary.post(`${page}/avvisning/${proposal}/godkjenn`, { aloneBecause: ' ' });
  t.equal(unreasoned.statusCode, 422);
  t.same(await htmlProblems(unreasoned.body), []);
  t.equal(await stateOf(id), 'submitted');
  const aloneBecause = 'Den andre i sekretariatet har sluttet';
  t.equal((await answer(secretary, proposal, 'approve', { aloneBecause })).statusCode, 204);
  t.match(await proposals(id), [{ state: 'approved', aloneBecause }]);
  t.equal(await stateOf(id), 'rejected');
  const log = await db
    .selectFrom('audit_events as a')
    .innerJoin('audit_details as d', 'd.event_id', 'a.id')
    .select('d.reason')
    .where('a.subject_id', '=', id)
    .where('a.event', '=', 'approveRejectionAlone')
    .execute();
  t.same(log, [{ reason: aloneBecause }]);
});

t.test('where nobody may at all, an administrator is told to let somebody in', async (t) => {
  const { id } = await proposed();
  const administrator = await call.as('administrator@example.no');
  const { id: personId } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'administrator@example.no')
    .executeTakeFirstOrThrow();
  await db.updateTable('people').set({ name: 'Anna Administrator' }).where('id', '=', personId).execute();
  await db
    .insertInto('role_grants')
    .values(granted(personId, 'administrator', call.during))
    .execute();
  const tasks = async (who: Client) =>
    ((await who.get('/api/v1/me')).json().waiting as { kind: string; page: string; year: number }[]).filter(
      ({ kind }) => /rejections/i.test(kind),
    );
  t.same(await tasks(administrator), [], 'one can answer it alone');
  const declared = await secretary.post(`/api/v1/nominations/${id}/declarations`, {
    answer: 'connection',
    grounds: ['H5'],
    note: 'Naboer',
  });
  t.equal(declared.statusCode, 201, declared.body);
  t.same(await tasks(secretary), []);
  t.match(await tasks(administrator), [
    { kind: 'inviteForRejections', year: 2026, page: '/administrasjon/inviter' },
  ]);
  const page = plain(await administrator.get('/min-side'));
  t.match(page, 'Slipp inn en til i sekretariatet');
  t.notMatch(page, /avvis|Kvitsøy|Time/, 'not what waits, nor whose it is');
});
