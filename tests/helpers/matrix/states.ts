/** Finds the page states of the service: every page route, asked by every person, for a row in every state. */
import type { FastifyInstance } from 'fastify';
import { sql, type RawBuilder } from 'kysely';
import { scope, type Resource } from '../../../src/core/policy/policy.ts';
import { resources } from '../../../src/core/policy/resources.ts';
import type { RouteEntry } from '../../../src/platform/http/actions.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { markOf } from '../../../src/features/nomination-table/schema-marked.ts';
import { isKnown, tableOf } from '../routes.ts';
import {
  choices,
  extra,
  inLetters,
  notForms,
  notPages,
  variants,
  variantsWithApplications,
} from './samples.ts';

export interface Person {
  /** Whoever has the same role sees the same pages: each appearance is looked at once a role. */
  role: string;
  /** Who of them, where it matters: 'juror, recused'. */
  who: string;
  /** Null is a passer-by. */
  id: string | null;
  headers: Record<string, string>;
}
export interface PageState {
  route: string;
  role: string;
  who: string;
  headers: Record<string, string>;
  /** The same for everyone, with an address in each language. */
  isPublic: boolean;
  address: string;
  status: number;
  body: string;
}
/** What has been found already: route, role and the kinds of elements together. */
export type Seen = Set<string>;

interface World {
  app: FastifyInstance;
  db: Database;
  now: Date;
}

export const isPage = ({ method, url }: RouteEntry): boolean =>
  // '…/regler.json' is a file.
  method === 'GET' && !/^\/(api|assets)\//.test(url) && !/\.\w+$/.test(url) && !(url in notPages);
const isForm = ({ method, url }: RouteEntry): boolean =>
  method === 'POST' && !/^\/(api|sprak|dev)(\/|$)/.test(url) && !(url in notForms);

/**
 * Everything that these people see now and that does not look like anything in `seen` (which it fills): a page looks different when it
 * is made of other elements. `reached` gets every route that answered at all.
 */
export async function findStates(
  world: World,
  people: readonly Person[],
  seen: Seen,
  reached: Set<string>,
): Promise<PageState[]> {
  const found: PageState[] = [];
  for (const route of world.app.routeTable.filter(isPage)) {
    // Everybody at once, since the database answers one while the service writes to another; judged in their order.
    const all = await Promise.all(
      askers(route, people).map(async (person) => ({ person, answers: await ask(world, route, person) })),
    );
    for (const { person, answers } of all) {
      for (const { address, status, type, body } of answers) {
        if (status === 200) reached.add(route.url);
        if (!type.startsWith('text/html') || status < 200) continue;
        // "You may not" and "there is no such page" look alike everywhere: once a role.
        const where = status === 200 ? route.url : String(status);
        if (isNew(seen, where, person.role, body))
          found.push({ ...stateOf(route, person), address, status, body });
      }
    }
  }
  return found;
}

async function ask(world: World, route: RouteEntry, person: Person) {
  const answers: { address: string; status: number; type: string; body: string }[] = [];
  for (const address of await addressesOf(world, route, person)) {
    const { statusCode, headers, body } = await world.app.inject({
      url: address,
      headers: { ...person.headers, accept: 'text/html' },
    });
    answers.push({ address, status: statusCode, type: String(headers['content-type']), body });
  }
  return answers;
}

/** The pages that come back when a form is sent with nothing that it asks for. */
export async function findErrors(world: World, people: readonly Person[], seen: Seen): Promise<PageState[]> {
  const found: PageState[] = [];
  for (const route of world.app.routeTable.filter(isForm)) {
    for (const person of askers(route, people)) {
      for (const address of await addressesOf(world, route, person)) {
        const { statusCode, body, headers } = await world.app.inject({
          method: 'POST',
          url: address,
          headers: {
            ...person.headers,
            accept: 'text/html',
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: 'ukjent=1',
        });
        const isShown = statusCode >= 400 && ![401, 403, 404].includes(statusCode);
        if (!isShown || !String(headers['content-type']).startsWith('text/html')) continue;
        if (isNew(seen, `POST ${route.url}`, '', body))
          found.push({ ...stateOf(route, person), address, status: statusCode, body });
      }
    }
  }
  return found;
}

const stateOf = (route: RouteEntry, { role, who, headers }: Person) => ({
  route: `${route.method} ${route.url}`,
  role,
  who,
  isPublic: route.action === 'public',
  headers,
});

/** What is the same for everyone is asked once. */
const askers = ({ action }: RouteEntry, people: readonly Person[]): readonly Person[] =>
  action === 'public' ? people.filter(({ id }) => id === null) : people;

function isNew(seen: Seen, where: string, role: string, body: string): boolean {
  const elements = body.matchAll(/<(\w+)((?:\s+(?:class|type|role)="[^"]*"|\s+[\w-]+(?:="[^"]*")?)*)/g);
  const kinds = new Set(
    [...elements].map(
      ([, tag, attributes]) =>
        tag + [...(attributes ?? '').matchAll(/\b(?:class|type|role)="[^"]*"/g)].join(),
    ),
  );
  const look = `${where} ${role} ${[...kinds].toSorted().join(' ')}`;
  if (seen.has(look)) return false;
  seen.add(look);
  return true;
}

async function addressesOf(world: World, route: RouteEntry, person: Person): Promise<string[]> {
  const written = inLetters[route.url];
  if (written) return addressesIn(world, written);
  const patterns = [route.url, ...(extra[route.url] ?? [])];
  const filled = (await Promise.all(patterns.map((url) => fill(world, { ...route, url }, person)))).flat();
  if (route.method !== 'GET') return filled;
  const more = filled
    .slice(0, 1)
    .flatMap((address) => variants[route.url]?.map((query) => address + query) ?? []);
  return [
    ...filled,
    ...more,
    ...(await withApplications(world, filled, variantsWithApplications[route.url])),
  ];
}

/** What follows the first of these addresses whose edition has applications. */
async function withApplications(
  { db }: World,
  filled: readonly string[],
  queries: readonly string[] = [],
): Promise<string[]> {
  for (const address of queries.length === 0 ? [] : filled) {
    const editionId = address.split('/')[2]!;
    const rows = await db
      .selectFrom('nominations')
      .select(['id', 'version'])
      .distinctOn('state')
      .where('edition_id', '=', editionId)
      .orderBy('state')
      .orderBy('id')
      .execute();
    const marked = rows.map((row) => `nomination=${markOf(row)}`).join('&');
    if (marked !== '') return queries.map((query) => address + query.replace('{marked}', marked));
  }
  return [];
}

/** The address as the newest letter that has one gives it. */
async function addressesIn({ db }: World, written: RegExp): Promise<string[]> {
  const letters = await db.selectFrom('letters').select('body').orderBy('id', 'desc').execute();
  const found = letters.map(({ body }) => written.exec(body)?.[0]).find((address) => address !== undefined);
  return found === undefined ? [] : [found];
}

/** The address with its parameters filled: for the last id one row of each state, for those before it what it belongs to. */
async function fill(world: World, route: RouteEntry, person: Person): Promise<string[]> {
  const parts = route.url.split('/');
  const last = parts.findLastIndex(isId);
  // Nobody has told us what it names: the page is not reached, and the test says so and how to add it.
  if (parts.some((part, i) => isId(part) && !isKnown(parts.slice(0, i + 1).join('/')))) return [];
  const rows =
    last < 0 ? [{}] : await rowsOf(world, tableOf(parts.slice(0, last + 1).join('/')), route.action, person);
  let addresses: string[] = [];
  for (const row of rows as Row[]) {
    let open = [''];
    for (const [i, part] of parts.entries()) {
      if (i === 0) continue;
      const values = !part.startsWith(':')
        ? [part]
        : (choices[part.slice(1)] ?? [
            i === last ? row.id : await before(world, row, parts.slice(0, i + 1).join('/')),
          ]);
      open = open.flatMap((address) => values.map((value) => `${address}/${value}`));
    }
    addresses = addresses.concat(open);
  }
  return addresses;
}

const isId = (part: string): boolean => part.startsWith(':') && !choices[part.slice(1)];

interface Row {
  id: string;
  edition_id?: string | null;
  nomination_id?: string | null;
}

async function before({ db }: World, row: Row, address: string): Promise<string | undefined> {
  const table = tableOf(address);
  if (table === 'nominations' && row.nomination_id) return row.nomination_id;
  if (table === 'editions' && row.edition_id) return row.edition_id;
  if (table === 'editions' && row.nomination_id) {
    const found = await db
      .selectFrom('nominations')
      .select('edition_id')
      .where('id', '=', row.nomination_id)
      .executeTakeFirst();
    return found?.edition_id;
  }
  const { rows } = await sql<Row>`select id from ${sql.table(table)} order by id limit 1`.execute(db);
  return rows[0]?.id;
}

const columns = new Map<string, Set<string>>();

/** One row of each state, among those on which the person may do what the route lets one do. */
async function rowsOf(world: World, table: string, action: string, person: Person): Promise<Row[]> {
  const { db, now } = world;
  const names = columns.get(table) ?? (await columnsOf(db, table));
  columns.set(table, names);
  const picked = ['id', 'edition_id', 'nomination_id'].filter((name) => names.has(name));
  const state = names.has('state') ? sql.ref('state') : sql`null::text`;
  const select = sql`select distinct on (${state}) ${sql.join(picked.map((name) => sql.ref(name)))} from ${sql.table(table)}`;
  const { rows } = await sql<Row>`${select} where ${mayDo(names, table, action, { person, now })}
    order by ${state}, ${names.has('published_at') ? sql`published_at desc,` : sql``} id desc`.execute(db);
  return rows;
}

/** Only rows that the policy opens to this person by this action, where it says so for the table or for what the row belongs to. */
function mayDo(
  names: ReadonlySet<string>,
  table: string,
  action: string,
  { person, now }: { person: Person; now: Date },
): RawBuilder<unknown> {
  const [name = '', verb = ''] = action.split('.');
  const resource = (resources as Record<string, Resource>)[name];
  const mine = names.has('person_id') && sql`person_id = ${person.id}::uuid`;
  if (!resource?.table) return mine || sql`true`;
  const viewer = { personId: person.id };
  if (resource.table === table) return sql`${scope(resource, verb, viewer, now)}`;
  if (name === 'ballot' && table === 'nominations')
    return sql`id in (select nomination_id from ballots where ${scope(resource, verb, viewer, now)})`;
  const link = `${name}_id`;
  return names.has(link)
    ? sql`${sql.ref(link)} in (select id from ${sql.table(resource.table)} where ${scope(resource, verb, viewer, now)})`
    : sql`true`;
}

async function columnsOf(db: Database, table: string): Promise<Set<string>> {
  const { rows } = await sql<{
    name: string;
  }>`select column_name as name from information_schema.columns where table_name = ${table}`.execute(db);
  return new Set(rows.map(({ name }) => name));
}
