/** What was agreed on at the meeting, for whoever may see the scores of an application. */
import { sql, type Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { ballot, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { FileAgreed } from '../../core/record/result-file.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { AgreedLine, AgreedScore } from './schema-agreed.ts';

const nameOf = (alias: string) =>
  sql<string>`coalesce(nullif(${sql.ref(`${alias}.name`)}, ''), ${sql.ref(`${alias}.email`)})`;

/** About the last delivery of each ballot, in the order in which they were proposed. */
const current = (db: Kysely<DB>) =>
  db
    .selectFrom('agreed_scores as a')
    .innerJoin('agreed_score_contents as c', 'c.agreed_id', 'a.id')
    .innerJoin('ballots as b', 'b.id', 'a.ballot_id')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .innerJoin('criteria as k', 'k.id', 'a.criterion_id')
    .innerJoin('people as j', 'j.id', 'b.person_id')
    .innerJoin('people as p', 'p.id', 'a.proposed_by')
    .leftJoin('ballot_scores as g', (join) =>
      join.onRef('g.ballot_id', '=', 'a.ballot_id').onRef('g.criterion_id', '=', 'a.criterion_id'),
    )
    .leftJoin('counted_agreements as counted', 'counted.id', 'a.id')
    .select(['a.id', 'a.ballot_id', 'b.person_id', 'a.criterion_id', 'k.texts', 'a.answer', 'a.answered_at'])
    .select(['g.score as delivered', 'c.score', 'c.reason', 'a.proposed_at', 'a.proposed_by as proposer'])
    .select(['n.organisation_name', nameOf('j').as('juror'), nameOf('p').as('by')])
    .select(({ eb }) => eb('counted.id', 'is not', null).as('counts'))
    .where('b.state', '=', 'locked')
    .where(
      sql<boolean>`a.delivery = (select max(d.delivery) from ballot_commitments d where d.ballot_id = a.ballot_id)`,
    )
    .orderBy('n.organisation_name')
    .orderBy('a.ballot_id')
    .orderBy('a.number');

/** Those of one application, confirmed or waiting; the caller has seen to it that its scores may be seen. */
export async function agreedOn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  nominationId: string,
): Promise<AgreedScore[]> {
  const rows = await current(db)
    .select('b.state')
    .select(relationsOf(ballot, viewerOf(actor), now, 'b', ['answerScore', 'proposeScore']).as('rel'))
    .select(sql<boolean>`agreement_open(b.edition_id)`.as('open'))
    .where('b.nomination_id', '=', nominationId)
    .where((eb) => eb.or([eb('a.answer', 'is', null), eb('a.answer', '=', 'confirmed')]))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ballotId: row.ballot_id,
    personId: row.person_id,
    name: row.juror,
    criterionId: row.criterion_id,
    texts: row.texts,
    delivered: row.delivered,
    score: row.score,
    reason: row.reason,
    proposedBy: row.by,
    proposedAt: row.proposed_at.toISOString(),
    confirmedAt: row.answered_at?.toISOString() ?? null,
    counts: row.counts as boolean,
    allowedActions:
      row.answer !== null || !row.open
        ? []
        : [
            ...(can(ballot, 'answerScore', row) ? (['confirmed', 'declined'] as const) : []),
            ...(row.proposer === actor?.personId ? (['withdrawn'] as const) : []),
          ],
  }));
}

/** The ballots about which the reader may propose something now: at the meeting that treats the application, but for the reader's own. */
export function proposableBallots(
  db: Kysely<DB>,
  { actor, now }: Reader,
  nominationId: string,
): Promise<{ ballotId: string; personId: string; name: string }[]> {
  return db
    .selectFrom('ballots as b')
    .innerJoin('people as j', 'j.id', 'b.person_id')
    .innerJoin('seats as s', 's.id', 'b.seat_id')
    .select(['b.id as ballotId', 'b.person_id as personId', nameOf('j').as('name')])
    .where('b.nomination_id', '=', nominationId)
    .where('b.person_id', '<>', actor?.personId ?? null)
    .where(scope(ballot, 'proposeScore', viewerOf(actor), now, 'b'))
    .where(sql<boolean>`agreement_open(b.edition_id)`)
    .where(
      sql<boolean>`exists (select from meeting_openings o join meetings m on m.id = o.meeting_id where m.ended_at is null and o.nomination_id = b.nomination_id)`,
    )
    .orderBy('s.position')
    .execute();
}

/** The applications on which something waits for the reader's answer. */
export function agreedWaiting(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<{ nominationId: string; organisation: string; unit: string }[]> {
  return db
    .selectFrom('agreed_scores as a')
    .innerJoin('ballots as b', 'b.id', 'a.ballot_id')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .select(['n.id as nominationId', 'n.organisation_name as organisation', 'n.unit_name as unit'])
    .distinct()
    .where('b.edition_id', '=', editionId)
    .where('a.answer', 'is', null)
    .where(sql<boolean>`agreement_open(b.edition_id)`)
    .where(scope(ballot, 'answerScore', viewerOf(actor), now, 'b'))
    .orderBy('n.organisation_name')
    .execute();
}

/** All that are confirmed of a year, of applications whose agreed scores the reader may see. */
export async function agreedInYear(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<AgreedLine[]> {
  const rows = await current(db)
    .where('b.edition_id', '=', editionId)
    .where('a.answer', '=', 'confirmed')
    .where(scope(nomination, 'seeAgreedScores', viewerOf(actor), now, 'n'))
    .execute();
  return rows.map(({ organisation_name, juror, texts, delivered, score, reason, answered_at }) => ({
    application: organisation_name,
    juror,
    texts,
    delivered,
    score,
    reason,
    at: answered_at!.toISOString(),
  }));
}

/** As a frozen file holds it. */
export interface ConfirmedScore extends FileAgreed {
  ballotId: string;
}

/** Whatever was confirmed about the last delivery of each ballot, in the order in which it counts. */
export async function confirmedScores(db: Kysely<DB>, editionId: string): Promise<ConfirmedScore[]> {
  const rows = await current(db)
    .select(['a.number', 'a.hash'])
    .where('b.edition_id', '=', editionId)
    .where('a.answer', '=', 'confirmed')
    .execute();
  return rows.map(({ ballot_id, number, criterion_id, score, reason, hash }) => ({
    ballotId: ballot_id,
    number,
    criterion: criterion_id,
    score,
    reason,
    hash: hash!,
  }));
}
