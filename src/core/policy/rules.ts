/**
 * THE PERMISSION TABLE. Who may do what, said once: compiled to a predicate (`can`) and to SQL (`scope`),
 * so that a page, a list, a search, a count, an export and a download cannot disagree. What is not here is refused.
 *
 * A rule reads: BY whom (one of the relations of relations.ts), UNLESS another relation holds, IN which states.
 */
import type * as relation from './relations.ts';
import {
  beforeJury,
  beforePublication,
  chosenAmong,
  open,
  publishing,
  receiving,
  sentIn,
  sinceClosing,
  sinceDecision,
  stated,
  untilAnnounced,
  weighed,
} from './states.ts';

export interface Rule<Relation extends string, State extends string = string> {
  by: Relation;
  unless?: Relation;
  in?: readonly State[];
}
export type Rules<Relation extends string> = Record<string, readonly Rule<Relation>[]>;

const treating = [
  { by: 'secretary', unless: 'conflicted', in: chosenAmong },
  { by: 'actingChair', in: chosenAmong },
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
    { by: 'adviser', in: open },
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
  reject: [{ by: 'secretary', unless: 'conflicted', in: ['submitted', 'returned', 'admitted'] }],
  startReview: [{ by: 'system' }],
  markScored: [{ by: 'system' }],
  publishFinalist: [{ by: 'system' }],
  publishNotSelected: [{ by: 'system' }],
  announceWinner: [{ by: 'system' }],
  announceHonourableMention: [{ by: 'system' }],
  announceWithoutPrize: [{ by: 'system' }],
  /** Say whether there is a connection; seated jurors and the secretariat alike (HAB-9). */
  declare: [
    { by: 'juror', in: beforeJury },
    { by: 'secretary', in: sentIn },
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
  writeStatement: [{ by: 'secretary', unless: 'conflicted', in: chosenAmong }],
  approveStatement: [{ by: 'actingChair', in: chosenAmong }],
  /** What chair and secretariat say to each other about the text: for nobody else, and read as long as the text is. */
  seeStatementComments: [
    { by: 'secretary', unless: 'conflicted', in: stated },
    { by: 'actingChair', in: stated },
  ],
  commentStatement: treating,
  writeFeedback: answering,
  approveFeedback: answering,
  readFeedback: [{ by: 'answeredApplicant' }],
  seeStatement: [
    { by: 'secretary', unless: 'conflicted', in: stated },
    { by: 'actingChair', in: stated },
    { by: 'leader', in: chosenAmong },
  ],
} satisfies Rules<relation.NominationRelation>;

const holding = [
  { by: 'secretary', in: untilAnnounced },
  { by: 'chair', in: untilAnnounced },
  { by: 'decidingChair', in: untilAnnounced },
] as const;
const publishers = (['secretary', 'chair', 'leader'] as const).map((by) => ({ by, in: publishing }));
export const editionRules = {
  /** The call, from the announcement; a year that was cancelled before it never shows. */
  readPublic: [{ by: 'everybodyOnceAnnounced' }],
  read: [{ by: 'secretary' }, { by: 'juror' }, { by: 'leader' }, { by: 'administrator' }, { by: 'auditor' }],
  create: [{ by: 'secretary' }],
  configure: [{ by: 'secretary', in: ['planned'] }],
  /** Dates may move and seats be filled while the year runs; what is frozen stays frozen. */
  adjust: [
    {
      by: 'secretary',
      in: ['planned', 'announced', 'closed', 'judging', 'deliberating', 'decided', 'finalistsPublished'],
    },
  ],
  manage: [{ by: 'secretary' }],
  announce: [{ by: 'secretary' }],
  close: [{ by: 'secretary' }, { by: 'system' }],
  startJudging: [{ by: 'secretary' }],
  closeJudging: [{ by: 'chair' }],
  decideFinalists: [{ by: 'decidingChair' }],
  decideWinner: [{ by: 'decidingChair' }],
  /** The service does when somebody who took part turns out to have a connection (HAB-6). */
  retractFinalists: [{ by: 'decidingChair' }, { by: 'system' }],
  retractWinner: [{ by: 'decidingChair' }, { by: 'system' }],
  seeProgress: [{ by: 'chair' }, { by: 'secretary' }],
  /** The ranking as a whole; each line is scoped by the nomination's `seeResult`. */
  seeResult: [{ by: 'juror', in: sinceClosing }],
  /** What points at one juror: how strict, how well the ballots fit. Off until opened, and opening it is logged. */
  seeJurorFigures: [{ by: 'chair', in: sinceClosing }],
  /** The jury's meetings: the list, the shared screen, the juror's own page. Each application in them is scoped by `seeDiscussion`. */
  seeMeetings: [
    { by: 'juror', in: sinceClosing },
    { by: 'secretary', in: sinceClosing },
  ],
  /** Write down who is there and who is out, and choose what the screen shows; on an application `meetOn` decides. */
  holdMeeting: holding,
  /** Put a motion to the jury, at a meeting or in writing; that one is out of nothing it is about is checked with it. */
  putMotion: holding,
  /** Show the ranking to everybody present. */
  uncoverRanking: [{ by: 'decidingChair', in: untilAnnounced }],
  /** The public number of the lot. Only the secretariat, which does not see who is drawn. */
  recordBeacon: [{ by: 'secretary', in: ['closed', 'judging', 'deliberating'] }],
  /** The signed files of the result, with every ballot; that the reader is out of nothing in it is checked with the row. */
  seeFrozenResult: [
    { by: 'auditor', in: sinceClosing },
    { by: 'chair', in: sinceClosing },
    { by: 'decidingChair', in: sinceClosing },
  ],
  seeDecisions: [
    { by: 'decidingChair', in: sinceClosing },
    { by: 'chair', in: sinceClosing },
    { by: 'secretary', in: sinceDecision },
    { by: 'leader', in: sinceDecision },
  ],
  /** Letters to many at once. One that tells of a decision is sent by another than whoever wrote it: a check of the table itself. */
  writeLetters: [{ by: 'secretary' }],
  approveLetters: [{ by: 'secretary' }, { by: 'leader' }],
  preparePublication: [{ by: 'secretary', in: publishing }],
  /** That the preparer cannot approve, but alone and with a reason, is a check of the table itself. */
  approvePublication: publishers,
  /** The press of the ceremony, holding it, and what the screen in the hall shows. */
  runCeremony: publishers,
  /** Before it is out, and afterwards: then it is taken down. */
  stopPublication: [{ by: 'secretary' }, { by: 'chair' }, { by: 'leader' }],
  publishFinalists: [{ by: 'system' }],
  announceWinner: [{ by: 'system' }],
  announceNoAward: [{ by: 'system' }],
  /** Later deadlines of single applications; each line is scoped by the nomination's `seeExtensions`. */
  seeExtensions: [{ by: 'secretary' }, { by: 'leader' }],
  /** Applications that came by post, by mail or too late: one registers, another approves. That it is another is a check of the table. */
  seeReceived: [{ by: 'secretary' }, { by: 'leader' }],
  registerReceived: [{ by: 'secretary', in: receiving }],
  approveReceived: [
    { by: 'secretary', in: receiving },
    { by: 'leader', in: receiving },
  ],
  declineReceived: [{ by: 'secretary' }, { by: 'leader' }],
  cancel: [{ by: 'secretary' }],
  archive: [{ by: 'secretary' }],
  readLog: [{ by: 'secretary' }, { by: 'auditor' }],
  /** Declarations and decisions of the year (HAB-12); each line is scoped by the nomination's `seeConflicts`. */
  readConflictProtocol: [{ by: 'secretary' }, { by: 'chair' }, { by: 'auditor' }],
  /** The protocol of the jury: those who chair read it while they decide, everybody else once it is decided. */
  readProtocol: [
    { by: 'decidingChair', in: sinceClosing },
    { by: 'chair', in: sinceClosing },
    { by: 'juror', in: sinceDecision },
    { by: 'secretary', in: sinceDecision },
    { by: 'auditor', in: sinceDecision },
  ],
} satisfies Rules<relation.EditionRelation>;

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
} satisfies Rules<relation.BallotRelation>;

/** Motions of the jury: nothing of one for whoever is out of what it is about, or of what the choice is between. */
export const motionRules = {
  read: [{ by: 'secretary', unless: 'conflicted' }, { by: 'voter' }, { by: 'auditor' }],
  vote: [{ by: 'voter' }],
  /** Write down the votes of those in the room, and close it. */
  keep: [{ by: 'secretary', unless: 'conflicted' }, { by: 'presiding' }],
  /** Say why one voted otherwise than the jury. That one did is checked with the vote. */
  dissent: [{ by: 'voter' }],
} satisfies Rules<relation.MotionRelation>;

/** What belongs to no row: the service as a whole. */
export const serviceRules = {
  managePeople: [{ by: 'administrator' }],
  createEdition: [{ by: 'secretary' }],
  apply: [{ by: 'signedIn' }],
  answerJoinRequests: [{ by: 'secretary' }],
  /** The regions and their advisers. */
  manageRegions: [{ by: 'secretary' }, { by: 'administrator' }],
  seeLetters: [{ by: 'secretary' }],
  readServiceLog: [{ by: 'administrator' }, { by: 'auditor' }],
  /** What has had its time by the schedule, and erasing it. */
  seeRetention: [{ by: 'administrator' }, { by: 'auditor' }],
  runRetention: [{ by: 'administrator' }],
} satisfies Rules<relation.ServiceRelation>;
