/** Everybody who can see the outcome of a year before it is public: since when, let in by whom, confirmed and opened when. */
import { sql, type Kysely } from 'kysely';
import { confided, rests } from '../../core/policy/relations/roles.ts';
import type { Opening } from '../../core/policy/outcome.ts';
import type { Reader } from '../../platform/actor.ts';
import { literals } from '../../platform/db/literals.ts';
import { instant } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { earlyRoles, earlySeats, type EarlyReader } from './schema-early.ts';

/**
 * Those who have a way in now or later, and those who had one while there was something to see. By name.
 *
 * @throws not-found, auth/forbidden
 */
export async function earlyReadersOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; readers: EarlyReader[] }> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'seeEarlyReaders');
  const { now } = reader;
  const { rows } = await sql<Omit<EarlyReader, 'opened'> & { opened: { what: Opening; at: string }[] }>`
    with ways as (
      select g.person_id, g.role as part, '' as organisation, g.from_at as since, g.until_at as until, g.granted_by as by,
        g.confidence_at, ${confided('g')} as confided, g.substitute_for, ${rests('g', sql`${editionId}::uuid`)} as rests
      from role_grants g where g.role in (${literals(earlyRoles)}) and (g.edition_id is null or g.edition_id = ${editionId})
      union all
      select h.person_id, s.role, s.organisation, h.invited_at, h.until_at, h.invited_by, h.confidence_at, ${confided('h')}, null, false
      from seat_holders h join seats s on s.id = h.seat_id where h.edition_id = ${editionId} and s.role in (${literals(earlySeats)}))
    select p.id as "personId", p.name, p.email, w.part, w.organisation, w.since, w.until, b.name as "letInBy",
      w.confidence_at as "confirmedAt", (select coalesce(nullif(leads.name, ''), leads.email) from role_grants l
        join people leads on leads.id = l.person_id where l.id = w.substitute_for) as "substituteFor",
      case when w.until <= ${now} then 'ended' when w.since > ${now} then 'upcoming' when w.rests then 'rests' when w.confided then 'sees' else 'unconfirmed' end as state,
      coalesce((select jsonb_agg(jsonb_build_object('what', o.what, 'at', o.first_at) order by o.first_at, o.what)
        from outcome_openings o where o.edition_id = ${editionId} and o.person_id = w.person_id), '[]') as opened
    from ways w join people p on p.id = w.person_id left join people b on b.id = w.by
    where w.since < coalesce(${edition.ended_at}::timestamptz, 'infinity')
      and (w.until is null or w.until > w.since and w.until > coalesce(${edition.judging_closed_at}::timestamptz, ${now}))
    order by p.name, p.id, w.since, w.part`.execute(db);
  return { edition, readers: rows.map((row) => ({ ...row, opened: row.opened.map(asOpened) })) };
}

/** In JSON an instant is text. */
const asOpened = ({ what, at }: { what: Opening; at: string }) => ({ what, at: instant(at) });
