/** The protocol of the jury as its reader may see it: nothing of an application that he or she is out of. */
import { sql, type Kysely } from 'kysely';
import { can, scope } from '../../core/policy/policy.ts';
import { edition, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { decisionsSeenBy } from '../decisions/queries.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { juryOf, objectionsIn } from '../jury/queries-protocol.ts';
import type { Ground, Reach } from '../jury/schema.ts';
import { agreedInYear } from '../results/queries-agreed.ts';
import { meetingsIn, motionsIn } from './meetings.ts';
import type { JuryProtocol } from './schema.ts';

/** @throws not-found, auth/forbidden; process/not-now before the jury has begun to decide */
export async function juryProtocolOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<JuryProtocol> {
  const row = await findEdition(db, reader, editionId);
  demand(row, 'readProtocol');
  const { rows } = await sql<{ quorum: number }>`select quorum_of(${editionId}) as quorum`.execute(db);
  const outOf = await countConflicted(db, reader, editionId);
  const decisions = await decisionsIn(db, reader, row, outOf > 0);
  const handles = can(edition, 'readConflictProtocol', row) || can(edition, 'seeDecisions', row);
  const me = reader.actor?.personId;
  return {
    format: 'etikkprisen/jury-protocol@1',
    year: row.year,
    scoring: row.scoring,
    rules: {
      sha256: row.rules_sha256,
      quorum: rows[0]!.quorum,
      rankRule: row.scoring ? (row.rank_rule ?? 'plain') : null,
      tieRule: row.scoring ? row.tie_rule : null,
    },
    partial: outOf > 0,
    jury: await juryOf(db, editionId),
    recusals: handles ? await recusalsIn(db, reader, editionId) : null,
    objections: handles ? await objectionsIn(db, reader, editionId) : null,
    ballots: await ballotsIn(db, reader, editionId),
    meetings: await meetingsIn(db, reader, editionId),
    agreed:
      row.scoring && (row.rel.juror || row.rel.auditor) ? await agreedInYear(db, reader, editionId) : null,
    motions: await motionsIn(db, reader, row),
    decisions,
    allowedActions: decisions
      .filter(
        ({ retracted, participants, confirmations }) =>
          !retracted &&
          participants.some(({ personId, tookPart }) => personId === me && tookPart) &&
          confirmations.every(({ personId }) => personId !== me),
      )
      .map(({ id }) => ({ action: 'confirm' as const, decisionId: id })),
  };
}

/** How many applications of the year the reader is out of. */
async function countConflicted(db: Kysely<DB>, { actor }: Reader, editionId: string): Promise<number> {
  const { n } = await db
    .selectFrom('nominations as n')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('n.edition_id', '=', editionId)
    .where(nomination.relations.conflicted('n', viewerOf(actor)))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/**
 * A juror who is out of an application reads no decision that he or she did not take part in: its reason may speak of it.
 * Those who carry decisions further see what their own page shows them.
 */
async function decisionsIn(
  db: Kysely<DB>,
  reader: Reader,
  row: JudgedEdition,
  outOfSomething: boolean,
): Promise<JuryProtocol['decisions']> {
  const seen = (await decisionsSeenBy(db, reader, row.id)).toReversed();
  const mine = (one: (typeof seen)[number]): boolean =>
    one.participants.some(({ personId, tookPart }) => personId === reader.actor?.personId && tookPart);
  const shown = can(edition, 'seeDecisions', row) || !outOfSomething ? seen : seen.filter(mine);
  const ids = shown.map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('decision_confirmations as c')
          .innerJoin('people as p', 'p.id', 'c.person_id')
          .select(['c.decision_id', 'c.person_id', 'c.confirmed_at', 'p.name'])
          .where('c.decision_id', 'in', ids)
          .orderBy('c.confirmed_at')
          .orderBy('p.name')
          .execute();
  const confirmations = Map.groupBy(rows, ({ decision_id }) => decision_id);
  return shown.map((one) => ({
    ...one,
    confirmations: (confirmations.get(one.id) ?? []).map(({ person_id, name, confirmed_at }) => ({
      personId: person_id,
      name,
      at: confirmed_at.toISOString(),
    })),
  }));
}

/** Who is out of what, with the codes of the grounds that the juror gave last. */
async function recusalsIn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<JuryProtocol['recusals']> {
  const rows = await db
    .selectFrom('standings as s')
    .innerJoin('nominations as n', 'n.id', 's.nomination_id')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .innerJoin('seat_holders as h', (join) =>
      join.onRef('h.person_id', '=', 's.person_id').onRef('h.edition_id', '=', 'n.edition_id'),
    )
    .select(['p.id', 'p.name', 'n.organisation_name', 's.reach'])
    .select((eb) =>
      eb
        .selectFrom('declarations as d')
        .select('d.grounds')
        .whereRef('d.person_id', '=', 's.person_id')
        .whereRef('d.nomination_id', '=', 's.nomination_id')
        .orderBy('d.standing_order', 'desc')
        .limit(1)
        .as('grounds'),
    )
    .distinct()
    .where('n.edition_id', '=', editionId)
    .where('s.standing', '=', 'recused')
    .where(scope(nomination, 'seeConflicts', viewerOf(actor), now, 'n'))
    .orderBy('p.name')
    .orderBy('n.organisation_name')
    .execute();
  return rows.map(({ name, organisation_name, grounds, reach }) => ({
    name,
    application: organisation_name,
    grounds: (grounds ?? []) as Ground[],
    reach: reach as Reach,
  }));
}

/** How many each juror has delivered, of applications that the reader is not out of. Counts only, no score. */
async function ballotsIn(
  db: Kysely<DB>,
  { actor }: Reader,
  editionId: string,
): Promise<JuryProtocol['ballots']> {
  const rows = await db
    .selectFrom('ballots as b')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .select(['p.name'])
    .select((eb) => [
      eb.fn.countAll<string>().as('of'),
      eb.fn.countAll<string>().filterWhere('b.state', 'in', ['delivered', 'locked']).as('delivered'),
    ])
    .where('b.edition_id', '=', editionId)
    .where('b.state', 'not in', ['recused', 'voided'])
    .where((eb) => eb.not(nomination.relations.conflicted('n', viewerOf(actor))))
    .groupBy(['p.id', 'p.name'])
    .orderBy('p.name')
    .execute();
  return rows.map(({ name, of, delivered }) => ({ name, of: Number(of), delivered: Number(delivered) }));
}
