/** How far the way from the jury's decision to the public is: what is written, approved and prepared. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Outcome } from './schema-outcome.ts';

/** For whoever may see the decisions: the caller asks. Answers to applicants are counted as far as the reader may write them. */
export async function outcomeOf(db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<Outcome> {
  const nominated = sql`from decisions d join decision_entries t on t.decision_id = d.id left join statements s on s.nomination_id = t.nomination_id
    where d.edition_id = ${editionId} and d.kind = 'finalists' and d.retracted_at is null`;
  const winner = sql`from decisions where edition_id = ${editionId} and kind = 'winner' and retracted_at is null`;
  // One whose moment went by before anybody approved it has to be prepared anew.
  const publication = (kind: 'finalists' | 'winner') =>
    sql`from publications where edition_id = ${editionId} and kind = ${kind} and stopped_at is null and taken_down_at is null
      and (approved_at is not null or release = 'approval' or publish_at > ${now})`;
  const answered = sql`from nominations n left join feedbacks f on f.nomination_id = n.id
    where n.edition_id = ${editionId} and ${scope(nomination, 'writeFeedback', viewerOf(actor), now, 'n')}`;
  const { rows } = await sql<Outcome>`select
      (select count(*)::int ${nominated}) as "nominated",
      (select count(*)::int ${nominated} and s.nb <> '' and s.nn <> '') as "written",
      (select count(*)::int ${nominated} and s.approved_at is not null) as "approved",
      exists (select ${publication('finalists')}) as "finalistsPrepared",
      exists (select ${publication('finalists')} and approved_at is not null) as "finalistsApproved",
      exists (select ${winner}) as "winnerDecided",
      exists (select ${publication('winner')}) as "winnerPrepared",
      exists (select ${publication('winner')} and approved_at is not null) as "winnerApproved",
      exists (select ${publication('winner')} and approved_at is not null and release = 'press') as "atCeremony",
      exists (select ${publication('winner')} and held_at is not null and not publication_is_public(publications, ${now})) as "winnerHeld",
      (select count(*)::int ${answered}) as "toAnswer",
      (select count(*)::int ${answered} and f.approved_at is not null) as "answered"`.execute(db);
  return rows[0]!;
}
