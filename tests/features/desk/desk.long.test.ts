/** The desk of a juror: what is read beside the ballot, the place in the text, and the copy on paper. Nobody else gets any of it. */
import { sql } from 'kysely';
import pg from 'pg';
import t from 'tap';
import { readingAddresses } from '../../helpers/addresses.ts';
import { textDocx } from '../../helpers/documents.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { canary, declareAll, deliverBallot, judgingYear, type Person } from '../../helpers/jury-year.ts';

const IN_DOCUMENT = 'kanariord-i-vedlegget';
const plan = { name: 'Plan.docx', content: textDocx('Plan for året', ['Første avsnitt.', IN_DOCUMENT]) };

async function twoApplications(t: Parameters<typeof judgingYear>[0]) {
  const year = await judgingYear(t, ['Eigersund', 'Modum'], { documents: [plan] });
  const [eigersund, modum] = ['Eigersund', 'Modum'].map((name) => year.nominations[name]!) as [
    string,
    string,
  ];
  const documentOf = async (nomination: string) =>
    (
      await year.db
        .selectFrom('documents')
        .select('id')
        .where('nomination_id', '=', nomination)
        .executeTakeFirstOrThrow()
    ).id;
  return { year, eigersund, modum, documentOf };
}
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

t.test('what is left, how long there is, and one press to the next', async (t) => {
  const { year, eigersund, modum, documentOf } = await twoApplications(t);
  const { clients } = year;
  const before = await clients.liv.get(`/jury/soknad/${eigersund}`);
  t.equal(before.statusCode, 303, 'nothing before one has answered for all (HAB-1)');
  const text = await clients.liv.get(`/jury/soknad/${eigersund}/les`);
  t.equal(text.headers.location, '/jury/habilitet');
  await declareAll(year);
  const page = async (id: string, rest = '') => (await clients.liv.get(`/jury/soknad/${id}${rest}`)).body;
  const first = textOf(await page(eigersund));
  t.match(first, /Søknad 1 av 2 Du har 2 igjen Neste: Modum Frist: .*Fristen går ut om/);
  t.match(await page(eigersund), `data-next href="/jury/soknad/${modum}"`);
  t.match(first, /Ferdig 0 av \d+ kriterier/);
  await deliverBallot(year, 'liv', eigersund, 4, 'Godt');
  t.match(textOf(await page(modum)), /Søknad 2 av 2 Du har én igjen/);
  t.notMatch(await page(modum), 'data-next', 'there is no other left');
  await deliverBallot(year, 'liv', modum, 4, 'Godt');
  t.match(textOf(await page(eigersund)), /Du har levert alle/);

  await t.test('a document stands beside the ballot, and only one of this application', async (t) => {
    const beside = await page(eigersund, `?vis=${await documentOf(eigersund)}`);
    t.match(beside, IN_DOCUMENT);
    t.match(beside, 'id="vurdering"');
    t.notMatch(beside, canary('Eigersund'), 'in the place of the application');
    const foreign = await clients.liv.get(`/jury/soknad/${eigersund}?vis=${await documentOf(modum)}`);
    t.equal(foreign.statusCode, 404);
    const unknown = await clients.liv.get(
      `/jury/soknad/${eigersund}?vis=01990000-0000-7000-8000-000000000000`,
    );
    t.equal(unknown.statusCode, 404);
    const sought = await page(eigersund, `?vis=${await documentOf(eigersund)}&sok=avsnitt`);
    t.match(sought, /<mark class="ep-hit">avsnitt<\/mark>/i);
    t.match(sought, `name="vis" value="${await documentOf(eigersund)}"`, 'the search stays at the document');
  });
  t.same(year.errors, []);
});

t.test(
  'reading mode: one text, and a place that is the same on every device and nobody else’s',
  async (t) => {
    const { year, eigersund, modum, documentOf } = await twoApplications(t);
    const { clients, db, ids } = year;
    const url = `/api/v1/nominations/${eigersund}/reading-place`;
    const put = (who: Person, place: string, headers?: Record<string, string>) =>
      clients[who].send('PUT', url, { place }, headers);
    const place = `document-${await documentOf(eigersund)}-1.2`;
    t.equal((await put('liv', place)).statusCode, 409, 'not before one has answered for all');
    await declareAll(year);

    await t.test('answers and documents are one text', async (t) => {
      const { body } = await clients.liv.get(`/jury/soknad/${eigersund}/les`);
      t.ok(body.includes(canary('Eigersund')) && body.includes(IN_DOCUMENT));
      t.ok(body.indexOf(canary('Eigersund')) < body.indexOf(IN_DOCUMENT));
      t.notMatch(body, canary('Modum'));
      t.same(await htmlProblems(body), []);
    });

    await t.test('the place comes back on another device', async (t) => {
      t.same((await clients.liv.get(url)).json(), { place: null });
      t.equal((await put('liv', place)).statusCode, 204);
      t.same((await clients.liv.get(url)).json(), { place });
      const another = await year.as('liv@example.no');
      t.match((await another.get(`/jury/soknad/${eigersund}/les`)).body, place);
      t.equal(
        (await put('liv', place, { 'x-signed-in-as': ids.nina })).statusCode,
        401,
        'in nobody else’s name',
      );
      const part = place.replace('.2', '');
      const byForm = await clients.liv.post(`/jury/soknad/${eigersund}/les`, { place: part });
      t.equal(byForm.headers.location, `/jury/soknad/${eigersund}/les#${part}`);
      t.same((await clients.liv.get(url)).json(), { place: part });
    });

    await t.test('nothing but a place can be written there', async (t) => {
      for (const wrong of [
        '',
        'her',
        `${place} og mer`,
        `answer-${'x'.repeat(36)}`,
        `${place}.3`,
        `<b>${place}`,
      ])
        t.equal((await put('liv', wrong)).statusCode, 422, wrong);
      await t.rejects(
        db.updateTable('reading_places').set({ place: 'Liv leser mye' }).execute(),
        /reading_places_place/,
        'nor in the database',
      );
    });

    await t.test('nobody else has it, on any route; it is in no log', async (t) => {
      const part = place.replace('.2', '');
      for (const who of ['chair', 'nina', 'henrik'] as const)
        t.same((await clients[who].get(url)).json(), { place: null }, `${who} has a place of their own`);
      for (const who of ['secretary', 'leader', 'applicant', 'vara'] as const) {
        t.equal((await clients[who].get(url)).statusCode, 404, who);
        t.equal((await put(who, place)).statusCode, 404, who);
        t.equal((await clients[who].get(`/jury/soknad/${eigersund}/les`)).statusCode, 404, who);
      }
      // The document itself has ids of its pages: what is looked for is the place as it was kept.
      const kept = new RegExp(`(place|data-reading)[^>]{0,200}${part}|"place":"${part}`);
      for (const who of ['chair', 'nina', 'secretary', 'leader', 'applicant'] as const)
        for (const address of await readingAddresses(year, eigersund, 3))
          t.notMatch(withoutButtons((await clients[who].get(address)).body), kept, `${who} ${address}`);
      const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'reading_places'`.execute(
        db,
      );
      for (const { name } of rows) {
        const held =
          await sql`select 1 from ${sql.table(name)} x where x::text like ${`%${part}%`} limit 1`.execute(db);
        t.equal(held.rows.length, 0, `not in ${name}`);
      }
    });

    await t.test('out of the application it is gone; a foreign id is as an unknown one', async (t) => {
      await clients.liv.post(`/api/v1/nominations/${eigersund}/declarations`, {
        answer: 'connection',
        grounds: ['H9'],
      });
      for (const address of [url, `/jury/soknad/${eigersund}/les`]) {
        const closed = await clients.liv.get(address);
        t.equal(closed.statusCode, 403, address);
        t.notMatch(closed.body, canary('Eigersund'));
      }
      t.equal((await put('liv', place)).statusCode, 403);
      await clients.chair.post(`/api/v1/nominations/${eigersund}/conflict-decisions`, {
        personId: ids.liv,
        recused: true,
        reason: 'Har veiledet søkeren.',
      });
      t.same(await db.selectFrom('reading_places').selectAll().execute(), []);
      t.equal(
        (await clients.liv.get(`/jury/soknad/${modum}/les`)).statusCode,
        200,
        'the other one stays open',
      );
      const unknown = '/api/v1/nominations/01990000-0000-7000-8000-000000000000/reading-place';
      t.equal((await clients.liv.get(unknown)).statusCode, 404);
    });
    t.same(year.errors, []);
  },
);
t.test('the place goes with the scores of a year, and with the text of an application', async (t) => {
  const { year, eigersund, modum } = await twoApplications(t);
  const { clients, db } = year;
  await declareAll(year);
  const places = async () => (await db.selectFrom('reading_places').select('ballot_id').execute()).length;
  const read = async () => {
    for (const id of [eigersund, modum])
      await clients.liv.send('PUT', `/api/v1/nominations/${id}/reading-place`, {
        place: `answer-${id}`,
      });
    return places();
  };
  await deliverBallot(year, 'nina', eigersund, 4, 'Godt');
  const owner = new pg.Client({ connectionString: year.ownerUrl });
  await owner.connect();
  t.teardown(() => owner.end());
  /** By the functions of retention, and taken back: how many it counts, and how many are left. */
  const erased = async (call: string) => {
    t.equal(await read(), 2);
    await owner.query('begin');
    const { rows } = await owner.query<{ counts: Record<string, number> }>(`select ${call} as counts`);
    const left = await owner.query<{ n: number }>('select count(*)::integer n from reading_places');
    await owner.query('rollback');
    return [rows[0]?.counts['reading_places'], left.rows[0]?.n];
  };
  t.same(
    await erased(`erase_now('scores', '${year.editionId}', now())`),
    [2, 0],
    'with the scores of the year',
  );
  t.same(await erased(`erase_now('notNominated', '${eigersund}', now())`), [1, 1], 'with the text');
  t.match(
    (await clients.liv.get('/api/v1/me/data')).json(),
    { reading: [{ place: `answer-${eigersund}` }, { place: `answer-${modum}` }] },
    'and one’s own file has it until then',
  );
});

const withoutButtons = (html: string): string => html.replace(/<button[^>]*>/g, '');

t.test('three sizes, kept on the device', async (t) => {
  const { year, eigersund } = await twoApplications(t);
  const { clients } = year;
  await declareAll(year);
  const here = `/jury/soknad/${eigersund}/les`;
  const chosen = await clients.liv.post('/jury/lesestorrelse', { size: 'largest', til: here });
  t.equal(chosen.headers.location, here);
  const cookie = String(chosen.headers['set-cookie']);
  t.match(cookie, /^lesestorrelse=largest;.*HttpOnly/);
  const { body } = await clients.liv.get(here, { cookie: cookie.split(';')[0]! });
  t.match(body, 'data-size="largest"');
  t.match(body, /value="largest" aria-pressed="true"/);
  t.equal((await clients.liv.post('/jury/lesestorrelse', { size: 'enorm' })).statusCode, 422);
  const away = await clients.liv.post('/jury/lesestorrelse', { size: 'large', til: 'https://example.com' });
  t.equal(away.headers.location, '/jury', 'never to another site');
  const odd = await clients.liv.get(here, { cookie: 'lesestorrelse=enorm' });
  t.match(odd.body, 'data-size="normal"');
});

t.test('on paper: what one may read, marked with one’s name, and nothing that was given', async (t) => {
  const { year, eigersund, modum } = await twoApplications(t);
  const { clients } = year;
  const paper = (who: Person) => clients[who].get('/jury/utskrift');
  t.notMatch((await paper('liv')).body, canary('Eigersund'), 'nothing before one has answered for all');
  // Set up before the call opened, as the secretariat does.
  const admin = new pg.Client({ connectionString: year.adminUrl });
  await admin.connect();
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `update criteria set texts = jsonb_set(texts, '{nb,prompts}', '["Hvem er med?", "Hvor ofte?"]') where position = 0`,
  );
  await admin.end();
  await declareAll(year);
  const ballot = (await clients.liv.get(`/jury/soknad/${modum}`)).body;
  t.match(
    ballot,
    /<li>Hvem er med\?<\/li><li>Hvor ofte\?<\/li>/,
    'the prompts of the year beside what one writes',
  );
  await deliverBallot(year, 'liv', modum, 4, 'Min egen hemmelige mening');
  await clients.liv.send('PUT', `/api/v1/nominations/${modum}/note`, { text: 'Privat notat', version: 0 });
  const { body } = await paper('liv');
  t.same(await htmlProblems(body), []);
  t.ok(body.includes(canary('Eigersund')) && body.includes(canary('Modum')));
  t.equal(body.split('Hvem er med?').length - 1, 2, 'and on each form');
  t.equal(body.split(IN_DOCUMENT).length - 1, 2, 'the text of each document, as reading mode shows it');
  t.match(
    textOf(body),
    /Eksemplaret til Liv Torgersdal\. Fortrolig\..*Eksemplaret til Liv Torgersdal, laget/,
  );
  t.notMatch(body, /hemmelige mening|Privat notat/, 'the form is empty');
  t.match((await paper('nina')).body, /Eksemplaret til Nina Hauglien/);
  await clients.liv.post(`/api/v1/nominations/${eigersund}/declarations`, {
    answer: 'connection',
    grounds: ['H9'],
  });
  const without = (await paper('liv')).body;
  t.notMatch(
    without,
    new RegExp(`${canary('Eigersund')}|Eigersund|${eigersund}`),
    'nothing of one that one is out of',
  );
  t.match(without, canary('Modum'));
  for (const who of ['secretary', 'leader', 'applicant', 'vara'] as const)
    t.equal((await paper(who)).statusCode, 404, who);
  t.same(year.errors, []);
});
