/** A practice edition (design §9): invisible from outside, marked everywhere, mail that goes nowhere, and gone without a trace. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { SERVICE_CHAIN, verifyChain } from '../../../src/core/audit/audit.ts';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { seed } from '../../../src/features/seed/index.ts';
import { demoJury, leader, secretaries } from '../../../src/features/seed/personas.ts';
import { refusePractice } from '../../../src/platform/db/provide.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';

const site = await playground(t, {}, { practice: true });
const { services, app } = site;
await seed(services, { kind: 'demo' });
// Pages of the demonstration say what time it is: two answers are compared at the same moment.
await site.setClock(await services.clock.now());
const practice = services.practice!;
const secretary = await site.as(secretaries[0].email);
const { id: editionId, year } = await services.db
  .selectFrom('editions')
  .select(['id', 'year'])
  .executeTakeFirstOrThrow();

/** Into the practice as whoever may: by the real token on the way in, and as somebody invented inside. */
const door = { 'practice-authorization': secretary.headers['authorization']! };
const inside = (
  url: string,
  { as, method = 'GET', payload }: { as?: string; method?: 'GET' | 'POST'; payload?: object } = {},
) =>
  app.inject({
    method,
    url: `/ovelse${url}`,
    headers: {
      ...door,
      accept: url.startsWith('/api') ? 'application/json' : 'text/html',
      ...(as ? { authorization: as } : {}),
    },
    ...(payload ? { payload } : {}),
  });
async function invented(email: string): Promise<string> {
  const answer = await inside('/api/v1/dev/sign-in', { method: 'POST', payload: { email } });
  return `Bearer ${answer.json<{ token: string }>().token}`;
}

async function countsOf(db: Database): Promise<Record<string, number>> {
  const tables = await sql<{
    name: string;
  }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'migrations' order by 1`.execute(
    db,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)}`.execute(db);
    counts[name] = rows[0]!.n;
  }
  return counts;
}
const filesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).toSorted() : [];

/** What anybody can read, word for word. */
async function publicSurfaces(): Promise<Record<string, string>> {
  const urls = app.routeTable
    .filter(
      ({ method, action, url }) => method === 'GET' && action === 'public' && !url.startsWith('/assets'),
    )
    .map(({ url }) => url.replace(':year', String(year)))
    .filter((url) => !url.includes(':') && !/ready|health/.test(url));
  const read: Record<string, string> = {};
  // Every refusal has a number of its own.
  for (const url of urls)
    read[url] = (await site.anyone.get(url)).body.replace(/"requestId":"[^"]*"/, '"requestId":"…"');
  return read;
}

const emptyCounts = await countsOf(practice.db);
const realCounts = await countsOf(services.db);
const realFiles = filesIn(services.config.dataDir);
const publicBefore = await publicSurfaces();
t.ok(Object.keys(publicBefore).length > 10, `${Object.keys(publicBefore).length} public addresses`);

t.test('only the secretariat makes one, and only one at a time', async (t) => {
  for (const email of [leader.email, demoJury[0]!.person.email, 'somebody@example.no']) {
    const other = await site.as(email);
    t.equal((await other.get('/ovelse', { accept: 'text/html' })).statusCode, 403, email);
    t.equal((await other.post('/api/v1/practice', { editionId })).statusCode, 403);
    t.equal((await other.send('DELETE', '/api/v1/practice')).statusCode, 403);
    t.equal((await other.post('/api/v1/practice/others')).statusCode, 403);
  }
  t.equal((await secretary.post('/api/v1/practice', { editionId: SERVICE_CHAIN })).statusCode, 404);
  t.match((await secretary.send('DELETE', '/api/v1/practice')).json(), { type: /practice\/none/ });
  t.same(await countsOf(practice.db), emptyCounts, 'nothing was made');

  const both = await Promise.all([1, 2].map(() => secretary.post('/api/v1/practice', { editionId })));
  t.same(
    both.map(({ statusCode }) => statusCode).toSorted(),
    [200, 409],
    both.map(({ body }) => body).join('\n'),
  );
  t.match((await secretary.get('/api/v1/practice')).json(), {
    available: true,
    practice: { year, path: '/ovelse' },
  });
});

t.test('a full copy of the setup, with invented people and nobody else', async (t) => {
  // What each year counts and notes for itself is left out.
  const setup = (db: Database) =>
    sql<object>`select (select jsonb_agg(to_jsonb(c) - 'id' - 'edition_id' order by position) from criteria c where c.edition_id = e.id) as criteria,
      (select jsonb_agg(to_jsonb(q) - 'id' - 'edition_id' - 'criterion_id' order by position) from questions q where q.edition_id = e.id) as questions,
      (select jsonb_agg(to_jsonb(s) - array['id', 'edition_id', 'called_in_at', 'position'] order by position) from seats s where s.edition_id = e.id) as seats,
      to_jsonb(e) - array['id', 'version', 'state', 'created_at', 'copied_from', 'announced_at', 'closed_at', 'judging_started_at', 'judging_closed_at', 'ended_at', 'dates_sequence', 'dates_changed_at'] as edition
      from editions e where year = ${year}`
      .execute(db)
      .then(({ rows }) => rows[0]);
  t.same(await setup(practice.db), await setup(services.db));
  const { rows } = await sql<{ email: string }>`select email from people where email !~ '\.example$'`.execute(
    practice.db,
  );
  t.same(rows, [], 'addresses that cannot be');
  const states = await practice.db.selectFrom('nominations').select('state').execute();
  t.equal(states.filter(({ state }) => state === 'submitted').length, 5);
  t.equal(states.filter(({ state }) => state === 'draft').length, 1);
  t.same((await checkInvariants(practice.db)).violations, [], 'what must always be true');
});

t.test('nobody sees it from outside: every public address is as it was, byte for byte', async (t) => {
  t.same(await publicSurfaces(), publicBefore);
  for (const headers of [{}, { authorization: door['practice-authorization'] }]) {
    const answer = await app.inject({ url: '/ovelse/', headers: { ...headers, accept: 'application/json' } });
    t.equal(answer.statusCode, 401, 'without the real token, or with it in the place of the invented one');
  }
  const page = await app.inject({ url: '/ovelse/prisen/2026', headers: { accept: 'text/html' } });
  t.equal(page.statusCode, 303);
  t.match(page.headers['location'], /^\/logg-inn\?til=/);
  for (const email of [leader.email, demoJury[0]!.person.email]) {
    const other = await site.as(email);
    const refused = await app.inject({
      url: '/ovelse/',
      headers: { 'practice-authorization': other.headers['authorization']!, accept: 'text/html' },
    });
    t.equal(refused.statusCode, 403, email);
    t.notMatch(refused.body, /Øvelse/);
  }
  t.same(
    await countsOf(services.db).then(withoutTokens),
    withoutTokens(realCounts),
    'and the real database holds what it held',
  );
});
/** Tests sign in by tokens. */
const withoutTokens = ({ 'public.api_tokens': _, 'public.people': __, ...rest }: Record<string, number>) => ({
  ...rest,
  'public.audit_events': 0,
  'public.audit_details': 0,
});

t.test('every page of it says so, and leads to others of it', async (t) => {
  const as = await invented(secretaries[0].email);
  const { id } = await practice.db.selectFrom('editions').select('id').executeTakeFirstOrThrow();
  const nomination = await practice.db.selectFrom('nominations').select('id').executeTakeFirstOrThrow();
  const pages = [
    '/',
    '/utlysning',
    '/nn',
    '/en/call',
    '/dev',
    '/dev/clock',
    '/dev/mailbox',
    '/sekretariat',
    '/min-side',
  ];
  const own = [
    '',
    '/oppsett',
    '/kriterier',
    '/jury',
    '/brev',
    '/soknader',
    '/publisering',
    '/logg',
    '/finnes-ikke',
  ];
  for (const url of [
    ...pages,
    ...own.map((part) => `/sekretariat/${id}${part}`),
    `/sekretariat/soknad/${nomination.id}`,
  ]) {
    const { body, headers, statusCode } = await inside(url, { as });
    t.ok(statusCode < 500, `${url}: ${statusCode}`);
    if (statusCode >= 300 && statusCode < 400) continue;
    t.match(body, /Øvelse\. Ingenting er ekte|Øving\. Ingenting er ekte|Practice\. Nothing is real/, url);
    const leading = [...body.matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)].map(([, to]) => to!);
    t.same(
      leading.filter((to) => !/^\/(ovelse(\/|$)|assets\/)/.test(to)),
      [],
      `${url}: all within`,
    );
    t.equal(headers['cache-control'], 'no-store', url);
    t.equal(headers['x-robots-tag'], 'noindex');
  }
  const sent = await app.inject({
    method: 'POST',
    url: '/ovelse/sprak',
    headers: { ...door, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'lang=nn&returnTo=/min-side',
  });
  t.equal(sent.headers['location'], '/ovelse/min-side', 'an answer that leads on, too');
  t.notMatch((await site.anyone.get('/')).body, /Øvelse/);
});

t.test('letters of it are shown as what they are: they go nowhere', async (t) => {
  const as = await invented(secretaries[0].email);
  const { id, edition_id } = await practice.db
    .selectFrom('letters')
    .select(['id', 'edition_id'])
    .where('edition_id', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  await practice.db
    .updateTable('letters')
    .set({ state: 'sent', error: null, sent_at: new Date() })
    .where('id', '=', id)
    .execute();
  const outbox = await inside(`/sekretariat/${edition_id}/brev`, { as });
  t.match(outbox.body, 'går ingen steder');
  t.match(outbox.body, 'Ikke sendt (øvelse)');
  const letter = await inside(`/sekretariat/${edition_id}/brev/${id}`, { as });
  t.match(letter.body, 'Ikke sendt (øvelse)');
  t.notMatch(letter.body, 'Kom den i retur?');
});

t.test('who one is inside says nothing about who one is', async (t) => {
  const [person] = await practice.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('email', '=', demoJury[0]!.person.email)
    .execute();
  const { cookies, headers } = await app.inject({
    method: 'POST',
    url: '/ovelse/dev/sign-in',
    headers: { ...door, 'content-type': 'application/x-www-form-urlencoded' },
    payload: `personId=${person!.id}`,
  });
  t.equal(headers['location'], '/ovelse/min-side');
  const [cookie] = cookies as { name: string; value: string }[];
  t.equal(cookie!.name, 'practice-sid');
  const me = await app.inject({
    url: '/ovelse/min-side',
    headers: { ...door, cookie: `practice-sid=${cookie!.value}` },
  });
  t.match(me.body, person!.name);
  const real = await app.inject({
    url: '/min-side',
    headers: { accept: 'application/json', cookie: `sid=${cookie!.value}; practice-sid=${cookie!.value}` },
  });
  t.equal(real.statusCode, 401, 'the session of a practice opens nothing real');
  const token = await invented(secretaries[0].email);
  t.equal(
    (await app.inject({ url: '/api/v1/me', headers: { authorization: token } })).statusCode,
    401,
    'nor does its token',
  );
});

t.test('its letters go nowhere: they are in no outbox of a service that sends', async (t) => {
  const letters = await practice.db.selectFrom('letters').select(['email', 'edition_id']).execute();
  t.ok(letters.length > 10, `${letters.length} letters were written`);
  t.equal((await countsOf(services.db))['public.letters'], realCounts['public.letters']);
  t.match(await inside('/dev/mailbox').then(({ body }) => body), letters[0]!.email);
});

t.test('the year goes on: the clock moves, and the invented people do their part', async (t) => {
  const as = await invented(secretaries[0].email);
  const edition = await practice.db.selectFrom('editions').selectAll().executeTakeFirstOrThrow();
  const api = `/api/v1/editions/${edition.id}`;
  const first = await secretary.post('/api/v1/practice/others');
  t.match(first.json(), { sent: 1 }, first.body);
  const clock = await app.inject({
    method: 'PUT',
    url: '/ovelse/api/v1/dev/clock',
    headers: door,
    payload: { at: edition.closes_at.toISOString() },
  });
  t.match(clock.json(), { due: { closed: 1 } }, clock.body);
  for (const { id, version } of await practice.db
    .selectFrom('nominations')
    .select(['id', 'version'])
    .execute()) {
    const admitted = await inside(`/api/v1/nominations/${id}/events`, {
      as,
      method: 'POST',
      payload: { type: 'admit', version },
    });
    t.ok(admitted.statusCode < 300, admitted.body);
  }
  t.match((await secretary.post('/api/v1/practice/others')).json(), { declared: 6 * demoJury.length });
  const { version } = await practice.db.selectFrom('editions').select('version').executeTakeFirstOrThrow();
  const started = await inside(`${api}/events`, {
    as,
    method: 'POST',
    payload: { type: 'startJudging', version },
  });
  t.ok(started.statusCode < 300, started.body);
  t.match((await secretary.post('/api/v1/practice/others')).json(), { delivered: 6 * demoJury.length });
  t.same(await publicSurfaces(), publicBefore, 'and still nobody sees it');
  t.same(await htmlProblems((await secretary.get('/ovelse', { accept: 'text/html' })).body), []);
});

t.test('a real database is never taken for a practice, nor emptied', async (t) => {
  await t.rejects(sql`select begin_practice(2026, 'x', now())`.execute(services.db), {
    code: '23514',
    message: 'only an empty database becomes a practice',
  });
  await t.rejects(sql`select purge_practice('x', now())`.execute(services.db), {
    code: '23514',
    message: 'this is no practice',
  });
  await t.rejects(
    sql`insert into practice_run (id, run, year, made_by, made_at, reference) values (1, gen_random_uuid(), 2026, 'x', now(), '{}')`.execute(
      services.db,
    ),
    { code: '42501' },
  );
  await refusePractice(site.url);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(practice.db);
  await t.rejects(
    refusePractice(site.url.replace(/[^/]+$/, rows[0]!.name)),
    /practice edition/,
    'and a service does not start on one',
  );
});

t.test('purged with one action: every table, the folder, and one line that says so', async (t) => {
  const folder = path.join(services.config.dataDir, 'practice');
  t.ok(filesIn(folder).length > 5, 'there are documents');
  const before = await countsOf(services.db);
  const unsure = await secretary.post('/ovelse-slett', {});
  t.equal(unsure.statusCode, 422);
  t.match(unsure.body, /error-summary|Feil/);
  const both = await Promise.all([1, 2].map(() => secretary.send('DELETE', '/api/v1/practice')));
  t.ok(
    both.some(({ statusCode }) => statusCode === 204),
    both.map(({ body }) => body).join('\n'),
  );
  t.same(await countsOf(practice.db), emptyCounts, 'its database is as it was before');
  t.same(filesIn(services.config.dataDir), realFiles, 'and so is the folder');
  const after = await countsOf(services.db);
  t.same(
    Object.entries(after).filter(([name, n]) => n !== before[name]),
    [
      ['public.audit_details', before['public.audit_details']! + 1],
      ['public.audit_events', before['public.audit_events']! + 1],
    ],
    'one row remains',
  );
  const row = await services.db
    .selectFrom('audit_events as e')
    .innerJoin('audit_details as d', 'd.event_id', 'e.id')
    .select(['e.chain', 'd.actor_name', 'd.payload'])
    .where('e.subject_type', '=', 'practice')
    .execute();
  t.match(row, [
    {
      chain: SERVICE_CHAIN,
      actor_name: secretaries[0].name,
      payload: { year, purgedBy: secretaries[0].name },
    },
  ]);
  for (const { chain } of await services.db.selectFrom('audit_heads').select('chain').execute())
    t.equal((await verifyChain(services.db, chain)).broken, null, `the chain ${chain} holds`);
  t.equal((await inside('/sekretariat')).headers['location'], '/ovelse', 'there is no way in any more');
  t.same(await publicSurfaces(), publicBefore);
});

t.test('killed midway: the next look at it finishes, and it is written down once', async (t) => {
  t.equal((await secretary.post('/api/v1/practice', { editionId })).statusCode, 200);
  await inside('/');
  // As if the server had died after the rows were gone.
  await practice.rest();
  await sql`select purge_practice('Den som ble avbrutt', now())`.execute(practice.db);
  t.match((await secretary.get('/api/v1/practice')).json(), { practice: null });
  t.equal((await inside('/sekretariat')).statusCode, 303);
  t.match((await secretary.send('DELETE', '/api/v1/practice')).json(), { type: /practice\/none/ });
  t.same(await countsOf(practice.db), emptyCounts);
  t.same(filesIn(services.config.dataDir), realFiles);
  const { n } = await services.db
    .selectFrom('audit_events')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('subject_type', '=', 'practice')
    .executeTakeFirstOrThrow();
  t.equal(Number(n), 2, 'one line for each of the two');
  t.same(site.errors, []);
});
