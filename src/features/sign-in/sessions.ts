/** Sessions: begun at sign-in, found by a request's cookie, ended by sign-out, by time, or with a role. */
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { rests, waitsForConfidence } from '../../core/policy/relations/roles.ts';
import type { Actor } from '../../platform/actor.ts';
import { instant, realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import { limits } from './schema.ts';

const before = (now: Date, milliseconds: number): Date => instant(now.getTime() - milliseconds);
const after = (now: Date, milliseconds: number): Date => instant(now.getTime() + milliseconds);

/**
 * Begins a session with an id that nobody has seen before; the browser's earlier one ends.
 *
 * @returns the id, for the cookie; only its hash is stored
 */
export async function startSession(
  trx: Transaction<DB>,
  personId: string,
  earlier?: string,
): Promise<string> {
  const now = realNow();
  const id = newSecret();
  if (earlier !== undefined) await endSession(trx, earlier);
  await trx.deleteFrom('sessions').where('expires_at', '<', before(now, limits.remembered)).execute();
  await trx
    .insertInto('sessions')
    .values({
      id_hash: hashOf(id),
      person_id: personId,
      created_at: now,
      seen_at: now,
      expires_at: after(now, limits.sessionLife),
    })
    .execute();
  return id;
}

export async function endSession(db: Kysely<DB>, id: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ ended_at: realNow() })
    .where('id_hash', '=', hashOf(id))
    .where('ended_at', 'is', null)
    .execute();
}

/** Whose session this was, also when it has ended: its forms are theirs. */
export async function ownerOfSession(db: Kysely<DB>, id: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('sessions')
    .select('person_id')
    .where('id_hash', '=', hashOf(id))
    .executeTakeFirst();
  return found?.person_id;
}

/**
 * The person of a living session, with one question to the database. `now` is the domain's time, for the roles; `inUse`
 * says that a person is at work, which keeps the session from falling asleep.
 */
export async function actorBySession(
  db: Kysely<DB>,
  id: string,
  now: Date,
  inUse = true,
): Promise<Actor | null> {
  const real = realNow();
  const mine = sql`id_hash = ${hashOf(id)} and ended_at is null and expires_at > ${real} and seen_at > ${before(real, limits.sessionIdle)}`;
  const seen = sql`update sessions set seen_at = ${real} where ${mine} and seen_at < ${before(real, limits.sessionSeenEvery)} and ${inUse}`;
  return actorBy(db, 'session', { seen, inUse }, sql`select person_id from sessions where ${mine}`, now);
}

/** The person behind an API token that holds. */
export async function actorByToken(db: Kysely<DB>, token: string, now: Date): Promise<Actor | null> {
  const real = realNow();
  const mine = sql`token_hash = ${hashOf(token)} and revoked_at is null and expires_at > ${real}`;
  const seen = sql`update api_tokens set used_at = ${real}
    where ${mine} and (used_at is null or used_at < ${before(real, limits.sessionSeenEvery)})`;
  return actorBy(
    db,
    'token',
    { seen, inUse: true },
    sql`select person_id from api_tokens where ${mine}`,
    now,
  );
}

type Found = Omit<Actor, 'via'>;

/** The day that somebody was here is the domain's, as all that the schedule of retention counts from: written once a day. */
async function actorBy(
  db: Kysely<DB>,
  via: Actor['via'],
  { seen, inUse }: { seen: RawBuilder<unknown>; inUse: boolean },
  key: RawBuilder<unknown>,
  now: Date,
): Promise<Actor | null> {
  const today = sql`(${now}::timestamptz at time zone 'Europe/Oslo')::date`;
  const { rows } = await sql<Found>`with seen as (${seen}),
      here as (update people set last_seen_on = ${today} where id = (select id from people where id = (${key}) and removed_at is null
        and (last_seen_on is null or last_seen_on < ${today}) and ${inUse} for no key update skip locked))
    select p.id as "personId", p.name, p.email, p.language as lang, ${rolesOf(now)} as roles
    from people p where p.id = (${key}) and p.removed_at is null`.execute(db);
  return rows[0] ? { ...rows[0], via } : null;
}

/**
 * What the person `p` is at the moment; `unconfirmed` stands for every role whose rules of confidence wait. An invited juror counts,
 * so that the way to these rules is shown.
 */
const rolesOf = (now: Date) => sql`array(
  select case when ${waitsForConfidence('g', now)} then 'unconfirmed' else g.role end from role_grants g
    where g.person_id = p.id and g.from_at <= ${now} and (g.until_at is null or ${now} < g.until_at)
      and ${rests('g', sql.ref('g.edition_id'))} is not true
  union select unnest(case when s.role in ('chair', 'deputyChair') then array['juror', 'chair'] else array['juror'] end)
    from seat_holders h join seats s on s.id = h.seat_id where h.person_id = p.id and h.until_at is null
  union select 'applicant' where exists (select from nomination_members m where m.person_id = p.id and m.removed_at is null))`;
