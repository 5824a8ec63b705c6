/** Ballots that the chair has opened after the closing, with what they said before. */
import { sql, type Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { ballot } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { sheetOf } from './queries.ts';
import type { DeliveredBallot, Reopening, SheetLine } from './schema.ts';

const delivered = (db: Kysely<DB>, { actor, now }: Reader) =>
  db
    .selectFrom('ballots as b')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .innerJoin('seats as s', 's.id', 'b.seat_id')
    .select(['b.id', 'b.version', 'b.state', 'b.edition_id', 'n.organisation_name', 'n.unit_name'])
    .select(sql<string>`coalesce(nullif(p.name, ''), p.email)`.as('juror'))
    .select(relationsOf(ballot, viewerOf(actor), now, 'b').as('rel'));

type Row = Awaited<ReturnType<ReturnType<typeof delivered>['executeTakeFirstOrThrow']>>;

const withRights = ({ rel, ...row }: Row): DeliveredBallot => ({
  ...row,
  opens: can(ballot, 'unlock', { state: row.state, rel }),
});

/** The locked ballots that the reader may open, application by application. */
export async function ballotsToOpen(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<DeliveredBallot[]> {
  const rows = await delivered(db, reader)
    .where('b.edition_id', '=', editionId)
    .where(scope(ballot, 'unlock', viewerOf(reader.actor), reader.now, 'b'))
    .orderBy('n.organisation_name')
    .orderBy('n.id')
    .orderBy('s.position')
    .execute();
  return rows.map(withRights);
}

/** A ballot with all that was delivered of it. @throws not-found for whoever may not read it */
export async function ballotHistory(
  db: Kysely<DB>,
  reader: Reader,
  id: string,
): Promise<{ ballot: DeliveredBallot; now: SheetLine[]; earlier: Reopening[] }> {
  const row = await delivered(db, reader)
    .where('b.id', '=', id)
    .where(scope(ballot, 'read', viewerOf(reader.actor), reader.now, 'b'))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return {
    ballot: withRights(row),
    now: await sheetOf(db, row),
    earlier: await reopeningsOf(db, row),
  };
}

/** Why a ballot was opened, and what it said until then; the latest first. The caller has seen to it that the ballot may be read. */
export async function reopeningsOf(
  db: Kysely<DB>,
  row: { id: string; edition_id: string },
): Promise<Reopening[]> {
  const found = await db
    .selectFrom('ballot_reopenings as r')
    .innerJoin('people as p', 'p.id', 'r.reopened_by')
    .select(['r.id', 'r.reopened_at as at', 'r.reason'])
    .select(sql<string>`coalesce(nullif(p.name, ''), p.email)`.as('by'))
    .where('r.ballot_id', '=', row.id)
    .orderBy('r.delivery', 'desc')
    .execute();
  if (found.length === 0) return [];
  const given = await db
    .selectFrom('ballot_earlier_scores')
    .selectAll()
    .where(
      'reopening_id',
      'in',
      found.map(({ id }) => id),
    )
    .execute();
  const sheet = await sheetOf(db, row);
  return found.map((one) => {
    const then = new Map(
      given.filter(({ reopening_id }) => reopening_id === one.id).map((g) => [g.criterion_id, g]),
    );
    const before = sheet.flatMap((line) => {
      const g = then.get(line.criterionId);
      return g
        ? [
            {
              ...line,
              score: g.score,
              notDescribed: g.not_described,
              met: g.met,
              assessment: g.assessment,
            },
          ]
        : [];
    });
    return { ...one, before: before.length ? before : null };
  });
}
