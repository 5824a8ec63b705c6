/** The tools of the demonstration: be anybody, move the clock, read the letters. In production they do not exist. */
import { generateKeyPairSync } from 'node:crypto';
import { parseHTML } from 'linkedom';
import t from 'tap';
import { osloInstant } from '../../../src/platform/clock.ts';
import { seed } from '../../../src/features/seed/index.ts';
import { bearer, testApp } from '../../helpers/app.ts';

const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };

t.test('the demonstration', async (t) => {
  const { app, services, errors } = await testApp(t);
  await seed(services, { kind: 'demo' });
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ url, headers });
    return { ...answer, statusCode: answer.statusCode, document: parseHTML(answer.body).document };
  };
  const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { ...own, ...headers },
    });

  await t.test('everybody who plays a part can be chosen with one press', async (t) => {
    const { document, statusCode } = await get('/dev');
    t.equal(statusCode, 200);
    const buttons = [...document.querySelectorAll('form[action="/dev/sign-in"] button')].map(
      (button) => button.textContent,
    );
    // Nobody, six applicants and three colleagues, seven jurors, two secretaries, the leader and the administrator.
    t.equal(buttons.length, 1 + 9 + 7 + 2 + 1 + 1);
    t.match(document.body.textContent, 'søker for Voss');
    t.match(document.body.textContent, 'juryleder (Senter for medisinsk etikk)');
  });

  await t.test('signing in as a persona, and out again', async (t) => {
    const { document } = await get('/dev');
    const secretary = [...document.querySelectorAll('form[action="/dev/sign-in"]')].find((form) =>
      form.textContent?.includes('Ingeborg Aashagen'),
    );
    const personId = secretary?.querySelector('input[name="personId"]')?.getAttribute('value') ?? '';
    const entered = await post('/dev/sign-in', { personId });
    t.equal(entered.statusCode, 303);
    t.equal(entered.headers.location, '/min-side');
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    t.match((await get('/min-side', { cookie })).body, 'Ingeborg Aashagen');
    const left = await post('/dev/sign-in', {}, { cookie });
    t.equal(left.headers.location, '/');
    t.equal((await get('/min-side', { cookie })).statusCode, 303, 'the session has ended');
    t.equal(
      (await post('/dev/sign-in', { personId: '00000000-0000-4000-8000-000000000000' })).statusCode,
      404,
    );
    t.equal((await post('/dev/sign-in', { personId: 'x' })).statusCode, 422);
  });

  await t.test('the mailbox: newest first, links to press, one address at a time', async (t) => {
    const { document } = await get('/dev/mailbox');
    const letters = [...document.querySelectorAll('article')];
    t.ok(letters.length > 30);
    t.match(letters[0]?.textContent, 'Søknadene til Etikkprisen');
    t.ok(document.querySelector('article a[href^="/soknad/"]'), 'a link leads into the service');
    const mine = await get('/dev/mailbox?email=ingunn.rekve%40voss.example');
    const about = [...mine.document.querySelectorAll('article')].map((letter) => letter.textContent ?? '');
    t.ok(about.length >= 2 && about.every((text) => text.includes('ingunn.rekve@voss.example')));
    const { letters: list } = (
      await app.inject('/api/v1/dev/mailbox?email=ingunn.rekve%40voss.example')
    ).json();
    t.equal(list.length, about.length);
    const receipt = list.find(({ template }: { template: string }) => template === 'receipt');
    t.match(receipt, {
      language: 'nn',
      to: 'ingunn.rekve@voss.example',
      body: /SHA-256[\s\S]*[0-9a-f]{64}/,
      paths: [/^\/soknad\/.*\/kvittering$/],
    });
  });

  await t.test('the clock: set by hand, by a jump, and back', async (t) => {
    const { year } = await services.db.selectFrom('editions').select('year').executeTakeFirstOrThrow();
    const set = await post('/dev/clock', { date: `${year}-10-29`, time: '12:30' });
    t.equal(set.statusCode, 303);
    t.equal(
      (await services.clock.now()).toISOString(),
      osloInstant(`${year}-10-29`, '12:30').toISOString(),
      'it stands still',
    );
    t.match((await get('/dev/clock')).body, `29. oktober ${year} kl. 12.30`);
    const wrong = await post('/dev/clock', { date: 'i morgen', time: '12:30', running: 'yes' });
    t.equal(wrong.statusCode, 422);
    t.match(
      parseHTML(wrong.body).document.querySelector('input[name="date"]')?.getAttribute('aria-invalid'),
      'true',
    );
    t.match(wrong.body, 'i morgen', 'what was written stays');
    const jump = await post('/dev/clock/jump', { step: 'beforeCeremony' });
    t.equal(jump.statusCode, 303);
    const { ceremony_at } = await services.db
      .selectFrom('editions')
      .select('ceremony_at')
      .executeTakeFirstOrThrow();
    const away = ceremony_at.getTime() - (await services.clock.now()).getTime();
    t.ok(away > 59 * 60_000 && away <= 60 * 60_000, 'and it runs');
    t.equal((await post('/dev/clock/jump', { step: 'nowhere' })).statusCode, 404);
    await post('/dev/clock/reset', {});
    t.match((await app.inject('/api/v1/dev/clock')).json(), { real: true });
  });

  t.same(errors, []);
});

t.test('the API: tokens, and a clock that brings what is due with it', async (t) => {
  const { app, services, errors } = await testApp(t);
  await seed(services, { kind: 'history', historyUntil: 2021 });
  const administrator = await bearer(app, 'administrator@etikkprisen.example');
  t.match((await app.inject({ url: '/api/v1/me', headers: administrator })).json(), {
    email: 'administrator@etikkprisen.example',
  });
  t.match(
    (await app.inject({ url: '/api/v1/me', headers: await bearer(app, 'ny@kommune.example') })).json(),
    { email: 'ny@kommune.example' },
  );
  for (let i = 0; i < 25; i++) await bearer(app, 'ofte@kommune.example');
  t.equal(
    (await app.inject({ url: '/api/v1/me', headers: await bearer(app, 'ofte@kommune.example') })).statusCode,
    200,
    'as often as one likes',
  );

  const put = (payload: object) => app.inject({ method: 'PUT', url: '/api/v1/dev/clock', payload });
  const moved = await put({ at: '2022-05-02T10:00:00+02:00' });
  t.match(moved.json(), {
    now: '2022-05-02T08:00:00.000Z',
    real: false,
    running: false,
    due: {
      reminded: 0,
      workReminded: 0,
      substitutesAsked: 0,
      warned: 0,
      callReminded: 0,
      answered: 0,
      forgotten: 0,
      closed: 0,
      counted: 0,
      published: 0,
      batches: 0,
      frozen: 0,
    },
  });
  t.equal((await put({ at: 'i morgen' })).statusCode, 422);
  t.equal((await put({ at: '2022-05-02' })).statusCode, 422);
  t.equal((await put({})).statusCode, 422);
  t.match((await app.inject({ method: 'POST', url: '/api/v1/dev/tick' })).json(), {
    closed: 0,
    published: 0,
    batches: 0,
    frozen: 0,
  });
  t.match((await put({ at: null })).json(), { real: true, running: true });
  t.same(errors, []);
});

t.test('in production none of it exists', async (t) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const production = {
    MODE: 'production',
    BASE_URL: 'https://etikkprisen.example.no',
    DATABASE_URL: 'postgres://nobody@localhost/nowhere',
    SESSION_SECRET: 'x'.repeat(40),
    SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'a@example.no',
    FIRST_ADMINISTRATOR: 'a@example.no',
  };
  const [demo, real] = [await testApp(t), await testApp(t, production)];
  const routes = ({ app }: typeof demo) =>
    app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .map((line) => line.replace(/^[\s│├└─]+/, ''));
  t.ok(routes(demo).some((route) => /\bdev\b/.test(route)));
  t.notOk(
    routes(real).some((route) => /\bdev\b/.test(route)),
    'no route has it in its name',
  );
  for (const url of ['/dev', '/dev/mailbox', '/dev/clock', '/api/v1/dev/clock', '/api/v1/dev/mailbox'])
    t.equal((await real.app.inject(url)).statusCode, 404, url);
  for (const url of ['/dev/sign-in', '/dev/clock', '/api/v1/dev/sign-in', '/api/v1/dev/tick']) {
    const answer = await real.app.inject({
      method: 'POST',
      url,
      payload: {},
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    t.equal(answer.statusCode, 404, url);
  }
});
