/** Whoever has no right at all with a thing learns from no answer of the API that it is there. */
import { sql, type RawBuilder } from 'kysely';
import t from 'tap';
import { scope, type Resource } from '../src/core/policy/policy.ts';
import { ballot, edition, motion, nomination, oldApplication } from '../src/core/policy/resources.ts';
import { seed } from '../src/features/seed/index.ts';
import { administrator, demoJury, leader, secretaries } from '../src/features/seed/personas.ts';
import { setDatabaseClock } from '../src/platform/clock.ts';
import { bearer, testApp } from './helpers/app.ts';
import { addressFiller, smallest, tableOf } from './helpers/routes.ts';

const { app, services, errors } = await testApp(t);
await seed(services, { kind: 'demo' });
const { db } = services;
const now = await services.clock.now();
await setDatabaseClock(db, { at: now, running: false });
const routes = app.routeTable.filter(
  ({ method, url, action }) =>
    /^(GET|POST|PUT|PATCH|DELETE)$/.test(method) &&
    /^\/api\/v1\/.*:\w*[iI]d\b/.test(url) &&
    // What is announced is known to everyone, and anyone may apply, and read what is theirs.
    !(method === 'GET' && url === '/api/v1/editions/:id/nominations') &&
    !/^(public|anyone|demo|service\.apply)$/.test(action),
);
const applicant = await db
  .selectFrom('nomination_members as m')
  .innerJoin('people as p', 'p.id', 'm.person_id')
  .select('p.email')
  .orderBy('p.email')
  .executeTakeFirstOrThrow();
const people = await Promise.all(
  [
    { role: 'applicant', email: applicant.email },
    { role: 'juror', email: demoJury[2]!.person.email },
    { role: 'leader', email: leader.email },
    { role: 'administrator', email: administrator.email },
    { role: 'secretary', email: secretaries[0].email },
  ].map(async ({ role, email }) => {
    const { id } = await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    return { role, personId: id, headers: { ...(await bearer(app, email)), accept: 'application/json' } };
  }),
);

/** What belongs to no year, and whose it is to know. */
const ofService: Readonly<Record<string, readonly string[]>> = {
  letters: ['secretary'],
  people: ['administrator'],
  regions: ['administrator', 'secretary'],
  role_grants: ['administrator'],
};
const harm = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];

t.test('a real id that is not for you and an unknown one are answered alike', async (t) => {
  let compared = 0;
  const refused = new Map<string, number>();
  // Reading first: whoever may change something does, and the others are asked about what is left.
  for (const { method, url, schema } of routes.toSorted(byHarm)) {
    for (const { role, personId, headers } of people) {
      const row = await stored(url);
      if (!row || ofService[row.table]?.includes(role) || (await isKnown(row, personId))) continue;
      const body = schema.body === undefined ? {} : { payload: smallest(schema.body as object) as object };
      const fill = addressFiller(db);
      const ask = async (ids: 'stored' | 'unknown') => {
        const address = await fill(url, ids);
        const answer = await app.inject({ method: method as 'GET', url: address, headers, ...body });
        return {
          status: answer.statusCode,
          type: answer.headers['content-type'],
          body: withoutTraces(answer.body, answer.headers['x-request-id'], address),
        };
      };
      const real = await ask('stored');
      t.same(real, await ask('unknown'), `${role}: ${method} ${url}`);
      compared++;
      if (real.status === 404) refused.set(role, (refused.get(role) ?? 0) + 1);
    }
  }
  t.ok(compared > 250, `${compared} pairs of ${routes.length} routes`);
  t.same([...refused.keys()].toSorted(), people.map(({ role }) => role).toSorted(), 'everyone was refused');
  t.same(errors, []);
});

function byHarm(a: { method: string }, b: { method: string }): number {
  return harm.indexOf(a.method) - harm.indexOf(b.method);
}

interface Row {
  table: string;
  id: string;
}

/** The row that the first id of the address names: what follows is behind it. */
async function stored(url: string): Promise<Row | undefined> {
  const parts = url.split('/');
  const table = tableOf(parts.slice(0, parts.findIndex((part) => part.startsWith(':')) + 1).join('/'));
  const { rows } = await sql<Row>`select id from ${sql.table(table)} order by id limit 1`.execute(db);
  return rows[0] && { table, id: rows[0].id };
}

/** Whether any rule lets this person do anything with the row, or, where it has none of its own, with what it belongs to. */
async function isKnown({ table, id }: Row, personId: string): Promise<boolean> {
  const { rows: columns } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(db);
  const names = new Set(columns.map(({ name }) => name));
  const own = [nomination, ballot, motion, oldApplication, edition].find((one) => one.table === table);
  if (own) return holds(sql`id = ${id}::uuid`, own, personId);
  if (names.has('person_id')) {
    const mine = await sql`select from ${sql.table(table)}
      where id = ${id}::uuid and person_id = ${personId}::uuid`.execute(db);
    if (mine.rows.length > 0) return true;
  }
  for (const [link, resource] of [
    ['nomination_id', nomination],
    ['edition_id', edition],
  ] as const) {
    if (!names.has(link)) continue;
    const belongs = sql`id = (select ${sql.ref(link)} from ${sql.table(table)} where id = ${id}::uuid)`;
    if (await holds(belongs, resource, personId)) return true;
  }
  return false;
}

/** Of a year everybody may know what is public; of the rest nobody, without a right. */
async function holds(which: RawBuilder<unknown>, resource: Resource, personId: string): Promise<boolean> {
  const actions = resource === edition ? ['read'] : Object.keys(resource.rules);
  const rights = actions.map((action) => scope(resource, action, { personId }, now));
  const { rows } = await sql<{ known: boolean }>`select exists (select from ${sql.table(resource.table!)}
    where ${which} and (${sql.join(rights, sql` or `)})) as known`.execute(db);
  return rows[0]!.known;
}

/** An answer without the number of the request and the address that was asked for. */
function withoutTraces(body: string, requestId: unknown, address: string): string {
  return [address, String(requestId)]
    .reduce((text, trace) => text.replaceAll(trace, '*'), body)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
}
