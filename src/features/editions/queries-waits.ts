/** Who waits for whom in a year: what has been left with somebody and holds others up. Counts and names, never what anybody decided. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { confided, waitsForConfidence } from '../../core/policy/relations/roles.ts';
import { motion, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { notOutOfIt } from '../letter-batches/queries.ts';
import { somebodyMay } from '../people/allowed.ts';
import { toldAndSilent } from '../namings/queries.ts';
import type { JudgedEdition } from './queries.ts';
import { waitKinds, type Wait, type WaitKind } from './schema-waits.ts';

type Question = RawBuilder<unknown>;
const nobody = sql`'{}'::text[]`;
const nameOf = (person: string) =>
  sql`coalesce(nullif(${sql.ref(`${person}.name`)}, ''), ${sql.ref(`${person}.email`)})`;

/**
 * For those who follow the work of the year (`seeProgress`), in the order of the year. Nothing of an application that the reader is out
 * of, or has no right to, is counted.
 */
export async function waitsOf(db: Kysely<DB>, reader: Reader, edition: JudgedEdition): Promise<Wait[]> {
  const asked = Object.entries(questionsFor(reader, edition)).map(
    ([what, question]) =>
      sql`select ${sql.lit(what)} as what, w.names, w.count, w.due::timestamptz as due from (${question}) w (names, count, due)`,
  );
  const { rows } = await sql<Omit<Wait, 'names'> & { names: string[] | null }>`
    with e as (select * from editions where id = ${edition.id}),
      jury as (select h.person_id, s.role, s.position, ${nameOf('p')} as name, coalesce(${confided('h')}, false) and h.confirmed_at is not null as ready
        from seat_holders h join seats s on s.id = h.seat_id join people p on p.id = h.person_id
        where h.edition_id = ${edition.id} and h.until_at is null)
    ${sql.join(asked, sql` union all `)}`.execute(db);
  return rows
    .filter(({ count }) => count > 0)
    .map(({ names, ...row }) => ({ ...row, names: names ?? [] }))
    .toSorted((a, b) => waitKinds.indexOf(a.what) - waitKinds.indexOf(b.what));
}

function questionsFor(reader: Reader, { id, rel }: JudgedEdition): Record<WaitKind, Question> {
  const { now, actor } = reader;
  const viewer = viewerOf(actor);
  const may = (action: Parameters<typeof scope<typeof nomination>>[1]) =>
    sql`n.edition_id = ${id} and ${scope(nomination, action, viewer, now, 'n')}`;
  /** Applications that the reader is not out of. */
  const mine = sql`${may('list')} and not ${nomination.relations.conflicted('n', viewer)}`;
  const isSecretary = sql.lit(rel.secretary);
  const otherMay = somebodyMay(nomination, 'reject', 'n', { now, but: sql`r.proposed_by` });
  const rejections = (whose: Question) => sql`select array_agg(distinct ${nameOf('p')}), count(*)::int, null
    from nominations n join rejection_proposals r on r.nomination_id = n.id join people p on p.id = r.proposed_by
    where ${may('seeRejections')} and r.approved_at is null and r.declined_at is null and not r.lapsed and ${whose}`;
  return {
    completeApplications: sql`select ${nobody}, count(*)::int, min(n.return_due_at) from nominations n where ${mine} and n.state = 'returned'`,
    approveExtensions: sql`select array_agg(distinct ${nameOf('p')}), count(*)::int, min(x.until_at)
      from nominations n join deadline_extensions x on x.nomination_id = n.id join people p on p.id = x.proposed_by
      where ${may('seeExtensions')} and x.approved_at is null and x.declined_at is null and x.until_at > ${now}`,
    approveRejections: rejections(otherMay),
    approveRejectionsAlone: rejections(sql`not ${otherMay}`),
    approveReceived: sql`select array_agg(distinct ${nameOf('p')}), count(*)::int, null
      from received_applications r join people p on p.id = r.registered_by
      where ${isSecretary} and r.edition_id = ${id} and r.approved_at is null and r.declined_at is null`,
    confirmRoles: sql`select array_agg(distinct ${nameOf('p')}), count(*)::int, null
      from role_grants g join people p on p.id = g.person_id, e
      where (g.edition_id is null or g.edition_id = e.id) and e.ended_at is null and ${waitsForConfidence('g', now)}`,
    confirmSeats: sql`select array_agg(name order by position), count(*)::int, null from jury, e where not ready and e.ended_at is null`,
    declare: sql`select array_agg(name order by position), count(*)::int, null from jury j
      where j.ready and j.role <> 'deputy' and exists (select from nominations n where ${mine} and n.state in ('admitted', 'underReview')
        and juror_standing(j.person_id, n.id) = 'undeclared')`,
    decideConflicts: sql`select ${nobody}, count(*)::int, null from nominations n join standings st on st.nomination_id = n.id
      where ${may('seeConflicts')} and st.standing = 'pending' and n.state in ('admitted', 'underReview', 'scored')`,
    // Nobody learns of one about themselves.
    answerObjections: sql`select ${nobody}, count(*)::int, null from nominations n join objections o on o.nomination_id = n.id
      where ${mine} and (${isSecretary} or ${scope(nomination, 'seeObjections', viewer, now, 'n')})
        and o.answered_at is null and o.about_id is distinct from ${actor?.personId ?? null}::uuid`,
    deliver: sql`select array_agg(name order by position), count(*)::int, min(e.judging_ends_at) from jury j, e
      where e.state = 'judging' and exists (select from ballots b join nominations n on n.id = b.nomination_id
        where ${mine} and b.person_id = j.person_id and b.state in ('assigned', 'started', 'reopened'))`,
    closeJudging: sql`select ${nobody}, count(*)::int, null from e where e.state = 'judging' and e.judging_ends_at <= ${now}`,
    vote: sql`select ${nobody}, count(*)::int, min(m.closes_at) from motions m
      where m.edition_id = ${id} and m.closed_at is null and m.closes_at > ${now} and ${scope(motion, 'read', viewer, now, 'm')}
        and exists (select from motion_electorate(m.id) v where v.entitled
          and not exists (select from motion_votes given where given.motion_id = m.id and given.person_id = v.person_id))`,
    decide: sql`select ${nobody}, count(*)::int, min(e.finalists_at) from e where e.state = 'deliberating'`,
    answerNamings: sql`select ${nobody}, count(*)::int, min(e.finalists_at) from nominations n, e
      where ${may('seeNaming')} and e.state = 'decided' and ${toldAndSilent(reader, id)}`,
    approveStatements: sql`select ${nobody}, count(*)::int, min(e.finalists_at) from nominations n join statements s on s.nomination_id = n.id, e
      where ${may('seeStatement')} and s.approved_at is null and s.nb <> '' and s.nn <> '' and e.state in ('decided', 'finalistsPublished')`,
    approveLetters: sql`select array_agg(distinct ${nameOf('p')}), count(*)::int, null from letter_batches b join people p on p.id = b.prepared_by
      where ${isSecretary} and b.edition_id = ${id} and letter_needs_two(b.edition_id, b.recipients, b.about, ${now}) and b.sent_at is null and b.discarded_at is null and b.send_at is null
        and ${notOutOfIt(reader)}`,
    approvePublication: sql`select array_agg(distinct ${nameOf('p')}), count(*)::int, min(u.publish_at) from publications u
      join people p on p.id = case when u.approved_at is null then u.prepared_by else u.move_by end
      where u.edition_id = ${id} and u.stopped_at is null and u.held_at is null and (u.publish_at > ${now} or u.release = 'approval')
        and (u.approved_at is null or (u.move_to is not null and u.moved_at is null))`,
  };
}
