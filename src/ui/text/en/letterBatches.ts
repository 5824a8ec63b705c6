import type { letterBatches as nb } from '../nb/letterBatches.ts';

export const letterBatches: typeof nb = {
  title: 'Mailings',
  lead: 'Write to many at once. You see exactly who gets the e-mail before it goes.',
  none: 'No mailings yet',
  noneBody: 'Here you write to everybody with a draft, say, or to those in the jury who have not finished.',
  batchStates: { prepared: 'Not sent', scheduled: 'Goes later', sent: 'Sent', discarded: 'Discarded' },
  writtenBy: (name, at) => `Written by ${name}, ${at}`,
  sentBy: (name, at) => `Sent by ${name}, ${at}`,
  tells: (decision) => `Tells of: ${decision}`,

  write: 'Write a mailing',
  change: 'Change the mailing',
  writeLead: 'Nothing is sent now. On the next page you see the recipients and the text as they get it.',
  name: 'Name of the mailing',
  nameHint: 'For you in the secretariat only, for example “Drafts, two weeks left”.',
  to: 'Who gets the e-mail?',
  audience: 'Recipients',
  audiences: {
    applications: 'Those who work on an application',
    jurors: 'The jury',
    nominated: 'The nominated, in confidence before it is public',
    notNominated: 'Those who are not nominated, before it is public',
    list: 'Those on the list for the call',
    marked: 'Those that were ticked',
  },
  marked: (number) =>
    `Those you ticked in the table: ${number === 1 ? 'one application' : `${number} applications`}`,
  markSome: 'Tick at least one application in the table of applications.',
  notAllMarked:
    'One or more of the applications are not of this year, or you have declared a connection. Tick them again.',
  states: 'Applications with this status',
  statesHint: 'Matters when the recipients are applicants. With nothing chosen, nobody gets the e-mail.',
  jurors: 'Who in the jury',
  jurorsHint: 'Matters when the recipients are the jury.',
  jurorGroups: {
    all: 'Everybody',
    unfinished: 'Those who have not delivered all their assessments',
    undeclared: 'Those who have not said whether they have a connection to the applicants',
    deputies: 'Deputy members who have not been called in',
  },
  about: 'Does the e-mail tell of a decision?',
  aboutHint:
    'Each recipient then gets it only once, and somebody other than whoever wrote it must send it. So must somebody else when it goes to applicants while a choice the jury has made is not public.',
  aboutStays:
    'The mailing tells of a decision, and that cannot be changed to “No”. Discard it and write a new one if it is to be about something else.',
  noDecision: 'No',
  decisions: {
    admission: 'Yes: whether the application is accepted for assessment',
    nomination: 'Yes: whether the application is nominated',
    winner: 'Yes: about the prize',
    confidence: 'Yes, in confidence: that there is something to read for the nominated',
    other: 'Yes: another decision',
  },
  words: (words) =>
    `These words are replaced by what is true of the recipient: ${words}. E-mails to the jury have no {kvitteringsnummer}. In the answer to those who are not nominated, {tid} is when the nominated are made public.`,
  public:
    'Write so that anybody may read the e-mail: it can be disclosed on request. The link to the application comes by itself.',
  inLanguage: { nb: 'Bokmål', nn: 'Nynorsk' },
  subjectIn: { nb: 'Subject in bokmål', nn: 'Subject in nynorsk' },
  bodyIn: { nb: 'Text in bokmål', nn: 'Text in nynorsk' },
  bodyHint: 'Greeting and link come by themselves.',
  toRecipients: 'Save and see the recipients',
  chooseStates: 'Choose at least one status. With nothing chosen, nobody gets the e-mail.',
  notConcerned:
    'The decision does not concern everybody you have chosen. Choose applications that it concerns, or “another decision”.',

  preview: 'What it looks like',
  previewLead: 'With the details of one recipient. Choose a name in the list to see the e-mail to another.',
  toName: (name) => `To ${name}`,
  willGet: (n) => (n === 1 ? '1 gets the e-mail' : `${n} get the e-mail`),
  got: (n) => `Recipients (${n})`,
  nobody: 'As things are, nobody gets the e-mail. That is why it cannot be sent.',
  recipients: 'Recipients',
  recipient: 'Recipient',
  address: 'E-mail address',
  organisation: 'Organisation',
  language: 'Language form',
  isWithdrawn: 'The application is withdrawn',
  isNew: 'New',
  toldAlready: (n) =>
    n === 1
      ? '1 has a letter about this decision and gets no other'
      : `${n} have a letter about this decision and get no other`,
  changed: 'The recipients are not the same as when the e-mail was written',
  come: 'New:',
  gone: 'No longer get it:',
  othersNow:
    'The recipients, or what is filled in for them, have changed since you looked at the page. Nothing was sent. Look through the list and the text, and send again.',
  notOpen: 'The call is not open. The e-mail to those on the list can only go while it is.',
  cancelled: 'The year has been cancelled, so this mailing cannot go. Write to all the applicants instead.',
  notAgreed:
    'Not all the nominated have agreed to be named. If one declines, the jury chooses anew. The mailing can be sent when all have agreed.',
  tooEarly: 'The winner has not been announced yet. The mailing can be sent afterwards.',
  takenDown:
    'The result that the e-mail tells of has been taken down. The mailing can be sent when the corrected one is out.',
  sendTitle: 'Send',
  send: (n) => (n === 1 ? 'Send 1 e-mail' : `Send ${n} e-mails`),
  sendAsk: (n) => (n === 1 ? 'Send the e-mail now?' : `Send ${n} e-mails now?`),
  approving:
    'Two people must read the e-mail, and somebody else has written it. By sending it you approve it.',
  notOwn:
    'The e-mail tells of a decision, or goes to applicants for whom it may mean something now. Somebody other than you, who wrote it, must read it and send it.',
  notYours: 'You may read this mailing, but not send it.',
  discard: 'Discard',
  discardAsk: 'Discard the mailing?',
  queued: (n) => (n === 1 ? '1 e-mail is queued.' : `${n} e-mails are queued.`),
  became: 'What became of the e-mails?',
  resend: (n) =>
    n === 1 ? 'Send again to the one who did not get it' : `Send again to the ${n} who did not get it`,
  everyLetter: 'See every e-mail',

  later: 'Send at a set time',
  move: 'Move the time',
  laterLead:
    'The mailing goes by itself to those you see in the list. If the recipients have changed by then, it does not go, and you are told.',
  moment: 'When is it to go?',
  schedule: 'Set the time',
  stop: 'Stop the mailing',
  stopAsk: 'Stop the mailing? It will not go by itself.',
  goesAt: (at, name) => `Goes by itself ${at}, set by ${name}`,
  heldBack: 'The mailing did not go at its time',
  why: {
    othersNow:
      'The recipients, or what is filled in for them, had changed. Look through the list and the text, and send it or set a new time.',
    nobody: 'There was nobody to send it to.',
    notAgreed: 'Not all the nominated had agreed to be named.',
    notOpen: 'The call was not open.',
    tooEarly: 'The winner had not been announced.',
    cancelled: 'The year was cancelled.',
    takenDown: 'The result had been taken down.',
    right: 'Whoever set the time may not send it any more. Somebody else has to.',
  },

  telling:
    'The e-mail only says that there is something to read, not what. Take out words like “nominert”, “kåret” and “vinner”.',
  confidential: {
    title: 'In confidence to the nominated',
    subject: 'News about your application for Etikkprisen {år}',
    body: 'There is news about the application from {organisasjon} that we need an answer to. It is confidential for now: sign in to read it, and do not share it.',
  },
  anew: {
    link: 'Write to those who were told what was wrong',
    nomination: {
      title: 'Corrected: the nominated',
      subject: 'Corrected: the nominated for Etikkprisen {år}',
      body: 'We wrote to you earlier about who is nominated for Etikkprisen {år}. What we published then was not right, and we took it down. The right result is out now. Sign in to read what applies to the application from {organisasjon}.\n\nWe are sorry about the mistake.',
    },
    winner: {
      title: 'Corrected: the winner',
      subject: 'Corrected: the winner of Etikkprisen {år}',
      body: 'We wrote to you earlier about who was awarded Etikkprisen {år}. What we announced then was not right, and we took it down. The right result is out now. Sign in to read what applies to the application from {organisasjon}.\n\nWe are sorry about the mistake.',
    },
  },
  others: {
    title: 'Answer to those who are not nominated',
    subject: 'Answer to the application for the Ethics Prize {år}',
    body: 'Thank you for the application from {organisasjon}. The jury has read it, but it is not among the nominated this year.\n\nThe nominated are made public {tid}. Please keep the answer to yourselves until then.',
  },
};
