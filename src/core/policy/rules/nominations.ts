/** Who may do what with an application. */
import type { NominationRelation } from '../relations.ts';
import { beforeJury, beforePublication, chosenAmong, open, sentIn, stated, weighed } from '../states.ts';
import type { Rules } from './rule.ts';

const treating = [
  { by: 'secretary', unless: 'conflicted', in: chosenAmong },
  { by: 'actingChair', in: chosenAmong },
] as const;
const stating = [
  { by: 'secretary', unless: 'conflicted', in: stated },
  { by: 'actingChair', in: stated },
] as const;
const decidingOnConflict = [
  { by: 'actingChair', in: beforeJury },
  { by: 'nextChair', in: beforeJury },
] as const;
const answering = [
  { by: 'secretary', unless: 'conflicted', in: weighed },
  { by: 'actingChair', in: weighed },
] as const;
export const nominationRules = {
  /** That it exists, whose it is and how far: never its text. */
  list: [
    { by: 'applicant' },
    { by: 'secretary' },
    { by: 'juror', unless: 'conflicted', in: beforeJury },
    { by: 'adviser', in: open },
  ],
  /** The live draft: answers, documents, who works on it. */
  readDraft: [{ by: 'applicant' }],
  /** The live draft, read only, by those whom the applicant has let in: the regional adviser, and the secretariat when it was asked. */
  readAlong: [
    { by: 'adviser', unless: 'conflicted', in: open },
    { by: 'askedSecretary', unless: 'conflicted', in: open },
  ],
  answerHelp: [{ by: 'askedSecretary', unless: 'conflicted', in: open }],
  /** Let the adviser read, and take it back. */
  giveAccess: [{ by: 'applicant', in: open }],
  askHelp: [{ by: 'applicant', in: open }],
  /** What was sent in. A secretary in conflict loses it like anybody else. */
  read: [
    { by: 'applicant' },
    { by: 'secretary', unless: 'conflicted', in: sentIn },
    { by: 'freeJuror', in: beforeJury },
  ],
  /** Take all of it out of the service at once, as a file. Stands in the log. */
  takeOut: [{ by: 'secretary', unless: 'conflicted', in: sentIn }],
  /** Deliver it to an archive. Of what was withdrawn, only that it was there: its content is `takeOut`'s. */
  archivePackage: [{ by: 'secretary', unless: 'conflicted', in: [...sentIn, 'withdrawn'] }],
  /** What the public sees of a finalist, from the instant of publication. */
  readPublic: [{ by: 'everybodyOncePublished', in: stated }],
  /** The letters about it; what else was written and said is filed for the secretariat alone. */
  seeLetters: [{ by: 'applicant' }, { by: 'secretary', unless: 'conflicted' }],
  fileContact: [{ by: 'secretary', unless: 'conflicted' }],
  edit: [{ by: 'applicant', in: open }],
  /** Invite and remove colleagues, answer those who ask to join; also after sending in, so that work can be handed over. */
  manageMembers: [{ by: 'applicant' }],
  submit: [{ by: 'applicant', in: open }],
  /** Takes in what came outside of the form, on the word of two people (editions' `approveReceived`). */
  receive: [{ by: 'system' }],
  withdraw: [{ by: 'applicant', in: beforePublication }],
  /** Once the nominated are public: written down by the secretariat, and the jury chooses the winner anew. */
  registerWithdrawal: [{ by: 'secretary', unless: 'conflicted', in: ['finalist', 'notSelected'] }],
  /** A later deadline of its own: one proposes it, another approves it. That it is another is a check of the table itself. */
  seeExtensions: [{ by: 'secretary', unless: 'conflicted' }, { by: 'leader' }],
  proposeExtension: [{ by: 'secretary', unless: 'conflicted', in: ['draft', 'submitted'] }],
  approveExtension: [
    { by: 'secretary', unless: 'conflicted', in: ['draft', 'submitted'] },
    { by: 'leader', in: ['draft', 'submitted'] },
  ],
  declineExtension: [{ by: 'secretary', unless: 'conflicted' }, { by: 'leader' }],
  admit: [{ by: 'secretary', unless: 'conflicted', in: ['submitted', 'returned'] }],
  return: [{ by: 'secretary', unless: 'conflicted', in: ['submitted', 'returned'] }],
  /** Proposed by one and approved by another, each of whom may; that it is another is a check of the table itself. */
  reject: [{ by: 'secretary', unless: 'conflicted', in: ['submitted', 'returned', 'admitted'] }],
  seeRejections: [{ by: 'secretary', unless: 'conflicted' }],
  startReview: [{ by: 'system' }],
  markScored: [{ by: 'system' }],
  publishFinalist: [{ by: 'system' }],
  publishNotSelected: [{ by: 'system' }],
  announceWinner: [{ by: 'system' }],
  announceHonourableMention: [{ by: 'system' }],
  announceWithoutPrize: [{ by: 'system' }],
  /** Say whether there is a connection; seated jurors, the secretariat and whoever reads a draft along alike (HAB-9). */
  declare: [
    { by: 'juror', in: beforeJury },
    { by: 'secretary', in: sentIn },
    { by: 'askedSecretary', in: open },
    { by: 'adviser', in: open },
  ],
  /** Decide on somebody's conflict. That it is never one's own, and by the next only on the acting chair's, is checked with the row (HAB-4). */
  decideConflict: decidingOnConflict,
  /** Object to who judges it (HAB-11). Until when is a matter of time, checked with the edition. */
  object: [
    { by: 'applicant', in: ['submitted', 'returned', 'admitted', 'underReview', 'scored', 'finalist'] },
  ],
  /** An objection and its answer: never for the juror whom it is about. */
  seeObjections: [
    { by: 'applicant' },
    { by: 'actingChair', in: beforeJury },
    { by: 'nextChair', in: beforeJury },
    { by: 'auditor' },
  ],
  answerObjection: decidingOnConflict,
  seeConflicts: [
    { by: 'actingChair', in: beforeJury },
    { by: 'nextChair', in: beforeJury },
    { by: 'secretary', unless: 'conflicted', in: sentIn },
    { by: 'auditor' },
  ],
  /** Ranking, averages and the ballots of others: only after the closing, never of an application one is out of. */
  seeResult: [{ by: 'freeJurorAfterClosing', in: weighed }],
  seeAgreedScores: [
    { by: 'freeJurorAfterClosing', in: weighed },
    { by: 'auditor', in: weighed },
  ],
  /** Treat it at the jury's meeting: open it on the screen, write what is said, put a motion about it. */
  meetOn: treating,
  /** What the meeting says and shows of it: never to somebody who is out of it. */
  seeDiscussion: [
    { by: 'secretary', unless: 'conflicted', in: weighed },
    { by: 'freeJurorAfterClosing', in: weighed },
  ],
  /** Also once it is out: what is written then comes out with a correction. */
  writeStatement: [{ by: 'secretary', unless: 'conflicted', in: stated }],
  approveStatement: [{ by: 'actingChair', in: stated }],
  /** What chair and secretariat say to each other about the text: for nobody else, and read as long as the text is. */
  seeStatementComments: stating,
  commentStatement: stating,
  writeFeedback: answering,
  approveFeedback: answering,
  readFeedback: [{ by: 'answeredApplicant' }],
  /** That the jury has nominated it, before that is public: for whoever was told, and for whoever tells. */
  readConfidence: [{ by: 'toldApplicant', in: weighed }],
  answerNaming: [{ by: 'toldApplicant', in: chosenAmong }],
  seeNaming: [
    { by: 'secretary', unless: 'conflicted', in: weighed },
    { by: 'actingChair', in: weighed },
    { by: 'leader', in: weighed },
  ],
  registerNaming: [{ by: 'secretary', unless: 'conflicted', in: chosenAmong }],
  /** Picture and quote can be taken away at any time, also after they were public. */
  removeNamed: [
    { by: 'toldApplicant', in: weighed },
    { by: 'secretary', unless: 'conflicted', in: weighed },
  ],
  seeStatement: [
    { by: 'secretary', unless: 'conflicted', in: stated },
    { by: 'actingChair', in: stated },
    { by: 'leader', in: chosenAmong },
    { by: 'communications', in: stated },
  ],
} satisfies Rules<NominationRelation>;
