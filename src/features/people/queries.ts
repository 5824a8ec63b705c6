/** People as they see themselves, and as an administrator sees who may do what. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { confided, rests } from '../../core/policy/relations/roles.ts';
import { edition, service } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import { realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Grant, Leader, ListedPerson, PersonRow, Token } from './schema.ts';
import { leadersToChoose } from './substitutes.ts';

export type Profile = Pick<PersonRow, 'id' | 'email' | 'name' | 'phone' | 'language'>;

/** One's own. */
export async function profileOf(db: Kysely<DB>, { actor }: Reader): Promise<Profile> {
  if (!actor?.personId) throw problem('auth/required');
  return db
    .selectFrom('people')
    .select(['id', 'email', 'name', 'phone', 'language'])
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow();
}

/** One's own tokens that still hold, newest first. */
export async function tokensOf(db: Kysely<DB>, { actor }: Reader): Promise<Token[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'created_at', 'expires_at', 'used_at'])
    .where('person_id', '=', actor?.personId ?? null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', realNow())
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(({ id, name, created_at, expires_at, used_at }) => ({
    id,
    name,
    createdAt: created_at,
    expiresAt: expires_at,
    usedAt: used_at,
  }));
}

/** @throws auth/forbidden for everyone but an administrator */
async function requireAdministrator(db: Kysely<DB>, { actor, now }: Reader): Promise<void> {
  const found = await db
    .selectNoFrom((eb) => eb.val(true).as('allowed'))
    .where(scope(service, 'managePeople', viewerOf(actor), now))
    .executeTakeFirst();
  if (!found) throw problem('auth/forbidden');
}

export const peoplePerPage = 100;

/**
 * With a search: everybody whose name or address holds it. Without: whoever has a role, now or later, or a seat in a jury.
 * By name, at most a page of them.
 */
export async function listPeople(db: Kysely<DB>, reader: Reader, search = ''): Promise<ListedPerson[]> {
  await requireAdministrator(db, reader);
  let query = db
    .selectFrom('people as p')
    .select(['p.id', 'p.name', 'p.email', 'p.language', 'p.removed_at']);
  const text = search.trim();
  if (text) {
    const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('p.name', 'ilike', like), eb('p.email', 'ilike', like)]));
  } else {
    query = query.where('p.removed_at', 'is', null).where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('role_grants as g')
            .select('g.id')
            .whereRef('g.person_id', '=', 'p.id')
            .where((or) => or.or([or('g.until_at', 'is', null), or('g.until_at', '>', reader.now)])),
        ),
        eb.exists(
          eb
            .selectFrom('seat_holders as h')
            .select('h.id')
            .whereRef('h.person_id', '=', 'p.id')
            .where('h.until_at', 'is', null),
        ),
      ]),
    );
  }
  const people = await query.orderBy('p.name').orderBy('p.email').limit(peoplePerPage).execute();
  return withParts(db, reader.now, people);
}

/** One person with everything they may do. */
export async function personById(db: Kysely<DB>, reader: Reader, id: string): Promise<ListedPerson> {
  await requireAdministrator(db, reader);
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language', 'removed_at'])
    .where('id', '=', id)
    .execute();
  const [person] = await withParts(db, reader.now, people);
  if (!person) throw problem('not-found');
  return person;
}

/** The years in which the grant `g` rests. */
const restsIn = sql<number[]>`array(select e.year from editions e
  where (g.edition_id is null or e.id = g.edition_id) and ${rests('g', sql.ref('e.id'))} order by e.year)`;

async function withParts(
  db: Kysely<DB>,
  now: Date,
  people: readonly Pick<PersonRow, 'id' | 'name' | 'email' | 'language' | 'removed_at'>[],
): Promise<ListedPerson[]> {
  const ids = people.map(({ id }) => id);
  if (ids.length === 0) return [];
  const grants = await db
    .selectFrom('role_grants as g')
    .leftJoin('editions as e', 'e.id', 'g.edition_id')
    .select(['g.id', 'g.person_id', 'g.role', 'g.edition_id', 'g.from_at', 'g.until_at', 'e.year'])
    .select(sql<Date | null>`case when ${confided('g')} then g.confidence_at end`.as('confirmedAt'))
    .select(
      sql<
        Grant['substituteFor']
      >`(select jsonb_build_object('role', l.id, 'name', coalesce(nullif(lp.name, ''), lp.email))
        from role_grants l join people lp on lp.id = l.person_id where l.id = g.substitute_for)`.as(
        'substituteFor',
      ),
    )
    .select(restsIn.as('restsIn'))
    .where('g.person_id', 'in', ids)
    .orderBy('g.from_at')
    .orderBy('g.id')
    .execute();
  const seats = await db
    .selectFrom('seat_holders as h')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('editions as e', 'e.id', 'h.edition_id')
    .select(['h.person_id', 's.role', 's.organisation', 'e.year'])
    .where('h.person_id', 'in', ids)
    .where('h.until_at', 'is', null)
    .orderBy('e.year')
    .execute();
  return people.map(({ removed_at, ...person }) => ({
    ...person,
    removedAt: removed_at,
    grants: grants.filter((grant) => grant.person_id === person.id).map((grant) => asGrant(grant, now)),
    seats: seats
      .filter((seat) => seat.person_id === person.id)
      .map(({ role, organisation, year }) => ({ role, organisation, year })),
  }));
}

function asGrant(
  row: {
    id: string;
    role: Grant['role'];
    edition_id: string | null;
    year: number | null;
    from_at: Date;
    until_at: Date | null;
    confirmedAt: Date | null;
    substituteFor: Grant['substituteFor'];
    restsIn: number[];
  },
  now: Date,
): Grant {
  const { id, role, edition_id, year, from_at, until_at, confirmedAt, substituteFor, restsIn } = row;
  const state = until_at && until_at <= now ? 'ended' : from_at > now ? 'upcoming' : 'active';
  return {
    id,
    role,
    editionId: edition_id,
    year,
    from: from_at,
    until: until_at,
    state,
    confirmedAt,
    substituteFor,
    restsIn,
  };
}

/** What a role can be limited to, the newest year first, and the leaders that another can be the substitute of. */
export async function roleChoices(
  db: Kysely<DB>,
  reader: Reader,
): Promise<{ editions: { id: string; year: number }[]; leaders: Leader[] }> {
  await requireAdministrator(db, reader);
  const editions = await db
    .selectFrom('editions')
    .select(['id', 'year'])
    .where(scope(edition, 'read', viewerOf(reader.actor), reader.now))
    .orderBy('year', 'desc')
    .execute();
  return { editions, leaders: await leadersToChoose(db, reader.now) };
}
