/** What somebody cannot use (issue 5 §4): told by anybody, answered by letter, and gone after a year. */
import pino from 'pino';
import { sql } from 'kysely';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { addDays, addMinutes, realNow } from '../../../src/platform/clock.ts';
import { formStamp } from '../../../src/platform/http/open-form.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';

const call = await openCall(t);
const { db, config } = call.services;
const secretary = await call.as('secretary@example.no');
const log = pino({ level: 'silent' });
const HERE = '/tilgjengelighet/si-fra';
const OFFICE = '/sekretariat/tilgjengelighet';
const ADDRESS = 'stengt.ute@kommune.example';
/** As somebody who has had the page open for a minute. */
const waited = () => formStamp(config.sessionSecret, addMinutes(realNow(), -1));
const tell = (told: string, rest: object = {}, at = HERE) =>
  call.anyone.post(at, { told, stamp: waited(), ...rest });
interface Listed {
  id: string;
  told: string;
  page: string;
  email: string | null;
  state: string;
  language: string;
}
const listed = async () => (await secretary.get('/api/v1/barriers')).json<{ barriers: Listed[] }>().barriers;
const idOf = async (word: string) => (await listed()).find(({ told }) => told.includes(word))?.id ?? '';
const letters = () =>
  db.selectFrom('letters').selectAll().where('template', '=', 'barrierAnswered').execute();

t.test(
  'a form for everybody in each language, linked from every page, that knows where one came from',
  async (t) => {
    for (const [prefix, title] of [
      ['', 'Si fra om noe som ikke virker'],
      ['/nn', 'Sei frå om noko som ikkje verkar'],
      ['/en', 'Tell us about something that does not work'],
    ] as const) {
      const form = await call.anyone.get(prefix + HERE, { 'accept-language': 'en' });
      t.equal(form.statusCode, 200);
      t.match(form.body, `<h1`);
      t.match(form.body, title);
      t.match(form.body, `action="${prefix}${HERE}"`);
      t.same(await htmlProblems(form.body), [], `HTML ${prefix}`);
      for (const page of ['/', '/utlysning', '/tilgjengelighet'])
        t.match((await call.anyone.get(prefix + page)).body, `href="${prefix}${HERE}"`, `${prefix}${page}`);
      t.ok((await call.anyone.get(`${prefix}/tilgjengelighet`)).body.includes(title));
    }
    const from = async (referer: string) =>
      /name="page"[^>]*value="([^"]*)"/.exec((await call.anyone.get(HERE, { referer })).body)?.[1] ?? '';
    t.equal(
      await from('http://localhost:80/utlysning?sok=navn'),
      '/utlysning',
      'without what was searched for',
    );
    t.equal(await from(`http://localhost:80/paminnelse/${'x'.repeat(43)}`), '/paminnelse/…', 'without a key');
    t.equal(await from('https://elsewhere.example/side'), '');
    t.equal(await from(`http://localhost:80/nn${HERE}`), '');
    t.match((await secretary.get('/min-side')).body, HERE, 'also of whoever is signed in');
  },
);

t.test('what programs do is refused, and nothing that was typed is lost', async (t) => {
  const atOnce = await tell('Knappen er borte', {
    stamp: formStamp(config.sessionSecret),
    page: '/utlysning',
  });
  t.equal(atOnce.statusCode, 422);
  t.match(atOnce.body, 'Knappen er borte');
  t.match(atOnce.body, 'value="/utlysning"');
  t.equal((await tell('x', { stamp: '' })).statusCode, 422);
  t.equal((await tell('Kjøp billig', { website: 'https://spam.example' })).statusCode, 422);
  const wrong = await tell('Hei', { email: 'ikke en adresse' });
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, 'value="ikke en adresse"');
  t.equal((await tell('   ')).statusCode, 422);
  t.equal((await tell('x'.repeat(3001))).statusCode, 422);
  t.same(await listed(), []);
});

t.test('it is for the secretariat alone, as a task; a foreign id answers as an unknown one', async (t) => {
  const sent = await tell(
    'KANARI: tabellen kan ikke leses',
    { page: '/prisen/2025', email: ` ${ADDRESS.toUpperCase()} ` },
    `/nn${HERE}`,
  );
  t.equal(sent.headers.location, `/nn${HERE}?gjort=sendt`);
  t.match((await call.anyone.get(`/nn${HERE}?gjort=sendt`)).body, 'Takk for at du sa frå!');
  t.equal((await tell('Uten adresse', {})).statusCode, 303);
  t.match(await listed(), [
    { told: 'Uten adresse', email: null, page: '', language: 'nb' },
    { told: /KANARI/, email: ADDRESS, page: '/prisen/2025', language: 'nn', state: 'open' },
  ]);
  t.match((await secretary.get('/min-side')).body, 'Svar på 2 meldinger om noe som ikke virker');
  const id = await idOf('KANARI');
  t.match((await secretary.get(OFFICE)).body, `${OFFICE}/${id}`);
  t.match((await secretary.get(`${OFFICE}/${id}`)).body, ADDRESS);
  t.match((await secretary.get('/sekretariat')).body, OFFICE);
  for (const email of ['chair@example.no', 'leader@example.no', 'applicant@example.no']) {
    const other = await call.as(email);
    t.notMatch((await other.get('/min-side')).body, 'som ikke virker</a>');
    for (const at of [OFFICE, '/api/v1/barriers'])
      t.equal((await other.get(at)).statusCode, 403, `${email} ${at}`);
    for (const path of [`${OFFICE}/ID`, '/api/v1/barriers/ID/events']) {
      const [known, unknown] = await Promise.all(
        [id, crypto.randomUUID()].map(async (one) => {
          const at = path.replace('ID', one);
          const answer = at.startsWith('/api')
            ? await other.post(at, { type: 'close' })
            : await other.get(at);
          return `${answer.statusCode} ${answer.body.replaceAll(one, 'ID').replaceAll(/"requestId":"[^"]+"/g, '')}`;
        }),
      );
      t.equal(known, unknown, `${email} ${path}`);
      t.notMatch(known, /KANARI|^2/);
    }
  }
});

t.test('the answer goes by letter in the language of whoever told it, once', async (t) => {
  const id = await idOf('KANARI');
  const lacking = await secretary.post(`${OFFICE}/${id}`, { answer: ' ' });
  t.equal(lacking.statusCode, 422);
  const both = await Promise.all(
    ['Vi har rettet tabellen.\nTakk!', 'Et annet svar'].map((answer) =>
      secretary.post(`${OFFICE}/${id}`, { answer }),
    ),
  );
  t.same(both.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
  t.match(both.find(({ statusCode }) => statusCode === 409)?.body, 'besvart eller lukket fra før');
  const [letter, ...more] = await letters();
  t.same(more, []);
  t.match(letter, { email: ADDRESS, language: 'nn', person_id: null, edition_id: null });
  t.match(letter?.body, /Sekretariatet svarar:\n\n/);
  t.match(letter?.body, '\n/nn/tilgjengelighet\n');
  t.notMatch(letter?.body, 'KANARI', 'a form that anybody fills in sends nobody anything');
  t.match((await secretary.get(`${OFFICE}/${id}?gjort=besvart`)).body, 'Svaret er på vei.');
  const { rows } = await sql<{
    event: string;
  }>`select event from audit_events where subject_id = ${id}`.execute(db);
  t.same(rows, [{ event: 'answerBarrier' }]);
  await t.rejects(db.updateTable('barriers').set({ told: 'x' }).execute(), /never rewritten/);
  await t.rejects(
    db.updateTable('barriers').set({ answer: 'x' }).where('id', '=', id).execute(),
    /never rewritten/,
  );
  await t.rejects(db.deleteFrom('barriers').execute(), /permission denied/);
});

t.test('without an address it is closed, and nobody is written to', async (t) => {
  const id = await idOf('Uten adresse');
  const page = (await secretary.get(`${OFFICE}/${id}`)).body;
  t.notMatch(page, 'name="answer"');
  const event = (body: object) => secretary.post(`/api/v1/barriers/${id}/events`, body);
  t.equal((await event({ type: 'answer', answer: 'Hei' })).statusCode, 422);
  t.equal((await event({ type: 'close' })).statusCode, 204);
  t.equal((await event({ type: 'close' })).statusCode, 409);
  t.equal((await letters()).length, 1);
  t.notMatch((await secretary.get('/min-side')).body, 'som ikke virker</a>');
});

t.test('too much from one network is refused, and so is too much with one address', async (t) => {
  const found = [];
  for (let i = 0; i < 5; i++)
    found.push((await tell(`Mye ${i}`, { email: 'mange@kommune.example' })).statusCode);
  t.same(found, [303, 303, 303, 429, 429]);
  for (let i = 0; i < 6; i++)
    found.push((await call.anyone.post('/api/v1/barriers', { told: `Mer ${i}` })).statusCode);
  t.equal(found.at(-1), 429);
  t.notMatch(JSON.stringify(await db.selectFrom('barriers').selectAll().execute()), '127.0.0.1');
});

t.test('one’s own data hold what was told with one’s own address (GDPR-5)', async (t) => {
  const person = await call.as(ADDRESS);
  const own = (await person.get('/api/v1/me/data')).json<{ barriers: { told: string }[] }>();
  t.match(own.barriers, [{ told: 'KANARI: tabellen kan ikke leses' }]);
});

t.test('where it came from is forgotten after a day, all of it after a year, with the letter', async (t) => {
  const old = { told: 'Fra i forgårs', language: 'nb', asked_at: call.during } as const;
  await db
    .insertInto('barriers')
    .values({ ...old, source_hash: Buffer.from('x'), asked_real_at: addDays(realNow(), -2) })
    .execute();
  const kept = async () =>
    (await db.selectFrom('barriers').select('told').where('source_hash', 'is not', null).execute()).map(
      ({ told }) => told,
    );
  t.ok((await kept()).includes('Fra i forgårs'));
  await Promise.all([applyDue({ db, log, config }, call.during), applyDue({ db, log, config }, call.during)]);
  t.notOk((await kept()).includes('Fra i forgårs'));
  t.ok((await kept()).length > 0, 'the limits of the day need it');
  const id = await idOf('KANARI');
  const due = async (days: number) =>
    (
      await sql<{
        subject_id: string;
      }>`select d.subject_id from retention_due(${addDays(call.during, days)}) d where d.rule = 'barriers'`.execute(
        db,
      )
    ).rows.map(({ subject_id }) => subject_id);
  t.same(await due(360), []);
  t.ok((await due(370)).includes(id));
  const { rows } = await sql<{
    counts: object;
  }>`select erase('barriers', ${id}, ${addDays(call.during, 370)}) as counts`.execute(db);
  t.same(rows[0]?.counts, { letters: 1, barriers: 1, own_links: 1 });
  t.notMatch(
    JSON.stringify([await letters(), await db.selectFrom('barriers').selectAll().execute()]),
    /KANARI|stengt\.ute/,
  );
  for (const lang of ['', '/nn', '/en'])
    t.match(
      (await call.anyone.get(`${lang}/personvern/lagring`)).body,
      {
        '': 'Meldinger om noe som ikke virker',
        '/nn': 'Meldingar om noko som ikkje verkar',
        '/en': 'Messages about something that does not work',
      }[lang] ?? '',
    );
});
