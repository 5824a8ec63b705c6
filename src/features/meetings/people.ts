/** Who can be in a meeting: everybody of the jury and the secretariat, and where each of them is now. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { MeetingPerson } from './schema.ts';

interface Row {
  id: string;
  name: string;
  organisation: string;
  role: MeetingPerson['role'];
  new_conflict: boolean | null;
  out_at: Date | null;
}

/** The jury in the order of its seats, then the secretariat. `meetingId` null: before the meeting. */
export async function peopleOf(
  db: Kysely<DB>,
  editionId: string,
  meetingId: string | null,
  now: Date,
): Promise<MeetingPerson[]> {
  const { rows } = await sql<Row>`
    select p.id, coalesce(nullif(p.name, ''), p.email) as name, of.organisation, of.role, here.new_conflict, out.out_at
    from (
      select h.person_id, s.organisation, s.role, s.position from seat_holders h join seats s on s.id = h.seat_id and s.role <> 'deputy'
      where h.edition_id = ${editionId} and h.until_at is null and h.confirmed_at is not null
      union all
      select distinct g.person_id, '', 'secretary', 1000 from role_grants g
      where g.role = 'secretary' and (g.edition_id is null or g.edition_id = ${editionId}) and g.from_at <= ${now}
        and (g.until_at is null or ${now} < g.until_at)
        and not exists (select from seat_holders h where h.edition_id = ${editionId} and h.person_id = g.person_id and h.until_at is null)
    ) of
    join people p on p.id = of.person_id and p.removed_at is null
    left join meeting_presence here on here.meeting_id = ${meetingId}::uuid and here.person_id = p.id and here.until_at is null
    left join meeting_absences out on out.meeting_id = ${meetingId}::uuid and out.person_id = p.id and out.in_at is null
    order by of.position, name`.execute(db);
  return rows.map(({ id, name, organisation, role, new_conflict, out_at }) => ({
    personId: id,
    name,
    organisation,
    role,
    state: new_conflict === null ? 'away' : out_at ? 'out' : 'here',
    newConflict: new_conflict,
    outSince: new_conflict === null ? null : (out_at?.toISOString() ?? null),
  }));
}

/** Who of those in the meeting must be out of the room for a motion. */
export async function mustBeOutOfMotion(
  db: Kysely<DB>,
  meetingId: string,
  motionId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select p.person_id from meeting_presence p where p.meeting_id = ${meetingId} and p.until_at is null
      and must_be_out_of_motion(p.meeting_id, p.person_id, ${motionId})`.execute(db);
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Who of those in the meeting must be out of the room for each of these; `null` is the ranking of all. */
export async function mustBeOut(
  db: Kysely<DB>,
  meetingId: string,
  about: readonly (string | null)[],
): Promise<Map<string | null, Set<string>>> {
  const found = new Map<string | null, Set<string>>(about.map((id) => [id, new Set()]));
  if (about.length === 0) return found;
  const { rows } = await sql<{ nomination: string | null; person_id: string }>`
    select a.nomination, p.person_id from unnest(${[...about]}::uuid[]) a (nomination)
    join meeting_presence p on p.meeting_id = ${meetingId} and p.until_at is null
    where must_be_out(${meetingId}, p.person_id, a.nomination)`.execute(db);
  for (const { nomination, person_id } of rows) found.get(nomination)?.add(person_id);
  return found;
}
