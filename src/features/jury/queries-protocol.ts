/** The protocol of declarations of a year, as its reader may see it: applications that the reader is out of are not in it. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { reachOf } from '../editions/recusal.ts';
import { capacity } from './queries-declarations.ts';
import type { Ground } from './schema.ts';
import type { Protocol } from './schema-protocol.ts';

/** @throws not-found, auth/forbidden */
export async function protocolOf(db: Kysely<DB>, reader: Reader, editionId: string): Promise<Protocol> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'readConflictProtocol');
  const { rows } = await sql<{ quorum: number }>`select quorum_of(${editionId}) as quorum`.execute(db);
  return {
    format: 'etikkprisen/conflict-protocol@1',
    year: edition.year,
    rules: {
      sha256: edition.rules_sha256,
      reach: reachOf(edition),
      quorum: rows[0]!.quorum,
      objectionDays: edition.objection_days,
    },
    jury: await juryOf(db, editionId),
    declarations: await declarationsIn(db, reader, editionId),
    decisions: await decisionsIn(db, reader, editionId),
    objections: await objectionsIn(db, reader, editionId),
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
/** The name, or the address of somebody who has not given one. */
const named = (person: 'p' | 'by') =>
  sql<string>`coalesce(nullif(${sql.ref(`${person}.name`)}, ''), ${sql.ref(`${person}.email`)})`;

/** Everybody who has sat in the jury, in the order of the seats. */
export async function juryOf(db: Kysely<DB>, editionId: string): Promise<Protocol['jury']> {
  const rows = await db
    .selectFrom('seat_holders as h')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['s.organisation', 's.role', 's.called_in_at', 'h.confirmed_at', 'h.until_at'])
    .select(named('p').as('name'))
    .where('h.edition_id', '=', editionId)
    .orderBy('s.position')
    .orderBy('h.invited_at')
    .execute();
  return rows.map(({ organisation, role, name, confirmed_at, called_in_at, until_at }) => ({
    organisation,
    role,
    name,
    confirmedAt: iso(confirmed_at),
    calledInAt: iso(called_in_at),
    leftAt: iso(until_at),
  }));
}

async function declarationsIn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<Protocol['declarations']> {
  const rows = await db
    .selectFrom('declarations as d')
    .innerJoin('nominations as n', 'n.id', 'd.nomination_id')
    .innerJoin('people as p', 'p.id', 'd.person_id')
    .select(['d.declared_at', 'd.answer', 'd.grounds', 'd.wording_version', 'n.organisation_name'])
    .select([named('p').as('name'), capacity.as('capacity')])
    .where('d.edition_id', '=', editionId)
    .where(scope(nomination, 'seeConflicts', viewerOf(actor), now, 'n'))
    .orderBy('d.standing_order')
    .execute();
  return rows.map((row) => ({
    at: row.declared_at.toISOString(),
    name: row.name,
    capacity: row.capacity,
    application: row.organisation_name,
    answer: row.answer,
    grounds: row.grounds as Ground[],
    wording: row.wording_version,
  }));
}

async function decisionsIn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<Protocol['decisions']> {
  const rows = await db
    .selectFrom('recusal_decisions as d')
    .innerJoin('nominations as n', 'n.id', 'd.nomination_id')
    .innerJoin('people as p', 'p.id', 'd.person_id')
    .innerJoin('people as by', 'by.id', 'd.decided_by')
    .select(['d.decided_at', 'd.recused', 'd.reach', 'd.rule_reach', 'd.reason', 'n.organisation_name'])
    .select([named('p').as('name'), named('by').as('decided_by')])
    .where('d.edition_id', '=', editionId)
    .where(scope(nomination, 'seeConflicts', viewerOf(actor), now, 'n'))
    .orderBy('d.standing_order')
    .execute();
  return rows.map((row) => ({
    at: row.decided_at.toISOString(),
    name: row.name,
    application: row.organisation_name,
    recused: row.recused,
    reach: row.reach,
    reachByTheRegulations: row.rule_reach,
    decidedBy: row.decided_by,
    reason: row.reason,
  }));
}

/** Whoever an objection is about does not read of it here either, while it waits. */
export async function objectionsIn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<Protocol['objections']> {
  const rows = await db
    .selectFrom('objections as o')
    .innerJoin('nominations as n', 'n.id', 'o.nomination_id')
    .leftJoin('people as p', 'p.id', 'o.about_id')
    .leftJoin('people as by', 'by.id', 'o.answered_by')
    .select(['o.made_at', 'o.answered_at', 'o.recused', 'n.organisation_name'])
    .select([named('p').as('about'), named('by').as('answered_by')])
    .where('o.edition_id', '=', editionId)
    .where(scope(nomination, 'seeConflicts', viewerOf(actor), now, 'n'))
    .where(
      sql<boolean>`(o.answered_at is not null or o.about_id is distinct from ${actor?.personId ?? null}::uuid)`,
    )
    .orderBy('o.made_at')
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    at: row.made_at.toISOString(),
    application: row.organisation_name,
    about: row.about,
    answeredAt: iso(row.answered_at),
    answeredBy: row.answered_by,
    recused: row.recused,
  }));
}
