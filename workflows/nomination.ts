/**
 * The life of an application, from the draft to what came of it.
 *
 * Deadlines are guards: the arrival time of the request is compared with a stored instant, never the edition's state,
 * so that a request which arrived in time and waited is not lost. What the jury has decided shows here only when it is public.
 */
import { setup } from 'xstate';
import type { Effect } from './effects.ts';
import { needs, type Requirements } from './requirements.ts';

export interface NominationFacts {
  now: Date;
  opensAt: Date;
  closesAt: Date;
  /** The instant by which a returned application must be completed. */
  returnDueAt: Date | null;
  /** The edition takes part in the year: announced and not cancelled. */
  editionAnnounced: boolean;
  /** The edition has reached judging; from then on formalities are settled. */
  judgingStarted: boolean;
  judgingClosed: boolean;
  /** It came outside of the form, and two people have said so. */
  received: boolean;
  /** Labels of required questions without an answer. */
  unanswered: readonly string[];
  /** Labels of answers over their word limit. */
  overLimit: readonly string[];
  /** Names of documents in which a virus was found. */
  infected: readonly string[];
  /** Names of documents that must be scanned first. */
  unchecked: readonly string[];
  /** Names of documents whose text has not been looked through yet. */
  unread: readonly string[];
  /** Where identity numbers of people stand. */
  identityNumbers: readonly string[];
  /** The leader's link has been sent, where the year asks for one. */
  leaderAsked: boolean;
  leaderConfirmed: boolean;
  /** Partners to whom no link has gone, and those who have not confirmed; none where the year does not ask. */
  partnersToAsk: readonly string[];
  partnersToConfirm: readonly string[];
  /** Something differs from what was last sent in (true for a first submission). */
  changed: boolean;
  reasonGiven: boolean;
  dueInFuture: boolean;
  /** A return names at least one part. */
  partsNamed: boolean;
  finalistsPublic: boolean;
  /** What the published decisions say of this application. */
  publicOutcome: 'finalist' | 'winner' | 'honourableMention' | null;
  winnerPublic: boolean;
}

export const nominationRequirements = {
  callOpen: (f) => f.editionAnnounced && f.opensAt <= f.now && f.now < f.closesAt,
  dueNotPassed: (f) => f.returnDueAt !== null && f.now < f.returnDueAt,
  duePassed: (f) => f.returnDueAt !== null && f.returnDueAt <= f.now,
  everythingAnswered: (f) => f.unanswered.length === 0,
  withinWordLimits: (f) => f.overLimit.length === 0,
  documentsClean: (f) => f.infected.length === 0,
  documentsChecked: (f) => f.unchecked.length === 0,
  documentsRead: (f) => f.unread.length === 0,
  noIdentityNumbers: (f) => f.identityNumbers.length === 0,
  leaderAsked: (f) => f.leaderAsked,
  leaderConfirmed: (f) => f.leaderConfirmed,
  partnersAsked: (f) => f.partnersToAsk.length === 0,
  partnersConfirmed: (f) => f.partnersToConfirm.length === 0,
  somethingNew: (f) => f.changed,
  deadlinePassed: (f) => f.closesAt <= f.now,
  received: (f) => f.received,
  judgingNotStarted: (f) => !f.judgingStarted,
  judgingStarted: (f) => f.judgingStarted,
  judgingClosed: (f) => f.judgingClosed,
  reasonGiven: (f) => f.reasonGiven,
  dueInFuture: (f) => f.dueInFuture,
  partsNamed: (f) => f.partsNamed,
  finalistsNotPublic: (f) => !f.finalistsPublic,
  winnerNotPublic: (f) => !f.winnerPublic,
  isFinalist: (f) => f.finalistsPublic && f.publicOutcome !== null,
  isNotFinalist: (f) => (f.finalistsPublic || f.winnerPublic) && f.publicOutcome === null,
  isWinner: (f) => f.winnerPublic && f.publicOutcome === 'winner',
  isHonourableMention: (f) => f.winnerPublic && f.publicOutcome === 'honourableMention',
  isWithoutPrize: (f) => f.winnerPublic && f.publicOutcome === 'finalist',
} satisfies Requirements<NominationFacts>;

export type NominationRequirement = keyof typeof nominationRequirements;

export type NominationEvent =
  | { type: 'submit' }
  | { type: 'receive'; reason: string }
  | { type: 'return'; reason: string; dueAt: Date; parts: readonly { part: string; note: string }[] }
  | { type: 'admit' }
  | { type: 'reject'; reason: string }
  | { type: 'withdraw' }
  | { type: 'registerWithdrawal'; reason: string }
  | { type: 'startReview' }
  | { type: 'markScored' }
  | { type: 'publishFinalist' }
  | { type: 'publishNotSelected' }
  | { type: 'announceWinner' }
  | { type: 'announceHonourableMention' }
  | { type: 'announceWithoutPrize' };

const guard = (...params: NominationRequirement[]) => ({ type: 'needs' as const, params });
/** What an application must be before it can be sent in: also that nobody can be recognised by number, and nothing has gone unseen (GDPR-1). */
const safe = ['documentsClean', 'documentsChecked', 'documentsRead', 'noIdentityNumbers'] as const;
const whole = ['everythingAnswered', 'withinWordLimits', ...safe, 'leaderAsked', 'partnersAsked'] as const;
/** What may come after the deadline, but before the jury reads. */
const confirmed = ['leaderConfirmed', 'partnersConfirmed'] as const;
const letter = (template: Extract<Effect, { type: 'letter' }>['params']['template']) =>
  ({ type: 'letter', params: { template, to: 'members' } }) as const;

const withdraw = {
  target: 'withdrawn',
  guard: guard('finalistsNotPublic'),
  actions: [letter('withdrawn')],
} as const;

/** After the nominated are public: the applicant has said so to the secretariat, which writes it down with the reason. */
const registerWithdrawal = {
  target: 'withdrawn',
  guard: guard('reasonGiven', 'winnerNotPublic'),
  actions: [{ type: 'cascade', params: { to: 'ballots', event: 'void' } }, letter('withdrawn')],
} as const;

export const nominationMachine = setup({
  types: { context: {} as NominationFacts, input: {} as NominationFacts, events: {} as NominationEvent },
  guards: { needs: needs<NominationFacts, NominationRequirement>(nominationRequirements) },
  actions: {
    letter: (_, _params: Extract<Effect, { type: 'letter' }>['params']) => {},
    cascade: (_, _params: Extract<Effect, { type: 'cascade' }>['params']) => {},
    keepSubmission: () => {},
    openParts: () => {},
  },
}).createMachine({
  id: 'nomination',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: {
      on: {
        submit: {
          target: 'submitted',
          guard: guard('callOpen', ...whole),
          actions: ['keepSubmission', letter('receipt')],
        },
        // By post, by mail or too late: the original stands for the answers.
        receive: {
          target: 'submitted',
          guard: guard('received', 'judgingNotStarted', ...safe),
          actions: ['keepSubmission', letter('received')],
        },
        withdraw: { target: 'withdrawn' },
      },
    },
    // Until the deadline it can be changed and sent again: the last one sent stands.
    submitted: {
      on: {
        submit: {
          target: 'submitted',
          guard: guard('callOpen', ...whole, 'somethingNew'),
          actions: ['keepSubmission', letter('receipt')],
        },
        return: {
          target: 'returned',
          guard: guard('deadlinePassed', 'judgingNotStarted', 'reasonGiven', 'partsNamed', 'dueInFuture'),
          actions: ['openParts', letter('returned')],
        },
        admit: {
          target: 'admitted',
          guard: guard('deadlinePassed', 'judgingNotStarted', ...confirmed),
          actions: [letter('admitted')],
        },
        reject: {
          target: 'rejected',
          guard: guard('deadlinePassed', 'reasonGiven'),
          actions: [letter('rejected')],
        },
        withdraw,
      },
    },
    returned: {
      on: {
        submit: {
          target: 'submitted',
          guard: guard('dueNotPassed', ...whole),
          actions: ['keepSubmission', letter('receipt')],
        },
        // Asked for something else, or for longer.
        return: {
          target: 'returned',
          guard: guard('judgingNotStarted', 'reasonGiven', 'partsNamed', 'dueInFuture'),
          actions: ['openParts', letter('returned')],
        },
        // The earlier submission stands when nothing more came.
        admit: {
          target: 'admitted',
          guard: guard('duePassed', 'judgingNotStarted', ...confirmed),
          actions: [letter('admitted')],
        },
        reject: {
          target: 'rejected',
          guard: guard('duePassed', 'reasonGiven'),
          actions: [letter('rejected')],
        },
        withdraw,
      },
    },
    admitted: {
      on: {
        startReview: { target: 'underReview', guard: guard('judgingStarted') },
        reject: {
          target: 'rejected',
          guard: guard('judgingNotStarted', 'reasonGiven'),
          actions: [letter('rejected')],
        },
        withdraw,
      },
    },
    underReview: {
      on: {
        markScored: { target: 'scored', guard: guard('judgingClosed') },
        withdraw: {
          ...withdraw,
          actions: [{ type: 'cascade', params: { to: 'ballots', event: 'void' } }, letter('withdrawn')],
        },
      },
    },
    scored: {
      on: {
        publishFinalist: { target: 'finalist', guard: guard('isFinalist'), actions: [letter('finalist')] },
        publishNotSelected: {
          target: 'notSelected',
          guard: guard('isNotFinalist'),
          actions: [letter('notSelected')],
        },
        withdraw: {
          ...withdraw,
          actions: [{ type: 'cascade', params: { to: 'ballots', event: 'void' } }, letter('withdrawn')],
        },
      },
    },
    finalist: {
      on: {
        announceWinner: { target: 'winner', guard: guard('isWinner'), actions: [letter('outcome')] },
        announceHonourableMention: {
          target: 'honourableMention',
          guard: guard('isHonourableMention'),
          actions: [letter('outcome')],
        },
        announceWithoutPrize: {
          target: 'finalistWithoutPrize',
          guard: guard('isWithoutPrize'),
          actions: [letter('outcome')],
        },
        registerWithdrawal,
      },
    },
    notSelected: { on: { registerWithdrawal } },
    winner: { type: 'final' },
    honourableMention: { type: 'final' },
    finalistWithoutPrize: { type: 'final' },
    rejected: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});
