/** Reading the schedule, and what it says goes now. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { Due, RetentionRule } from './schema.ts';

/** The schedule, in the order in which it is shown: the same rows that the database erases by. */
export async function schedule(db: Kysely<DB>): Promise<RetentionRule[]> {
  const { rows } = await sql<RetentionRule>`
    select name, since, json_strip_nulls(json_build_object(
      'years', nullif(extract(year from keep)::int, 0), 'months', nullif(extract(month from keep)::int, 0),
      'days', nullif(extract(day from keep)::int, 0))) as keep
    from retention_rules order by position`.execute(db);
  return rows;
}

/** What is due at `now`, the longest overdue first. */
export async function dueAt(db: Kysely<DB>, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select d.rule, d.subject_id as "subjectId", d.edition_id as "editionId", d.due_at as "dueAt",
      concat_ws(' ', coalesce(n.organisation_name, o.organisation_name, a.organisation_name), coalesce(e.year, own.year, o.year)) as name
    from retention_due(${now}) d
    left join nominations n on n.id = d.subject_id
    left join received_applications a on a.id = d.subject_id
    left join editions e on e.id in (n.edition_id, a.edition_id)
    left join editions own on own.id = d.subject_id
    left join old_applications o on o.id = d.subject_id
    order by d.due_at, d.rule, d.subject_id`.execute(db);
  return rows.map((row) => ({ ...row, name: row.name || null }));
}
