/** Coming in by a letter, over HTTP and with the real database. */
import { sql } from 'kysely';
import t from 'tap';
import { limits } from '../../../src/features/sign-in/schema.ts';
import { realNow } from '../../../src/platform/clock.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { signIn, visitor, type Visitor } from '../../helpers/personas.ts';

const site = await testApp(t);
const {
  services: { db },
} = site;

/** What the newest letter to an address holds. */
async function letterTo(
  email: string,
): Promise<{ code: string; link: string; language: string; body: string }> {
  const { body, language } = await db
    .selectFrom('letters')
    .selectAll()
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return {
    body,
    language,
    code: /^\d{6}$/m.exec(body)?.[0] ?? '',
    link: /^\/logg-inn\/lenke\/\S+$/m.exec(body)?.[0] ?? '',
  };
}
const lettersTo = async (email: string) =>
  Number(
    (
      await db
        .selectFrom('letters')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('email', '=', email)
        .executeTakeFirstOrThrow()
    ).n,
  );

async function askedFor(email: string, til?: string): Promise<Visitor> {
  const browser = visitor(site);
  const asked = await browser.post('/logg-inn', { email, ...(til ? { til } : {}) });
  t.equal(asked.statusCode, 303, asked.body);
  t.equal(asked.headers.location, '/logg-inn/kode');
  return browser;
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
/** Everything about links happens in real time, so it is the rows that are moved. */
const age = (email: string, milliseconds: number) =>
  sql`update sign_in_links set created_at = created_at - ${`${milliseconds} ms`}::interval, expires_at = expires_at - ${`${milliseconds} ms`}::interval where email = ${email}`.execute(
    db,
  );

t.test(
  'the code: signs in where one began, once; a first sign-in makes the person and asks for the name',
  async (t) => {
    const browser = await askedFor('Kari@Modum.kommune.no', '/soknad/ny');
    const waiting = await browser.get('/logg-inn/kode');
    t.match(waiting.body, 'kari@modum.kommune.no');
    t.same(await htmlProblems(waiting.body), []);
    const { code } = await letterTo('kari@modum.kommune.no');
    const elsewhere = visitor(site);
    t.equal(
      (await elsewhere.post('/logg-inn/kode', { code })).headers.location,
      '/logg-inn',
      'another browser has nothing to enter a code for',
    );
    const other = await askedFor('other@modum.kommune.no');
    t.equal((await other.post('/logg-inn/kode', { code })).statusCode, 422, 'the code of another letter');

    const entered = await browser.post('/logg-inn/kode', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
    t.equal(entered.statusCode, 303, entered.body);
    t.equal(entered.headers.location, '/min-side/profil?til=%2Fsoknad%2Fny');
    const cookie = entered.cookies.find(({ name }) => name === 'sid');
    t.match(cookie, { httpOnly: true, sameSite: 'Lax', path: '/' });
    const profile = await browser.get('/min-side/profil?til=/soknad/ny');
    t.match(profile.body, 'Hva heter du?');
    t.same(await htmlProblems(profile.body), []);
    const nameless = await browser.post('/min-side/profil', { name: ' ', language: 'nb', til: '/soknad/ny' });
    t.equal(nameless.statusCode, 422);
    t.equal(
      (await browser.post('/min-side/profil', { name: 'Kari Nordmann', language: 'nn', til: '/soknad/ny' }))
        .headers.location,
      '/soknad/ny',
    );
    t.match(
      await db
        .selectFrom('people')
        .selectAll()
        .where('email', '=', 'kari@modum.kommune.no')
        .executeTakeFirst(),
      { name: 'Kari Nordmann', language: 'nn' },
    );
    t.match((await browser.get('/min-side')).body, /<html lang="nn".*Hei, Kari Nordmann!/s);

    browser.cookies.delete('sid');
    t.not(
      (await browser.post('/logg-inn/kode', { code })).headers.location,
      '/min-side',
      'a code is good once',
    );
  },
);

t.test('known and unknown addresses: the same answer, page and letter', async (t) => {
  await signIn(site, 'known@ks.no');
  const answers = await Promise.all(
    ['known@ks.no', 'unknown@ks.no'].map(async (email) => {
      const browser = visitor(site);
      const { statusCode, headers } = await browser.post('/logg-inn', { email });
      const page = await browser.get('/logg-inn/kode');
      const { body, language } = await letterTo(email);
      return {
        statusCode,
        location: headers.location,
        headers: Object.keys(headers),
        page: page.body.replaceAll(email, 'EMAIL'),
        language,
        letter: body.replace(/\d{6}/, 'CODE').replace(/lenke\/\S+/, 'LINK'),
      };
    }),
  );
  t.same(answers[0], answers[1]);
  t.equal(
    await db.selectFrom('people').select('id').where('email', '=', 'unknown@ks.no').executeTakeFirst(),
    undefined,
    'asking makes nobody',
  );
});

t.test(
  'the link: looking at it does nothing, pressing its button signs in once, in any browser',
  async (t) => {
    await askedFor('ola@oslo.kommune.no', '/min-side');
    const { link } = await letterTo('ola@oslo.kommune.no');
    for (const method of ['GET', 'HEAD', 'GET'] as const)
      t.equal((await site.app.inject({ method, url: link })).statusCode, 200, 'a link scanner');
    const browser = visitor(site);
    const page = await browser.get(link);
    t.match(page.body, 'ola@oslo.kommune.no');
    t.match(page.body, `action="${link}"`);
    t.same(await htmlProblems(page.body), []);
    t.equal(browser.cookies.size, 0, 'nobody is signed in by looking');
    t.equal((await browser.post(link)).statusCode, 303);
    t.ok(browser.cookies.has('sid'));
    t.equal(
      (await browser.get(link)).headers.location,
      '/min-side',
      'opened again by whoever came in with it',
    );
    const second = visitor(site);
    for (const answer of [
      await second.get(link),
      await second.post(link),
      await second.get('/logg-inn/lenke/guessed'),
    ]) {
      t.equal(answer.statusCode, 410);
      t.match(answer.body, 'Lenken eller koden virker ikke lenger');
      t.match(answer.body, 'href="/logg-inn"');
      t.same(await htmlProblems(answer.body), []);
    }
    t.notOk(second.cookies.has('sid'));
  },
);

t.test('one use of a letter uses up the others to the same address; the newest code counts', async (t) => {
  const browser = await askedFor('two@ks.no');
  const first = await letterTo('two@ks.no');
  await browser.post('/logg-inn', { email: 'two@ks.no' });
  const second = await letterTo('two@ks.no');
  t.not(first.code, second.code);
  t.equal((await browser.post('/logg-inn/kode', { code: first.code })).statusCode, 422);
  t.equal((await browser.post('/logg-inn/kode', { code: second.code })).statusCode, 303);
  t.equal((await visitor(site).post(first.link)).statusCode, 410);
});

t.test(
  'wrong codes: five tries, said each time, then the code is blocked and the link still works',
  async (t) => {
    const browser = await askedFor('guess@ks.no');
    const { code, link } = await letterTo('guess@ks.no');
    const shape = await browser.post('/logg-inn/kode', { code: '12345' });
    t.equal(shape.statusCode, 422);
    t.match(shape.body, 'Koden er på seks sifre', 'a slip of the keyboard costs no try');
    for (const left of [4, 3, 2, 1]) {
      const answer = await browser.post('/logg-inn/kode', { code: wrong(code) });
      t.equal(answer.statusCode, 422);
      t.match(answer.body, left === 1 ? 'Du har ett forsøk igjen' : `Du har ${left} forsøk igjen`);
      t.same(await htmlProblems(answer.body), []);
    }
    for (const guess of [wrong(code), code]) {
      const answer = await browser.post('/logg-inn/kode', { code: guess });
      t.equal(answer.statusCode, 429);
      t.match(answer.body, 'Koden er sperret. Bruk lenken i e-posten');
    }
    t.notOk(browser.cookies.has('sid'));
    t.equal((await browser.post(link)).statusCode, 303);
  },
);

t.test('guessing at once: eight wrong codes together are five tries', async (t) => {
  const browser = await askedFor('race@ks.no');
  const { code } = await letterTo('race@ks.no');
  await Promise.all(Array.from({ length: 8 }, () => browser.post('/logg-inn/kode', { code: wrong(code) })));
  const { tries } = await db
    .selectFrom('sign_in_links')
    .select('tries')
    .where('email', '=', 'race@ks.no')
    .executeTakeFirstOrThrow();
  t.equal(tries, 5);
});

t.test('wrong codes of a day: a new letter does not give new tries for ever', async (t) => {
  const browser = await askedFor('day@ks.no');
  await db.updateTable('sign_in_links').set({ tries: 5 }).where('email', '=', 'day@ks.no').execute();
  for (let i = 1; i < limits.triesPerDay / limits.triesPerLink; i++) {
    await age('day@ks.no', 3_600_000);
    await browser.post('/logg-inn', { email: 'day@ks.no' });
    await db.updateTable('sign_in_links').set({ tries: 5 }).where('email', '=', 'day@ks.no').execute();
  }
  await age('day@ks.no', 3_600_000);
  await browser.post('/logg-inn', { email: 'day@ks.no' });
  const { code, link } = await letterTo('day@ks.no');
  t.equal((await browser.post('/logg-inn/kode', { code })).statusCode, 429, 'even the right one');
  t.equal((await browser.post(link)).statusCode, 303);
});

t.test(
  'expired: after fifteen minutes neither code nor link works, and the page says what to do',
  async (t) => {
    const browser = await askedFor('late@ks.no');
    const { code, link } = await letterTo('late@ks.no');
    await age('late@ks.no', limits.linkLife);
    const answer = await browser.post('/logg-inn/kode', { code });
    t.equal(answer.statusCode, 410);
    t.match(answer.body, /Be om en ny e-post.*Send en ny e-post/s);
    t.equal((await browser.post(link)).statusCode, 410);
  },
);

t.test(
  'limits: the sixth letter in an hour is refused with words, also when asked for at once',
  async (t) => {
    await Promise.all(
      Array.from({ length: 9 }, () => visitor(site).post('/logg-inn', { email: 'flood@ks.no' })),
    );
    t.equal(await lettersTo('flood@ks.no'), limits.lettersPerHour);
    const answer = await visitor(site).post('/logg-inn', { email: 'flood@ks.no' });
    t.equal(answer.statusCode, 429);
    t.match(answer.body, /Vent (1 time|\d+ minutter) og prøv igjen/);
    t.ok(Number(answer.headers['retry-after']) > 3000);
    t.same(await htmlProblems(answer.body), []);
    const api = await site.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email: 'flood@ks.no' },
    });
    t.equal(api.statusCode, 429);
    t.match(api.json(), { type: 'urn:etikkprisen:problem:request/too-many' });
    await age('flood@ks.no', 3_600_000);
    t.equal(
      (await visitor(site).post('/logg-inn', { email: 'flood@ks.no' })).statusCode,
      303,
      'an hour later',
    );
  },
);

t.test('limits: one network address cannot flood many inboxes', async (t) => {
  const own = await testApp(t);
  const ask = (i: number) =>
    own.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email: `p${i}@ks.no` },
      remoteAddress: '2001:db8:1:2::7',
    });
  t.equal((await ask(0)).statusCode, 202);
  await sql`insert into sign_in_links (email, token_hash, code_hash, browser_hash, source_hash, created_at, expires_at)
    select 'p' || i, sha256(i::text::bytea), code_hash, browser_hash, source_hash, created_at, expires_at
    from sign_in_links, generate_series(2, ${limits.lettersPerSource}) as i`.execute(own.services.db);
  t.equal((await ask(1000)).statusCode, 429);
  const neighbour = await own.app.inject({
    method: 'POST',
    url: '/api/v1/sign-in',
    payload: { email: 'x@ks.no' },
    remoteAddress: '2001:db8:1:3::7',
  });
  t.equal(neighbour.statusCode, 202);
});

t.test(
  'a bad address is told so; a foreign page cannot send the form; one never leaves the site',
  async (t) => {
    const browser = visitor(site);
    const bad = await browser.post('/logg-inn', { email: 'kari' });
    t.equal(bad.statusCode, 422);
    t.match(bad.body, 'Skriv en e-postadresse slik');
    t.same(await htmlProblems(bad.body), []);
    t.equal(
      (await browser.post('/logg-inn', { email: 'x@ks.no' }, { 'sec-fetch-site': 'cross-site' })).statusCode,
      403,
    );
    const stray = await askedFor('stray@ks.no', '//evil.example/x');
    const { code } = await letterTo('stray@ks.no');
    t.equal(
      (await stray.post('/logg-inn/kode', { code })).headers.location,
      '/min-side/profil?til=%2Fmin-side',
    );
  },
);

t.test(
  'language: the letter in the person’s, else the page’s; the switch is remembered by the person',
  async (t) => {
    const unknown = visitor(site);
    await unknown.post('/logg-inn', { email: 'new@voss.no' }, { 'accept-language': 'nn-NO' });
    t.equal((await letterTo('new@voss.no')).language, 'nn');
    const known = await signIn(site, 'nils@voss.no');
    const browser = visitor(site, known.headers.cookie);
    await browser.post('/sprak', { lang: 'nn', returnTo: '/min-side' });
    t.match((await browser.get('/min-side', { 'accept-language': 'en' })).body, '<html lang="nn"');
    browser.cookies.delete('lang');
    t.match(
      (await browser.get('/min-side', { 'accept-language': 'en' })).body,
      '<html lang="nn"',
      'also on another device',
    );
    await visitor(site).post('/logg-inn', { email: 'nils@voss.no' }, { 'accept-language': 'en' });
    t.equal((await letterTo('nils@voss.no')).language, 'nn');
  },
);

t.test('secrets: neither link, code, session nor token is stored, and none is in the log', async (t) => {
  const browser = await askedFor('secret@ks.no');
  const { code, link } = await letterTo('secret@ks.no');
  await browser.post('/logg-inn/kode', { code });
  const sid = browser.cookies.get('sid') as string;
  const { rows } = await sql<{ text: string }>`
    select row_to_json(l)::text as text from sign_in_links l union all select row_to_json(s)::text from sessions s
    union all select row_to_json(e)::text from audit_details e`.execute(db);
  const stored = rows.map(({ text }) => text).join('\n');
  for (const secret of [link.split('/').at(-1) as string, sid, `"${code}"`]) t.notMatch(stored, secret);
  const row = await db
    .selectFrom('sign_in_links')
    .select('code_hash')
    .where('email', '=', 'secret@ks.no')
    .executeTakeFirstOrThrow();
  t.notOk(
    row.code_hash.equals(Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(code)))),
    'a short code is hashed with a key',
  );
});

t.test('api: a letter, a code, a token for a day', async (t) => {
  const post = (url: string, payload: object) =>
    site.app.inject({ method: 'POST', url: `/api/v1${url}`, payload });
  const asked = await post('/sign-in', { email: 'robot@ks.no' });
  t.equal(asked.statusCode, 202);
  const { attempt } = asked.json<{ attempt: string }>();
  const { code } = await letterTo('robot@ks.no');
  const guessed = await post('/sign-in/code', { attempt, code: wrong(code) });
  t.equal(guessed.statusCode, 422);
  t.match(guessed.json(), { type: 'urn:etikkprisen:problem:auth/code-wrong', params: { triesLeft: 4 } });
  t.equal((await post('/sign-in/code', { attempt: 'other', code })).statusCode, 410);
  t.equal((await post('/sign-in/code', { attempt, code: 123456 })).statusCode, 422, 'no coercion');
  const entered = await post('/sign-in/code', { attempt, code });
  t.equal(entered.statusCode, 201);
  const { token, expiresAt } = entered.json<{ token: string; expiresAt: string }>();
  t.ok(Date.parse(expiresAt) - realNow().getTime() < 25 * 3_600_000);
  const me = await site.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
  t.match(me.json(), { email: 'robot@ks.no', roles: [], waiting: [] });
});

t.test('production: the cookie belongs to this host and to https alone', async (t) => {
  const own: TestApp = await testApp(t, { BASE_URL: 'https://etikkprisen.example.no' });
  const { headers } = await signIn(own, 'x@ks.no', 'X');
  t.match(headers.cookie, /^__Host-sid=/);
  const out = await own.app.inject({ method: 'POST', url: '/logg-ut', headers });
  t.match(out.headers['set-cookie'], /__Host-sid=;.*Secure/);
  const browser = visitor(own);
  const asked = await browser.post('/logg-inn', { email: 'y@ks.no' });
  t.match(asked.headers['set-cookie'], /^__Host-login=.*HttpOnly.*Secure/);
  t.equal(browser.cookies.has('sid'), false, 'nobody has a session before they are in');
});

t.test('nothing of this was an error of ours', async (t) => t.same(site.errors, []));
