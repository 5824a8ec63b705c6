/** The carried motions that a decision follows. A decision can do without one; one that lapsed is followed by none. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { DecisionOut } from './schema.ts';

type Kind = 'finalists' | 'winner';
/** What a motion of this kind wants decided. */
const wanted = { finalists: 'nominate', winner: 'winner' } as const;

/** Whom the jury has carried, for what it decides next. */
export async function carriedFor(db: Kysely<DB>, editionId: string, kind: Kind): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.nomination_id as id from motions m
    where m.edition_id = ${editionId} and m.kind = ${wanted[kind]} and motion_stands(m.id)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Ties a decision to every motion that carried what it says. */
export async function followMotions(
  db: Kysely<DB>,
  decision: { id: string; editionId: string; kind: Kind; noAward: boolean; chosen: readonly string[] },
): Promise<void> {
  const { id, editionId, kind, noAward, chosen } = decision;
  await sql`
    insert into decision_motions (decision_id, motion_id)
    select ${id}, m.id from motions m
    where m.edition_id = ${editionId} and m.kind = ${noAward ? 'noAward' : wanted[kind]}
      and (${noAward} or m.nomination_id = any (${[...chosen]}::uuid[])) and motion_stands(m.id)`.execute(db);
}

export async function followedBy(
  db: Kysely<DB>,
  decisions: readonly string[],
): Promise<Map<string, DecisionOut['motions']>> {
  const rows =
    decisions.length === 0
      ? []
      : await db
          .selectFrom('decision_motions as d')
          .innerJoin('motions as m', 'm.id', 'd.motion_id')
          .leftJoin('nominations as n', 'n.id', 'm.nomination_id')
          .select(['d.decision_id', 'm.id', 'm.kind', 'n.organisation_name as organisation'])
          .where('d.decision_id', 'in', [...decisions])
          .orderBy('m.put_at')
          .orderBy('m.id')
          .execute();
  return new Map(
    [...Map.groupBy(rows, ({ decision_id }) => decision_id)].map(([id, mine]) => [
      id,
      mine.map(({ decision_id: _, ...one }) => one),
    ]),
  );
}
