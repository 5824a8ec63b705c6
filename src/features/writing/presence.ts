/** Who is in the form now, and what they have written since: one short question every few seconds. */
import { sql } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { instant, realNow } from '../../platform/clock.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { isOpen } from '../nominations/window.ts';
import { PRESENT } from './schema.ts';

export interface Here {
  section: string;
  /** The question one stands in. */
  field?: string | undefined;
  /** The versions of the answers on the page. */
  versions: Readonly<Record<string, number>>;
}
export interface Other {
  personId: string;
  name: string;
  section: string;
  field: string | null;
}
export interface Change {
  field: string;
  value: string;
  version: number;
  updatedBy: string;
  updatedAt: Date;
  /** Written by the one who asks, on another device or in another tab. */
  own: boolean;
}
export interface Now {
  others: Other[];
  changes: Change[];
  /** It can be written in. */
  open: boolean;
}

/**
 * Tells that the person has a part open, and what has happened there since. Real time: it is about people at their
 * screens, not about the award. @throws not-found, auth/forbidden for whoever does not work on it
 */
export async function beHere(unit: Unit, id: string, { section, field, versions }: Here): Promise<Now> {
  const { trx } = unit;
  const row = await nominationFor(trx, unit, id, 'readDraft');
  const now = realNow();
  const me = personOf(unit);
  const mine = { nomination_id: id, person_id: me, section, question_id: field ?? null, seen_at: now };
  await trx
    .insertInto('presence')
    .values(mine)
    .onConflict((conflict) => conflict.columns(['nomination_id', 'person_id']).doUpdateSet(mine))
    .execute();
  return {
    others: (await presentIn(unit, id)).filter(({ personId }) => personId !== me),
    changes: await changesSince(unit, id, versions),
    open: can(nomination, 'edit', row) && isOpen(await callOf(trx, row.edition_id), row, unit.now),
  };
}

/** Who has the form open, and where they stand. Only those who still work on it. */
export async function presentIn({ trx }: Pick<Unit, 'trx'>, id: string): Promise<Other[]> {
  const rows = await trx
    .selectFrom('presence as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .innerJoin('nomination_members as m', (join) =>
      join
        .onRef('m.nomination_id', '=', 'r.nomination_id')
        .onRef('m.person_id', '=', 'r.person_id')
        .on('m.removed_at', 'is', null),
    )
    .select(['p.id', 'p.name', 'p.email', 'r.section', 'r.question_id'])
    .where('r.nomination_id', '=', id)
    .where('r.seen_at', '>', instant(realNow().getTime() - PRESENT))
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name || row.email,
    section: row.section,
    field: row.question_id,
  }));
}

async function changesSince(
  unit: Unit,
  id: string,
  versions: Readonly<Record<string, number>>,
): Promise<Change[]> {
  if (Object.keys(versions).length === 0) return [];
  const me = personOf(unit);
  const { rows } = await sql<Omit<Change, 'own'> & { by: string }>`
    select a.question_id as field, a.value, a.version, coalesce(nullif(p.name, ''), p.email) as "updatedBy", a.updated_at as "updatedAt", p.id as by
    from answers a join people p on p.id = a.updated_by
    join jsonb_each_text(${JSON.stringify(versions)}::jsonb) seen on seen.key = a.question_id::text and seen.value::int < a.version
    where a.nomination_id = ${id}`.execute(unit.trx);
  return rows.map(({ by, ...change }) => ({ ...change, own: by === me }));
}
