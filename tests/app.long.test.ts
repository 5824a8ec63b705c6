/** The service as a whole: what holds for every route there is, so that a new one is tested before anybody thinks of it. */
import buildSerializer from '@fastify/fast-json-stringify-compiler';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Ajv2020 from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import t from 'tap';
import { seed } from '../src/features/seed/index.ts';
import { administrator, demoJury, leader, secretaries } from '../src/features/seed/personas.ts';
import { setDatabaseClock } from '../src/platform/clock.ts';
import { bearer, testApp } from './helpers/app.ts';
import { productionSettings } from './helpers/production.ts';
import { addressFiller, smallest } from './helpers/routes.ts';

const { app, services, errors } = await testApp(t);
await seed(services, { kind: 'demo' });
// Pages say what time it is: two answers are compared at the same moment.
await setDatabaseClock(services.db, { at: await services.clock.now(), running: false });
const fill = addressFiller(services.db);
const routes = app.routeTable.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');

type Headers = Record<string, string>;
const applicants = await services.db
  .selectFrom('nomination_members as m')
  .innerJoin('people as p', 'p.id', 'm.person_id')
  .select(['p.email', 'p.name'])
  .distinct()
  .orderBy('p.email')
  .limit(2)
  .execute();
const people = [
  administrator,
  ...secretaries,
  leader,
  ...demoJury.slice(0, 3).map((seat) => seat.person),
  ...applicants,
];
const personas: [name: string, headers: Headers][] = [['nobody', {}]];
for (const { name, email } of people) personas.push([name, await bearer(app, email)]);

t.test(
  'every schema can be made into code, which the service itself does when the route is first asked',
  async (t) => {
    let made = 0;
    for (const { method, url, schema } of routes) {
      for (const httpPart of ['body', 'querystring', 'params', 'headers'] as const)
        if (schema[httpPart]) {
          TypeBoxValidatorCompiler({ schema: schema[httpPart], method, url, httpPart });
          made++;
        }
      for (const [httpStatus, answer] of Object.entries(schema.response ?? {})) {
        buildSerializer()({}, {})({ schema: answer, method, url, httpStatus });
        made++;
      }
    }
    t.ok(made > routes.length, `${made} schemas of ${routes.length} routes`);
  },
);

t.test('every page and every read answers everyone, without an error of ours', async (t) => {
  const reads = routes.filter(({ method }) => method === 'GET');
  const answers: Record<number, number> = {};
  for (const { url } of reads) {
    const address = await fill(url, 'stored');
    for (const [name, headers] of personas) {
      const { statusCode } = await app.inject({ url: address, headers: { ...headers, accept: 'text/html' } });
      answers[statusCode] = (answers[statusCode] ?? 0) + 1;
      if (statusCode >= 500) t.fail(`${name} gets ${statusCode} at ${url}: ${errors.at(-1)?.slice(0, 800)}`);
    }
  }
  t.ok(answers[200], `${reads.length} routes, ${personas.length} persons: ${JSON.stringify(answers)}`);
});

t.test('a foreign id answers exactly like an unknown one', async (t) => {
  const stranger = await bearer(app, 'stranger@example.no');
  const bodies = await requestBodies(app);
  // What is announced is known to everyone, and anyone may apply.
  const open = /^(public|demo|service\.apply)$/;
  const withIds = routes.filter(({ url, action }) => url.includes(':') && !open.test(action));
  for (const { method, url } of withIds) {
    const body = bodies.get(`${method} ${url}`);
    const ask = async (ids: 'stored' | 'unknown') => {
      const address = await fill(url, ids);
      const answer = await app.inject({
        method: method as 'GET',
        url: address,
        headers: { ...stranger, accept: url.startsWith('/api') ? 'application/json' : 'text/html' },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      return {
        status: answer.statusCode,
        body: withoutTraces(answer.body, answer.headers['x-request-id'], address),
      };
    };
    t.same(await ask('stored'), await ask('unknown'), `${method} ${url}`);
  }
  t.ok(withIds.length > 20, `${withIds.length} routes with ids`);
});

t.test('another site cannot make a browser do anything', async (t) => {
  const unsafe = routes.filter(({ method }) => method !== 'GET');
  for (const { method, url } of unsafe) {
    const answer = await app.inject({
      method: method as 'POST',
      url: await fill(url, 'stored'),
      headers: { cookie: 'sid=x', 'sec-fetch-site': 'cross-site', accept: 'application/json' },
    });
    t.match(answer.json(), { type: /cross-site/ }, `${method} ${url}`);
  }
});

t.test('nobody who is not signed in gets past the door', async (t) => {
  const closed = routes.filter(({ action }) => !['anyone', 'public', 'demo'].includes(action));
  for (const { method, url } of closed) {
    const address = await fill(url, 'stored');
    const page = await app.inject({
      method: method as 'GET',
      url: address,
      headers: { accept: 'text/html' },
    });
    t.equal(page.statusCode, url.startsWith('/api') ? 401 : 303, `${method} ${url}`);
  }
});

t.test('production has no demo: not a route, not a banner', async (t) => {
  const { app: production } = await testApp(t, productionSettings());
  t.same(
    production.routeTable.filter(({ url, action }) => action === 'demo' || /\/dev(\/|$)/.test(url)),
    [],
  );
  t.ok(app.routeTable.some(({ action }) => action === 'demo'));
  for (const url of ['/dev', '/dev/mailbox', '/dev/clock', '/api/v1/dev/clock', '/api/v1/dev/mailbox'])
    t.equal((await production.inject(url)).statusCode, 404, url);
  const signIn = await production.inject({
    method: 'POST',
    url: '/api/v1/dev/sign-in',
    payload: { email: 'a@b.no' },
  });
  t.equal(signIn.statusCode, 404);
  t.notMatch((await production.inject('/')).body, /Demonstrasjon|\/dev/);
  t.equal(
    (await production.inject('/')).headers['strict-transport-security']?.toString().slice(0, 8),
    'max-age=',
  );
});

t.test(
  'the description of the API is OpenAPI 3.1 with a summary for everything and schemas that compile',
  async (t) => {
    const document = (await app.inject('/api/openapi.json')).json<OpenApi>();
    t.equal(document.openapi, '3.1.0');
    const described = new Set<string>();
    const ajv = new Ajv2020.default({
      strict: false,
      formats: { uuid: true, 'date-time': true, email: true, date: true },
    });
    ajv.addSchema({ $id: 'root', components: document.components });
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const name = `${method.toUpperCase()} ${path}`;
        described.add(name.replaceAll(/\{(\w+)\}/g, ':$1'));
        t.ok(operation.summary && operation.tags?.length, `${name} has a summary and a tag`);
        t.ok(
          Object.keys(operation.responses).some((code) => code.startsWith('2')),
          `${name} says what it answers`,
        );
        for (const schema of schemasOf(operation))
          t.doesNotThrow(
            () => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"root#/'))),
            name,
          );
      }
    }
    const api = routes
      .filter(({ url }) => url.startsWith('/api/v1'))
      .map(({ method, url }) => `${method} ${url}`);
    t.same([...described].toSorted(), api.toSorted(), 'every route is described');
  },
);

t.test('alive, and able to work', async (t) => {
  t.equal((await app.inject('/healthz')).statusCode, 200);
  t.equal((await app.inject('/readyz')).statusCode, 200);
  t.match(await app.inject('/finnes-ikke'), { statusCode: 404 });
});

interface Operation {
  summary?: string;
  tags?: string[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}
interface OpenApi {
  openapi: string;
  components: object;
  paths: Record<string, Record<string, Operation>>;
}

const schemasOf = ({ requestBody, responses }: Operation): object[] =>
  [requestBody, ...Object.values(responses)]
    .flatMap((part) => Object.values(part?.content ?? {}))
    .flatMap(({ schema }) => schema ?? []);

/** 'POST /api/v1/x/:id' > the smallest body that its schema accepts. */
async function requestBodies(from: FastifyInstance): Promise<Map<string, unknown>> {
  const { paths } = (await from.inject('/api/openapi.json')).json<OpenApi>();
  return new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema;
        return schema
          ? [[`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, smallest(schema)]]
          : [];
      }),
    ) as [string, unknown][],
  );
}

/** An answer without the number of the request and the address that was asked for. */
function withoutTraces(body: string, requestId: unknown, address: string): string {
  return [address, encodeURIComponent(address), String(requestId)]
    .reduce((text, trace) => text.replaceAll(trace, '*'), body)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
}
