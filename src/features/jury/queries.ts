/** Seats, and who sits on them, as the jury pages read them. Each list begins with the policy's scope. */
import { sql, type Kysely } from 'kysely';
import { relationsOf, scope } from '../../core/policy/policy.ts';
import { confided } from '../../core/policy/relations/roles.ts';
import { edition, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { SeatOut, SeatRole } from './schema.ts';

/** The seat a person holds or is invited to. */
export interface MySeat {
  edition_id: string;
  year: number;
  state: string;
  version: number;
  scoring: boolean;
  judging_ends_at: Date;
  judging_closed_at: Date | null;
  dates_sequence: number;
  dates_changed_at: Date | null;
  announced_at: Date | null;
  opens_at: Date;
  seat_id: string;
  role: SeatRole;
  organisation: string;
  confirmed_at: Date | null;
  /** May close the judging and see how far the others are. */
  leads: boolean;
  /** May write down what the jury decides. */
  decides: boolean;
  /** A conflict waits for this person: also where the chair is out of it. */
  settles: boolean;
}

/** The seat of the latest year, or of the edition asked for. */
export async function findMySeat(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId?: string,
): Promise<MySeat | undefined> {
  let query = db
    .selectFrom('seat_holders as h')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('editions as e', 'e.id', 'h.edition_id')
    .select([
      'e.id as edition_id',
      'e.year',
      'e.state',
      'e.version',
      'e.scoring',
      'e.judging_ends_at',
      'e.judging_closed_at',
    ])
    .select(['e.dates_sequence', 'e.dates_changed_at', 'e.announced_at', 'e.opens_at'])
    .select(['s.id as seat_id', 's.role', 's.organisation'])
    // Confirmed in the wording that holds, or not at all.
    .select(sql<Date | null>`case when ${confided('h')} then h.confidence_at end`.as('confirmed_at'))
    .select(relationsOf(edition, viewerOf(actor), now, 'e').as('rel'))
    .where('h.person_id', '=', actor?.personId ?? null)
    .where('h.until_at', 'is', null);
  if (editionId) query = query.where('e.id', '=', editionId);
  const found = await query
    .orderBy((eb) => eb('e.state', 'in', ['archived', 'cancelled']))
    .orderBy('e.year', 'desc')
    .executeTakeFirst();
  if (!found) return undefined;
  const { rel, ...seat } = found;
  const waiting = await db
    .selectFrom('nominations as n')
    .innerJoin('standings as st', 'st.nomination_id', 'n.id')
    .select('n.id')
    .where('n.edition_id', '=', seat.edition_id)
    .where('st.standing', '=', 'pending')
    .where(nomination.relations.actingChair('n', viewerOf(actor), now))
    .executeTakeFirst();
  return { ...seat, leads: rel.chair, decides: rel.decidingChair, settles: waiting !== undefined };
}

/** @throws not-found for whoever has no seat */
export async function mySeat(db: Kysely<DB>, reader: Reader, editionId?: string): Promise<MySeat> {
  const seat = await findMySeat(db, reader, editionId);
  if (!seat) throw problem('not-found');
  return seat;
}

/** What the frame of the jury pages must know. */
export const seatView = ({ confirmed_at, role, leads, settles, decides, judging_closed_at }: MySeat) => ({
  confirmed: confirmed_at !== null,
  deputy: role === 'deputy',
  leads: leads || settles,
  decides,
  closed: judging_closed_at !== null,
});

/** Seats in their order, with whoever holds them now. For all who work with the edition. */
export async function seatsOf(db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<SeatOut[]> {
  const found = await db
    .selectFrom('editions')
    .select('id')
    .where('id', '=', editionId)
    .where(scope(edition, 'read', viewerOf(actor), now))
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  const rows = await db
    .selectFrom('seats as s')
    .leftJoin('seat_holders as h', (join) =>
      join.onRef('h.seat_id', '=', 's.id').on('h.until_at', 'is', null),
    )
    .leftJoin('people as p', 'p.id', 'h.person_id')
    .leftJoin('organisation_parents as o', 'o.number', 's.organisation_number')
    .select([
      's.id',
      's.position',
      's.organisation',
      's.organisation_number',
      's.role',
      's.called_in_at',
      's.term_from',
      's.term_to',
      'o.parent_number',
      'h.person_id',
      'h.invited_at',
      'h.confirmed_at',
      'p.name',
      'p.email',
      (eb) =>
        eb
          .selectFrom('seat_holders as sat')
          .innerJoin('editions as e', 'e.id', 'sat.edition_id')
          .select(({ fn }) => fn.min('e.year').as('year'))
          .whereRef('sat.person_id', '=', 'h.person_id')
          .where('sat.confirmed_at', 'is not', null)
          .as('since'),
    ])
    .where('s.edition_id', '=', editionId)
    .orderBy('s.position')
    .execute();
  return rows.map(({ person_id, invited_at, confirmed_at, name, email, since, ...seat }) => ({
    id: seat.id,
    position: seat.position,
    organisation: seat.organisation,
    organisationNumber: seat.organisation_number,
    parentNumber: seat.parent_number,
    role: seat.role,
    calledInAt: seat.called_in_at?.toISOString() ?? null,
    termFrom: seat.term_from,
    termTo: seat.term_to,
    holder:
      person_id && invited_at
        ? {
            personId: person_id,
            name: name ?? '',
            email: email ?? '',
            invitedAt: invited_at.toISOString(),
            since,
            confirmedAt: confirmed_at?.toISOString() ?? null,
          }
        : null,
  }));
}

/** Who sat for the organisation of a seat at the end of the latest year before, for inviting the same person again. */
export async function lastHolder(
  db: Kysely<DB>,
  { organisation }: Pick<SeatOut, 'organisation'>,
  year: number,
): Promise<{ name: string; email: string; year: number } | undefined> {
  return db
    .selectFrom('seats as s')
    .innerJoin('editions as e', 'e.id', 's.edition_id')
    .innerJoin('seat_holders as h', 'h.seat_id', 's.id')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['p.name', 'p.email', 'e.year'])
    .where('s.organisation', '=', organisation)
    .where('e.year', '<', year)
    .where('h.confirmed_at', 'is not', null)
    .where('h.until_at', 'is', null)
    .where('p.email', '<>', '')
    .orderBy('e.year', 'desc')
    .limit(1)
    .executeTakeFirst();
}
