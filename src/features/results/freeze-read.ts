/** What a frozen result is made of, read from the database in one transaction. */
import type { Transaction } from 'kysely';
import { weighed } from '../../core/policy/states.ts';
import { arithmeticVersion } from '../../core/record/code-version.ts';
import { hashText } from '../../core/record/commitment.ts';
import type { CoreDecision, CoreResult } from '../../core/record/core-file.ts';
import { computeResult } from '../../core/record/recompute.ts';
import type { FileBallot, FullResult } from '../../core/record/result-file.ts';
import type { DB } from '../../platform/db/types.ts';
import { applicantName, compareNames } from '../../ui/text/format.ts';
import { caseOf, rulesOf } from './inputs.ts';
import { confirmedScores, type ConfirmedScore } from './queries-agreed.ts';

/** With more jurors the re-drawn juries take too long for a transaction; they can be computed from the file at any time. */
const BOOTSTRAP_UP_TO = 8;

/** Everything of the full file. The scores in it are those that the ballots hold now. */
export async function readFullResult(trx: Transaction<DB>, editionId: string): Promise<FullResult> {
  const rules = await rulesOf(trx, editionId);
  const criteria = await trx
    .selectFrom('criteria')
    .select(['id', 'kind', 'weight', 'texts'])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute();
  const nominations = await trx
    .selectFrom('nominations')
    .select(['id', 'receipt_number', 'organisation_name', 'unit_name'])
    .where('edition_id', '=', editionId)
    .where('state', 'in', weighed)
    .orderBy('id')
    .execute();
  const ballots = await readBallots(trx, editionId);
  const agreements = Map.groupBy(await confirmedScores(trx, editionId), ({ ballotId }) => ballotId);
  const jurorIds = [...new Set(ballots.map(({ person_id }) => person_id))].toSorted();
  const names = new Map(ballots.map(({ person_id, juror_name }) => [person_id, juror_name]));
  const named = nominations.map(({ id, receipt_number, organisation_name, unit_name }) => ({
    id,
    receipt: receipt_number!,
    name: applicantName(organisation_name, unit_name),
  }));
  const { scores: _, ...rank } = caseOf({ rules, nominations: named, scores: [] });
  const full: FullResult = {
    edition: editionId,
    rules: rules.scoring ? rank : null,
    arithmetic: {
      code: arithmeticVersion,
      bootstrap: jurorIds.length <= BOOTSTRAP_UP_TO,
      prizePlaces: rules.prizePlaces,
    },
    criteria: criteria.map(({ id, kind, weight, texts }) => ({
      id,
      kind,
      weight,
      name: (texts as Record<string, { name: string } | undefined>)['nb']?.name ?? '',
    })),
    nominations: named,
    jurors: jurorIds.map((id) => ({ id, name: names.get(id) ?? '' })),
    ballots: ballots.map((row) => fileBallot(row, named, jurorIds, agreements)),
    result: null,
  };
  return { ...full, result: computeResult(full) };
}

type BallotRead = Awaited<ReturnType<typeof readBallots>>[number];

function fileBallot(
  { id: ballotId, nomination_id, person_id, delivery, salt, hash, given }: BallotRead,
  nominations: readonly { id: string }[],
  jurors: readonly string[],
  agreements: ReadonlyMap<string, readonly ConfirmedScore[]>,
): FileBallot {
  const agreed = (agreements.get(ballotId) ?? []).map(({ ballotId: _, ...said }) => said);
  return {
    nomination: nominations.findIndex(({ id }) => id === nomination_id),
    juror: jurors.indexOf(person_id),
    delivery,
    salt,
    hash,
    given: given.map(({ criterion, score, notDescribed, met, assessment }) => ({
      criterion,
      score,
      notDescribed,
      met,
      text: hashText(salt, criterion, assessment),
    })),
    ...(agreed.length > 0 ? { agreed } : {}),
  };
}

interface Given {
  criterion: string;
  score: number | null;
  notDescribed: boolean;
  met: boolean | null;
  assessment: string;
}

/** The ballots that count, by application and juror, each with its last delivery. */
async function readBallots(trx: Transaction<DB>, editionId: string) {
  const rows = await trx
    .selectFrom('ballots as b')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .innerJoin('ballot_commitments as c', 'c.ballot_id', 'b.id')
    .innerJoin('ballot_salts as s', (join) =>
      join.onRef('s.ballot_id', '=', 'c.ballot_id').onRef('s.delivery', '=', 'c.delivery'),
    )
    .innerJoin('criteria as k', 'k.edition_id', 'b.edition_id')
    .leftJoin('ballot_scores as g', (join) =>
      join.onRef('g.ballot_id', '=', 'b.id').onRef('g.criterion_id', '=', 'k.id'),
    )
    .select(['b.id', 'b.nomination_id', 'b.person_id', 'p.name as juror_name'])
    .select(['c.delivery', 'c.hash', 's.salt'])
    .select(['k.id as criterion', 'g.score', 'g.not_described', 'g.met', 'g.assessment'])
    .where('b.edition_id', '=', editionId)
    .where('b.state', '=', 'locked')
    .where('n.state', 'in', weighed)
    .where(({ eb, fn }) =>
      eb(fn<string>('juror_standing', ['b.person_id', 'b.nomination_id']), 'not in', ['recused', 'pending']),
    )
    .where(({ eb, selectFrom }) =>
      eb(
        'c.delivery',
        '=',
        selectFrom('ballot_commitments as later')
          .select((each) => each.fn.max('later.delivery').as('last'))
          .whereRef('later.ballot_id', '=', 'b.id'),
      ),
    )
    .orderBy('b.nomination_id')
    .orderBy('b.person_id')
    .orderBy('k.position')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((lines) => ({
    ...lines[0]!,
    given: lines.map(({ criterion, score, not_described, met, assessment }): Given => ({
      criterion,
      score,
      notDescribed: not_described ?? false,
      met,
      assessment: assessment ?? '',
    })),
  }));
}

/** The decisions that stand. */
export async function readDecisions(trx: Transaction<DB>, editionId: string): Promise<CoreDecision[]> {
  const rows = await trx
    .selectFrom('decisions')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('retracted_at', 'is', null)
    .orderBy('kind')
    .execute();
  const decisions: CoreDecision[] = [];
  for (const { id, kind, decided_at, no_award, departs, reason } of rows) {
    const entries = await trx
      .selectFrom('decision_entries as e')
      .innerJoin('nominations as n', 'n.id', 'e.nomination_id')
      .select(['n.receipt_number', 'n.organisation_name', 'n.unit_name', 'e.outcome'])
      .where('e.decision_id', '=', id)
      .execute();
    const participants = await trx
      .selectFrom('decision_participants as d')
      .innerJoin('people as p', 'p.id', 'd.person_id')
      .select(['p.name', 'd.took_part'])
      .where('d.decision_id', '=', id)
      .execute();
    decisions.push({
      kind,
      at: decided_at.toISOString(),
      noAward: no_award,
      departs,
      reason,
      entries: entries
        .map(({ receipt_number, organisation_name, unit_name, outcome }) => ({
          receipt: receipt_number!,
          name: applicantName(organisation_name, unit_name),
          outcome,
        }))
        .toSorted((a, b) => compareNames(a.receipt, b.receipt)),
      participants: participants
        .map(({ name, took_part }) => ({ name, tookPart: took_part }))
        .toSorted((a, b) => compareNames(a.name, b.name)),
    });
  }
  return decisions;
}

/** Who sits on the jury, and how many ballots of each count. */
export async function readJury(
  trx: Transaction<DB>,
  { edition, jurors, ballots }: FullResult,
): Promise<CoreResult['jury']> {
  const rows = await trx
    .selectFrom('seat_holders as h')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['h.person_id', 'p.name', 's.organisation', 's.role'])
    .where('h.edition_id', '=', edition)
    .where('h.until_at', 'is', null)
    .where('h.confirmed_at', 'is not', null)
    .orderBy('s.position')
    .execute();
  return rows.map(({ person_id, name, organisation, role }) => ({
    name,
    organisation,
    role,
    ballots: ballots.filter(({ juror }) => jurors[juror]?.id === person_id).length,
  }));
}
