/** Sessions, what ends them, and what was written while one ran out. */
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { limits } from '../../../src/features/sign-in/schema.ts';
import { addMinutes, realNow } from '../../../src/platform/clock.ts';
import { signInHref } from '../../../src/platform/http/actions.ts';
import { bearer, testApp } from '../../helpers/app.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { signIn, visitor, type SignedIn, type Visitor } from '../../helpers/personas.ts';

const site = await testApp(t);
const {
  app,
  services: { db, log },
} = site;

const ago = (milliseconds: number) => addMinutes(realNow(), -milliseconds / 60_000);
const come = async (email: string): Promise<SignedIn & { browser: Visitor }> => {
  const person = await signIn(site, email);
  return { ...person, browser: visitor(site, person.headers.cookie) };
};
const expire = (personId: string) =>
  db
    .updateTable('sessions')
    .set({ expires_at: ago(1000) })
    .where('person_id', '=', personId)
    .execute();

t.test('nobody has a session before signing in', async (t) => {
  for (const url of ['/', '/logg-inn', '/min-side', '/utlysning'])
    t.equal((await app.inject(url)).cookies.length, 0, url);
});

t.test('pages lead to the sign-in and back; the API says 401', async (t) => {
  const page = await app.inject('/min-side/nokler?x=1');
  t.equal(page.statusCode, 303);
  t.equal(page.headers.location, signInHref('/min-side/nokler?x=1'));
  const api = await app.inject('/api/v1/me');
  t.equal(api.statusCode, 401);
  t.equal(api.headers['www-authenticate'], 'Bearer');
  t.match(api.headers['content-type'], 'application/problem+json');
  t.equal(
    (await app.inject({ method: 'POST', url: '/api/v1/tokens', payload: { nonsense: 1 } })).statusCode,
    401,
    'before what is wrong with the body',
  );
  t.equal(
    (await app.inject({ url: '/api/v1/me', headers: { authorization: 'Bearer etikkprisen_guessed' } }))
      .statusCode,
    401,
  );
  t.match(
    (await app.inject('/finnes-ikke')).body,
    'Vi finner ikke siden',
    'what does not exist is not found, signed in or not',
  );
});

t.test('a session ends when it is idle, when it is a day old, and when one signs out', async (t) => {
  const { browser, personId } = await come('idle@ks.no');
  t.equal((await browser.get('/min-side')).statusCode, 200);
  await db
    .updateTable('sessions')
    .set({ seen_at: ago(limits.sessionIdle - 60_000) })
    .where('person_id', '=', personId)
    .execute();
  t.equal((await browser.get('/min-side')).statusCode, 200);
  const { seen_at } = await db
    .selectFrom('sessions')
    .select('seen_at')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  t.ok(seen_at > ago(60_000), 'use keeps it alive');
  await db
    .updateTable('sessions')
    .set({ seen_at: ago(limits.sessionIdle) })
    .where('person_id', '=', personId)
    .execute();
  t.equal((await browser.get('/min-side')).statusCode, 303);

  const old = await come('old@ks.no');
  await expire(old.personId);
  t.equal((await old.browser.get('/min-side')).statusCode, 303);

  const out = await come('out@ks.no');
  const stolen = visitor(site, out.headers.cookie);
  t.equal((await out.browser.post('/logg-ut')).headers.location, '/logg-ut');
  t.match((await out.browser.get('/logg-ut')).body, 'Du er logget ut');
  t.same(await htmlProblems((await out.browser.get('/logg-ut')).body), []);
  t.notOk(out.browser.cookies.has('sid'));
  t.equal(
    (await stolen.get('/min-side')).statusCode,
    303,
    'a copy of the cookie is worth nothing afterwards',
  );
});

t.test('signing in gives a new id and ends the earlier session of the browser', async (t) => {
  const { browser, headers } = await come('again@ks.no');
  await browser.post('/logg-inn', { email: 'again@ks.no' });
  const { body } = await db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', 'again@ks.no')
    .executeTakeFirstOrThrow();
  t.equal((await browser.post('/logg-inn/kode', { code: /^\d{6}$/m.exec(body)?.[0] ?? '' })).statusCode, 303);
  t.not(`sid=${browser.cookies.get('sid')}`, headers.cookie);
  t.equal((await visitor(site, headers.cookie).get('/min-side')).statusCode, 303);
});

/** A form that is sent after the sign-in ran out. */
const text = 'Vi har arbeidet med etikk i tre år.\n\n«Kjære» <søker> & flere';
async function lost(email: string) {
  const person = await come(email);
  await expire(person.personId);
  const answer = await person.browser.post(
    '/min-side/profil',
    [
      ['name', text],
      ['language', 'nn'],
      ['language', 'nb'],
    ],
    { referer: 'http://localhost:80/min-side/profil' },
  );
  return {
    ...person,
    answer,
    page: new URLSearchParams(String(answer.headers.location).split('?')[1]).get('til') as string,
  };
}

t.test('a form sent after the sign-in ran out waits for its author, and for nobody else', async (t) => {
  const { answer, page, browser } = await lost('writer@ks.no');
  t.equal(answer.statusCode, 303);
  t.match(page, /^\/min-side\/tatt-vare-pa\/[0-9a-f-]{36}$/);
  const door = await browser.get(answer.headers.location as string);
  t.match(door.body, 'Det du skrev, er tatt vare på');
  t.same(await htmlProblems(door.body), []);

  const other = await come('other@ks.no');
  t.equal((await other.browser.get(page)).statusCode, 404, 'another person never sees it');
  t.notMatch((await other.browser.get('/min-side')).body, 'Vi tok vare på');
  await other.browser.post(`${page}/forkast`);

  const back = await come('writer@ks.no');
  t.match((await back.browser.get('/min-side')).body, `href="${page}"`);
  const kept = await back.browser.get(page);
  t.equal(kept.statusCode, 200);
  // A name that was sent twice is sent twice.
  t.same(
    (await htmlProblems(kept.body)).filter((found) => !found.includes('form-dup-name')),
    [],
  );
  t.match(kept.body, '&lt;søker&gt; &amp; flere');
  const fields = [...kept.body.matchAll(/<input type="hidden" name="(name|language)" value="([^"]*)">/g)].map(
    ([, name, value]) => [name, value],
  );
  t.same(
    fields.map(([name]) => name),
    ['name', 'language', 'language'],
    'every value, in order',
  );
  const action = /action="(\/min-side\/profil\?kept=[^"]+)"/.exec(kept.body)?.[1] as string;
  t.ok(action);

  const sent = await back.browser.post(action, { name: 'Skriver', language: 'nb' });
  t.equal(sent.statusCode, 303);
  t.equal((await back.browser.get(page)).statusCode, 404, 'what has arrived is not offered again');
  t.match(
    await db.selectFrom('people').select('name').where('email', '=', 'writer@ks.no').executeTakeFirst(),
    { name: 'Skriver' },
  );
});

t.test('a kept form can be discarded, ends after a day, and does not grow without bounds', async (t) => {
  const { page } = await lost('discard@ks.no');
  const back = await come('discard@ks.no');
  t.equal((await back.browser.post(`${page}/forkast`)).headers.location, '/min-side');
  t.equal((await back.browser.get(page)).statusCode, 404);

  const late = await lost('late@ks.no');
  await db
    .updateTable('kept_forms')
    .set({ expires_at: ago(1000) })
    .where('person_id', '=', late.personId)
    .execute();
  t.equal((await (await come('late@ks.no')).browser.get(late.page)).statusCode, 404);

  const left = () =>
    db.selectFrom('kept_forms').select('id').where('person_id', '=', late.personId).execute();
  t.equal((await left()).length, 1);
  await applyDue({ db, log }, realNow());
  t.same(await left(), [], 'and it is gone');

  const huge = await come('huge@ks.no');
  await expire(huge.personId);
  const answer = await huge.browser.post('/min-side/profil', { name: 'x'.repeat(limits.keptFormSize) });
  t.equal(answer.headers.location, signInHref('/min-side'));
  for (let i = 0; i < limits.keptFormsPerPerson + 3; i++)
    await huge.browser.post('/min-side/profil', { name: `n${i}` });
  const { n } = await db
    .selectFrom('kept_forms')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('person_id', '=', huge.personId)
    .executeTakeFirstOrThrow();
  t.equal(Number(n), limits.keptFormsPerPerson);
});

t.test('nothing is kept of strangers, of foreign sites or of JSON', async (t) => {
  const before = await db
    .selectFrom('kept_forms')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  const stranger = await visitor(site).post(
    '/min-side/profil',
    { name: 'x' },
    { referer: 'http://localhost:80/min-side/profil?a=1' },
  );
  t.equal(stranger.headers.location, signInHref('/min-side/profil?a=1'), 'back to the page of the form');
  const { browser, personId, headers } = await come('json@ks.no');
  await expire(personId);
  t.equal(
    (await browser.post('/min-side/profil', { name: 'x' }, { 'sec-fetch-site': 'cross-site' })).statusCode,
    403,
  );
  const json = await app.inject({ method: 'PATCH', url: '/api/v1/me', headers, payload: { name: 'x' } });
  t.equal(json.statusCode, 401);
  t.equal(
    (await browser.post('/min-side/profil', { name: 'x' }, { accept: 'application/json' })).statusCode,
    401,
    'a script keeps its text itself',
  );
  t.same(
    await db
      .selectFrom('kept_forms')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow(),
    before,
  );
});

t.test('tokens: shown once, used, revoked; only one’s own', async (t) => {
  const { browser, headers } = await come('token@ks.no');
  const page = await browser.get('/min-side/nokler');
  t.same(await htmlProblems(page.body), []);
  t.match(
    (await browser.post('/min-side/nokler', { name: '', days: '7' })).body,
    /Hva skal den brukes til\?.*Fyll ut dette feltet/s,
  );
  const made = await browser.post('/min-side/nokler', { name: 'Rapport', days: '30' });
  t.equal(made.statusCode, 200);
  t.same(await htmlProblems(made.body), []);
  const token = /value="(etikkprisen_[^"]+)"/.exec(made.body)?.[1] as string;
  t.notMatch((await browser.get('/min-side/nokler')).body, token, 'shown once');
  const ask = (bearer: string) =>
    app.inject({ url: '/api/v1/tokens', headers: { authorization: `Bearer ${bearer}` } });
  const listed = await ask(token);
  t.equal(listed.statusCode, 200);
  const [{ id }] = listed.json<{ tokens: [{ id: string; name: string }] }>().tokens;
  t.match(listed.json(), { tokens: [{ name: 'Rapport', usedAt: String }] });

  const other = await bearer(app, 'somebody@ks.no');
  for (const unknown of [id, '019a0000-0000-7000-8000-000000000000', 'x']) {
    t.equal(
      (await app.inject({ method: 'DELETE', url: `/api/v1/tokens/${unknown}`, headers: other })).statusCode,
      404,
    );
  }
  t.equal((await ask(token)).statusCode, 200);
  t.equal(
    (await browser.post(`/min-side/nokler/${id}/trekk-tilbake`)).headers.location,
    '/min-side/nokler?trukket=1',
  );
  const refused = await ask(token);
  t.equal(refused.statusCode, 401);
  t.match(refused.json(), { type: 'urn:etikkprisen:problem:auth/token-invalid' });

  const over = await app.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers,
    payload: { name: 'Kort', days: 30 },
  });
  t.equal(over.statusCode, 201);
  const short = over.json<{ id: string; token: string }>();
  await db
    .updateTable('api_tokens')
    .set({ expires_at: ago(1000) })
    .where('id', '=', short.id)
    .execute();
  t.equal((await ask(short.token)).statusCode, 401, 'expired');
});

t.test('nothing of this was an error of ours', async (t) => t.same(site.errors, []));
