/** Who has applied and waits for an answer when the year is to be put away: with reasons, where the year promised them. */
import { sql } from 'kysely';
import { weighed } from '../../core/policy/states.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { EditionRow } from './schema.ts';
import type { Owed } from './schema-readiness.ts';

const ended: readonly EditionRow['state'][] = ['winnerAnnounced', 'noAward', 'cancelled'];

/**
 * Everybody who sent in and did not withdraw has been told how it went: by the letter of the service or by one of the secretariat. In a
 * year that was cancelled nothing goes by itself. Where nobody is left on an application there is nobody to tell.
 * Whoever is out of an application learns nothing of it here either (HAB-2): it comes without name and place.
 * What the schedule has erased cannot be asked any more: after two years nobody is told a second time, and the year can be put away.
 */
export async function answersOwed(
  { trx, actor }: Pick<Unit, 'trx' | 'actor'>,
  row: EditionRow,
): Promise<Owed[]> {
  if (!ended.includes(row.state)) return [];
  const told = sql`exists (select from letters l left join letter_batches b on b.id = l.batch_id
    where l.nomination_id = n.id and l.error is distinct from 'outdated' and not tells_what_is_taken_down(l) and (
      l.template = case n.state when 'rejected' then 'rejected' else 'outcome' end
      or l.template = 'notSelected'
      or b.about = case n.state when 'rejected' then 'admission' else 'winner' end
      or b.about = 'nomination' and n.state = 'notSelected'
      or e.state = 'cancelled' and l.template = 'batch' and l.created_at >= e.ended_at))`;
  const reasoned = sql`exists (select from feedbacks f where f.nomination_id = n.id and f.approved_at is not null and f.told_at is not null)`;
  const forgotten = sql`exists (select from erasures x where x.rule = 'letters' and x.subject_id = e.id
    or x.rule in ('contacts', 'notNominated', 'nominated') and x.subject_id = n.id)`;
  const { rows } = await sql<{ id: string | null; name: string | null; lacks: Owed['lacks'] }>`
    select case when hidden then null else id end as id, case when hidden then null else organisation_name end as name, lacks
    from (
      select n.id, n.organisation_name, lacking.lacks,
        exists (select from standings st where st.nomination_id = n.id and st.person_id = ${actor?.personId ?? null}
          and st.standing in ('recused', 'pending')) as hidden
      from nominations n join editions e on e.id = n.edition_id
        cross join lateral (
          select 'answer' as lacks where not ${told}
          union all
          select 'reasons' where e.reasons_promised and e.state <> 'cancelled' and n.state = any(${[...weighed]}::text[]) and not ${reasoned}
        ) lacking
      where n.edition_id = ${row.id} and not ${forgotten} and n.submission_count > 0 and n.state not in ('draft', 'withdrawn')
        and exists (select from nomination_members m join people p on p.id = m.person_id
          where m.nomination_id = n.id and m.removed_at is null and p.removed_at is null)
    ) found
    order by hidden, case when hidden then null else organisation_name end, lacks`.execute(trx);
  return rows.map(({ id, name, lacks }) => ({ nominationId: id, organisation: name ?? '…', lacks }));
}
