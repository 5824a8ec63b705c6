/** What the jury has decided, for those who carry it further. Nothing of it is public before its time. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { hasDeclined } from '../../core/policy/relations/jury.ts';
import { nomination } from '../../core/policy/resources.ts';
import { chosenAmong, weighed } from '../../core/policy/states.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { compareNames } from '../../ui/text/format.ts';
import { demand, findEdition } from '../editions/queries.ts';
import type { DecisionOut } from './schema.ts';
import { followedBy } from './motions.ts';
import { namesFor } from './voters.ts';

/**
 * Decisions of an edition, the latest first, the retracted with them. A decision on an application that the reader is out of
 * is left out as a whole: half of it would tell the other half.
 *
 * @throws not-found, auth/forbidden, or process/not-now before there can be any
 */
export async function decisionsOf(db: Kysely<DB>, reader: Reader, editionId: string): Promise<DecisionOut[]> {
  demand(await findEdition(db, reader, editionId), 'seeDecisions');
  return decisionsSeenBy(db, reader, editionId);
}

/** The same for a reader whose right to the decisions has been asked for already. */
export async function decisionsSeenBy(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<DecisionOut[]> {
  const rows = await db
    .selectFrom('decisions as d')
    .innerJoin('people as by', 'by.id', 'd.decided_by')
    .leftJoin('people as back', 'back.id', 'd.retracted_by')
    .selectAll('d')
    .select(['by.name as decided_name', 'back.name as retracted_name'])
    .where('d.edition_id', '=', editionId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision_entries as e')
            .innerJoin('nominations as n', 'n.id', 'e.nomination_id')
            .select('n.id')
            .whereRef('e.decision_id', '=', 'd.id')
            .where(nomination.relations.conflicted('n', viewerOf(reader.actor))),
        ),
      ),
    )
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  const ids = rows.map(({ id }) => id);
  const entries = await entriesOf(db, ids);
  const participants = await participantsOf(db, reader, ids);
  const motions = await followedBy(db, ids);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    noAward: row.no_award,
    reason: row.reason,
    departs: row.departs,
    decidedBy: row.decided_name,
    decidedAt: row.decided_at.toISOString(),
    retracted: row.retracted_at
      ? {
          by: row.retracted_name ?? '',
          at: row.retracted_at.toISOString(),
          reason: row.retraction_reason ?? '',
        }
      : null,
    entries: (entries.get(row.id) ?? [])
      .map(({ nomination_id, organisation_name, outcome }) => ({
        nominationId: nomination_id,
        organisation: organisation_name,
        outcome,
      }))
      .toSorted((a, b) => compareNames(a.organisation, b.organisation)),
    motions: motions.get(row.id) ?? [],
    quorum: row.quorum,
    participants: (participants.get(row.id) ?? []).map(({ decision_id: _, ...participant }) => participant),
  }));
}

async function entriesOf(db: Kysely<DB>, decisions: readonly string[]) {
  const rows =
    decisions.length === 0
      ? []
      : await db
          .selectFrom('decision_entries as e')
          .innerJoin('nominations as n', 'n.id', 'e.nomination_id')
          .select(['e.decision_id', 'e.nomination_id', 'e.outcome', 'n.organisation_name'])
          .where('e.decision_id', 'in', [...decisions])
          .execute();
  return Map.groupBy(rows, (row) => row.decision_id);
}

async function participantsOf(db: Kysely<DB>, reader: Reader, decisions: readonly string[]) {
  const rows =
    decisions.length === 0
      ? []
      : await db
          .selectFrom('decision_participants as t')
          .innerJoin('people as p', 'p.id', 't.person_id')
          .selectAll('t')
          .select('p.name')
          .where('t.decision_id', 'in', [...decisions])
          .orderBy('p.name')
          .execute();
  const names = await namesFor(
    db,
    reader,
    rows.flatMap(({ out_of }) => out_of),
  );
  return Map.groupBy(
    rows.map(({ decision_id, person_id, name, took_part, note, out_of, unanswered, whole_edition }) => ({
      decision_id,
      personId: person_id,
      name,
      tookPart: took_part,
      note: out_of.length ? out_of.map((id) => names.get(id) ?? '…').join(', ') : note,
      unanswered: unanswered.length > 0,
      wholeEdition: whole_edition,
    })),
    (row) => row.decision_id,
  );
}

export interface Candidate {
  id: string;
  organisation_name: string;
  unit_name: string;
}

/** Whom the jury can choose among, by name: everything it weighs, or the nominated once these are decided. */
export async function candidatesFor(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
  kind: 'finalists' | 'winner',
): Promise<Candidate[]> {
  let query = db
    .selectFrom('nominations as n')
    .select(['n.id', 'n.organisation_name', 'n.unit_name'])
    .where('n.edition_id', '=', editionId)
    .where('n.state', 'in', kind === 'finalists' ? weighed : chosenAmong)
    .where((eb) => eb.not(hasDeclined('n')))
    .where(scope(nomination, 'seeResult', viewerOf(actor), now, 'n'));
  if (kind === 'winner') {
    query =
      query.where(sql<boolean>`exists (select from decision_entries e join decisions d on d.id = e.decision_id
      where e.nomination_id = n.id and d.kind = 'finalists' and d.retracted_at is null)`);
  }
  return (await query.execute()).toSorted(
    (a, b) =>
      compareNames(a.organisation_name, b.organisation_name) || compareNames(a.unit_name, b.unit_name),
  );
}
