/** Who may do what with a year of the prize. */
import type { EditionRelation } from '../relations.ts';
import {
  correcting,
  decidedOrCancelled,
  publishing,
  receiving,
  sinceClosing,
  sinceDecision,
  untilAnnounced,
} from '../states.ts';
import type { Rules } from './rule.ts';

const holding = [
  { by: 'secretary', in: untilAnnounced },
  { by: 'chair', in: untilAnnounced },
  { by: 'decidingChair', in: untilAnnounced },
] as const;
const publishers = ['secretary', 'chair', 'leader'] as const;
export const editionRules = {
  /** The call, from the announcement; a year that was cancelled before it never shows. */
  readPublic: [{ by: 'everybodyOnceAnnounced' }],
  read: [
    { by: 'secretary' },
    { by: 'juror' },
    { by: 'leader' },
    { by: 'communications' },
    { by: 'administrator' },
    { by: 'auditor' },
  ],
  create: [{ by: 'secretary' }],
  configure: [{ by: 'secretary', in: ['planned'] }],
  /** Dates may move and seats be filled while the year runs; what is frozen stays frozen. */
  adjust: [
    {
      by: 'secretary',
      in: ['planned', 'announced', 'closed', 'judging', 'deliberating', 'decided', 'finalistsPublished'],
    },
  ],
  /** Change what was frozen, as a new version with a reason: until the judging begins. */
  amend: [{ by: 'secretary', in: receiving }],
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
  /** The made-up application that the jury scores first: set up by the secretariat, scored by each juror, opened early by the chair. */
  setCalibration: [{ by: 'secretary', in: ['planned', ...receiving] }],
  calibrate: [{ by: 'juror', in: ['judging'] }],
  seeCalibration: [{ by: 'juror', in: ['judging', ...sinceClosing] }],
  openCalibration: [{ by: 'chair', in: ['judging', 'deliberating'] }],
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
    { by: 'chair', in: [...sinceClosing, 'cancelled'] },
    { by: 'secretary', in: decidedOrCancelled },
    { by: 'leader', in: decidedOrCancelled },
    { by: 'communications', in: decidedOrCancelled },
  ],
  /** Questions about the call, as they were asked; what is answered is everybody's (`readPublic`). */
  answerQuestions: [{ by: 'secretary' }],
  /** One that came by telephone or by mail; that the call is open is checked with it. */
  registerQuestion: [{ by: 'secretary', in: ['announced'] }],
  /** How one signs up for the ceremony, and who has: allergies and all, so nobody else sees it. */
  keepGuests: [{ by: 'secretary' }],
  /** What has been approved for publication, as the public will see it: one page. */
  readEmbargoed: [{ by: 'embargoReader', in: publishing }],
  /** Letters to many at once. One that tells of a decision is sent by another than whoever wrote it: a check of the table itself. */
  writeLetters: [{ by: 'secretary' }],
  approveLetters: [{ by: 'secretary' }, { by: 'leader' }],
  /** That there is nothing but corrections of an archived year is checked with what has been out. */
  preparePublication: [
    { by: 'secretary', in: correcting },
    { by: 'communications', in: correcting },
  ],
  /** That the preparer cannot approve, but alone and with a reason, is a check of the table itself. */
  approvePublication: publishers.map((by) => ({ by, in: correcting })),
  /** The press of the ceremony, holding it, and what the screen in the hall shows. */
  runCeremony: publishers.map((by) => ({ by, in: publishing })),
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
  /** Everybody who can see the outcome early, who let them in, and what they have opened. */
  seeEarlyReaders: [{ by: 'secretary' }, { by: 'chair' }, { by: 'auditor' }],
  /** Let somebody in for one task of the year, until a day: never with more than the secretariat has itself (checked with the role). */
  giveLimitedRoles: [{ by: 'secretary' }],
  /** Take the year out as a file: of everything in it what the reader may see. Stands in the log. */
  takeOut: [{ by: 'secretary' }, { by: 'auditor' }],
  /** Deliver the year to an archive, and enter its case number there. Each record in it is scoped by the nomination's. */
  archivePackage: [{ by: 'secretary' }],
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
} satisfies Rules<EditionRelation>;
