import { documentProblems } from './problems-documents.ts';
import { meetingProblems } from './problems-meeting.ts';
import { practiceProblems } from './practice.ts';
import { formatBytes, formatDeadline, formatWait } from '../format.ts';
import type { fieldErrors as nbFields, problemPage as nbPage, problems as nb } from '../nb/problems.ts';

export const problems: typeof nb = {
  'request/malformed': {
    title: 'We did not understand the request',
    detail: 'Something in the request is written in a way we cannot read. Go back and try again.',
  },
  'request/invalid': {
    title: 'Something needs to be put right',
    detail: 'Look at the fields that are marked, correct them and send again.',
  },
  'request/too-large': {
    title: 'What you sent is too large',
    detail: (p) => `You can send up to ${formatBytes(p.maxBytes, 'en')} at a time here.`,
  },
  'request/unsupported-media-type': {
    title: 'This type of content cannot be used here',
    detail: 'Send forms as forms and data as application/json.',
  },
  'request/cross-site': {
    title: 'The request came from another site',
    detail: 'To be safe, we only accept forms from our own pages. Open the page here and try again.',
  },
  'request/too-many': {
    title: 'Too many attempts',
    detail: (p) => `Wait ${formatWait(p.seconds, 'en')} and try again.`,
  },
  'not-found': {
    title: 'We cannot find the page',
    detail: 'It does not exist, or you do not have access to it. Check the address, or go to the front page.',
  },
  'auth/required': {
    title: 'You need to sign in',
    detail: 'Sign in to go on.',
  },
  'auth/forbidden': {
    title: 'You cannot do this',
    detail:
      'Your role does not give you the right to do this. Contact the secretariat if you think that it should.',
  },
  'auth/token-invalid': {
    title: 'The access token does not work',
    detail: 'The token is unknown, expired or revoked. Make a new one on your page.',
  },
  'auth/code-wrong': {
    title: 'The code is not right',
    detail: (p) =>
      p.triesLeft === 1
        ? 'Look in the mail and type the six digits again. You have one attempt left.'
        : `Look in the mail and type the six digits again. You have ${p.triesLeft} attempts left.`,
  },
  'auth/link-expired': {
    title: 'The link or the code no longer works',
    detail: 'It has been used, is too old or is wrong. Ask for a new mail and use that one.',
  },
  'auth/too-many-tries': {
    title: 'Too many attempts with a wrong code',
    detail: 'The code is blocked. Use the link in the e-mail, or ask for a new e-mail.',
  },
  'role/last-administrator': {
    title: 'The service must have at least two administrators',
    detail:
      'Without this one there are fewer than two without an end date. Give the role to somebody else first.',
  },
  'role/runs-the-year': {
    title: 'Applicants and the secretariat must be different people',
    detail:
      'Whoever is in the secretariat, or approves the result, cannot work on an application to the same year. One of the two has to end first.',
  },
  'person/just-deleted': {
    title: 'The account has just been deleted',
    detail:
      'Whoever has this address deleted their account while you were at it. Nothing was saved. Try once more: a new account is then made for the address.',
  },
  'conflict/version': {
    title: 'Someone else saved before you',
    detail: 'What you wrote is not lost. See what has changed, and save again.',
  },
  'conflict/exists': {
    title: 'It already exists',
    detail: 'Something with the same name or number is already registered.',
  },
  'conflict/in-use': {
    title: 'It is in use',
    detail: 'Something else refers to this, so it cannot be removed or changed.',
  },
  'process/not-now': {
    title: 'This cannot be done now',
    detail: 'The case has moved on to another step. Reload the page to see what can be done.',
  },
  'process/unmet': {
    title: 'Something is missing before this can be done',
    detail: 'The list shows what remains.',
  },
  'process/unknown-event': {
    title: 'Unknown action',
    detail: (p) => `There is no action “${p.event}” here.`,
  },
  'nomination/incomplete': {
    title: 'The application is not complete',
    detail: 'The list shows what is missing. Fill it in and submit again.',
  },
  'nomination/deadline-passed': {
    title: 'The deadline has passed',
    detail: (p) =>
      `The deadline was ${formatDeadline(p.deadline, 'en')}. What was submitted before it still stands.`,
  },
  'nomination/part-closed': {
    title: 'This part is locked',
    detail:
      'The secretariat has asked for more in other parts of the application. Open the application to see which. What you write there is saved as usual.',
  },
  'nomination/exists': {
    title: 'There is already an application',
    detail: 'Someone has begun an application for the same applicant this year. You can ask to join it.',
  },
  ...documentProblems,
  'ballot/score-off-scale': {
    title: 'The score is off the scale',
    detail: (p) => `Give a whole number from ${p.min} to ${p.max}.`,
  },
  'ballot/delivered': {
    title: 'The assessment has been delivered',
    detail: 'Reopen it to change something.',
  },
  'ballot/locked': {
    title: 'The assessment is locked',
    detail: 'The jury’s assessment is closed. It can be read, but not changed.',
  },
  'ballot/declaration-missing': {
    title: 'First say whether you have a connection',
    detail: 'You need to answer for every applicant before you can read and assess the applications.',
  },
  'ballot/calibration-missing': {
    title: 'Assess the example first',
    detail: 'The applications open once you have delivered your assessment of the example.',
  },
  'ballot/booklet-not-made': {
    title: 'The booklet was not finished',
    detail:
      'There is too much text for one file, or the service has too much to do. Try again in a while, or open “Your applications on paper” and print from there.',
  },
  'ballot/recused': {
    title: 'You do not take part in this case',
    detail:
      'You have a conflict of interest here. No blame is meant; the rest of the jury assesses the application.',
  },
  'decision/exists': {
    title: 'The decision is already recorded',
    detail: 'Someone else recorded the decision first. Reload the page to see it.',
  },
  'decision/reason-missing': {
    title: 'Write a reason',
    detail: 'The jury may choose differently from the scores, but then the reason must stand here.',
  },
  ...meetingProblems,
  'process/same-person': {
    title: 'Someone else must approve',
    detail: 'The person who prepared it cannot approve it.',
  },
  ...practiceProblems,
  'publication/too-late': {
    title: 'It is too late to change the time',
    detail: 'The time cannot be moved or stopped in the last ten seconds.',
  },
  'archive/invalid': {
    title: 'The package for the archive is not as the schema demands',
    detail:
      'It has not been given out, and nothing stands in the log. Tell the administrator, and pass on what it says here.',
  },
  'server/unexpected': {
    title: 'Something went wrong on our side',
    detail:
      'The error is recorded. Try again in a while. If that does not help, give us the reference below.',
  },
  'server/unavailable': {
    title: 'The service is not ready just now',
    detail: 'Try again in a moment.',
  },
};

export const problemPage: typeof nbPage = {
  reference: (requestId) => `Reference: ${requestId}`,
  toFrontPage: 'Go to the front page',
  typed: 'What you wrote',
  typedLead: 'Copy it if you need it.',
  whatIsMissing: 'What needs to be done',
};

export const fieldErrors: typeof nbFields = {
  required: 'Fill in this field',
  choose: 'Choose one of the alternatives',
  notText:
    'The file is neither a spreadsheet (XLSX) nor text (CSV). Save the list as one of them, and choose that file',
  notSheet:
    'The spreadsheet cannot be read as a list. The list must be in the first sheet, with at most 5000 rows at a time. If there is more, divide it, or save the sheet as CSV',
  mustConfirm: 'You need to confirm before you can go on',
  tooLong: (max) => `Write up to ${max} characters`,
  tooShort: (min) => `Write at least ${min} characters`,
  tooManyWords: (max, count) => `Write up to ${max} words. There are now ${count}`,
  notEmail: 'Write an e-mail address like this: name@kommune.no',
  notPhone: 'Write a telephone number of eight digits',
  notNumber: 'Write a number',
  notInteger: 'Write a whole number',
  tooSmall: (min) => `Write ${min} or more`,
  lotSource: 'Write which number decides the lot',
  tooLarge: (max) => `Write ${max} or less`,
  notDate: 'Write a date like this: 2026-10-14',
  notTime: 'Write a time like this: 23:59',
  timeSkipped: 'This time does not exist, because the clocks go forward that night. Choose another',
  timeTwice: 'This time comes twice, because the clocks go back that night. Choose another',
  notAllowed: 'This value cannot be used here',
  unknownField: 'The field is unknown',
  tooMany: (max) => `Choose up to ${max}`,
  tooFew: (min) => `Choose at least ${min}`,
};
