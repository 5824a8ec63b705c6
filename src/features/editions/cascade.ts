/** What a step of the year does to its applications and ballots: by id, in the order in which everybody locks them. */
import { systemActor } from '../../platform/actor.ts';
import type { Unit } from '../../core/process/unit.ts';
import { dispatchBallot } from '../ballots/commands.ts';
import { dispatchNomination } from '../nominations/flow.ts';
import type { EditionRow } from './schema.ts';

export async function cascade(
  unit: Unit,
  edition: EditionRow,
  { to, event }: { to: 'nominations' | 'ballots'; event: string },
): Promise<void> {
  const asSystem: Unit = { ...unit, actor: systemActor };
  if (to === 'ballots') return lockBallots(asSystem, edition.id);
  if (event === 'startReview') return each(asSystem, edition.id, 'admitted', () => 'startReview');
  if (event === 'markScored') return each(asSystem, edition.id, 'underReview', () => 'markScored');
  if (event === 'publish') return publish(asSystem, edition.id);
  if (event === 'announce') return announce(asSystem, edition.id);
  throw new Error(`No cascade ${event}`);
}

type OutcomeEvent =
  | 'startReview'
  | 'markScored'
  | 'publishFinalist'
  | 'publishNotSelected'
  | 'announceWinner'
  | 'announceHonourableMention'
  | 'announceWithoutPrize';
type Outcome = 'finalist' | 'winner' | 'honourableMention' | null;

async function each(
  unit: Unit,
  editionId: string,
  state: 'admitted' | 'underReview' | 'scored' | 'finalist',
  eventFor: (outcome: Outcome) => OutcomeEvent,
): Promise<void> {
  const rows = await unit.trx
    .selectFrom('nominations')
    .select((eb) => ['id', eb.fn<Outcome>('public_outcome', ['id', eb.val(unit.now)]).as('outcome')])
    .where('edition_id', '=', editionId)
    .where('state', '=', state)
    .orderBy('id')
    .execute();
  for (const { id, outcome } of rows)
    await dispatchNomination(unit, { id, event: { type: eventFor(outcome) } });
}

const publish = (unit: Unit, editionId: string) =>
  each(unit, editionId, 'scored', (outcome) => (outcome === null ? 'publishNotSelected' : 'publishFinalist'));

/** With "no award" decided without finalists, the applications are still `scored` and get their answer here. */
async function announce(unit: Unit, editionId: string): Promise<void> {
  await publish(unit, editionId);
  await each(unit, editionId, 'finalist', (outcome) =>
    outcome === 'winner'
      ? 'announceWinner'
      : outcome === 'honourableMention'
        ? 'announceHonourableMention'
        : 'announceWithoutPrize',
  );
}

async function lockBallots(unit: Unit, editionId: string): Promise<void> {
  const ballots = await unit.trx
    .selectFrom('ballots')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('state', '=', 'delivered')
    .orderBy('id')
    .execute();
  for (const { id } of ballots) await dispatchBallot(unit, { id, event: { type: 'lock' } });
}
