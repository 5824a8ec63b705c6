/** How far the jury is, for the chair and the secretariat: counts and never a score. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { compareNames } from '../../ui/text/format.ts';
import { demand, findEdition } from '../editions/queries.ts';
import type { ProgressOut } from './schema.ts';

interface Cell {
  /** Null where there is no application yet. */
  nomination_id: string | null;
  organisation_name: string;
  person_id: string;
  name: string;
  seat: string;
  confirmed: boolean;
  standing: string;
  state: string | null;
}

/** @throws not-found or auth/forbidden for whoever may not follow the work */
export async function progressOf(db: Kysely<DB>, reader: Reader, editionId: string): Promise<ProgressOut> {
  demand(await findEdition(db, reader, editionId), 'seeProgress');
  const cells = await cellsOf(db, reader, editionId);
  const jurors = [...Map.groupBy(cells, (cell) => cell.person_id).values()].map((mine) => {
    const { person_id, name, seat, confirmed } = mine[0]!;
    return {
      personId: person_id,
      name,
      organisation: seat,
      confirmed,
      undeclared: mine.filter((cell) => cell.nomination_id && cell.standing === 'undeclared').length,
      ...counts(mine),
    };
  });
  const applications = [
    ...Map.groupBy(
      cells.filter((cell) => cell.nomination_id),
      (cell) => cell.nomination_id!,
    ),
  ].map(([nominationId, mine]) => {
    const { organisation_name } = mine[0]!;
    return {
      nominationId,
      organisation: organisation_name,
      ...counts(mine),
      out: mine.filter(isOut).map(({ name }) => name),
    };
  });
  return {
    jurors,
    applications: applications.toSorted((a, b) => compareNames(a.organisation, b.organisation)),
  };
}

const isOut = ({ standing }: Cell): boolean => standing === 'recused' || standing === 'pending';
const hasDelivered = ({ state }: Cell): boolean => state === 'delivered' || state === 'locked';

function counts(cells: readonly Cell[]) {
  const inIt = cells.filter((cell) => cell.nomination_id && !isOut(cell));
  return { delivered: inIt.filter(hasDelivered).length, expected: inIt.length };
}

/** Every seated juror with every application before the jury that the reader is not out of. */
async function cellsOf(db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    select n.id as nomination_id, n.organisation_name, p.id as person_id, coalesce(nullif(p.name, ''), p.email) as name, s.organisation as seat,
      h.confirmed_at is not null as confirmed, coalesce(st.standing, 'undeclared') as standing, b.state
    from seat_holders h
    join seats s on s.id = h.seat_id and s.role <> 'deputy'
    join people p on p.id = h.person_id
    left join nominations n on n.edition_id = h.edition_id and n.state in ('admitted', 'underReview', 'scored')
      and ${scope(nomination, 'list', viewerOf(actor), now, 'n')} and not ${nomination.relations.conflicted('n', viewerOf(actor))}
    left join standings st on st.nomination_id = n.id and st.person_id = p.id
    left join ballots b on b.nomination_id = n.id and b.person_id = p.id and b.state <> 'voided'
    where h.edition_id = ${editionId} and h.until_at is null
    order by s.position, n.id`.execute(db);
  return rows;
}
