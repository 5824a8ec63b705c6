/** What the edition's machine looks at, read in the transaction of the step. */
import { sql } from 'kysely';
import type { Decision, EditionEvent, EditionFacts } from '../../../workflows/edition.ts';
import type { Unit } from '../../core/process/unit.ts';
import { gapsOf } from './content-queries.ts';
import { texts } from '../../ui/text/index.ts';
import { answersOwed } from './answers-owed.ts';
import type { EditionRow } from './schema.ts';
import type { Owed } from './schema-readiness.ts';
import { bareLevels, gapName } from './translations.ts';

/** What the feature of decisions answers: handed in, for it knows of editions. */
interface DecisionChecks {
  isValid(unit: Unit, editionId: string, kind: 'finalists' | 'winner', decision: Decision): Promise<boolean>;
  quorum(unit: Unit, editionId: string): Promise<{ holds: boolean; out: string[] }>;
}

export async function readEditionFacts(
  unit: Unit,
  row: EditionRow,
  decisions: DecisionChecks,
): Promise<(event: EditionEvent) => Promise<EditionFacts>> {
  const { trx, now } = unit;
  const counts = await countsOf(unit, row.id);
  const names = await trx
    .selectFrom('nominations as n')
    .innerJoinLateral(jurorsOf(row.id), (join) => join.onTrue())
    .select(['j.free', 'j.out', 'j.unanswered', nameFor(unit).as('organisation_name')])
    .where('n.edition_id', '=', row.id)
    .where('n.state', '=', 'underReview')
    .where('j.free', '<', counts.quorum)
    .orderBy('n.organisation_name')
    .execute();
  const missing = await trx
    .selectFrom('ballots as b')
    .innerJoin('people as p', 'p.id', 'b.person_id')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .select(['p.name', nameFor(unit).as('organisation_name')])
    .where('b.edition_id', '=', row.id)
    .where('b.state', 'in', ['assigned', 'started'])
    .where('n.state', '=', 'underReview')
    .orderBy('p.name')
    .orderBy('n.organisation_name')
    .execute();
  const few = await trx
    .selectFrom('nominations as n')
    .select([nameFor(unit).as('organisation_name'), delivered.as('delivered')])
    .where('n.edition_id', '=', row.id)
    .where('n.state', '=', 'underReview')
    .where(delivered, '<', counts.quorum)
    .orderBy('n.organisation_name')
    .execute();
  const running = await trx
    .selectFrom('nominations as n')
    .select(nameFor(unit).as('organisation_name'))
    .where('n.edition_id', '=', row.id)
    .where('n.state', 'in', ['draft', 'submitted'])
    .where('n.extended_until', '>', now)
    .orderBy('n.organisation_name')
    .execute();
  const owed = await answersOwed(unit, row);
  const lacking = (what: Owed['lacks']) =>
    owed.filter(({ lacks }) => lacks === what).map(({ organisation }) => organisation);
  const same = {
    unanswered: lacking('answer'),
    withoutReasons: lacking('reasons'),
    now,
    closesAt: row.closes_at,
    missingTexts: (await gapsOf(trx, row)).map(gapName),
    bareLevels: row.state === 'planned' ? bareLevels(row) : [],
    scoring: row.scoring,
    datesAhead: row.closes_at > now,
    ...counts,
    belowQuorum: names.map(({ organisation_name, ...who }) =>
      tooFew(unit, organisation_name, { ...who, quorum: counts.quorum }),
    ),
    fewDelivered: few.map(({ organisation_name: name, delivered: n }) =>
      name === HIDDEN ? name : texts(unit.actor.lang).readiness.fewDelivered(name, n, counts.quorum),
    ),
    extensionsRunning: running.map((one) => one.organisation_name),
    missingBallots: [...Map.groupBy(missing, ({ name }) => name)].map(
      ([name, ballots]) =>
        `${name} (${ballots.map(({ organisation_name }) => organisation_name).join(', ')})`,
    ),
  };
  let choice: ReturnType<DecisionChecks['quorum']> | undefined;
  const quorum = () => (choice ??= decisions.quorum(unit, row.id));
  return async (event) => ({ ...same, ...(await factsOf(unit, row.id, event, { ...decisions, quorum })) });
}

/** How many ballots on the application `n` count when the judging is closed now. */
const delivered = sql<number>`(select count(*)::int from ballots b where b.nomination_id = n.id and b.state = 'delivered')`;

/** How those who sit with the jury stand to the application `n`: how many are free for it, and who is not. */
const jurorsOf = (editionId: string) =>
  sql<{ free: number; out: string[]; unanswered: string[] }>`(
    select count(*) filter (where w.standing = 'free')::int as free,
      coalesce(array_agg(w.name order by w.name) filter (where w.standing in ('recused', 'pending')), '{}') as out,
      coalesce(array_agg(w.name order by w.name) filter (where w.standing = 'undeclared'), '{}') as unanswered
    from (select coalesce(nullif(p.name, ''), p.email) as name,
        case when h.confirmed_at is null then 'undeclared' else juror_standing(p.id, n.id) end as standing
      from seat_holders h join seats s on s.id = h.seat_id join people p on p.id = h.person_id
      where h.edition_id = ${editionId} and h.until_at is null and s.role <> 'deputy') w)`.as<'j'>('j');

/** How many are missing and who: of an application that the reader is out of neither (HAB-2). */
function tooFew(
  { actor }: Unit,
  name: string,
  who: { free: number; quorum: number; out: string[]; unanswered: string[] },
): string {
  return name === HIDDEN ? name : `${name} (${texts(actor.lang).readiness.tooFew(who)})`;
}

/** What an event adds. */
async function factsOf(unit: Unit, editionId: string, event: EditionEvent, decisions: DecisionChecks) {
  const kind =
    event.type === 'decideFinalists' ? 'finalists' : event.type === 'decideWinner' ? 'winner' : null;
  const choice = kind ? await decisions.quorum(unit, editionId) : { holds: true, out: [] };
  const decision = 'decision' in event ? event.decision : undefined;
  const reason = 'reason' in event ? event.reason : decision?.reason;
  return {
    reasonGiven: (reason ?? '').trim() !== '',
    choiceQuorate: choice.holds,
    outOfChoice: choice.out,
    decisionValid: kind && decision ? await decisions.isValid(unit, editionId, kind, decision) : false,
    publicationApproved: await approvedPublication(
      unit,
      editionId,
      event.type === 'retractWinner' ? 'winner' : 'finalists',
    ),
  };
}

/** Whoever is out of an application learns nothing of it, not from a list of what is missing either (HAB-2). */
const HIDDEN = '…';
const nameFor = ({
  actor,
}: Unit) => sql<string>`case when exists (select from standings st where st.nomination_id = n.id
    and st.person_id = ${actor.personId} and st.standing in ('recused', 'pending')) then ${HIDDEN} else n.organisation_name end`;

async function countsOf({ trx, now }: Unit, id: string) {
  const { rows } = await sql<{
    criteria: number;
    scoredCriteria: number;
    questions: number;
    lettersWaiting: number;
    objectionsOpen: number;
    seats: number;
    quorum: number;
    jurorsReady: number;
    hasChair: boolean;
    admitted: number;
    unsettled: number;
    pendingConflicts: number;
    finalistsDecided: boolean;
    winnerDecided: boolean;
    noAwardDecided: boolean;
    finalistsPublic: boolean;
    winnerPublic: boolean;
  }>`select
    (select count(*)::int from criteria where edition_id = ${id}) as "criteria",
    (select count(*)::int from criteria where edition_id = ${id} and weight is not null) as "scoredCriteria",
    (select count(*)::int from questions where edition_id = ${id}) as "questions",
    (select count(*)::int from letters where edition_id = ${id} and state in ('queued', 'sending')) as "lettersWaiting",
    (select count(*)::int from objections where edition_id = ${id} and answered_at is null) as "objectionsOpen",
    (select count(*)::int from seats where edition_id = ${id} and role <> 'deputy') as "seats",
    quorum_of(${id}) as "quorum",
    (select count(*)::int from seat_holders h join seats s on s.id = h.seat_id where h.edition_id = ${id} and h.until_at is null
      and h.confirmed_at is not null and s.role <> 'deputy') as "jurorsReady",
    exists (select from seat_holders h join seats s on s.id = h.seat_id where h.edition_id = ${id} and s.role = 'chair' and h.until_at is null and h.confirmed_at is not null) as "hasChair",
    (select count(*)::int from nominations where edition_id = ${id} and state in ('admitted', 'underReview')) as "admitted",
    (select count(*)::int from nominations where edition_id = ${id} and state in ('submitted', 'returned')) as "unsettled",
    (select count(*)::int from nominations n, seat_holders h where n.edition_id = ${id} and h.edition_id = ${id} and h.until_at is null
      and n.state in ('admitted', 'underReview') and juror_standing(h.person_id, n.id) = 'pending') as "pendingConflicts",
    exists (select from decisions where edition_id = ${id} and kind = 'finalists' and retracted_at is null) as "finalistsDecided",
    exists (select from decisions where edition_id = ${id} and kind = 'winner' and retracted_at is null) as "winnerDecided",
    exists (select from decisions where edition_id = ${id} and kind = 'winner' and retracted_at is null and no_award) as "noAwardDecided",
    outcome_is_public(${id}, 'finalists', ${now}) as "finalistsPublic",
    outcome_is_public(${id}, 'winner', ${now}) as "winnerPublic"`.execute(trx);
  return rows[0]!;
}

async function approvedPublication(
  { trx }: Unit,
  editionId: string,
  kind: 'finalists' | 'winner',
): Promise<boolean> {
  const found = await trx
    .selectFrom('publications')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('kind', '=', kind)
    .where('stopped_at', 'is', null)
    .where('approved_at', 'is not', null)
    .executeTakeFirst();
  return found !== undefined;
}
