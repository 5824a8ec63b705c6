/** Telling the holders of a draft that it will be erased: two weeks before, once. Without this letter a draft stays. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { addDays } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { lettersToMembers } from '../nominations/to-members.ts';
import { WARNING_DAYS } from './schema.ts';

interface Ageing {
  id: string;
  edition_id: string;
  organisation_name: string;
  language: 'nb' | 'nn';
  year: number;
  goes_at: Date;
}

const ageing = (now: Date, only: RawBuilder<unknown> = sql`true`) => sql<Ageing>`
  select n.id, n.edition_id, n.organisation_name, n.language, e.year, application_closes_at(n, e.closes_at) + r.keep as goes_at
  from nominations n join editions e on e.id = n.edition_id join retention_rules r on r.name = 'drafts'
  where n.state = 'draft' and n.submission_count = 0 and e.announced_at is not null
    and application_closes_at(n, e.closes_at) + r.keep <= ${addDays(now, WARNING_DAYS)}
    and not exists (select from draft_warnings w where w.nomination_id = n.id) and ${only}
  order by n.id`;

/** Drafts whose holders should be told at `now`. */
export const warningsDue = async (db: Kysely<DB>, now: Date): Promise<{ id: string }[]> =>
  (await ageing(now).execute(db)).rows;

export async function warnHolders(unit: Unit, { id }: { id: string }): Promise<boolean> {
  const { trx, now } = unit;
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
  const [draft] = (await ageing(now, sql`n.id = ${id}`).execute(trx)).rows;
  if (!draft) return false;
  await trx.insertInto('draft_warnings').values({ nomination_id: id, warned_at: now }).execute();
  const soonest = addDays(now, WARNING_DAYS);
  await lettersToMembers(unit, draft, {
    template: 'draftErasure',
    key: 'erasure',
    params: {
      organisation: draft.organisation_name,
      year: draft.year,
      goesAt: draft.goes_at > soonest ? draft.goes_at : soonest,
      path: `/soknad/${id}`,
    },
  });
  return true;
}
