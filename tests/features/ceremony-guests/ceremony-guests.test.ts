/** Coming to the ceremony (issue 5 §3, *last*): by default a link; switched on, places and a waiting list that moves by itself, and nothing kept. */
import { sql } from 'kysely';
import pino from 'pino';
import { parseHTML } from 'linkedom';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { leaveBy } from '../../../src/features/ceremony-guests/commands.ts';
import { applyDue } from '../../../src/features/due.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { addDays, addMinutes, osloDeadlineFields, realNow } from '../../../src/platform/clock.ts';
import { formStamp } from '../../../src/platform/http/open-form.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { readCsv, readXlsx } from '../../helpers/spreadsheets.ts';

const call = await openCall(t);
const { db, config } = call.services;
const editionId = call.year.id;
const { ceremony_at } = call.dates;
const secretary = await call.as('secretary@example.no');
const log = pino({ level: 'silent' });
const HERE = '/seremoni/pamelding';
const OFFICE = `/sekretariat/${editionId}/seremonipamelding`;
const API = `/api/v1/editions/${editionId}/ceremony-guests`;
const waited = () => formStamp(config.sessionSecret, addMinutes(realNow(), -1));
const ask = (name: string, rest: object = {}, at = HERE) =>
  call.anyone.post(at, { name, email: `${name.toLowerCase()}@kommune.example`, stamp: waited(), ...rest });
interface Listed {
  settings: { version: number; mode: string; places: number | null };
  guests: { id: string; name: string; email: string; needs: string; waiting: number | null }[];
}
const listed = async () => (await secretary.get(API)).json<Listed>();
const order = async () =>
  (await listed()).guests.map(({ name, waiting }) => (waiting === null ? name : `${waiting}: ${name}`));
const lettersTo = async (name: string) =>
  await db
    .selectFrom('letters')
    .select(['template', 'body', 'language'])
    .where('email', '=', `${name.toLowerCase()}@kommune.example`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
const linkOf = async (name: string) =>
  /\/(?:nn\/|en\/)?seremoni\/pamelding\/[\w-]{43}/.exec((await lettersTo(name)).at(-1)?.body ?? '')?.[0] ??
  '';
const set = async (body: object) =>
  secretary.send('PUT', `/api/v1/editions/${editionId}/ceremony-signup`, {
    version: (await listed()).settings.version,
    ...body,
  });
const form = { mode: 'form', places: 2, closesAt: addDays(ceremony_at, -7).toISOString() };

t.test(
  'by default a link to a form elsewhere, with words of the year, and nothing where there is none',
  async (t) => {
    t.match((await call.anyone.get(HERE)).body, 'Ingen påmelding er åpen nå');
    t.notMatch((await call.anyone.get('/utlysning')).body, HERE);
    t.equal((await ask('Ada')).statusCode, 409);
    const wrong = await secretary.post(OFFICE, {
      version: '0',
      mode: 'link',
      url: 'ks.no/arrangement',
      'text.nb': 'Det blir lunsj.',
    });
    t.equal(wrong.statusCode, 422);
    t.match(wrong.body, /den begynner med https[\s\S]*både bokmål og nynorsk/);
    t.match(wrong.body, 'value="ks.no/arrangement"', 'nothing that was typed is lost');
    const link = {
      version: '0',
      mode: 'link',
      url: 'https://www.ks.no/arrangement',
      'text.nb': 'Det blir lunsj.',
      'text.nn': 'Det blir lunsj til alle.',
    };
    t.match((await secretary.post(OFFICE, link)).headers.location, /gjort=lagret$/);
    t.equal((await secretary.post(OFFICE, link)).statusCode, 409, 'a colleague has saved meanwhile');
    for (const [prefix, text] of [
      ['', 'Det blir lunsj.'],
      ['/nn', 'Det blir lunsj til alle.'],
      ['/en', 'You sign up at www.ks.no'],
    ] as const) {
      const page = await call.anyone.get(prefix + HERE);
      t.same(await htmlProblems(page.body), [], `HTML ${prefix}`);
      t.match(page.body, text);
      t.match(page.body, 'href="https://www.ks.no/arrangement"');
      t.match((await call.anyone.get(`${prefix}/utlysning`)).body, `href="${prefix}${HERE}"`);
    }
    t.equal((await ask('Ada')).statusCode, 409, 'nobody signs up here');
  },
);

t.test(
  'switched on: places in the order in which they are asked for, then a waiting list; a letter says which',
  async (t) => {
    t.equal((await set({ mode: 'form' })).statusCode, 422, 'without places or deadline');
    t.equal((await set({ ...form, closesAt: addDays(ceremony_at, 1).toISOString() })).statusCode, 422);
    const { date, time } = osloDeadlineFields(addDays(ceremony_at, -7));
    const saved = await secretary.post(OFFICE, {
      version: '1',
      mode: 'form',
      places: '2',
      closesAt: date,
      closesAtTime: time,
    });
    t.match(saved.headers.location, /gjort=lagret$/);
    const atOnce = await ask('Ada', { stamp: formStamp(config.sessionSecret), needs: 'Nøtter' });
    t.equal(atOnce.statusCode, 422);
    t.match(atOnce.body, /value="Ada"[\s\S]*Nøtter/);
    t.equal((await ask('Ada', { website: 'x' })).statusCode, 422);
    t.equal((await ask('Ada', { email: 'feil' })).statusCode, 422);
    t.equal(
      (await ask('Ada', { needs: 'Nøtter', organisation: 'Ås kommune' })).headers.location,
      `${HERE}?gjort=sendt`,
    );
    t.equal((await ask('Bo', {}, `/nn${HERE}`)).headers.location, `/nn${HERE}?gjort=sendt`);
    t.match((await call.anyone.get(HERE)).body, 'Alle plassene er tatt');
    t.equal(
      (
        await call.anyone.post('/api/v1/ceremony-guests', {
          name: 'Cy',
          email: 'cy@kommune.example',
          language: 'en',
        })
      ).statusCode,
      202,
    );
    await ask('Di');
    t.same(await order(), ['Ada', 'Bo', '1: Cy', '2: Di']);
    t.match(await lettersTo('Ada'), [{ template: 'ceremonyPlace', language: 'nb' }]);
    t.match(await lettersTo('Bo'), [
      { template: 'ceremonyPlace', language: 'nn', body: /\n\/nn\/seremoni\/pamelding\// },
    ]);
    t.match(await lettersTo('Cy'), [{ template: 'ceremonyWaiting', language: 'en' }]);
    t.notMatch((await lettersTo('Ada'))[0]?.body, /Ada|Nøtter/, 'what somebody typed is in no letter');
    const again = await ask('Ada', { needs: 'Annet' });
    t.same(
      [again.statusCode, again.headers.location],
      [303, `${HERE}?gjort=sendt`],
      'an address that is there is answered alike',
    );
    t.equal((await listed()).guests.find(({ name }) => name === 'Ada')?.needs, 'Nøtter');
    t.equal((await lettersTo('Ada')).length, 1);
  },
);

t.test('the last place goes to one of two who ask at once', async (t) => {
  t.equal((await set({ ...form, places: 5 })).statusCode, 204);
  t.same(await order(), ['Ada', 'Bo', 'Cy', 'Di'], 'with more places those who wait move up');
  t.match(
    (await lettersTo('Cy')).map(({ template }) => template),
    ['ceremonyWaiting', 'ceremonyPlaceFree'],
  );
  await Promise.all(['Eli', 'Fia', 'Geir'].map((name) => ask(name)));
  t.same(
    (await listed()).guests.map(({ waiting }) => waiting),
    [null, null, null, null, null, 1, 2],
  );
  t.equal((await set({ ...form, places: 2 })).statusCode, 204);
  t.equal(
    (await listed()).guests.filter(({ waiting }) => waiting === null).length,
    5,
    'with fewer nobody loses one',
  );
});

t.test(
  'signing off by the link: looking does nothing; what was written is gone, and the next moves up and is told',
  async (t) => {
    await set({ ...form, places: 5 });
    const link = await linkOf('Ada');
    const page = await call.anyone.get(link);
    t.same(await htmlProblems(page.body), []);
    t.match(page.body, 'Ada har plass på seremonien.');
    t.equal((await order()).length, 7);
    const [first = '', second = ''] = (await order())
      .filter((one) => one.includes(': '))
      .map((one) => one.slice(3));
    const off = await Promise.all([call.anyone.post(link), call.anyone.post(link)]);
    for (const { statusCode, headers } of off)
      t.same([statusCode, headers.location], [303, `${HERE}?gjort=meldtav`], 'also the second press');
    t.equal((await call.anyone.get(link)).statusCode, 410);
    t.match((await call.anyone.get(`${HERE}?gjort=meldtav`)).body, 'Du er meldt av');
    t.notOk((await order()).includes('Ada'));
    t.ok((await order()).includes(first) && (await order()).includes(`1: ${second}`));
    t.equal((await lettersTo(first)).at(-1)?.template, 'ceremonyPlaceFree');
    const left = JSON.stringify([
      await db.selectFrom('ceremony_guests').selectAll().execute(),
      await db.selectFrom('letters').selectAll().execute(),
    ]);
    t.notMatch(left, /ada@|Nøtter/);
    const nn = await linkOf('Bo');
    t.match((await call.anyone.get(nn)).body, 'Bo har plass på seremonien.');
    t.equal(
      (await call.anyone.post(`/api/v1/ceremony-guests/${nn.split('/').at(-1)}/events`, { type: 'leave' }))
        .statusCode,
      204,
    );
    t.ok((await order()).includes(second), 'the waiting list is empty');
  },
);

t.test(
  'a copied year proposes the address of the year before, and uses it only once it is saved',
  async (t) => {
    const kept = (await listed()).settings;
    const url = 'https://www.ks.example/pamelding-2026';
    t.equal((await set({ mode: 'link', url })).statusCode, 204);
    const made = await secretary.post('/api/v1/editions', { year: 2027, copyFrom: editionId });
    t.equal(made.statusCode, 201, made.body);
    const { id } = made.json<{ id: string }>();
    const office = `/sekretariat/${id}/seremonipamelding`;
    const page = async () => parseHTML((await secretary.get(office)).body).document;
    const proposed = await page();
    t.equal(proposed.querySelector('input[name="url"]')?.getAttribute('value'), url);
    t.match(proposed.body.textContent, 'Dette er adressen fra 2026');
    t.ok(
      proposed.querySelector('input[name="mode"][value="off"]')?.hasAttribute('checked'),
      'nothing is open',
    );
    t.match((await secretary.get(`/api/v1/editions/${id}/ceremony-guests`)).json(), {
      settings: { version: 0, url: null },
    });
    t.equal((await secretary.post(office, { version: '0', mode: 'off', url: '' })).statusCode, 303);
    t.equal(
      (await page()).querySelector('input[name="url"]')?.getAttribute('value') ?? '',
      '',
      'what is saved holds',
    );
    t.equal((await set({ ...form, places: kept.places ?? 2 })).statusCode, 204);
  },
);

t.test('a year that is cancelled gives no places any more', async (t) => {
  await set({ ...form, places: 2 });
  await ask('Hal');
  const link = await linkOf('Bo').then((nn) => nn || linkOf('Di'));
  const rolledBack = new Error('only to look');
  const told = async (trx: typeof db) =>
    (await trx.selectFrom('letters').select('id').where('template', '=', 'ceremonyPlaceFree').execute())
      .length;
  const context = { actor: systemActor, now: await call.services.clock.now(), requestId: 'test' };
  await transact(db, context, async (unit) => {
    await sql`update editions set state = 'cancelled' where id = ${editionId}`.execute(unit.trx);
    await sql`select forget('guests', array(select id from ceremony_guests where placed_at is not null and token <> ${link.split('/').at(-1)}), now())`.execute(
      unit.trx,
    );
    const before = await told(unit.trx);
    await leaveBy(unit, config, link.split('/').at(-1)!);
    t.equal(await told(unit.trx), before);
    throw rolledBack;
  }).catch((error: unknown) => t.equal(error, rolledBack));
});

t.test('the list is the secretariat’s alone, as a page and as files that cannot run anything', async (t) => {
  await call.anyone.post('/api/v1/ceremony-guests', {
    name: '=HYPERLINK("x")',
    email: 'formel@kommune.example',
    needs: 'Rullestol; "tolk"',
  });
  const page = await secretary.get(OFFICE);
  t.same(await htmlProblems(page.body), []);
  t.match(page.body, 'Rullestol');
  const [head = [], ...guests] = readCsv((await secretary.get(`${OFFICE}.csv`)).body);
  const row = guests.find((cells) => cells.includes('formel@kommune.example')) ?? [];
  t.equal(row.length, head.length);
  t.same(
    [row[0], row[3]],
    [`'=HYPERLINK("x")`, 'Rullestol; "tolk"'],
    'no formula; signs that part cells part nothing',
  );
  const xlsx = await secretary.get(`${OFFICE}.xlsx`);
  const rows = JSON.stringify(await readXlsx(xlsx.rawPayload));
  t.match(rows, 'Rullestol');
  const [guest] = (await listed()).guests;
  for (const email of ['chair@example.no', 'leader@example.no', 'applicant@example.no']) {
    const other = await call.as(email);
    for (const at of [OFFICE, `${OFFICE}.csv`, `${OFFICE}.xlsx`, API]) {
      const refused = await other.get(at);
      t.ok([403, 404].includes(refused.statusCode), `${email} ${at}`);
      t.notMatch(refused.body, 'Rullestol');
    }
    const removed = await other.send('DELETE', `${API}/${guest?.id}`);
    t.ok([403, 404].includes(removed.statusCode));
  }
  t.equal((await secretary.send('DELETE', `${API}/${crypto.randomUUID()}`)).statusCode, 404);
  const before = (await order()).length;
  t.match((await secretary.post(`${OFFICE}/${guest?.id}/meld-av`)).headers.location, /gjort=meldtav$/);
  t.equal((await order()).length, before - 1);
  const own = await call.as('formel@kommune.example');
  t.match((await own.get('/api/v1/me/data')).json(), { ceremonyGuests: [{ needs: 'Rullestol; "tolk"' }] });
});

t.test(
  'after the deadline nobody signs up; two weeks after the ceremony all of it is gone (GDPR-4)',
  async (t) => {
    await call.setClock(addDays(ceremony_at, -6));
    t.equal((await ask('Sen')).statusCode, 409);
    t.match((await call.anyone.get(HERE)).body, 'Påmeldingsfristen er ute');
    await call.setClock(addDays(ceremony_at, 1));
    t.match((await call.anyone.get(HERE)).body, 'Ingen påmelding er åpen nå');
    await applyDue({ db, log, config }, addDays(ceremony_at, 13));
    t.match(JSON.stringify(await db.selectFrom('ceremony_guests').selectAll().execute()), 'Rullestol');
    const at = addDays(ceremony_at, 14);
    await Promise.all([applyDue({ db, log, config }, at), applyDue({ db, log, config }, at)]);
    t.same(await db.selectFrom('ceremony_guests').selectAll().execute(), []);
    t.notMatch(JSON.stringify(await db.selectFrom('letters').selectAll().execute()), 'formel@');
    for (const [lang, words] of [
      ['', '14 dager etter'],
      ['/nn', '14 dagar etter'],
      ['/en', '14 days after'],
    ])
      t.match((await call.anyone.get(`${lang}/personvern/lagring`)).body, words);
    t.same(call.errors, []);
  },
);
