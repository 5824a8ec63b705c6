/** Who votes when the jury chooses, and who is out of it: the one place where a conflict with a candidate meets a choice. */
import { sql, type Kysely } from 'kysely';
import { candidate } from '../../core/policy/relations.ts';
import type { DB } from '../../platform/db/types.ts';

export interface Voter {
  personId: string;
  name: string;
  /** The organisation of the seat. */
  seat: string;
  /** The candidates that the juror has a conflict with, by name: one is enough to be out of the choice. */
  out: string[];
}

/** What the next choice is between: the nominated once these are decided, before that everything the jury weighs. */
export async function openCandidates(db: Kysely<DB>, editionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from nominations n where n.edition_id = ${editionId} and ${candidate('n')}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Everybody who sits in the jury, in the order of the seats, with what each is out of among these candidates. */
export async function votersOf(
  db: Kysely<DB>,
  editionId: string,
  candidates: readonly string[],
): Promise<Voter[]> {
  const { rows } = await sql<Voter>`
    select p.id as "personId", coalesce(nullif(p.name, ''), p.email) as name, s.organisation as seat,
      coalesce((select array_agg(n.organisation_name order by n.organisation_name) from standings st join nominations n on n.id = st.nomination_id
        where st.person_id = p.id and st.standing in ('recused', 'pending') and n.id = any(${[...candidates]}::uuid[])), '{}') as out
    from seat_holders h join seats s on s.id = h.seat_id and s.role <> 'deputy' join people p on p.id = h.person_id
    where h.edition_id = ${editionId} and h.until_at is null and h.confirmed_at is not null
    order by s.position`.execute(db);
  return rows;
}
