/** The secretariat's page for publishing, and its API: prepare, preview, approve by another, stop. */
import t from 'tap';
import { addDays, instant, osloFields } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../../helpers/year.ts';

const names = ['Ås helsehus', 'Ærfuglen sykehjem', 'Zakken omsorgssenter'];

async function decided(t: Parameters<typeof playground>[0]) {
  const play = await playground(t);
  const { db } = play.services;
  const year = await deliberatingYear(db, [...names, 'Fem bydel']);
  const dates = await datesOf(db, year.id);
  const at = addDays(dates.finalists_at, -2);
  await year.send('chair', at, 'decideFinalists', {
    decision: { finalists: names.map((name) => year.nominations[name]), reason: 'Drøftet' },
  });
  await play.setClock(at);
  const [secretary, second, chair, juror] = await Promise.all(
    ['secretary', 'second', 'chair', 'juror'].map((who) => play.as(`${who}@example.no`)),
  );
  return {
    ...play,
    db,
    year,
    dates,
    at,
    here: `/sekretariat/${year.id}/offentliggjoring`,
    secretary: secretary!,
    second: second!,
    chair: chair!,
    juror: juror!,
  };
}

t.test('through the pages, without scripts', async (t) => {
  const { db, year, dates, at, here, secretary, second, juror, anyone, setClock } = await decided(t);
  t.match(
    (await secretary.get(here)).body,
    /Begrunnelsen for hver nominert[\s\S]*Ås helsehus/,
    'what is missing, and for whom',
  );
  t.notMatch((await secretary.get(here)).body, /Send til godkjenning/);
  t.equal((await juror.get(here)).statusCode, 403);
  await approvedStatements(db, year, names, at);
  const { date, time } = osloFields(dates.finalists_at);
  t.match((await secretary.get(here)).body, `value="${date}"`, 'the planned moment is there already');
  const form = {
    kind: 'finalists',
    release: 'moment',
    publishAt: date,
    publishAtTime: time,
    nb: 'Fagjuryen fikk fire søknader.',
    nn: '',
  };
  const empty = await secretary.post(here, form);
  t.equal(empty.statusCode, 422);
  t.match(empty.body, /Fagjuryen fikk fire søknader\./, 'what was written is kept');
  t.equal((await secretary.post(here, { ...form, nn: 'Fagjuryen fekk fire søknader.' })).statusCode, 303);

  const { id, version } = await db
    .selectFrom('publications')
    .select(['id', 'version'])
    .executeTakeFirstOrThrow();
  const own = (await secretary.get(here)).body;
  t.match(own, /Venter på godkjenning/);
  t.notMatch(own, />Godkjenn</, 'the preparer is not offered to approve');
  t.equal((await secretary.post(`${here}/${id}/godkjenn`, { version })).statusCode, 403);
  const preview = (await second.get(`${here}/${id}?sprak=nn`)).body;
  t.match(preview, /Fagjuryen meiner at Ås helsehus/);
  t.match(preview, /alfabetisk rekkjefølgje/);
  t.equal((await second.post(`${here}/${id}/godkjenn`, { version })).statusCode, 303);
  t.match((await second.get(`${here}/${id}/stopp`)).body, /Hvorfor stoppes den/);
  await setClock(instant(dates.finalists_at.getTime() - 5000));
  const late = await second.post(`${here}/${id}/stopp`, { version: version + 1, reason: 'Vent' });
  t.equal(late.statusCode, 409);
  t.match(late.body, /siste ti sekundene/);
  t.notMatch((await anyone.get(`/prisen/${year.year}`)).body, /Ås helsehus/);
  await setClock(dates.finalists_at);
  const seen = (await anyone.get(`/prisen/${year.year}`)).body;
  const statement = /Fagjuryen mener at Ås helsehus[^<]*/;
  t.equal(
    seen.match(statement)?.[0],
    (await second.get(`${here}/${id}`)).body.match(statement)?.[0],
    'the preview was the page',
  );
  t.match((await secretary.get(here)).body, /Offentlig siden/);
});

t.test('a named leader is led to what waits, and approves; nothing else of the year opens', async (t) => {
  const { db, year, dates, at, here, secretary, as } = await decided(t);
  const leader = await as('leader@example.no');
  await approvedStatements(db, year, names, at);
  await secretary.post(`/api/v1/editions/${year.id}/publications`, {
    kind: 'finalists',
    publishAt: dates.finalists_at.toISOString(),
    texts: { nb: 'A', nn: 'B' },
  });
  t.match((await leader.get('/sekretariat')).body, `href="${here}"`);
  const { body } = await leader.get(here);
  t.match(body, /Godkjenn/);
  t.notMatch(body, /Tekster og datoer/, 'only the pages that open');
  t.equal((await leader.get(`/sekretariat/${year.id}`)).headers.location, here, 'the year leads to it');
  for (const page of ['/oppsett', '/kriterier', '/diagram', '/innsyn'])
    t.equal((await leader.get(`/sekretariat/${year.id}${page}`)).statusCode, 403, page);
  const { id, version } = await db
    .selectFrom('publications')
    .select(['id', 'version'])
    .executeTakeFirstOrThrow();
  t.equal((await leader.post(`${here}/${id}/godkjenn`, { version })).statusCode, 303);
});

t.test('every state of the page is valid HTML in every language', async (t) => {
  const { db, year, dates, at, here, secretary, second } = await decided(t);
  const check = async (path: string, what: string) => {
    for (const lang of ['nb', 'nn', 'en']) {
      const { statusCode, body } = await second.get(`${path}?lang=${lang}`);
      t.equal(statusCode, 200);
      t.same(await htmlProblems(body), [], `${what} ${lang}`);
    }
  };
  await check(here, 'before the statements');
  await approvedStatements(db, year, names, at);
  await check(here, 'with a form');
  const { id } = (
    await secretary.post(`/api/v1/editions/${year.id}/publications`, {
      kind: 'finalists',
      publishAt: dates.finalists_at.toISOString(),
      texts: { nb: 'A', nn: 'B' },
    })
  ).json();
  await check(here, 'prepared');
  await check(`${here}/${id}`, 'preview');
  await check(`${here}/${id}/stopp`, 'stop');
  await secretary.post(`/api/v1/publications/${id}/stop`, { version: 0, reason: 'Feil' });
  await check(here, 'stopped');
});

t.test('over the API', async (t) => {
  const { db, year, dates, at, secretary, second, chair, juror, as } = await decided(t);
  const url = `/api/v1/editions/${year.id}/publications`;
  const body = {
    kind: 'finalists',
    publishAt: dates.finalists_at.toISOString(),
    texts: { nb: 'A', nn: 'B' },
  };
  const refused = await secretary.post(url, body);
  t.match(refused.json(), { status: 409, errors: [{ requirement: 'statementsApproved' }] });
  await approvedStatements(db, year, names, at);
  const stranger = await as('stranger@example.no');
  t.equal((await stranger.post(url, body)).statusCode, 404);
  t.equal((await juror.post(url, body)).statusCode, 403);
  t.equal((await chair.post(url, body)).statusCode, 403);
  const made = await secretary.post(url, body);
  t.equal(made.statusCode, 201);
  const { id, version } = made.json();
  t.match((await secretary.post(`/api/v1/publications/${id}/approval`, { version })).json(), {
    status: 403,
    type: /same-person/,
  });
  t.equal((await stranger.post(`/api/v1/publications/${id}/approval`, { version })).statusCode, 404);
  t.match((await chair.get(url)).json(), {
    publications: [
      {
        state: 'prepared',
        allowedActions: ['approve', 'stop'],
        statements: { [String(year.nominations['Ås helsehus'])]: { nb: /Ås helsehus/ } },
      },
    ],
  });
  t.match((await second.post(`/api/v1/publications/${id}/approval`, { version: 7 })).json(), {
    type: /conflict\/version/,
  });
  t.equal((await second.post(`/api/v1/publications/${id}/approval`, { version })).statusCode, 200);
  t.match((await secretary.get(url)).json(), {
    publications: [{ state: 'approved', approvedBy: 'Tor Henrik Vangsnes' }],
  });
  t.equal(
    (await chair.post(`/api/v1/publications/${id}/stop`, { version: 1, reason: 'Feil' })).statusCode,
    200,
  );
  t.match((await secretary.get(url)).json(), {
    publications: [{ state: 'stopped', stopReason: 'Feil' }],
    checklists: { finalists: [{ met: true }] },
  });
});

t.test(
  'the press, held and resumed; alone; taken down and corrected: through the pages, without scripts',
  async (t) => {
    const { db, year, dates, at, here, secretary, second, chair, juror, anyone, setClock } = await decided(t);
    await approvedStatements(db, year, names, at);
    const latest = async () => {
      const { id, version } = await db
        .selectFrom('publications')
        .select(['id', 'version'])
        .orderBy('prepared_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      return { id, version, at: `${here}/${id}` };
    };
    const post = async (who: typeof secretary, path: string, rest: object = {}) => {
      const one = await latest();
      const { statusCode, headers } = await who.post(`${one.at}/${path}`, { version: one.version, ...rest });
      t.equal(statusCode, 303, path);
      return (await second.get(headers.location as string)).body;
    };
    const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };
    await secretary.post(here, { kind: 'finalists', release: 'approval', ...texts });
    t.match((await secretary.get(here)).body, /Blir offentlig så snart den er godkjent/);
    const ownPage = (await secretary.get(`${(await latest()).at}/alene`)).body;
    t.match(ownPage, /Hvorfor kan ingen andre godkjenne/);
    t.same(await htmlProblems(ownPage), []);
    t.equal((await juror.get(`${(await latest()).at}/alene`)).statusCode, 403);
    const bare = await secretary.post(`${(await latest()).at}/alene`, { version: 0, reason: '' });
    t.equal(bare.statusCode, 422);
    t.match(
      await post(secretary, 'alene', { reason: 'Alle andre er syke' }),
      /Godkjent alene\. Grunn: Alle andre er syke/,
    );
    t.match((await anyone.get(`/prisen/${year.year}`)).body, /Ås helsehus/, 'at once');

    await setClock(addDays(dates.ceremony_at, -1));
    await year.send('chair', addDays(dates.ceremony_at, -1), 'decideWinner', {
      decision: { winner: year.nominations['Ås helsehus'], reason: 'Drøftet' },
    });
    const form = (await secretary.get(here)).body;
    t.match(form, /value="press" checked/, 'the ceremony is the usual way');
    const { date, time } = osloFields(dates.ceremony_at);
    await secretary.post(here, {
      kind: 'winner',
      release: 'press',
      publishAt: date,
      publishAtTime: time,
      ...texts,
    });
    await post(second, 'godkjenn');
    t.match(await post(chair, 'hold'), /Holdt tilbake: Blir offentlig bare når noen kunngjør/);
    t.match(await post(second, 'slipp'), /Blir offentlig når noen kunngjør på seremonien, og senest/);

    await setClock(dates.ceremony_at);
    t.match((await anyone.get(`/prisen/${year.year}`)).body, /Vinner av/, 'the latest moment');
    const down = (await second.get(`${(await latest()).at}/ta-ned`)).body;
    t.same(await htmlProblems(down), []);
    const typed = { version: (await latest()).version, reason: 'Feil tekst', nb: 'Vi retter.', nn: '' };
    const refused = await second.post(`${(await latest()).at}/ta-ned`, typed);
    t.equal(refused.statusCode, 422);
    t.match(refused.body, /Vi retter\./, 'what was written is kept');
    const after = await post(second, 'ta-ned', { ...typed, nn: 'Vi rettar.' });
    t.match(after, /Tatt ned\. Leserne ser meldingen/);
    t.match((await anyone.get(`/prisen/${year.year}`)).body, /Vi retter\./);

    const correct = (await secretary.get(`${here}?rett=winner`)).body;
    t.match(correct, /Hva som er rettet, på bokmål/);
    t.match(correct, /Fagjuryen fikk fire søknader\./, 'begins with what was there');
    t.same(await htmlProblems(correct), []);
    const unsaid = await secretary.post(here, {
      kind: 'winner',
      release: 'approval',
      ...texts,
      correctionNb: 'Navnet.',
    });
    t.equal(unsaid.statusCode, 409);
    t.match(unsaid.body, /Navnet\./);
    const mended = {
      kind: 'winner',
      release: 'approval',
      ...texts,
      correctionNb: 'Navnet.',
      correctionNn: 'Namnet.',
    };
    t.equal((await secretary.post(here, mended)).statusCode, 303);
    await post(second, 'godkjenn');
    t.match((await anyone.get(`/prisen/${year.year}`)).body, /Rettet [\s\S]*Navnet\.[\s\S]*Vinner av/);
    for (const lang of ['nb', 'nn', 'en'])
      t.same(await htmlProblems((await second.get(`${here}?lang=${lang}`)).body), []);
  },
);

t.test('the moment of an approved one is moved by two, on pages without scripts', async (t) => {
  const { db, year, dates, at, here, secretary, second, juror } = await decided(t);
  await approvedStatements(db, year, names, at);
  await secretary.post(`/api/v1/editions/${year.id}/publications`, {
    kind: 'finalists',
    publishAt: dates.finalists_at.toISOString(),
    texts: { nb: 'A', nn: 'B' },
  });
  const row = () =>
    db.selectFrom('publications').select(['id', 'version', 'publish_at']).executeTakeFirstOrThrow();
  const { id } = await row();
  t.notMatch((await secretary.get(here)).body, /Flytt tidspunktet/, 'not before it is approved');
  await second.post(`${here}/${id}/godkjenn`, { version: 0 });
  t.match((await secretary.get(here)).body, `href="${here}/${id}/flytt"`);
  t.equal((await juror.get(`${here}/${id}/flytt`)).statusCode, 403);

  const page = (await secretary.get(`${here}/${id}/flytt`)).body;
  t.same(await htmlProblems(page), []);
  const was = osloFields(dates.finalists_at);
  t.match(page, `value="${was.date}"`, 'the moment that holds is there already');
  const wrong = await secretary.post(`${here}/${id}/flytt`, {
    version: 1,
    publishAt: '2020-13-45',
    publishAtTime: '09:30',
  });
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, /value="09:30"/, 'what was typed is kept');
  t.same(await htmlProblems(wrong.body), []);
  const later = addDays(dates.finalists_at, 1);
  const to = osloFields(later);
  const asked = await secretary.post(`${here}/${id}/flytt`, {
    version: 1,
    publishAt: to.date,
    publishAtTime: to.time,
  });
  t.equal(asked.headers.location, `${here}?gjort=flytting-bedt`);
  const own = (await secretary.get(here)).body;
  t.match(own, /Bedt flyttet til [\s\S]*Venter på at en annen godkjenner/);
  t.notMatch(own, />Godkjenn flyttingen</);
  t.match(own, `href="${here}/${id}/flytt-alene"`);
  for (const lang of ['nb', 'nn', 'en'])
    for (const path of [here, `${here}/${id}/flytt`, `${here}/${id}/flytt-alene`])
      t.same(await htmlProblems((await secretary.get(`${path}?lang=${lang}`)).body), [], `${path} ${lang}`);
  t.same((await row()).publish_at, dates.finalists_at);
  t.equal((await secretary.post(`${here}/${id}/godkjenn-flytting`, { version: 2 })).statusCode, 403);
  t.match((await second.get(here)).body, /Godkjenn flyttingen/);
  const done = await second.post(`${here}/${id}/godkjenn-flytting`, { version: 2 });
  t.equal(done.headers.location, `${here}?gjort=flyttet`);
  t.match((await second.get(here)).body, /Flyttet av Tor Henrik Vangsnes/);
  t.same(await row(), { id, version: 3, publish_at: later });

  const back = await secretary.post(`/api/v1/publications/${id}/move`, {
    version: 3,
    publishAt: dates.finalists_at.toISOString(),
  });
  t.equal(back.statusCode, 200);
  const alone = await secretary.post(`${here}/${id}/flytt-alene`, { version: 4, reason: 'Ingen svarer' });
  t.equal(alone.headers.location, `${here}?gjort=flyttet`);
  const [publication] = (await secretary.get(`/api/v1/editions/${year.id}/publications`)).json().publications;
  t.match(publication, {
    publishAt: dates.finalists_at.toISOString(),
    moveAskedBy: 'Ingeborg Aashagen',
    movedBy: 'Ingeborg Aashagen',
    moveAloneReason: 'Ingen svarer',
  });
});
