/** Who may do what with a ballot and with a motion of the jury. */
import type { BallotRelation, MotionRelation } from '../relations.ts';
import type { Rules } from './rule.ts';

export const ballotRules = {
  /** A ballot is its juror's alone until the chair closes the judging. */
  read: [
    { by: 'owner', unless: 'outOfIt' },
    { by: 'freeJurorAfterClosing', in: ['locked'] },
  ],
  edit: [{ by: 'owner', unless: 'outOfIt', in: ['assigned', 'started', 'reopened'] }],
  start: [{ by: 'owner', unless: 'outOfIt' }],
  deliver: [{ by: 'owner', unless: 'outOfIt' }],
  reopen: [{ by: 'owner', unless: 'outOfIt' }],
  lock: [{ by: 'system' }],
  /** After the closing, with a reason. Whose scores they are stays as it was: only the juror changes them. */
  unlock: [{ by: 'actingChair', unless: 'outOfIt', in: ['locked'] }],
  /** A score that is agreed on: whoever chairs proposes it, the next where it is the chair's own, and only the juror confirms. */
  proposeScore: [
    { by: 'actingChair', unless: 'outOfIt', in: ['locked'] },
    { by: 'nextChair', unless: 'outOfIt', in: ['locked'] },
  ],
  answerScore: [{ by: 'owner', unless: 'outOfIt', in: ['locked'] }],
  recuse: [{ by: 'system' }],
  reinstate: [{ by: 'system' }],
  void: [{ by: 'system' }],
} satisfies Rules<BallotRelation>;

/** Motions of the jury: nothing of one for whoever is out of what it is about, or of what the choice is between. */
export const motionRules = {
  read: [{ by: 'secretary', unless: 'conflicted' }, { by: 'voter' }, { by: 'auditor' }],
  vote: [{ by: 'voter' }],
  /** Write down the votes of those in the room, and close it. */
  keep: [{ by: 'secretary', unless: 'conflicted' }, { by: 'presiding' }],
  /** Say why one voted otherwise than the jury. That one did is checked with the vote. */
  dissent: [{ by: 'voter' }],
} satisfies Rules<MotionRelation>;
