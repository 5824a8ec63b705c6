import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import t from 'tap';
import Type from 'typebox';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { loadConfig } from '../../src/config.ts';
import { fixedClock, osloInstant } from '../../src/platform/clock.ts';
import { fieldId } from '../../src/ui/components/index.ts';
import { html } from '../../src/ui/html.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/platform/http/headers.ts';
import { http } from '../../src/platform/http/index.ts';
import { inputText, localPath, readMoment, seeOther, submitForm } from '../../src/platform/http/forms.ts';
import { loggedUrl, loggerOptions, requestId, withoutAddresses } from '../../src/platform/http/logging.ts';
import { problem } from '../../src/platform/http/problem.ts';
import { uploads } from '../../src/platform/http/uploads.ts';
import { errorSummary, textField } from '../../src/ui/components/index.ts';
import { texts } from '../../src/ui/text/index.ts';
import { htmlProblems } from '../helpers/html.ts';

const config = loadConfig({
  BASE_URL: 'https://etikkprisen.example.no',
  HELP_PHONE: '22 00 00 00',
  MAX_UPLOAD_BYTES: '1000',
});
const HTML_FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

interface Line {
  level: number;
  msg: string;
  [key: string]: unknown;
}

async function makeApp(
  routes: (app: FastifyInstance) => void,
): Promise<{ app: FastifyInstance; log: Line[] }> {
  const log: Line[] = [];
  const app = fastify({
    genReqId: requestId,
    requestIdHeader: false,
    disableRequestLogging: true,
    logger: {
      ...loggerOptions('info'),
      stream: { write: (line: string) => log.push(JSON.parse(line) as Line) },
    },
  });
  app.setValidatorCompiler(TypeBoxValidatorCompiler as never);
  await app.register(http, {
    services: { config, clock: fixedClock('2026-10-14T10:00:00Z') },
    navigation: () => [{ href: '/min-side', label: 'Min side' }],
    publicNavigation: () => [{ href: '/tidligere', label: 'Tidligere' }],
    footerLinks: () => [{ href: '/personvern', label: 'Personvern' }],
  });
  await app.register(uploads, { config });
  routes(app);
  t.teardown(() => app.close());
  return { app, log };
}

const NameForm = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 10 }),
  email: Type.String({ format: 'email' }),
  score: Type.Integer({ minimum: 1, maximum: 6 }),
  share: Type.Optional(Type.Number()),
  kind: Type.Union([Type.Literal('kommune'), Type.Literal('bydel')]),
  agree: Type.Literal(true),
  areas: Type.Array(Type.String(), { minItems: 1 }),
  note: Type.Optional(Type.String({ minLength: 3 })),
});

t.test('headers: nothing from elsewhere, nothing stored', async (t) => {
  const { app } = await makeApp((app) => {
    app.get('/private', async (_request, reply) => reply.page({ title: 'T', main: 'x' }));
  });
  const answer = await app.inject('/private');
  t.equal(answer.headers['content-security-policy'], CONTENT_SECURITY_POLICY);
  t.notMatch(CONTENT_SECURITY_POLICY, /unsafe|https?:/);
  t.match(answer.headers, {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'strict-transport-security': /max-age/,
  });
  t.match(answer.body, /<html lang="nb" data-color-scheme="auto">/);
  t.match(answer.body, /Klokka her er 14\. oktober 2026 kl\. 12\.00/);
  t.match(answer.body, /href="tel:22000000"/);
  t.notMatch(answer.body, / style=|<script>|onclick=/);
});

t.test(
  'context: time once at arrival, language by address, cookie and Accept-Language (SPR-2)',
  async (t) => {
    const { app } = await makeApp((app) => {
      app.get('/*', async (request) => ({ now: request.now, lang: request.lang, actor: request.actor }));
    });
    const lang = async (url: string, headers: Record<string, string> = {}) =>
      (await app.inject({ url, headers })).json<{ lang: string; now: string; actor: unknown }>().lang;
    t.equal(await lang('/nn/tidligere'), 'nn');
    t.equal(await lang('/en'), 'en');
    t.equal(await lang('/engasjert'), 'nb', 'a prefix is a whole part of the address');
    t.equal(await lang('/x', { cookie: 'lang=nn' }), 'nn');
    t.equal(
      await lang('/x', { cookie: 'lang=xx', 'accept-language': 'se, en;q=0.8' }),
      'nb',
      'Northern Sámi reads bokmål',
    );
    t.equal(await lang('/x', { 'accept-language': 'de, en-GB;q=0.8, nb;q=0.9' }), 'nb');
    t.equal(await lang('/x', { 'accept-language': 'nn-NO,nb;q=0.8' }), 'nn');
    t.equal(await lang('/x?lang=en', { cookie: 'lang=nn' }), 'en');
    const answer = await app.inject('/x');
    t.match(answer.json(), { now: '2026-10-14T10:00:00.000Z', actor: null });
  },
);

t.test('language: the switch remembers on the device and leads back, never elsewhere', async (t) => {
  const { app } = await makeApp(() => {});
  const post = (payload: string) =>
    app.inject({ method: 'POST', url: '/sprak', headers: HTML_FORM, payload });
  const answer = await post('lang=nn&returnTo=/min-side?x=1');
  t.equal(answer.statusCode, 303);
  t.equal(answer.headers.location, '/min-side?x=1');
  t.match(answer.headers['set-cookie'], /^lang=nn;.*HttpOnly.*Secure/);
  t.equal((await post('lang=nn&returnTo=//evil.example')).headers.location, '/');
  t.match((await post('lang=klingon&returnTo=/x')).headers['set-cookie'], /^lang=nb/);
  for (const bad of ['//x', '/\\x', 'https://x', 'javascript:x', '', '/a\nb'])
    t.equal(localPath(bad, '/home'), '/home', bad);
});

t.test(
  'language: after a refused form one comes back to the page with the form, which may have another address',
  async (t) => {
    const { app } = await makeApp((app) => {
      app.post('/list/admit', async (_request, reply) => reply.code(422).page({ title: 'T', main: 'x' }));
    });
    const returnTo = async (headers: Record<string, string>) =>
      /name="returnTo" value="([^"]*)"/.exec(
        (
          await app.inject({
            method: 'POST',
            url: '/list/admit',
            headers: { ...HTML_FORM, host: 'ours.example', ...headers },
            payload: 'x=1',
          })
        ).body,
      )?.[1];
    t.equal(await returnTo({ referer: 'https://ours.example/list?q=a' }), '/list?q=a');
    t.equal(
      await returnTo({ referer: 'https://evil.example/list' }),
      '/list/admit',
      'never to what another site says',
    );
    t.equal(await returnTo({}), '/list/admit');
  },
);

t.test('origin: what another site makes the browser send is refused before the body is read', async (t) => {
  const { app } = await makeApp((app) => {
    app.post('/act', async () => 'done');
  });
  const post = async (headers: Record<string, string>) =>
    (
      await app.inject({
        method: 'POST',
        url: '/act',
        headers: { 'content-type': 'text/nonsense', ...headers },
        payload: 'x',
      })
    ).statusCode;
  t.equal(await post({ 'sec-fetch-site': 'cross-site' }), 403);
  t.equal(
    await post({ 'sec-fetch-site': 'same-site' }),
    403,
    'another name under the same domain is another site',
  );
  t.equal(await post({ origin: 'https://evil.example' }), 403);
  t.equal(await post({ origin: 'null' }), 403);
  t.equal(await post({ cookie: 'sid=x' }), 403, 'a cookie without a word about where it came from');
  t.equal(await post({ cookie: 'sid=x', authorization: 'Bearer y', 'sec-fetch-site': 'cross-site' }), 403);
  // Let in: the body is read, and refused for its type.
  t.equal(await post({ 'sec-fetch-site': 'same-origin' }), 415);
  t.equal(await post({ origin: 'https://etikkprisen.example.no' }), 415);
  t.equal(await post({ origin: 'http://localhost:3000', host: 'localhost:3000' }), 415);
  t.equal(
    await post({ authorization: 'Bearer y', 'sec-fetch-site': 'cross-site' }),
    415,
    'a token is not lent by a browser',
  );
  t.equal(await post({}), 415);
});

t.test('forms: all errors at once, the input kept, nothing dropped in silence', async (t) => {
  const { app } = await makeApp((app) => {
    app.post('/form', async (request, reply) => {
      const sent = await submitForm(request, NameForm, async (value) => {
        if (value.name === 'taken') throw problem('conflict/exists');
        if (value.name === 'late')
          throw problem('nomination/deadline-passed', { deadline: new Date('2026-10-14T22:00:00Z') });
        if (value.name === 'field') throw problem('request/invalid', {}, [{ field: 'name', message: 'Nei' }]);
        if (value.name === 'gone') throw problem('not-found');
        return value;
      });
      if (sent.ok) return seeOther(reply.header('x-value', JSON.stringify(sent.result)), '/next');
      const summary = errorSummary(sent.errors, texts(request.lang));
      return reply.code(sent.status).page({
        title: 'F',
        failed: true,
        main: html`${summary}${textField({ name: 'name', label: 'Navn', value: inputText(sent.input, 'name') })}`,
      });
    });
  });
  const post = (payload: string) => app.inject({ method: 'POST', url: '/form', headers: HTML_FORM, payload });
  const good = 'email=a@b.no&score=4&share=0,5&kind=kommune&agree=yes&areas=x&areas=y&note=';

  const bad = await post(
    `name=${encodeURIComponent('<b>for langt navn')}&email=x&score=9&share=abc&zz=1&note=a`,
  );
  t.equal(bad.statusCode, 422);
  const links = [...bad.body.matchAll(/href="#(field-[^"]+)">([^<]+)/g)].map(([, id, message]) => [
    id,
    message,
  ]);
  t.same(links, [
    [fieldId('name'), 'Skriv inntil 10 tegn'],
    [fieldId('email'), 'Skriv en e-postadresse slik: navn@kommune.no'],
    [fieldId('score'), 'Skriv 6 eller mindre'],
    [fieldId('share'), 'Skriv et tall'],
    [fieldId('kind'), 'Velg ett av alternativene'],
    [fieldId('agree'), 'Du må bekrefte før du kan gå videre'],
    [fieldId('areas'), 'Velg minst 1'],
    [fieldId('note'), 'Skriv minst 3 tegn'],
    [fieldId('zz'), 'Feltet er ukjent'],
  ]);
  t.match(bad.body, 'value="&lt;b&gt;for langt navn"', 'the input is kept, escaped');
  t.match(bad.body, '<title>Feil: F – Etikkprisen</title>');

  const empty = await post('');
  t.equal([...empty.body.matchAll(/href="#field-/g)].length, 6, 'optional fields may be left out');

  const done = await post(`name=%20Modum%20&${good}`);
  t.equal(done.statusCode, 303);
  t.same(JSON.parse(String(done.headers['x-value'])), {
    name: 'Modum',
    email: 'a@b.no',
    score: 4,
    share: 0.5,
    kind: 'kommune',
    agree: true,
    areas: ['x', 'y'],
  });
  t.equal((await post(`name=taken&${good}`)).statusCode, 409);
  const late = await post(`name=late&${good}`);
  t.match(late.body, 'Fristen var 14. oktober 2026 kl. 23.59');
  t.match(
    (await post(`name=field&${good}`)).body,
    '<a class="ds-link" data-color="neutral" href="#field-name">Nei</a>',
  );
  t.equal((await post(`name=gone&${good}`)).statusCode, 404, 'what is not about the form is thrown on');
  t.equal((await post(`name=a&name=b&${good}`)).statusCode, 422, 'one value where one is wanted');
});

t.test('forms: a date and a time become an instant, or an error at the right field', async (t) => {
  t.same(readMoment('closesAt', '2026-10-14', '23:59', { deadline: true }), {
    ok: true,
    instant: osloInstant('2026-10-15'),
  });
  t.same(readMoment('closesAt', '2026-10-14', '23:59'), {
    ok: true,
    instant: osloInstant('2026-10-14', '23:59'),
  });
  t.match(readMoment('closesAt', '14.10', '23:59'), { ok: false, errors: [{ field: 'closesAt' }] });
  t.match(readMoment('closesAt', '2026-10-25', '02:30'), { ok: false, errors: [{ field: 'closesAtTime' }] });
});

t.test('errors: one handler, a page or problem+json, in the reader’s language', async (t) => {
  const params = { schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) } };
  const { app, log } = await makeApp((app) => {
    app.get('/api/v1/big', async () => {
      throw problem('document/too-large', { maxBytes: 20_000_000 });
    });
    app.get('/api/v1/wait', async () => {
      throw problem('request/too-many', { seconds: 30 });
    });
    app.get('/api/v1/things/:id', params, async () => 'x');
    app.get('/broken', async () => {
      throw new Error('secret of kari@modum.kommune.no');
    });
    app.post(
      '/api/v1/things',
      {
        schema: {
          body: Type.Object(
            { a: Type.Object({ b: Type.Integer() }), c: Type.String() },
            { additionalProperties: false },
          ),
        },
      },
      async () => 'x',
    );
    app.get('/unmet', async () => {
      throw problem('nomination/incomplete', {}, [
        { requirement: 'summary', message: (t) => t.fieldErrors.required },
      ]);
    });
    for (const [name, fields] of Object.entries({
      locked: { code: '23514', constraint: 'ballots_locked_stays' },
      double: { code: '23505', constraint: 'something_else' },
      down: { code: '57P01' },
      ours: { code: '23514', constraint: 'editions_scale' },
    })) {
      app.get(`/api/db/${name}`, async () => {
        throw Object.assign(new Error('db'), { severity: 'ERROR' }, fields);
      });
    }
  });
  const big = await app.inject({
    url: '/api/v1/big',
    headers: { 'accept-language': 'nn', 'x-request-id': 'abc-12345' },
  });
  t.equal(big.statusCode, 413);
  t.match(big.headers['content-type'], 'application/problem+json');
  t.same(big.json(), {
    type: 'urn:etikkprisen:problem:document/too-large',
    title: 'Fila er for stor',
    status: 413,
    detail: 'Ei fil kan vere på inntil 20\u00a0MB.',
    errors: [],
    params: { maxBytes: 20_000_000 },
    requestId: 'abc-12345',
  });
  t.equal((await app.inject('/api/v1/wait')).headers['retry-after'], '30');

  const [malformed, unknown] = [await app.inject('/api/v1/things/abc'), await app.inject('/api/v1/nothing')];
  t.same(
    [malformed.statusCode, malformed.json().title],
    [unknown.statusCode, unknown.json().title],
    'no id tells more than another',
  );

  const invalid = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    payload: { a: { b: '3' }, d: 1 },
  });
  t.equal(invalid.statusCode, 422);
  t.same(new Set(invalid.json().errors.map((e: { field: string }) => e.field)), new Set(['a.b', 'c', 'd']));
  t.match(
    await app.inject({
      method: 'POST',
      url: '/api/v1/things',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    }),
    { statusCode: 400 },
  );

  const page = await app.inject({ url: '/nn/finst-ikkje', headers: { accept: 'text/html' } });
  t.equal(page.statusCode, 404);
  t.match(page.body, /<html lang="nn"[^]*Vi finn ikkje sida/);

  const unmet = await app.inject({ url: '/unmet', headers: { accept: 'text/html' } });
  t.match(unmet.body, /Søknaden er ikke ferdig[^]*Dette må gjøres[^]*<li>Fyll ut dette feltet/);

  t.equal(log.length, 0, 'refusals are not errors');
  const broken = await app.inject({
    url: '/broken',
    headers: { accept: 'text/html', 'x-request-id': 'req-0000001' },
  });
  t.equal(broken.statusCode, 500);
  t.match(broken.body, 'Feilnummer: req-0000001');
  t.notMatch(broken.body, /secret|kari/);
  t.equal(log.length, 1, 'logged once');
  t.equal(log[0]?.level, 50);
  t.notMatch(JSON.stringify(log[0]), /kari@/);

  const database = async (name: string) =>
    (await app.inject(`/api/db/${name}`)).json<{ type: string }>().type.split(':')[3];
  t.equal(await database('locked'), 'ballot/locked');
  t.equal(await database('double'), 'conflict/exists');
  t.equal(await database('down'), 'server/unavailable');
  t.equal(await database('ours'), 'server/unexpected');
});

t.test(
  'bodies: what cannot be stored is taken out however much of it there is, and however deep',
  async (t) => {
    const { app } = await makeApp((app) => {
      app.post('/api/v1/free', async (request) => String(JSON.stringify(request.body).length));
    });
    const post = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/free',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        payload,
      });
    const key = 'k'.repeat(300_000);
    const many = JSON.stringify({ [key]: Array.from({ length: 50_000 }, () => '\0') });
    t.equal((await post(many)).body, String(JSON.stringify({ [key]: Array(50_000).fill('') }).length));
    const deep = await post(`${'['.repeat(2000)}"a\\u0000b"${']'.repeat(2000)}`);
    t.equal(deep.body, String(4000 + 4));
  },
);

t.test('errors: what was written is on the page, whatever it was that came in between', async (t) => {
  const { app } = await makeApp((app) => {
    app.post('/frosset', async () => {
      throw problem('process/not-now');
    });
    app.post('/borte', async () => {
      throw new Error('the database is away');
    });
  });
  const form = new URLSearchParams({
    version: '7',
    token: 'x'.repeat(43),
    id: '01a22327-6f12-7195-8c72-bedab1b613a6',
    date: '24. 12. 2026',
    nb: 'Vi <mener> dette.\r\n\r\nOg mer.',
    nn: 'Vi meiner dette.',
  });
  form.append('nn', 'To gonger.');
  const post = (url: string, headers = {}) =>
    app.inject({ method: 'POST', url, headers: { ...HTML_FORM, ...headers }, payload: form.toString() });
  for (const [url, status] of [
    ['/frosset', 409],
    ['/borte', 500],
    ['/finnes-ikke', 404],
  ] as const) {
    const { statusCode, body } = await post(url);
    t.equal(statusCode, status);
    t.match(
      body,
      /Det du skrev[\s\S]*Vi &lt;mener&gt; dette\.[\s\S]*Og mer\.[\s\S]*Vi meiner[\s\S]*To gonger\./,
    );
    t.notMatch(body, /x{43}|01a22327|24\. 12\./, 'nothing that was not written');
    t.same(await htmlProblems(body), []);
  }
  t.notMatch((await post('/frosset', { accept: 'application/json' })).body, 'mener');
  t.notMatch(
    (await post('/frosset', { 'sec-fetch-site': 'cross-site' })).body,
    'mener',
    'not for another site',
  );
  t.notMatch((await app.inject('/finnes-ikke?nb=Vi+mener+dette')).body, 'Det du skrev');
});

t.test('errors: a page is shown also when the clock in the database cannot be read', async (t) => {
  const app = fastify();
  t.teardown(() => app.close());
  const down = Object.assign(new Error('connect ENOENT /tmp/x/.s.PGSQL.5432'), {
    code: 'ENOENT',
    syscall: 'connect',
  });
  const clock = {
    now: async (): Promise<Date> => {
      throw down;
    },
  };
  await app.register(http, {
    services: { config, clock },
    navigation: () => [],
    publicNavigation: () => [],
    footerLinks: () => [],
  });
  app.get('/nn/x', async () => 'never');
  const answer = await app.inject({ url: '/nn/x', headers: { accept: 'text/html' } });
  t.equal(answer.statusCode, 503);
  t.equal(answer.headers['retry-after'], '2');
  t.match(answer.body, 'Tenesta er ikkje klar akkurat no');
  t.equal((await app.inject('/assets/000000000000/ui.css')).statusCode, 404, 'assets do not ask the clock');
});

t.test('errors: a page that was not found under /nn changes language by address', async (t) => {
  const { app } = await makeApp(() => {});
  const { body } = await app.inject({ url: '/nn/borte', headers: { accept: 'text/html' } });
  t.match(body, /<a href="\/borte" lang="nb"[^]*<a href="\/en\/borte" lang="en"/);
});

t.test('uploads: limits hold while streaming and answer 413', async (t) => {
  const { app } = await makeApp((app) => {
    app.post('/up', async (request) => {
      let bytes = 0;
      for await (const part of request.parts())
        if (part.type === 'file') for await (const chunk of part.file) bytes += chunk.length;
      return { bytes };
    });
  });
  const send = async (sizes: number[]) => {
    const form = new FormData();
    for (const size of sizes) form.append('file', new Blob(['x'.repeat(size)]), 'a.txt');
    const packed = new Response(form);
    const type = String(packed.headers.get('content-type'));
    const payload = Buffer.from(await packed.arrayBuffer());
    return app.inject({
      method: 'POST',
      url: '/up',
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin', accept: 'application/json' },
      payload,
    });
  };
  t.same((await send([1000])).json(), { bytes: 1000 });
  t.match((await send([1001])).json(), { status: 413, detail: /1\skB/ });
  t.match((await send(Array<number>(11).fill(1))).json(), { status: 409, title: 'For mange filer' });
  const form = await app.inject({
    method: 'POST',
    url: '/up',
    headers: { ...HTML_FORM, accept: 'application/json' },
    payload: 'a=1',
  });
  t.equal(form.statusCode, 415);
});

t.test('assets: kept for ever under their hash, compressed, unknown ones 404', async (t) => {
  const { app } = await makeApp((app) => {
    app.get('/p', async (_request, reply) => reply.page({ title: 'T', main: '' }));
  });
  const page = (await app.inject('/p')).body;
  const css = /href="(\/assets\/[0-9a-f]{12}\/ui\.css)"/.exec(page)?.[1] as string;
  const script = /src="(\/assets\/[0-9a-f]{12}\/main\.js)"/.exec(page)?.[1] as string;
  const sheet = await app.inject({ url: css, headers: { 'accept-encoding': 'gzip, br' } });
  t.match(sheet.headers, {
    'content-encoding': 'br',
    'cache-control': /immutable/,
    vary: 'accept-encoding',
    'content-type': 'text/css; charset=utf-8',
  });
  t.ok(sheet.rawPayload.length < 45_000, `the style sheet weighs ${sheet.rawPayload.length} bytes`);
  const plain = (await app.inject(css)).body;
  t.notMatch(plain, /@import|https?:\/\/(?!www\.w3\.org)/, 'nothing is fetched from elsewhere');
  for (const [, font] of plain.matchAll(/url\((\/assets\/[^)]+)\)/g))
    t.equal((await app.inject(font as string)).statusCode, 200, font as string);
  const code = await app.inject(script);
  t.equal(code.headers['content-type'], 'text/javascript; charset=utf-8');
  for (const [, name] of code.body.matchAll(/from '\.\/([\w-]+\.js)'/g)) {
    const module = await app.inject(script.replace('main.js', name as string));
    t.equal(module.statusCode, 200, name as string);
    t.notMatch(module.body, /\.ts'/);
  }
  t.equal((await app.inject('/assets/000000000000/ui.css')).statusCode, 404);
});

t.test('log: no cookies, tokens, codes or addresses of people', async (t) => {
  const { app, log } = await makeApp(() => {});
  app.log.info(
    {
      req: { headers: { cookie: 'sid=abc', authorization: 'Bearer abc' } },
      token: 'abc',
      code: '123456',
      mail: { to: 'a@b.no', email: 'a@b.no' },
    },
    'x',
  );
  t.notMatch(JSON.stringify(log), /abc|123456|a@b/);
  t.equal(
    loggedUrl('/logg-inn/lenke/abcdefghijklmnopqrstuvwxyz0123456789_-ABCD?code=1'),
    '/logg-inn/lenke/[secret]',
  );
  t.equal(
    loggedUrl('/soknader/0199a5c2-7f4e-7b3a-9d7e-1f2a3b4c5d6e?x=1'),
    '/soknader/0199a5c2-7f4e-7b3a-9d7e-1f2a3b4c5d6e',
  );
  t.equal(loggedUrl('/people/kari%40modum.kommune.no'), '/people/[address]');
  t.equal(withoutAddresses('550 <åse@modum.kommune.no>: unknown'), '550 <[address]>: unknown');
});
