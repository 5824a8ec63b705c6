/** How the year moves. What follows from a step (ballots locked, applications published) happens in the same transaction. */
import {
  editionMachine,
  editionRequirements,
  type EditionEvent,
  type EditionFacts,
} from '../../../workflows/edition.ts';
import { edition } from '../../core/policy/resources.ts';
import { dispatch, type Command, type Flow } from '../../core/process/dispatch.ts';
import type { Unit } from '../../core/process/unit.ts';
import { realNow } from '../../platform/clock.ts';
import { assignBallots } from '../ballots/commands.ts';
import { choiceQuorum, decisionIsValid, recordDecision, retractDecision } from '../decisions/commands.ts';
import { tellOfCeremony } from '../ceremony-guests/changes.ts';
import { tellOfChoice } from '../letter-batches/commands.ts';
import { holdBackAll } from '../letter-batches/holding-back.ts';
import { latestSince } from '../publication/locked.ts';
import { withdrawAll } from '../publication/withdraw.ts';
import { cascade } from './cascade.ts';
import { datesMoved } from './dates.ts';
import { readEditionFacts } from './facts.ts';
import { judgingClosedLetters, judgingStartedLetters } from './letters.ts';
import { keepRules } from './rules-versions.ts';
import type { EditionRow } from './schema.ts';

const letters = {
  judgingStarted: judgingStartedLetters,
  judgingClosed: judgingClosedLetters,
  ceremonyCancelled: tellOfCeremony,
};

export const editionFlow: Flow<EditionRow, EditionEvent, EditionFacts> = {
  name: 'edition',
  table: 'editions',
  resource: edition,
  machine: editionMachine,
  requirements: editionRequirements,
  facts: (unit, row) => readEditionFacts(unit, row, { isValid: decisionIsValid, quorum: choiceQuorum }),
  details: ({
    missingTexts,
    bareLevels,
    extensionsRunning,
    belowQuorum,
    missingBallots,
    fewDelivered,
    outOfChoice,
    unanswered,
    withoutReasons,
  }) => ({
    textsComplete: missingTexts,
    scaleWords: bareLevels,
    extensionsOver: extensionsRunning,
    quorumHolds: belowQuorum,
    choiceQuorate: outOfChoice,
    answersGiven: unanswered,
    promisedReasonsGiven: withoutReasons,
    everybodyDelivered: missingBallots,
    enoughDelivered: fewDelivered,
  }),
  change: async (unit, row, event) => ({
    ...timeOf(event.type, unit.now),
    ...(event.type === 'cancel' ? datesMoved(row, unit.now) : {}),
    ...(event.type === 'announce' ? { rules_sha256: await keepRules(unit, row, null) } : {}),
  }),
  effects: {
    cascade: (unit, row, params: { to: 'nominations' | 'ballots'; event: string }) =>
      cascade(unit, row, params),
    assignBallots: (unit, row) => assignBallots(unit, row.id),
    letter: (unit, row, { template }: { template: keyof typeof letters }) => letters[template](unit, row),
  },
  payload: (event) => ('decision' in event ? { kind: event.type } : {}),
};

/** Moves the edition, and with a decision writes it down: what was decided is a row of its own, not a state. */
export async function dispatchEdition(unit: Unit, command: Command<EditionEvent>) {
  const { event, id } = command;
  const begun = realNow();
  const row = await dispatch(unit, editionFlow, command);
  if (event.type === 'cancel')
    await nothingGoes({ ...unit, now: latestSince(unit, begun) }, id, event.reason);
  if (event.type === 'decideFinalists' || event.type === 'decideWinner') {
    await recordDecision(unit, id, event.type === 'decideFinalists' ? 'finalists' : 'winner', event.decision);
    await tellOfChoice(unit, row);
  }
  if (event.type === 'retractFinalists' || event.type === 'retractWinner') {
    await retractDecision(unit, id, event.type === 'retractFinalists' ? 'finalists' : 'winner', event.reason);
  }
  return row;
}

/** What would come out or go by itself. What came out while the year was waited for is out: by the time it is now. */
async function nothingGoes(unit: Unit, id: string, reason: string): Promise<void> {
  await withdrawAll(unit, id, reason);
  await holdBackAll(unit, id);
}

function timeOf(event: EditionEvent['type'], now: Date): Partial<EditionRow> {
  switch (event) {
    case 'announce':
      return { announced_at: now };
    case 'close':
      return { closed_at: now };
    case 'startJudging':
      return { judging_started_at: now };
    case 'closeJudging':
      return { judging_closed_at: now };
    case 'announceWinner':
    case 'announceNoAward':
    case 'cancel':
      return { ended_at: now };
    default:
      return {};
  }
}
