import t from 'tap';
import { declareAll, deliverBallot, judgingYear, jurors, type Person } from '../../helpers/jury-year.ts';

const nb = 'Fagjuryen for Etikkprisen 2026 mener at kommunen har arbeidet lenge og godt.';
const nn = 'Fagjuryen for Etikkprisen 2026 meiner at kommunen har arbeidd lenge og godt.';

t.test('the secretariat writes, the chair approves, and an approval falls with its text', async (t) => {
  const year = await judgingYear(t, ['Arendal', 'Bergen', 'Drammen']);
  const { clients, nominations, editionId, db } = year;
  await declareAll(year);
  for (const juror of jurors)
    for (const id of Object.values(nominations))
      await deliverBallot(year, juror, id, id === nominations['Drammen'] ? 2 : 4, 'Vurdert');
  await year.setClock(year.dates.after);
  await year.event('chair', 'closeJudging');
  const arendal = nominations['Arendal']!;
  const put = (who: Person, body: object, id = arendal) =>
    clients[who].send('PUT', `/api/v1/nominations/${id}/statement`, body);
  const approve = (who: Person, version: number) =>
    clients[who].post(`/api/v1/nominations/${arendal}/statement/approval`, { version });
  t.equal((await put('secretary', { nb, nn, version: 0 })).statusCode, 409, 'nobody is nominated yet');
  await year.event('chair', 'decideFinalists', { decision: { finalists: [arendal, nominations['Bergen']] } });

  t.equal(
    (await put('secretary', { nb, nn, version: 0 }, nominations['Drammen'])).statusCode,
    409,
    'only of the nominated',
  );
  t.equal((await put('liv', { nb, nn, version: 0 })).statusCode, 403);
  t.equal((await put('applicant', { nb, nn, version: 0 })).statusCode, 403);
  t.same((await put('secretary', { nb, nn: '', version: 0 })).json(), { version: 1 });
  t.equal((await approve('chair', 1)).statusCode, 409, 'nynorsk is missing');
  t.same((await put('secretary', { nb, nn, version: 1 })).json(), { version: 2 });
  t.equal(
    (await put('second', { nb: 'Noe annet', nn, version: 1 })).statusCode,
    409,
    'a colleague was faster',
  );
  t.equal((await approve('secretary', 2)).statusCode, 403);
  t.equal((await approve('chair', 1)).statusCode, 409, 'another text than the one that was read');
  t.match((await approve('chair', 2)).json(), { approvedBy: 'Sigrid Falkangen' });
  t.same((await put('secretary', { nb: `${nb} Det merket vi oss.`, nn, version: 2 })).json(), { version: 3 });
  t.match((await clients.chair.get(`/api/v1/nominations/${arendal}/statement`)).json(), {
    approvedBy: null,
    allowedActions: ['approve'],
  });
  const letters = await db
    .selectFrom('letters')
    .select(['email', 'body'])
    .where('template', '=', 'statementToApprove')
    .execute();
  t.same(
    letters.map(({ email }) => email),
    ['chair@example.no', 'chair@example.no'],
    'told when it is complete, and when it has changed',
  );
  t.notMatch(JSON.stringify(letters), 'arbeidet lenge', 'links only');

  for (const who of ['liv', 'applicant', 'vara'] as const)
    t.match((await clients[who].get(`/api/v1/nominations/${arendal}/statement`)).statusCode, 404, who);

  await t.test('the page', async (t) => {
    const path = `/sekretariat/${editionId}/begrunnelser`;
    t.match((await clients.secretary.get(path)).body, /80–140 ord/);
    const sent = await clients.secretary.post(`${path}/${arendal}`, {
      [`nb-${arendal}`]: `${nb} Ny.`,
      [`nn-${arendal}`]: nn,
      [`version-${arendal}`]: '3',
    });
    t.equal(sent.headers.location, `${path}?ferdig=lagret`);
    const clash = await clients.second.post(`${path}/${arendal}`, {
      [`nb-${arendal}`]: 'Min egen tekst',
      [`nn-${arendal}`]: nn,
      [`version-${arendal}`]: '3',
    });
    t.equal(clash.statusCode, 409);
    t.match(clash.body, /Min egen tekst/, 'nothing is lost');
    t.match((await clients.chair.get(path)).body, /Godkjenn begrunnelsen/);
    t.equal((await clients.chair.post(`${path}/${arendal}/godkjenn`, { version: '4' })).statusCode, 303);
    t.match((await clients.secretary.get(path)).body, /Godkjent av Sigrid Falkangen/);
  });

  await t.test('every text stays, and comes back as a new version that needs a new approval', async (t) => {
    const at = `/api/v1/nominations/${arendal}/statement`;
    const { versions } = (await clients.chair.get(`${at}/versions`)).json<{ versions: object[] }>();
    t.match(versions, [
      { version: 4, approvedBy: 'Sigrid Falkangen' },
      { version: 3, approvedBy: null },
      { version: 2, approvedBy: 'Sigrid Falkangen', nb, nn },
      { version: 1, nn: '', writtenBy: 'Ingeborg Aashagen' },
    ]);
    const restore = (who: Person, body: object) => clients[who].post(`${at}/restoration`, body);
    t.equal((await restore('chair', { wanted: 2, version: 4 })).statusCode, 403);
    t.equal((await restore('second', { wanted: 9, version: 4 })).statusCode, 404);
    t.equal((await restore('second', { wanted: 2, version: 3 })).statusCode, 409, 'a colleague was faster');
    t.same((await restore('second', { wanted: 2, version: 4 })).json(), { version: 5 });
    t.match((await clients.chair.get(at)).json(), { nb, nn, version: 5, approvedBy: null });
    const asApp = db.updateTable('statement_versions').set({ nb: 'x' });
    await t.rejects(asApp.execute(), { code: '42501' }, 'nobody writes over what was written');
    await t.rejects(
      db.updateTable('statements').set({ nb: 'Utenom' }).execute(),
      /statements_version|new version/,
      'the database keeps the rule itself',
    );
  });

  await t.test('chair and secretariat comment on it, and nobody else reads that', async (t) => {
    const at = `/api/v1/nominations/${arendal}/statement/comments`;
    const said = 'Nevn de pårørende (kanarifugl)';
    const made = await clients.chair.post(at, { body: said });
    t.equal(made.statusCode, 201);
    const { id } = made.json<{ id: string }>();
    t.match((await clients.secretary.get(at)).json(), {
      comments: [{ body: said, version: 5, writtenBy: 'Sigrid Falkangen', resolvedAt: null }],
    });
    t.match((await clients.second.get(`/sekretariat/${editionId}/begrunnelser`)).body, /1 åpen merknad/);
    const page = `/sekretariat/${editionId}/begrunnelser/${arendal}`;
    t.match((await clients.secretary.get(page)).body, /kanarifugl/);
    const seen = await clients.leader.get(page);
    t.equal(seen.statusCode, 200, 'the leader reads the text…');
    t.notMatch(seen.body, /kanarifugl|[Mm]erknad/, '…and hears of no comment');
    t.equal((await clients.leader.get(at)).statusCode, 403);
    t.equal((await clients.leader.post(at, { body: 'Jeg også' })).statusCode, 404);
    for (const who of ['liv', 'applicant', 'vara'] as const)
      for (const url of [at, page, `/api/v1/nominations/${arendal}/statement/versions`])
        t.equal((await clients[who].get(url)).statusCode, 404, `${who} ${url}`);
    t.match((await clients.secretary.post(`${page}/merknader`, { body: '' })).statusCode, 422);
    t.equal((await clients.secretary.post(`${page}/merknader/${id}`, { resolved: 'yes' })).statusCode, 303);
    t.match((await clients.chair.get(at)).json(), {
      comments: [{ resolvedBy: 'Ingeborg Aashagen' }],
    });
    const other = `/api/v1/nominations/${nominations['Bergen']}/statement/comments/${id}/resolution`;
    t.equal((await clients.chair.send('PUT', other, { resolved: false })).statusCode, 404, 'of another text');
    const reopened = await clients.chair.send('PUT', `${at}/${id}/resolution`, { resolved: false });
    t.equal(reopened.statusCode, 204);
    t.match((await clients.chair.get(`${page}?versjon=2`)).body, /Versjon 2/);
    const log = await db.selectFrom('audit_details').selectAll().execute();
    t.notMatch(JSON.stringify(log), /kanarifugl/, 'what is said is not in the log');
  });
  t.same(year.errors, []);
});
