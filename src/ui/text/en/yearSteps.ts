import type { yearSteps as nb } from '../nb/yearSteps.ts';

export const yearSteps: typeof nb = {
  waitsForOpening: (from, deadline) =>
    `Everybody can see the call. It opens for applications ${from}, and the deadline is ${deadline}.`,
  waitsForDeadline: (deadline) =>
    `The call is open until ${deadline}. The applications can be checked when the deadline has passed.`,
  judging: (deadline) =>
    `The jury assesses until ${deadline}. The chair closes the judging when everything is delivered. You can follow the figures below.`,
  deliberating:
    'The judging is closed. The jury meets and makes up its mind, and the chair enters the decision. The secretariat can hold the meeting.',
  toPublish: 'The jury has decided. This is the way to the public.',
  winnerHeld:
    'Everything is prepared, but the winner is held back: it becomes public only when somebody announces it at the ceremony, or lets the time hold again.',
  allPrepared:
    'Everything is prepared. It becomes public by itself, or when somebody announces it at the ceremony.',
  statementsWritten: (done, all) => `Write the statements in Bokmål and Nynorsk (${done} of ${all})`,
  statementsApproved: (done, all) => `Have the chair approve the statements (${done} of ${all})`,
  finalistsPrepared: 'Prepare the publication of the nominated',
  finalistsApproved: 'Have somebody else approve the publication',
  winnerDecided: 'Have the chair enter the winner',
  winnerPrepared: 'Prepare the announcement of the winner',
  winnerApproved: 'Have somebody else approve the announcement',
  answers: (done, all) =>
    `Give the applicants feedback, if you have promised it (${done} of ${all} approved)`,
  /** Who takes the step into the next phase, above what it needs. */
  takenBy: {
    announce: 'The secretariat announces the call when this is in place:',
    startJudging:
      'When the deadline has passed, the secretariat opens the applications for the jury. Then this must be in place:',
    closeJudging: 'The chair of the jury closes the assessment. This must be in place, or be given a reason:',
    decideFinalists: 'The chair of the jury enters the decision. This must be in place:',
    archive: 'The secretariat puts the year away when this is in place:',
  },
  report: 'The yearly report to the ministry',
  nextYear: 'The next year begins as a copy of this one.',
};
