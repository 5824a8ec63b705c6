/** The meetings in the protocol: who was there from when, what was treated, and who was out. Nothing of what the reader is out of. */
import type { Kysely } from 'kysely';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { JudgedEdition } from '../editions/queries.ts';
import { motionsSeenBy } from '../motions/queries.ts';
import type { JuryProtocol } from './schema.ts';

export async function meetingsIn(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<JuryProtocol['meetings']> {
  const rows = await db
    .selectFrom('meetings')
    .select(['id', 'started_at', 'ended_at'])
    .where('edition_id', '=', editionId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const present = await presentIn(db, ids);
  const treated = await treatedIn(db, reader, ids);
  const absences = await absencesIn(db, reader, ids);
  const of = <T extends { meeting_id: string }>(all: readonly T[], id: string) =>
    all.filter(({ meeting_id }) => meeting_id === id).map(({ meeting_id: _, ...one }) => one);
  return rows.map(({ id, started_at, ended_at }) => ({
    id,
    startedAt: started_at.toISOString(),
    endedAt: iso(ended_at),
    present: of(present, id),
    treated: of(treated, id),
    absences: of(absences, id),
  }));
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

async function presentIn(db: Kysely<DB>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('meeting_presence as p')
    .innerJoin('people as w', 'w.id', 'p.person_id')
    .select(['p.meeting_id', 'w.name', 'p.new_conflict', 'p.from_at', 'p.until_at'])
    .where('p.meeting_id', 'in', ids)
    .orderBy('p.from_at')
    .orderBy('w.name')
    .execute();
  return rows.map(({ meeting_id, name, new_conflict, from_at, until_at }) => ({
    meeting_id,
    name,
    newConflict: new_conflict,
    from: from_at.toISOString(),
    until: iso(until_at),
  }));
}

async function treatedIn(db: Kysely<DB>, { actor }: Reader, ids: readonly string[]) {
  const rows = await db
    .selectFrom('meeting_openings as o')
    .innerJoin('nominations as n', 'n.id', 'o.nomination_id')
    .select(['o.meeting_id', 'n.organisation_name', 'o.opened_at', 'o.closed_at'])
    .where('o.meeting_id', 'in', ids)
    .where((eb) => eb.not(nomination.relations.conflicted('n', viewerOf(actor))))
    .orderBy('o.opened_at')
    .orderBy('o.id')
    .execute();
  return rows.map(({ meeting_id, organisation_name, opened_at, closed_at }) => ({
    meeting_id,
    application: organisation_name,
    from: opened_at.toISOString(),
    until: iso(closed_at),
  }));
}

/** Without an application: for the ranking, or by one's own. */
async function absencesIn(db: Kysely<DB>, { actor }: Reader, ids: readonly string[]) {
  const rows = await db
    .selectFrom('meeting_absences as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .leftJoin('nominations as n', 'n.id', 'a.nomination_id')
    .select(['a.meeting_id', 'p.name', 'n.organisation_name', 'a.out_at', 'a.in_at'])
    .where('a.meeting_id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('a.nomination_id', 'is', null),
        eb.not(nomination.relations.conflicted('n', viewerOf(actor))),
      ]),
    )
    .orderBy('a.out_at')
    .orderBy('a.id')
    .execute();
  return rows.map(({ meeting_id, name, organisation_name, out_at, in_at }) => ({
    meeting_id,
    name,
    application: organisation_name,
    out: out_at.toISOString(),
    in: iso(in_at),
  }));
}

/** Votes that are closed, the earliest first. */
export async function motionsIn(
  db: Kysely<DB>,
  reader: Reader,
  row: JudgedEdition,
): Promise<JuryProtocol['motions']> {
  const seen = (await motionsSeenBy(db, reader, row)).toReversed();
  return seen
    .filter(({ closedAt }) => closedAt !== null)
    .map(({ allowedActions: _actions, myVote: _mine, ...one }) => one);
}
