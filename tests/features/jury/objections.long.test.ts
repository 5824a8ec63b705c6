/** HAB-11: applicants are told when the jury changes, may object, and are answered; nobody is told who is in conflict. */
import t from 'tap';
import { declareAll, judgingYear, type JuryYear, type Person } from '../../helpers/jury-year.ts';

const seatOf = async ({ clients, editionId, ids }: JuryYear, who: Person) =>
  (await clients.secretary.get(`/api/v1/editions/${editionId}/seats`))
    .json<{ seats: { id: string; role: string; holder: { personId: string } | null }[] }>()
    .seats.find(({ holder }) => holder?.personId === ids[who])!;
const letters = ({ db }: JuryYear, template: string) =>
  db
    .selectFrom('letters')
    .select(['email', 'subject', 'body', 'nomination_id'])
    .where('template', '=', template)
    .orderBy('email')
    .execute();
const tasks = async ({ clients }: JuryYear, who: Person) =>
  (await clients[who].get('/api/v1/me'))
    .json<{ waiting: { kind: string }[] }>()
    .waiting.map(({ kind }) => kind);

t.test(
  'HAB-8, HAB-11: a deputy called in, a juror who leaves: every applicant is told who, never why',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum']);
    const { clients, db, editionId, ids } = year;
    t.same(await letters(year, 'juryChanged'), [], 'the jury of the call is on the page of the call');
    const { id } = await seatOf(year, 'vara');
    await clients.secretary.send('PATCH', `/api/v1/seats/${id}`, { role: 'member' });
    const told = await letters(year, 'juryChanged');
    t.equal(told.length, 2, 'one letter for each application');
    for (const { email, body } of told) {
      t.equal(email, 'applicant@example.no');
      t.match(body, /Vera Varamo \(KS\) er nå med i fagjuryen/);
      t.match(body, /til og med 24\. oktober 2026/);
      t.notMatch(body, /inhabil|tilknytning/);
    }
    const seat = await db.selectFrom('seats').select('called_in_at').where('id', '=', id).executeTakeFirst();
    t.same(seat?.called_in_at, year.dates.judging, 'from when stands with the seat');
    const log = await db
      .selectFrom('audit_events')
      .select('at')
      .where('subject_id', '=', id)
      .where('event', '=', 'callInDeputy')
      .execute();
    t.same(log, [{ at: year.dates.judging }], 'and in the log');

    await clients.secretary.send('DELETE', `/api/v1/seats/${(await seatOf(year, 'liv')).id}/holder`);
    t.match(
      (await letters(year, 'juryChanged')).map(({ body }) => body).join(),
      /Liv Torgersdal \(Fagforbundet\) er ikke lenger med/,
    );
    const changes = await db
      .selectFrom('jury_changes')
      .select(['person_id', 'kind', 'called_in'])
      .where('edition_id', '=', editionId)
      .orderBy('changed_at')
      .orderBy('id')
      .execute();
    t.same(changes, [
      { person_id: ids.vara, kind: 'joined', called_in: true },
      { person_id: ids.liv, kind: 'left', called_in: false },
    ]);
  },
);

t.test('HAB-11: an objection is a task for the chair, is answered with a reason, and decides', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, ids, editionId, db } = year;
  await declareAll(year);
  const modum = nominations['Modum']!;
  const page = await clients.applicant.get(`/soknad/${modum}/innsigelse`);
  t.equal(page.statusCode, 200);
  t.match(page.body, /Liv Torgersdal/);
  t.match((await clients.applicant.get(`/soknad/${modum}`)).body, /innsigelse/, 'the way there');
  const bad = await clients.applicant.post(`/soknad/${modum}/innsigelse`, { about: ids.liv, text: ' ' });
  t.equal(bad.statusCode, 422);
  t.match(bad.body, new RegExp(`value="${ids.liv}" selected`), 'what was chosen is kept');
  t.equal(
    (
      await clients.applicant.post(`/api/v1/nominations/${modum}/objections`, {
        aboutId: ids.vara,
        text: 'X',
      })
    ).statusCode,
    422,
    'somebody who does not judge',
  );
  for (const who of ['liv', 'secretary', 'chair'] as const)
    t.not(
      (await clients[who].post(`/api/v1/nominations/${modum}/objections`, { text: 'X' })).statusCode,
      201,
      `${who} does not apply`,
    );
  const sent = await clients.applicant.post(`/soknad/${modum}/innsigelse`, {
    about: ids.liv,
    text: 'Hun er søster til rådmannen vår. hemmelig-innsigelse',
  });
  t.equal(sent.statusCode, 303);

  t.ok((await tasks(year, 'chair')).includes('answerObjections'));
  for (const who of ['liv', 'deputyChair', 'nina', 'secretary'] as const) {
    t.notOk((await tasks(year, who)).includes('answerObjections'), `no task for ${who}`);
    for (const path of [
      '/jury/innsigelser',
      `/api/v1/editions/${editionId}/objections`,
      '/jury/leder',
      '/min-side',
    ])
      t.notMatch((await clients[who].get(path)).body, /hemmelig-innsigelse/, `${who} on ${path}`);
  }
  t.match(await letters(year, 'objectionToAnswer'), [{ email: 'chair@example.no' }]);
  t.notMatch((await letters(year, 'objectionToAnswer'))[0]?.body, /Liv|Modum|hemmelig/, 'links only (OFF-1)');

  const list = (await clients.chair.get(`/api/v1/editions/${editionId}/objections`)).json<{
    objections: { id: string; mayAnswer: boolean; text: string }[];
  }>().objections;
  t.match(list, [{ mayAnswer: true, text: /søster/ }]);
  const { id } = list[0]!;
  const gaps = await clients.chair.post(`/jury/innsigelser/${id}`, {
    [`answer-${id}`]: 'Vi har vurdert det.',
  });
  t.equal(gaps.statusCode, 422);
  t.match(gaps.body, /Vi har vurdert det\./, 'what was written is kept');
  t.equal(
    (await clients.nina.post(`/api/v1/objections/${id}/answer`, { answer: 'X', recused: true, reason: 'X' }))
      .statusCode,
    404,
  );
  t.equal(
    (await clients.liv.post(`/api/v1/objections/${id}/answer`, { answer: 'X', recused: false, reason: 'X' }))
      .statusCode,
    404,
    'never the one it is about',
  );
  const answered = await clients.chair.post(`/jury/innsigelser/${id}`, {
    [`recused-${id}`]: 'yes',
    [`reason-${id}`]: 'Nær familie med ledelsen hos søkeren.',
    [`answer-${id}`]: 'Innsigelsen er vurdert, og behandlingen er lagt opp etter det.',
  });
  t.equal(answered.statusCode, 303);
  t.match(
    await db
      .selectFrom('standings')
      .select(['standing', 'reach'])
      .where('person_id', '=', ids.liv)
      .where('nomination_id', '=', modum)
      .executeTakeFirst(),
    { standing: 'recused', reach: 'choices' },
  );
  t.match(await letters(year, 'objectionAnswered'), [{ email: 'applicant@example.no' }]);
  const answer = await clients.applicant.get(`/soknad/${modum}/innsigelse`);
  t.match(answer.body, /behandlingen er lagt opp etter det/);
  t.notMatch(answer.body, /Nær familie|nhabil/, 'not the protocol’s reason, not what it led to');
  const api = (await clients.applicant.get(`/api/v1/nominations/${modum}/objections`)).json<{
    objections: object[];
  }>();
  t.same(Object.keys(api.objections[0]!).toSorted(), [
    'about',
    'answer',
    'answeredAt',
    'id',
    'madeAt',
    'text',
  ]);
  t.equal(
    (
      await clients.chair.post(`/api/v1/objections/${id}/answer`, {
        answer: 'Igjen',
        recused: false,
        reason: 'X',
      })
    ).statusCode,
    409,
    'answered once',
  );
  await t.rejects(
    db.updateTable('objections').set({ answer: 'Omskrevet' }).where('id', '=', id).execute(),
    /answered once/,
  );
  t.same(year.errors, []);
});

t.test('HAB-4, HAB-11: an objection to the chair is answered by the deputy chair', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, ids, editionId } = year;
  await declareAll(year);
  const made = await clients.applicant.post(`/api/v1/nominations/${nominations['Modum']}/objections`, {
    aboutId: ids.chair,
    text: 'Hun sitter i styret vårt.',
  });
  t.equal(made.statusCode, 201);
  const { id } = made.json<{ id: string }>();
  t.notOk((await tasks(year, 'chair')).includes('answerObjections'));
  t.notMatch((await clients.chair.get('/jury/innsigelser')).body, /sitter i styret/);
  t.ok((await tasks(year, 'deputyChair')).includes('answerObjections'));
  t.match((await clients.deputyChair.get('/jury/innsigelser')).body, /sitter i styret/);
  t.equal(
    (
      await clients.chair.post(`/api/v1/objections/${id}/answer`, {
        answer: 'X',
        recused: false,
        reason: 'X',
      })
    ).statusCode,
    404,
  );
  t.equal(
    (
      await clients.deputyChair.post(`/api/v1/objections/${id}/answer`, {
        answer: 'Innsigelsen er vurdert.',
        recused: true,
        reason: 'Styreverv hos søkeren.',
      })
    ).statusCode,
    204,
  );
  t.notMatch((await clients.chair.get(`/api/v1/editions/${editionId}/progress`)).body, /Modum/);
  t.equal((await clients.deputyChair.get('/jury/leder')).statusCode, 200, 'leads for that application now');
});

t.test(
  'HAB-11: so many days after the change, and not one more; a decision does not show in it',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
    const { clients, nominations, editionId, event, dates } = year;
    await declareAll(year);
    const modum = nominations['Modum']!;
    const post = () =>
      clients.applicant.post(`/api/v1/nominations/${modum}/objections`, { text: 'Vi er uenige.' });
    const until = async () =>
      new Date(
        (await clients.applicant.get(`/api/v1/nominations/${modum}/objections`)).json<{ until: string }>()
          .until,
      );
    const first = await until();
    await year.setClock(new Date(first.getTime() - 1));
    t.equal((await post()).statusCode, 201, 'one millisecond before');
    await year.setClock(first);
    t.equal((await post()).statusCode, 409, 'at the moment');
    t.match(
      (await clients.applicant.get(`/soknad/${modum}/innsigelse`)).body,
      /Fristen for innsigelser er ute/,
    );

    await year.setClock(dates.after);
    await event('chair', 'closeJudging', { reason: 'Tiden er ute.' });
    const { id } = await seatOf(year, 'vara');
    await clients.secretary.send('PATCH', `/api/v1/seats/${id}`, { role: 'member' });
    const before = await clients.applicant.get(`/soknad/${modum}/innsigelse`);
    await declareAll(year, {}, ['vara']);
    const decided = await event('chair', 'decideFinalists', {
      decision: { finalists: [nominations['Eigersund'], nominations['Voss']], reason: 'Drøftet.' },
    });
    t.equal(decided.statusCode, 200, decided.body);
    t.equal((await clients.applicant.get(`/soknad/${modum}/innsigelse`)).body, before.body, 'byte for byte');
    t.equal((await post()).statusCode, 201, 'a new change, new days, whatever the jury has decided');
    t.equal(
      (await clients.chair.get(`/api/v1/editions/${editionId}/objections`)).json<{ objections: object[] }>()
        .objections.length,
      2,
    );
    t.same(year.errors, []);
  },
);
