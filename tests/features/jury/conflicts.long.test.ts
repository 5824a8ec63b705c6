import { sql } from 'kysely';
import t from 'tap';
import {
  ballotOf,
  canary,
  declareAll,
  deliverBallot,
  judgingYear,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';

interface Declared {
  declarations: { nominationId: string; organisation: string; standing: string }[];
}
interface Conflicts {
  conflicts: {
    nominationId: string;
    personId: string;
    note: string | null;
    standing: string;
    mayDecide: boolean;
  }[];
}

/** Every address that could hold something of an application, its ballots or its jury. */
const surfaces = ({ editionId, nominations }: JuryYear): string[] => [
  ...[
    '',
    '/nominations',
    '/ballots',
    '/progress',
    '/result',
    '/decisions',
    '/statements',
    '/conflicts',
    '/declarations',
    '/log',
    '/letters',
    '/seats',
  ].map((part) => `/api/v1/editions/${editionId}${part}`),
  '/api/v1/nominations',
  ...Object.values(nominations).flatMap((id) =>
    ['', '/submission', '/statement', '/assessments'].map((part) => `/api/v1/nominations/${id}${part}`),
  ),
  '/jury',
  '/jury/fortrolighet',
  '/jury/leder',
  '/jury/resultat',
  '/jury/vedtak',
  '/min-side',
  ...Object.values(nominations).flatMap((id) => [
    `/jury/soknad/${id}`,
    `/jury/resultat/${id}`,
    `/soknad/${id}`,
    `/sekretariat/soknad/${id}`,
  ]),
  ...['', '/jury', '/soknader', '/begrunnelser', '/offentliggjoring', '/logg', '/brev'].map(
    (part) => `/sekretariat/${editionId}${part}`,
  ),
];

async function everythingSeenBy(year: JuryYear, who: Person): Promise<{ url: string; body: string }[]> {
  const pages = [];
  for (const url of surfaces(year)) pages.push({ url, body: (await year.clients[who].get(url)).body });
  return pages;
}
const holding = (pages: readonly { url: string; body: string }[], word: string): string[] =>
  pages.filter(({ body }) => body.includes(word)).map(({ url }) => url);

t.test('HAB-1: names alone until every applicant is declared for', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, editionId } = year;
  const before = await everythingSeenBy(year, 'liv');
  for (const name of Object.keys(nominations))
    t.same(holding(before, canary(name)), [], `nothing of ${name}`);
  t.match(before.find(({ url }) => url === '/jury')?.body, /Eigersund/, 'but the name');

  const first = nominations['Eigersund']!;
  t.same((await clients.liv.post(`/api/v1/nominations/${first}/declarations`, { answer: 'none' })).json(), {
    standing: 'free',
  });
  t.same(holding(await everythingSeenBy(year, 'liv'), 'kanarifugl'), [], 'one answer is not all');
  t.equal(
    (await clients.liv.get(`/jury/soknad/${first}`)).headers.location,
    '/jury/habilitet',
    'the page leads to the questions',
  );
  const submission = `/api/v1/nominations/${first}/submission`;
  t.equal((await clients.liv.get(submission)).statusCode, 403);
  t.equal((await clients.liv.get(submission)).statusCode, 403);
  const { rows: refused } = await sql<{ actor_id: string; payload: object }>`
    select d.actor_id, d.payload from audit_events e join audit_details d on d.event_id = e.id
    where e.event = 'refuseReading' and e.subject_id = ${first}`.execute(year.db);
  t.match(
    refused,
    [{ actor_id: year.ids.liv, payload: { standing: 'undeclared' } }],
    'written down, once an hour',
  );
  t.equal(refused.length, 1);
  const ballot = await year.db
    .selectFrom('ballots')
    .select('id')
    .where('person_id', '=', year.ids.liv)
    .where('nomination_id', '=', nominations['Modum']!)
    .executeTakeFirstOrThrow();
  t.equal((await clients.liv.get(`/api/v1/ballots/${ballot.id}`)).statusCode, 409);
  const { rows: byBallot } = await sql`select e.id from audit_events e
    where e.event = 'refuseReading' and e.subject_id = ${nominations['Modum']}`.execute(year.db);
  t.equal(byBallot.length, 1, 'and by way of the ballot');

  await clients.liv.post(`/api/v1/nominations/${nominations['Modum']}/declarations`, { answer: 'none' });
  const after = await clients.liv.get(`/jury/soknad/${first}`);
  t.equal(after.statusCode, 200);
  t.match(after.body, canary('Eigersund'));
  t.equal((await clients.liv.get(submission)).statusCode, 200);
  const { declarations } = (
    await clients.liv.get(`/api/v1/editions/${editionId}/declarations`)
  ).json<Declared>();
  t.same(
    declarations.map(({ standing }) => standing),
    ['free', 'free'],
  );
});

t.test('HAB-2, HAB-4: a connection closes the application until the others have decided', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, editionId, ids } = year;
  const modum = nominations['Modum']!;
  t.equal(
    (await clients.liv.post(`/api/v1/nominations/${modum}/declarations`, { answer: 'connection' }))
      .statusCode,
    422,
    'a connection needs its kind',
  );
  await declareAll(year);
  const ballot = await ballotOf(year, 'liv', modum);
  await deliverBallot(year, 'liv', modum, 5, 'Før tilknytningen');
  t.same(
    (
      await clients.liv.post(`/api/v1/nominations/${modum}/declarations`, {
        answer: 'connection',
        grounds: ['H7'],
        note: 'Jeg veiledet dem i fjor',
      })
    ).json(),
    { standing: 'pending' },
  );

  const closed = await everythingSeenBy(year, 'liv');
  t.same(holding(closed, canary('Modum')), [], 'closed at once');
  t.same(
    holding(closed, 'Modum').filter((url) => !url.endsWith('/declarations')),
    [],
    'not even its name, but where it was declared',
  );
  const refused = await clients.liv.post(`/api/v1/ballots/${ballot.id}/events`, {
    type: 'reopen',
    version: ballot.version,
  });
  t.equal(refused.statusCode, 403);
  t.match(refused.json(), { type: 'urn:etikkprisen:problem:ballot/recused' });
  t.equal((await clients.liv.get(`/jury/soknad/${modum}`)).statusCode, 403);
  t.same(
    (await clients.liv.post(`/api/v1/nominations/${modum}/declarations`, { answer: 'none' })).json(),
    { standing: 'pending' },
    'nobody frees oneself',
  );

  const decide = (who: Person, body: object) =>
    clients[who].post(`/api/v1/nominations/${modum}/conflict-decisions`, body);
  const verdict = { personId: ids.liv, recused: true, reason: 'Hun veiledet arbeidet.' };
  t.equal((await decide('liv', verdict)).statusCode, 404, 'never one’s own, and not there for her');
  t.equal((await decide('nina', verdict)).statusCode, 403, 'nor any other juror');
  t.equal((await decide('secretary', verdict)).statusCode, 403);
  t.equal((await decide('chair', { ...verdict, reason: '' })).statusCode, 422);
  const { conflicts } = (
    await clients.chair.get(`/api/v1/editions/${editionId}/conflicts`)
  ).json<Conflicts>();
  t.match(conflicts, [
    { personId: ids.liv, note: 'Jeg veiledet dem i fjor', standing: 'pending', mayDecide: true },
  ]);
  t.same(
    (await clients.nina.get(`/api/v1/editions/${editionId}/conflicts`)).json<Conflicts>().conflicts,
    [],
    'the note is not for the others',
  );
  t.same((await decide('chair', verdict)).json(), { standing: 'recused' });
  t.match(
    await year.db.selectFrom('ballots').select('state').where('id', '=', ballot.id).executeTakeFirst(),
    { state: 'recused' },
    'the delivered ballot follows',
  );

  t.same(
    (await decide('chair', { ...verdict, recused: false, reason: 'Det var en annen avdeling.' })).json(),
    { standing: 'free' },
  );
  t.match(
    await year.db.selectFrom('ballots').select('state').where('id', '=', ballot.id).executeTakeFirst(),
    { state: 'assigned' },
    'cleared: the ballot is hers again',
  );
});

t.test(
  'HAB-4: a chair in conflict is decided on by the deputy chair, and by the next where that one is out too',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum']);
    const { clients, nominations, ids } = year;
    const modum = nominations['Modum']!;
    await declareAll(year, { chair: { Modum: 'unsure' }, deputyChair: { Modum: 'connection' } });
    const decide = (who: Person, personId: string) =>
      clients[who].post(`/api/v1/nominations/${modum}/conflict-decisions`, {
        personId,
        recused: personId === ids.chair,
        reason: 'Vurdert av de andre.',
      });
    t.equal((await decide('deputyChair', ids.chair)).statusCode, 404, 'out of it, too');
    t.equal((await decide('nina', ids.deputyChair)).statusCode, 201, 'the first who is not');
    t.equal(
      (await decide('nina', ids.chair)).statusCode,
      403,
      'now the deputy chair is free again and decides',
    );
    t.equal((await decide('deputyChair', ids.chair)).statusCode, 201);
    const page = await clients.chair.get('/jury/leder');
    t.equal(page.statusCode, 200);
    t.notMatch(page.body, /Modum/, 'the chair’s own page holds nothing of it');
  },
);

t.test('HAB-5: declarations and decisions are never changed', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  await declareAll(year, { liv: { Modum: 'connection' } });
  await t.rejects(year.db.updateTable('declarations').set({ answer: 'none' }).execute(), /permission denied/);
  await t.rejects(year.db.deleteFrom('declarations').execute(), /permission denied/);
  await t.rejects(
    year.db.updateTable('recusal_decisions').set({ recused: false }).execute(),
    /permission denied/,
  );
});

t.test(
  'HAB-7, HAB-8: below the quorum the judging cannot be closed; a deputy is called in and declares',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum']);
    const { clients, nominations, ids, editionId, dates } = year;
    const modum = nominations['Modum']!;
    await declareAll(year, {
      nina: { Modum: 'connection' },
      liv: { Modum: 'connection' },
      henrik: { Modum: 'connection' },
    });
    for (const who of ['nina', 'liv', 'henrik'] as const)
      await clients.chair.post(`/api/v1/nominations/${modum}/conflict-decisions`, {
        personId: ids[who],
        recused: true,
        reason: 'Samme kommune.',
      });
    await year.setClock(dates.after);
    const refused = await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' });
    t.equal(refused.statusCode, 409);
    t.match(refused.json<{ errors: { requirement: string; message: string }[] }>().errors, [
      {
        requirement: 'quorumHolds',
        message: /Modum \(2 av minst 3; deltar ikke: Henrik Aspelien, Liv Torgersdal, Nina Hauglien\)/,
      },
    ]);

    await year.setClock(dates.judging);
    t.same(
      (await clients.vara.get(`/api/v1/editions/${editionId}/declarations`)).json<Declared>().declarations,
      [],
      'a deputy has nothing to answer before being called in',
    );
    t.same(holding(await everythingSeenBy(year, 'vara'), 'Modum'), [], 'and sees nobody’s name');
    const seats = (await clients.secretary.get(`/api/v1/editions/${editionId}/seats`)).json<{
      seats: { id: string; role: string }[];
    }>().seats;
    const deputy = seats.find(({ role }) => role === 'deputy')!;
    t.equal(
      (await clients.secretary.send('PATCH', `/api/v1/seats/${deputy.id}`, { role: 'member' })).statusCode,
      204,
    );
    await declareAll(year, {}, ['vara']);
    t.equal((await ballotOf(year, 'vara', modum)).state, 'assigned', 'the deputy has ballots');
    await year.setClock(dates.after);
    t.equal(
      (await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode,
      200,
      'three who are free: the quorum holds',
    );
  },
);

t.test('HAB-9: the secretariat declares, and a connection closes the application to it', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, editionId } = year;
  const modum = nominations['Modum']!;
  t.match((await clients.secretary.get(`/api/v1/nominations/${modum}/submission`)).body, canary('Modum'));
  t.match(
    (await clients.secretary.get(`/sekretariat/soknad/${modum}`)).body,
    `/sekretariat/${editionId}/habilitet?oppdaget=${modum}`,
    'one press from the application',
  );
  const page = await clients.secretary.get(`/sekretariat/${editionId}/habilitet?oppdaget=${modum}`);
  t.match(page.body, /Modum/);
  const sent = await clients.secretary.post(`/sekretariat/${editionId}/habilitet`, {
    [`answer-${modum}`]: 'connection',
    [`grounds-${modum}`]: 'H8',
  });
  t.equal(sent.statusCode, 303);
  t.notMatch((await clients.secretary.get(`/api/v1/nominations/${modum}/submission`)).body, canary('Modum'));
  t.match(
    (await clients.second.get(`/api/v1/nominations/${modum}/submission`)).body,
    canary('Modum'),
    'a colleague takes over',
  );
});

t.test('a juror leaves midway: the open ballots no longer count, the successor judges anew', async (t) => {
  const year = await judgingYear(t, ['Eigersund']);
  const { clients, editionId, nominations, db, ids } = year;
  const id = nominations['Eigersund']!;
  await declareAll(year);
  await deliverBallot(year, 'liv', id, 6, 'Før hun gikk');
  const seats = (await clients.secretary.get(`/api/v1/editions/${editionId}/seats`)).json<{
    seats: { id: string; holder: { personId: string } | null }[];
  }>().seats;
  const seat = seats.find(({ holder }) => holder?.personId === ids.liv)!;
  t.equal(
    (
      await clients.secretary.send('PUT', `/api/v1/seats/${seat.id}/holder`, {
        email: 'etterfolger@example.no',
        name: 'Even Etterfølger',
      })
    ).statusCode,
    200,
  );
  const states = await db
    .selectFrom('ballots as b')
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .select(['p.email', 'b.state'])
    .where('b.seat_id', '=', seat.id)
    .orderBy('p.email')
    .execute();
  t.same(states, [
    { email: 'etterfolger@example.no', state: 'assigned' },
    { email: 'liv@example.no', state: 'voided' },
  ]);
  t.equal((await clients.liv.get(`/jury/soknad/${id}`)).statusCode, 401, 'sessions end with the seat');
  const later = await year.as('liv@example.no');
  t.equal((await later.get(`/jury/soknad/${id}`)).statusCode, 404);
  t.match(
    (
      await db
        .selectFrom('letters')
        .select(['template', 'email', 'body'])
        .where('template', '=', 'seatInvitation')
        .where('email', '=', 'etterfolger@example.no')
        .execute()
    )[0],
    { body: /Fagforbundet/ },
  );
});

t.test('shut out of the service is out of the jury, until invited to a seat again', async (t) => {
  const year = await judgingYear(t, ['Modum', 'Eigersund']);
  const { db, clients, ids, editionId, nominations, dates } = year;
  await declareAll(year);
  await deliverBallot(year, 'liv', nominations['Modum']!, 4, 'Vurdert');
  await db
    .insertInto('role_grants')
    .values({ person_id: ids.leader, role: 'administrator', from_at: dates.judging })
    .execute();
  t.equal((await clients.leader.send('DELETE', `/api/v1/people/${ids.liv}`)).statusCode, 204);
  t.equal((await clients.liv.get('/api/v1/me')).statusCode, 401, 'tokens end with it');
  const seat = async () =>
    (await clients.secretary.get(`/api/v1/editions/${editionId}/seats`))
      .json<{ seats: { id: string; organisation: string; holder: { personId: string } | null }[] }>()
      .seats.find(({ organisation }) => organisation === 'Fagforbundet')!;
  t.equal((await seat()).holder, null, 'the seat is empty');
  t.same(
    (await db.selectFrom('ballots').select('state').where('person_id', '=', ids.liv).execute()).map(
      ({ state }) => state,
    ),
    ['voided', 'voided'],
    'and what was delivered no longer counts',
  );
  const invited = await clients.secretary.send('PUT', `/api/v1/seats/${(await seat()).id}/holder`, {
    email: 'liv@example.no',
    name: 'Liv Torgersdal',
  });
  t.equal(invited.statusCode, 200, invited.body);
  const again = await year.as('liv@example.no');
  t.equal((await again.get('/api/v1/me')).statusCode, 200, 'the invitation opens the door');
  t.equal((await again.post(`/api/v1/editions/${editionId}/confidence`, { accept: true })).statusCode, 200);
  t.same(
    (await again.get(`/api/v1/editions/${editionId}/ballots`))
      .json<{ ballots: { state: string }[] }>()
      .ballots.map(({ state }) => state),
    ['assigned', 'assigned'],
    'and the ballots are open again',
  );
  await deliverBallot(
    { ...year, clients: { ...clients, liv: again } },
    'liv',
    nominations['Modum']!,
    5,
    'På nytt',
  );
  t.same(year.errors, []);
});
