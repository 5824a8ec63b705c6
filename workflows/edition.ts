/**
 * The year of the prize. "Open for applications" is not a state: it is the half-open interval [opensAt, closesAt),
 * so that the deadline holds to the millisecond whether or not somebody closed the call.
 */
import { setup } from 'xstate';
import type { Effect } from './effects.ts';
import { needs, type Requirements } from './requirements.ts';

export interface EditionFacts {
  now: Date;
  closesAt: Date;
  reasonGiven: boolean;
  /** Names of texts missing in bokmål or nynorsk: of the call, the criteria, the form and the scale. */
  missingTexts: readonly string[];
  /** Levels of the scale that no word is said of, in no language; none where the jury gives no points. */
  bareLevels: readonly string[];
  criteria: number;
  scoring: boolean;
  /** Criteria that points are given on. */
  scoredCriteria: number;
  questions: number;
  datesAhead: boolean;
  /** Seats of the jury that count: without the deputies'. */
  seats: number;
  /** Seats that count, held by somebody who has confirmed the rules of confidence. */
  jurorsReady: number;
  hasChair: boolean;
  quorum: number;
  admitted: number;
  /** Applications whose formalities are not settled: submitted or returned. */
  unsettled: number;
  /** Names of applications that have more time than the call, and it is not over. */
  extensionsRunning: readonly string[];
  /** Names of applications with fewer free jurors than the quorum (HAB-7). */
  belowQuorum: readonly string[];
  /** Conflicts that nobody has decided yet. */
  pendingConflicts: number;
  /** Ballots not delivered, as "juror (application, application)". Closing is still possible, with a reason. */
  missingBallots: readonly string[];
  /** Names of applications with fewer delivered ballots than the quorum. Closing is still possible, with a reason. */
  fewDelivered: readonly string[];
  finalistsDecided: boolean;
  winnerDecided: boolean;
  noAwardDecided: boolean;
  /** The decision that an event brings holds: known applications, numbers within the range, a reason where it departs. */
  decisionValid: boolean;
  /** Enough of the jury are left for the choice that an event brings (HAB-7). */
  choiceQuorate: boolean;
  /** Who is out of that choice, by name. */
  outOfChoice: readonly string[];
  finalistsPublic: boolean;
  winnerPublic: boolean;
  /** A publication of what is to be retracted has been approved. */
  publicationApproved: boolean;
  /** Letters of the year that are still to go. One that was refused is shown where it was sent, and stops nobody. */
  lettersWaiting: number;
  /** Names of those who applied and have not been told how it went. */
  unanswered: readonly string[];
  /** Names of those who were promised reasons and have not had them. */
  withoutReasons: readonly string[];
  /** Objections to the jury that nobody has answered. */
  objectionsOpen: number;
}

export const editionRequirements = {
  textsComplete: (f) => f.missingTexts.length === 0,
  scaleWords: (f) => f.bareLevels.length === 0,
  hasCriteria: (f) => f.criteria > 0,
  hasAssessedCriterion: (f) => !f.scoring || f.scoredCriteria > 0,
  hasForm: (f) => f.questions > 0,
  datesAhead: (f) => f.datesAhead,
  jurySeatsSet: (f) => f.seats >= f.quorum,
  deadlinePassed: (f) => f.closesAt <= f.now,
  juryReady: (f) => f.jurorsReady >= f.quorum,
  hasChair: (f) => f.hasChair,
  formalitiesSettled: (f) => f.unsettled === 0,
  extensionsOver: (f) => f.extensionsRunning.length === 0,
  somethingToJudge: (f) => f.admitted > 0,
  conflictsDecided: (f) => f.pendingConflicts === 0,
  quorumHolds: (f) => f.belowQuorum.length === 0,
  everybodyDelivered: (f) => f.missingBallots.length === 0 || f.reasonGiven,
  enoughDelivered: (f) => f.fewDelivered.length === 0 || f.reasonGiven,
  decisionValid: (f) => f.decisionValid,
  choiceQuorate: (f) => f.choiceQuorate,
  winnerNotDecided: (f) => !f.winnerDecided,
  finalistsNotDecided: (f) => !f.finalistsDecided,
  notApproved: (f) => !f.publicationApproved,
  reasonGiven: (f) => f.reasonGiven,
  finalistsDecided: (f) => f.finalistsDecided,
  finalistsPublic: (f) => f.finalistsPublic,
  winnerPublic: (f) => f.winnerPublic && !f.noAwardDecided,
  noAwardPublic: (f) => f.winnerPublic && f.noAwardDecided,
  lettersGone: (f) => f.lettersWaiting === 0,
  answersGiven: (f) => f.unanswered.length === 0,
  promisedReasonsGiven: (f) => f.withoutReasons.length === 0,
  objectionsAnswered: (f) => f.objectionsOpen === 0,
} satisfies Requirements<EditionFacts>;

export type EditionRequirement = keyof typeof editionRequirements;

/** What the jury has decided, as it comes in. `finalists` and the winner are ids of nominations. */
export interface Decision {
  finalists?: readonly string[];
  winner?: string | null;
  honourableMentions?: readonly string[];
  noAward?: boolean;
  reason?: string;
}

export type EditionEvent =
  | { type: 'announce' }
  | { type: 'close' }
  | { type: 'startJudging' }
  | { type: 'closeJudging'; reason?: string }
  | { type: 'decideFinalists'; decision: Decision }
  | { type: 'decideWinner'; decision: Decision }
  | { type: 'retractFinalists'; reason: string }
  | { type: 'retractWinner'; reason: string }
  | { type: 'publishFinalists' }
  | { type: 'announceWinner' }
  | { type: 'announceNoAward' }
  | { type: 'cancel'; reason: string }
  | { type: 'archive' };

const guard = (...params: EditionRequirement[]) => ({ type: 'needs' as const, params });
const cascade = (to: 'nominations' | 'ballots', event: string) =>
  ({ type: 'cascade', params: { to, event } }) as const;

const cancel = {
  target: 'cancelled',
  guard: guard('reasonGiven'),
  actions: [{ type: 'letter', params: { template: 'ceremonyCancelled', to: 'guests' } }],
} as const;
// With the state they stay in as their target: a transition with neither target nor action counts as forbidden.
const decideWinner = <S extends string>(target: S) =>
  ({ target, guard: guard('choiceQuorate', 'decisionValid', 'winnerNotDecided') }) as const;
const retractWinner = <S extends string>(target: S) =>
  ({ target, guard: guard('reasonGiven', 'notApproved') }) as const;
/** Nothing of the year is left lying: whoever applied or objected has an answer, with the reasons that were promised, and it has gone. */
const archive = {
  target: 'archived',
  guard: guard('answersGiven', 'promisedReasonsGiven', 'lettersGone', 'objectionsAnswered'),
} as const;
const announceNoAward = {
  target: 'noAward',
  guard: guard('noAwardPublic'),
  actions: [cascade('nominations', 'announce')],
} as const;

export const editionMachine = setup({
  types: { context: {} as EditionFacts, input: {} as EditionFacts, events: {} as EditionEvent },
  guards: { needs: needs<EditionFacts, EditionRequirement>(editionRequirements) },
  actions: {
    letter: (_, _params: Extract<Effect, { type: 'letter' }>['params']) => {},
    cascade: (_, _params: Extract<Effect, { type: 'cascade' }>['params']) => {},
    assignBallots: () => {},
  },
}).createMachine({
  id: 'edition',
  context: ({ input }) => input,
  initial: 'planned',
  states: {
    planned: {
      on: {
        announce: {
          target: 'announced',
          guard: guard(
            'textsComplete',
            'hasCriteria',
            'hasAssessedCriterion',
            'scaleWords',
            'hasForm',
            'jurySeatsSet',
            'datesAhead',
          ),
        },
        cancel,
      },
    },
    announced: { on: { close: { target: 'closed', guard: guard('deadlinePassed') }, cancel } },
    closed: {
      on: {
        startJudging: {
          target: 'judging',
          guard: guard('somethingToJudge', 'extensionsOver', 'formalitiesSettled', 'hasChair', 'juryReady'),
          actions: [
            cascade('nominations', 'startReview'),
            'assignBallots',
            { type: 'letter', params: { template: 'judgingStarted', to: 'jurors' } },
          ],
        },
        cancel,
      },
    },
    judging: {
      on: {
        closeJudging: {
          target: 'deliberating',
          guard: guard('conflictsDecided', 'quorumHolds', 'everybodyDelivered', 'enoughDelivered'),
          actions: [
            cascade('ballots', 'lock'),
            cascade('nominations', 'markScored'),
            // Before anybody sees a score: what each ballot said is fixed in everybody's mailbox.
            { type: 'letter', params: { template: 'judgingClosed', to: 'jurors' } },
          ],
        },
        cancel,
      },
    },
    // The jury has seen the result and talks.
    deliberating: {
      on: {
        decideFinalists: { target: 'decided', guard: guard('choiceQuorate', 'decisionValid') },
        // "No award this year" can be decided without finalists.
        decideWinner: decideWinner('decided'),
        cancel,
      },
    },
    decided: {
      on: {
        // Possible when "no award" was decided first and retracted.
        decideFinalists: {
          target: 'decided',
          guard: guard('choiceQuorate', 'decisionValid', 'finalistsNotDecided'),
        },
        decideWinner: decideWinner('decided'),
        retractWinner: retractWinner('decided'),
        retractFinalists: {
          target: 'deliberating',
          guard: guard('reasonGiven', 'notApproved', 'winnerNotDecided'),
        },
        publishFinalists: {
          target: 'finalistsPublished',
          guard: guard('finalistsDecided', 'finalistsPublic'),
          actions: [cascade('nominations', 'publish')],
        },
        announceNoAward,
        cancel,
      },
    },
    finalistsPublished: {
      on: {
        decideWinner: decideWinner('finalistsPublished'),
        retractWinner: retractWinner('finalistsPublished'),
        announceWinner: {
          target: 'winnerAnnounced',
          guard: guard('winnerPublic'),
          actions: [cascade('nominations', 'announce')],
        },
        announceNoAward,
        cancel,
      },
    },
    winnerAnnounced: { on: { archive } },
    noAward: { on: { archive } },
    cancelled: { on: { archive } },
    archived: { type: 'final' },
  },
});
