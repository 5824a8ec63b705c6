import type { requirements as nb } from '../nb/requirements.ts';

export const requirements: typeof nb = {
  // Editions and publications
  textsComplete: 'Write the texts that are missing, in bokmål and nynorsk:',
  hasCriteria: 'Add at least one criterion.',
  jurySeatsSet: 'Set up the seats of the jury.',
  datesAhead: 'Set a deadline that has not passed.',
  deadlinePassed: 'Wait until the deadline for applications has passed.',
  somethingToJudge: 'Admit at least one application.',
  formalitiesSettled: 'Check the formalities of every application that was submitted.',
  hasChair: 'Fill the seat of the chair. The chair must have confirmed the rules of confidence.',
  juryReady: 'Have enough jurors confirm the rules of confidence.',
  conflictsDecided: 'Decide on the connections that jurors have declared.',
  quorumHolds: 'Make sure that every application has enough jurors without a conflict:',
  everybodyDelivered: 'Wait for the assessments that are missing, or write why you close without them:',
  choiceQuorate:
    'Too few of the jury can take part in this choice. Call in a deputy. These do not take part:',
  decisionValid:
    'The decision must name assessed applications, keep to the number of nominated and give a reason where it departs.',
  winnerNotDecided: 'The winner has been decided already. Retract that decision first.',
  finalistsNotDecided: 'The nominated have been decided already. Retract that decision first.',
  finalistsDecided: 'The jury must decide who is nominated.',
  notApproved: 'Stop the publication before the decision is retracted.',
  reasonGiven: 'Write a reason.',
  finalistsPublic: 'The nominated must have been published.',
  winnerPublic: 'The announcement must be approved, and its moment reached.',
  noAwardPublic: 'The announcement must be approved, and its moment reached.',
  decisionStands: 'The jury must have recorded the decision, and it must stand.',
  finalistsStillIn:
    'All of the nominated must still be in. The jury must decide anew if somebody has withdrawn:',
  statementsApproved:
    'The statement for each of the nominated must be written in bokmål and nynorsk and approved by the chair:',
  statementsAsPrepared: 'A statement has changed since this was prepared. Stop it and prepare it anew.',
  finalistsPrepared: 'The publication of the nominated must be approved first.',
  afterFinalists: 'The winner cannot become public before the nominated.',
  jointText: 'Write the joint text in bokmål and nynorsk.',
  momentAhead: 'Choose a moment that lies ahead.',
  winnerNotWaiting: 'Stop the announcement of the winner first.',

  // Applications
  callOpen: 'Applications can only be submitted while the call is open.',
  dueNotPassed: 'The deadline for sending more must not have passed.',
  duePassed: 'Wait until the deadline that the applicant was given has passed.',
  everythingAnswered: 'Answer what is missing:',
  withinWordLimits: 'Shorten the answers that are too long:',
  documentsClean: 'Remove the files in which a virus was found:',
  documentsChecked: 'Wait until the files have been checked for viruses. It usually takes a few seconds:',
  documentsRead: 'The documents are being looked through for national identity numbers. Try again shortly:',
  noIdentityNumbers: 'Remove the national identity numbers. They stand:',
  leaderAsked: 'Name the leader who approves the application, and send the link.',
  leaderConfirmed: 'Wait for the leader to confirm the application.',
  partnersAsked: 'Send the link to the partners:',
  partnersConfirmed: 'Wait for the partners to confirm:',
  somethingNew: 'Change something first. The application has already been submitted as it stands.',
  judgingNotStarted: 'This must happen before the jury begins to assess.',
  judgingStarted: 'The jury must have begun to assess.',
  judgingClosed: 'The judging must be closed.',
  partsNamed: 'Tick at least one part where something is missing.',
  dueInFuture: 'Set a deadline that lies ahead.',
  finalistsNotPublic:
    'The nominated have been published. Contact the secretariat to withdraw the application.',
  winnerNotPublic: 'The winner has been announced. The application can no longer be withdrawn.',
  isFinalist: 'The nominated must have been published, with the applicant among them.',
  isNotFinalist: 'The nominated must have been published.',
  isWinner: 'The winner must have been announced.',
  isHonourableMention: 'The honourable mention must have been announced.',
  isWithoutPrize: 'The winner must have been announced.',

  // Ballots
  judgingOpen: 'Assessments can only be delivered while the jury assesses, and before the deadline.',
  judgingNotClosed: 'The judging must not be closed.',
  wantedAgain: 'The juror must hold a seat again, and the application must be under review.',
  noConflict:
    'Answer whether you have a connection to the applicants. If you have declared one, wait for the decision.',
  isRecused: 'The conflict of interest must have been decided.',
  nothingMissing: 'Fill in what is missing:',
  nominationOut: 'The application must be withdrawn or rejected.',
};
