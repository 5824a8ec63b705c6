/** Substitutes of leaders are asked to approve when a day has passed without an answer: a question to our own tables (decision 132). */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { holds } from '../../core/policy/relations/roles.ts';
import { edition } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { instant } from '../../platform/clock.ts';
import { queueEach } from '../correspondence/commands.ts';
import { silentSince } from '../people/substitutes.ts';
import { letterToApprove, letterToMove } from './letters.ts';
import { QUIET_MS, type Release } from './schema.ts';

interface Unanswered {
  id: string;
  editionId: string;
  year: number;
  release: Release;
  publishAt: Date;
  version: number;
  /** The other moment that was asked for; null where the publication itself waits. */
  to: Date | null;
}

/** Each with those substitutes who may answer it and have had no letter about it since it was asked for. */
const unanswered = (now: Date, only: RawBuilder<unknown> = sql`true`) => sql<
  Unanswered & { personId: string; email: string; language: string }
>`
  select p.id, e.id as "editionId", e.year, p.release, p.publish_at as "publishAt", p.version, w.to, asked.id as "personId", asked.email, asked.language
  from publications p join editions e on e.id = p.edition_id
  cross join lateral (
    select p.prepared_at as at, p.prepared_by as by, null::timestamptz as to, 'approve' as what where p.approved_at is null
    union all
    select p.move_asked_at, p.move_by, p.move_to, 'move' where p.approved_at is not null and p.moved_at is null and p.move_to is not null
  ) w
  join people asked on asked.id <> w.by and asked.removed_at is null and exists (select from role_grants g
    where ${holds({ personId: sql.ref('asked.id') }, 'leader', now)} and g.substitute_for is not null)
  where p.stopped_at is null and p.held_at is null and w.at <= ${silentSince(now)}
    and (p.publish_at > ${instant(now.getTime() + QUIET_MS)} or w.what = 'approve' and p.release = 'approval')
    and ${scope(edition, 'approvePublication', { personId: sql.ref('asked.id') }, now, 'e')}
    and not exists (select from letters l where l.person_id = asked.id and l.created_at >= w.at
      and starts_with(l.key, 'publication:' || p.id || ':' || w.what))
    and ${only}
  order by p.prepared_at, p.id, asked.id`;

/** Publications about which somebody is still to be asked. */
export async function substitutesToAsk(
  db: Kysely<DB>,
  now: Date,
): Promise<Pick<Unanswered, 'id' | 'editionId'>[]> {
  const { rows } = await unanswered(now).execute(db);
  return [...new Map(rows.map(({ id, editionId }) => [id, { id, editionId }])).values()];
}

/** Writes to those who are still to be asked once the year is held; returns false where another server has. */
export async function askSubstitutes(
  unit: Unit,
  { id, editionId }: Pick<Unanswered, 'id' | 'editionId'>,
): Promise<boolean> {
  const { trx, now } = unit;
  await trx.selectFrom('editions').select('id').where('id', '=', editionId).forUpdate().execute();
  const { rows } = await unanswered(now, sql`p.id = ${id}`).execute(trx);
  for (const { personId, email, language, year, ...asked } of rows) {
    const about = { id: editionId, year };
    const { to } = asked;
    const person = { id: personId, email, language };
    await (to
      ? queueEach(unit, [person], { ...letterToMove(about, { ...asked, to }), editionId: about.id })
      : queueEach(unit, [person], { ...letterToApprove(about, asked), editionId: about.id }));
  }
  return rows.length > 0;
}
