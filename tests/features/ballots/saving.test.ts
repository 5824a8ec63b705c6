/** Saving a ballot while one writes: what is refused, in which words, and that nothing of it is kept elsewhere. */
import t from 'tap';
import { ballotOf, declareAll, deliverBallot, judgingYear, type Person } from '../../helpers/jury-year.ts';

const SECRET = 'Kanaritekst fra en lagring';

t.test('a ballot and a note save by themselves', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
  const { clients, nominations, ids, db, dates, event } = year;
  await declareAll(year);
  const [eigersund, modum, voss] = ['Eigersund', 'Modum', 'Voss'].map((name) => nominations[name]!) as [
    string,
    string,
    string,
  ];
  const first = async (nomination: string) => {
    const { id, scores } = await ballotOf(year, 'liv', nomination);
    const { criterionId, version } = scores.find(({ weight }) => weight !== null)!;
    return { id, criterionId, version };
  };
  const save = async (
    nomination: string,
    given: object,
    version?: number,
    headers?: Record<string, string>,
  ) => {
    const one = await first(nomination).catch(() => opened.get(nomination)!);
    opened.set(nomination, one);
    const scores = [{ criterionId: one.criterionId, version: version ?? one.version, ...given }];
    return clients.liv.send('PATCH', `/api/v1/ballots/${one.id}/scores`, { scores }, headers);
  };
  const opened = new Map<string, Awaited<ReturnType<typeof first>>>();
  const stored = async (nomination: string) =>
    (
      await db
        .selectFrom('ballot_scores as s')
        .innerJoin('ballots as b', 'b.id', 's.ballot_id')
        .select('s.assessment')
        .where('b.nomination_id', '=', nomination)
        .where('b.person_id', '=', ids.liv)
        .execute()
    ).map(({ assessment }) => assessment);

  await t.test('another window: what is stored comes back, and is not written over', async (t) => {
    t.equal((await save(eigersund, { score: 4, assessment: SECRET })).statusCode, 200);
    const refused = await save(eigersund, { score: 2, assessment: 'Fra det andre vinduet' }, 0);
    t.equal(refused.statusCode, 409);
    const given = { score: 4, notDescribed: false, met: null, assessment: SECRET };
    const { criterionId } = await first(eigersund);
    t.match(refused.json(), {
      type: /conflict\/version/,
      params: { fields: [{ field: criterionId, version: 1, given }] },
    });
    t.equal((await save(eigersund, { score: 4, assessment: SECRET }, 0)).statusCode, 200, 'the same is none');
    const url = `/api/v1/nominations/${eigersund}/note`;
    await clients.liv.send('PUT', url, { text: 'Det første', version: 0 });
    const note = await clients.liv.send('PUT', url, { text: 'Det andre', version: 0 });
    t.equal(note.statusCode, 409);
    t.match(note.json(), { params: { fields: [{ field: 'note', value: 'Det første', version: 1 }] } });
  });

  await t.test('a page that somebody else opened saves nothing', async (t) => {
    const headers = { 'x-signed-in-as': ids.nina };
    t.equal((await save(eigersund, { score: 1 }, undefined, headers)).statusCode, 401);
    const url = `/api/v1/nominations/${eigersund}/note`;
    t.equal(
      (await clients.liv.send('PUT', url, { text: 'I feil navn', version: 1 }, headers)).statusCode,
      401,
    );
    const own = { 'x-signed-in-as': ids.liv };
    t.equal((await save(eigersund, { score: 5 }, undefined, own)).statusCode, 200);
  });

  await t.test('the log says that it was begun, and nothing more', async (t) => {
    for (const score of [1, 2, 3]) await save(modum, { score, assessment: `${SECRET} ${score}` });
    const rows = await db
      .selectFrom('audit_events as e')
      .leftJoin('audit_details as d', 'd.event_id', 'e.id')
      .select(['e.event', 'd.payload'])
      .where('e.subject_id', '=', (await first(modum)).id)
      .execute();
    t.same(
      rows.map(({ event: what }) => what),
      ['start'],
    );
    t.notMatch(JSON.stringify(rows), SECRET);
  });

  await t.test('delivered in another window: it says so', async (t) => {
    await deliverBallot(year, 'liv', modum, 5, 'Levert');
    const late = await save(modum, { assessment: SECRET });
    t.equal(late.statusCode, 409);
    t.match(late.json(), { type: /ballot\/delivered/, detail: /Åpne den igjen/ });
    t.notMatch((await stored(modum)).join(), SECRET);
  });

  await t.test('out of it meanwhile: refused without a word of the application', async (t) => {
    await save(voss, { score: 3 });
    await clients.liv.post(`/api/v1/nominations/${voss}/declarations`, {
      answer: 'connection',
      grounds: ['H9'],
    });
    const refused = await save(voss, { assessment: SECRET });
    t.equal(refused.statusCode, 403);
    t.match(refused.json(), { type: /ballot\/recused/ });
    t.notMatch((await stored(voss)).join(), SECRET);
    const note = { text: SECRET, version: 0 };
    t.equal(
      (await clients.liv.send('PUT', `/api/v1/nominations/${voss}/note`, note)).statusCode,
      403,
      'nor the note',
    );
  });

  await t.test('nobody saves on the ballot of another', async (t) => {
    const { id, criterionId } = await first(eigersund);
    for (const who of ['chair', 'nina', 'secretary', 'leader', 'applicant', 'vara'] as Person[])
      t.equal(
        (
          await clients[who].send('PATCH', `/api/v1/ballots/${id}/scores`, {
            scores: [{ criterionId, version: 2, score: 1 }],
          })
        ).statusCode,
        404,
        who,
      );
  });

  await t.test('after the deadline, and after the closing: words that say why', async (t) => {
    const page = async () => (await clients.liv.get(`/jury/soknad/${eigersund}`)).body;
    t.match(await page(), /data-autosave="[^"]*scores/);
    await clients.chair.post(`/api/v1/nominations/${voss}/conflict-decisions`, {
      personId: ids.liv,
      recused: true,
      reason: 'Har veiledet søkeren.',
    });
    await year.setClock(dates.after);
    const over = await save(eigersund, { assessment: 'For sent' });
    t.equal(over.statusCode, 409);
    t.match(over.json(), { errors: [{ requirement: 'judgingOpen', message: /før fristen/ }] });
    t.notMatch(await page(), /data-autosave="[^"]*scores/, 'nothing is offered that would be refused');
    t.match(await page(), /data-autosave="[^"]*note/, 'a note may still be written');
    t.equal((await event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 200);
    t.match((await save(modum, { assessment: 'For sent' })).json(), { type: /ballot\/locked/ });
    t.notMatch((await stored(eigersund)).join(), 'For sent');
  });
  t.same(year.errors, []);
});
