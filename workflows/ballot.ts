/** One juror's ballot on one application: sealed until the judging is closed, locked from then on. */
import { setup } from 'xstate';
import { needs, type Requirements } from './requirements.ts';

export interface BallotFacts {
  now: Date;
  judgingEndsAt: Date;
  editionState: string;
  nominationState: string;
  /** From `juror_standing`: only `free` may read and score. */
  standing: 'undeclared' | 'free' | 'pending' | 'recused';
  /** The juror still holds a seat that counts. */
  seated: boolean;
  /** Has delivered the made-up application that comes first, where the year has one. */
  calibrated: boolean;
  /** Criteria that still lack a score, a yes or no, or a written assessment. */
  gaps: readonly string[];
  /** The chair says why a ballot is opened after the closing. */
  reasonGiven: boolean;
}

export const ballotRequirements = {
  judgingOpen: (f) => f.editionState === 'judging' && f.now < f.judgingEndsAt,
  judgingNotClosed: (f) => f.editionState === 'judging',
  judgingClosed: (f) => f.editionState === 'deliberating',
  reasonGiven: (f) => f.reasonGiven,
  noConflict: (f) => f.standing === 'free',
  calibrated: (f) => f.calibrated,
  isRecused: (f) => f.standing === 'recused',
  nothingMissing: (f) => f.gaps.length === 0,
  /** Back in a seat, with the application still before the jury: a conflict that was found stays. */
  wantedAgain: (f) => f.seated && f.nominationState === 'underReview' && f.standing !== 'recused',
  noLongerWanted: (f) => f.nominationState === 'withdrawn' || f.nominationState === 'rejected' || !f.seated,
} satisfies Requirements<BallotFacts>;

export type BallotRequirement = keyof typeof ballotRequirements;

export type BallotEvent =
  | { type: 'start' }
  | { type: 'deliver' }
  | { type: 'reopen' }
  | { type: 'lock' }
  | { type: 'unlock'; reason: string }
  | { type: 'recuse' }
  | { type: 'reinstate' }
  | { type: 'void' };

const guard = (...params: BallotRequirement[]) => ({ type: 'needs' as const, params });
const recuse = { target: 'recused', guard: guard('isRecused') } as const;
const voided = { target: 'voided', guard: guard('noLongerWanted') } as const;

export const ballotMachine = setup({
  types: { context: {} as BallotFacts, input: {} as BallotFacts, events: {} as BallotEvent },
  guards: { needs: needs<BallotFacts, BallotRequirement>(ballotRequirements) },
}).createMachine({
  id: 'ballot',
  context: ({ input }) => input,
  initial: 'assigned',
  states: {
    // A ballot that was never delivered is not locked: a missing ballot is shown as missing, never as zero.
    assigned: {
      on: {
        start: { target: 'started', guard: guard('judgingOpen', 'noConflict', 'calibrated') },
        recuse,
        void: voided,
      },
    },
    started: {
      on: {
        deliver: { target: 'delivered', guard: guard('judgingOpen', 'noConflict', 'nothingMissing') },
        recuse,
        void: voided,
      },
    },
    delivered: {
      on: {
        reopen: { target: 'started', guard: guard('judgingOpen', 'noConflict') },
        lock: { target: 'locked', guard: guard('judgingClosed') },
        recuse,
        void: voided,
      },
    },
    // A conflict found after the closing voids the ballot (HAB-6); it is kept and marked.
    locked: {
      on: {
        unlock: { target: 'reopened', guard: guard('judgingClosed', 'noConflict', 'reasonGiven') },
        recuse: { target: 'voided', guard: guard('isRecused') },
        void: voided,
      },
    },
    // Opened by the chair after the closing: it does not count until its juror has delivered it anew, and then it is locked again.
    reopened: {
      on: {
        deliver: { target: 'locked', guard: guard('judgingClosed', 'noConflict', 'nothingMissing') },
        recuse: { target: 'voided', guard: guard('isRecused') },
        void: voided,
      },
    },
    recused: {
      on: { reinstate: { target: 'assigned', guard: guard('judgingNotClosed', 'noConflict') }, void: voided },
    },
    // Whoever comes back to the jury goes on with the ballot that was begun; there is never a second one.
    voided: {
      on: { reinstate: { target: 'assigned', guard: guard('judgingNotClosed', 'wantedAgain') } },
    },
  },
});
