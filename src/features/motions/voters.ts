/** Who may vote on a motion and who has: as it is now while it is open, as it was when it closed. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { Vote } from './counting.ts';

export interface VoterRow {
  personId: string;
  name: string;
  entitled: boolean;
  inRoom: boolean;
  vote: Vote | null;
  outOf: string[];
  unanswered: boolean;
  wholeEdition: boolean;
}

export async function votersOf(
  db: Kysely<DB>,
  motions: readonly { id: string }[],
): Promise<Map<string, VoterRow[]>> {
  if (motions.length === 0) return new Map();
  const { rows } = await sql<VoterRow & { motion: string }>`
    select m.id as motion, v.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, v.entitled, v."inRoom", v.vote,
      v.out_of as "outOf", v.unanswered, v.whole_edition as "wholeEdition"
    from motions m
    cross join lateral (
      select e.person_id, e.entitled, m.meeting_id is null or exists (
          select from meeting_room r where r.meeting_id = m.meeting_id and r.person_id = e.person_id) as "inRoom",
        case when e.entitled then w.vote end as vote, e.out_of, e.unanswered, e.whole_edition, s.position
      from motion_electorate(m.id) e join seats s on s.id = e.seat_id
      left join motion_votes w on w.motion_id = m.id and w.person_id = e.person_id
      where m.closed_at is null
      union all
      select k.person_id, k.entitled, k.vote is not null, k.vote, k.out_of, k.unanswered, k.whole_edition, 0
      from motion_voters k where k.motion_id = m.id
    ) v
    join people p on p.id = v.person_id
    where m.id in (${sql.join(motions.map(({ id }) => id))})
    order by v.position, p.name`.execute(db);
  return new Map(
    motions.map(({ id }) => [
      id,
      rows.filter(({ motion }) => motion === id).map(({ motion: _, ...voter }) => voter),
    ]),
  );
}
