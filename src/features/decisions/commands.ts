/** The jury's decisions: written down beside the nominations, never as their state before they are public. */
import type { Decision } from '../../../workflows/edition.ts';
import { hasDeclined } from '../../core/policy/relations/jury.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { departsFromRanking } from './departure.ts';
import { followMotions } from './motions.ts';
import type { Choice } from '../jury/choice.ts';
import { nextChoice, openCandidates } from './voters.ts';

type Kind = 'finalists' | 'winner';
type Outcome = 'finalist' | 'winner' | 'honourableMention';

/** Known applications before the jury, the numbers the edition allows, a winner among the finalists, and a reason where it departs (I3, I4). */
export async function decisionIsValid(
  unit: Unit,
  editionId: string,
  kind: Kind,
  decision: Decision,
): Promise<boolean> {
  const entries = entriesOf(kind, decision);
  if (new Set(entries.map((entry) => entry.id)).size !== entries.length) return false;
  const edition = await unit.trx
    .selectFrom('editions')
    .select(['finalists_min', 'finalists_max'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  if (kind === 'finalists') {
    const inRange = entries.length >= edition.finalists_min && entries.length <= edition.finalists_max;
    return (
      (inRange || reasonOf(decision) !== '') &&
      entries.length > 0 &&
      (await candidates(unit, editionId, entries)) &&
      (await reasonWhereItDeparts(unit, editionId, kind, decision))
    );
  }
  if (decision.noAward) return entries.length === 0 && reasonOf(decision) !== '';
  return (
    Boolean(decision.winner) &&
    (await amongFinalists(unit, editionId, entries)) &&
    (await reasonWhereItDeparts(unit, editionId, kind, decision))
  );
}

export async function recordDecision(
  unit: Unit,
  editionId: string,
  kind: Kind,
  decision: Decision,
): Promise<void> {
  const { trx, now } = unit;
  const decidedBy = personOf(unit);
  // Before it stands: a choice of the nominated is between all that are weighed, not between those it chose.
  const candidates = await openCandidates(trx, editionId);
  const choice = await nextChoice(trx, editionId);
  const { id } = await trx
    .insertInto('decisions')
    .values({
      edition_id: editionId,
      kind,
      no_award: decision.noAward ?? false,
      decided_by: decidedBy,
      decided_at: now,
      reason: reasonOf(decision),
      departs: await departsFromRanking(unit, editionId, kind, decision),
      quorum: choice.quorum || null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const entries = entriesOf(kind, decision);
  if (entries.length) {
    await trx
      .insertInto('decision_entries')
      .values(entries.map((entry) => ({ decision_id: id, nomination_id: entry.id, outcome: entry.outcome })))
      .execute();
  }
  if (candidates.length)
    await trx
      .insertInto('decision_candidates')
      .values(candidates.map((nomination_id) => ({ decision_id: id, nomination_id })))
      .execute();
  await recordParticipants(unit, id, choice);
  await followMotions(trx, {
    id,
    editionId,
    kind,
    noAward: decision.noAward ?? false,
    chosen: entries.filter(({ outcome }) => outcome !== 'honourableMention').map((entry) => entry.id),
  });
}

export async function retractDecision(
  unit: Unit,
  editionId: string,
  kind: Kind,
  reason: string,
): Promise<void> {
  await unit.trx
    .updateTable('decisions')
    .set({ retracted_by: unit.actor.personId, retracted_at: unit.now, retraction_reason: reason })
    .where('edition_id', '=', editionId)
    .where('kind', '=', kind)
    .where('retracted_at', 'is', null)
    .execute();
}

const reasonOf = (decision: Decision): string => decision.reason?.trim() ?? '';

function entriesOf(kind: Kind, decision: Decision): { id: string; outcome: Outcome }[] {
  if (kind === 'finalists')
    return (decision.finalists ?? []).map((id) => ({ id, outcome: 'finalist' as const }));
  if (decision.noAward) return [];
  const mentions = (decision.honourableMentions ?? []).map((id) => ({
    id,
    outcome: 'honourableMention' as const,
  }));
  return decision.winner ? [{ id: decision.winner, outcome: 'winner' as const }, ...mentions] : mentions;
}

async function candidates(
  { trx }: Unit,
  editionId: string,
  entries: readonly { id: string }[],
): Promise<boolean> {
  const found = await trx
    .selectFrom('nominations')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('state', '=', 'scored')
    .where((eb) => eb.not(hasDeclined('nominations')))
    .where(
      'id',
      'in',
      entries.map((entry) => entry.id),
    )
    .execute();
  return found.length === entries.length;
}

async function amongFinalists(
  { trx }: Unit,
  editionId: string,
  entries: readonly { id: string }[],
): Promise<boolean> {
  const found = await trx
    .selectFrom('decision_entries as e')
    .innerJoin('decisions as d', 'd.id', 'e.decision_id')
    .innerJoin('nominations as n', 'n.id', 'e.nomination_id')
    .select('e.nomination_id')
    .where('d.edition_id', '=', editionId)
    .where('d.kind', '=', 'finalists')
    .where('d.retracted_at', 'is', null)
    .where('n.state', 'in', ['scored', 'finalist'])
    .where(
      'e.nomination_id',
      'in',
      entries.map((entry) => entry.id),
    )
    .execute();
  return found.length === entries.length;
}

const reasonWhereItDeparts = async (
  unit: Unit,
  editionId: string,
  kind: Kind,
  decision: Decision,
): Promise<boolean> =>
  reasonOf(decision) !== '' || !(await departsFromRanking(unit, editionId, kind, decision));

/** Who took part, and who was out of something the choice was between. Kept as it was on the day. */
async function recordParticipants({ trx }: Unit, decisionId: string, { people }: Choice): Promise<void> {
  if (people.length === 0) return;
  await trx
    .insertInto('decision_participants')
    .values(
      people.map(({ personId, takesPart, outOf, unanswered, wholeEdition }) => ({
        decision_id: decisionId,
        person_id: personId,
        took_part: takesPart,
        out_of: outOf,
        unanswered,
        whole_edition: wholeEdition,
      })),
    )
    .execute();
}

/** Whether enough of the jury are left for the next choice; otherwise who is out of it, by name (HAB-7). */
export async function choiceQuorum(
  unit: Unit,
  editionId: string,
): Promise<{ holds: boolean; out: string[] }> {
  const { quorate, people } = await nextChoice(unit.trx, editionId);
  return { holds: quorate, out: people.filter(({ takesPart }) => !takesPart).map(({ name }) => name) };
}
