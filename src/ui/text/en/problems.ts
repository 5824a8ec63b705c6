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
  'document/empty': {
    title: 'The file is empty',
    detail: (p) => `“${p.name}” contains nothing. Choose the right file and upload it again.`,
  },
  'document/too-large': {
    title: 'The file is too large',
    detail: (p) => `A file can be up to ${formatBytes(p.maxBytes, 'en')}.`,
  },
  'document/type-not-allowed': {
    title: 'This type of file cannot be used',
    detail: (p) =>
      `“${p.name}” is not a PDF, a Word document or a picture (JPEG, PNG). We look at the content, not the name. Save the file as a PDF and try again.`,
  },
  'document/misnamed': {
    title: 'The name does not fit the content',
    detail: (p) =>
      `The content of “${p.name}” belongs to another kind of name. Give the file a name that ends in ${p.extension} and upload it again.`,
  },
  'document/web-page': {
    title: 'A web page or drawing cannot be used',
    detail: (p: { name: string }) =>
      `“${p.name}” is a web page (HTML) or an SVG drawing. Such files can do more than show content. Save it as PDF or as a picture (PNG), and upload again.`,
  },
  'document/heic': {
    title: 'The picture must be turned into JPEG',
    detail: (p: { name: string }) =>
      `“${p.name}” is in the HEIC format, which many cannot open. On an iPhone: Settings, Camera, Formats, “Most Compatible”, or send the picture to yourself by e-mail. It then becomes JPEG.`,
  },
  'document/encrypted': {
    title: 'The file is locked',
    detail: (p: { name: string }) =>
      `“${p.name}” is locked with a password or protection. Save a copy without it, and upload that. The jury must be able to open the file.`,
  },
  'document/damaged': {
    title: 'The file is damaged',
    detail: (p: { name: string }) =>
      `“${p.name}” is incomplete or broken. Open it on your machine, save it again, and upload the new file.`,
  },
  'document/bomb': {
    title: 'The file unpacks to too much',
    detail: (p: { name: string }) =>
      `“${p.name}” is small, but holds far more than a usual document once it is opened. Save it again as PDF, and upload that.`,
  },
  'document/pixels': {
    title: 'The picture has too many pixels',
    detail: (p: { name: string }) =>
      `“${p.name}” is too large to show safely. Save a smaller version, at most 10,000 pixels on its longest side, and upload again.`,
  },
  'document/macros': {
    title: 'The file contains macros',
    detail: (p: { name: string }) =>
      `“${p.name}” contains macros, which are small programs. Save the document as a plain Word document (.docx) without macros, or as PDF.`,
  },
  'document/two-kinds': {
    title: 'The file is two things at once',
    detail: (p: { name: string }) =>
      `“${p.name}” is put together so that some programs open it as something other than what it claims to be. Save it again as PDF, and upload that.`,
  },
  'document/active-content': {
    title: 'The file contains something that runs',
    detail: (p: { name: string }) =>
      `“${p.name}” contains code or a form that runs when the file is opened. Choose “Print” and “Save as PDF”, and upload the new file.`,
  },
  'document/embedded-files': {
    title: 'The file has other files inside it',
    detail: (p: { name: string }) =>
      `“${p.name}” has attachments inside it. Take them out, and upload each file by itself. For PDF: choose “Print” and “Save as PDF”.`,
  },
  'document/unreadable': {
    title: 'We could not read the file',
    detail: (p: { name: string }) =>
      `We were not able to examine “${p.name}”, and so we do not accept it. Save it again as PDF, and try once more. Contact the secretariat if it still does not work.`,
  },
  'document/infected': {
    title: 'A virus was found in the file',
    detail: (p: { name: string }) =>
      `The virus scanner found something harmful in “${p.name}”. The file is blocked, and nobody can open it. Remove it from the application, and upload a file that is clean.`,
  },
  'document/not-checked': {
    title: 'The file has not been checked for viruses yet',
    detail: (p: { name: string }) =>
      `“${p.name}” can be opened when the virus scanner has looked at it. It usually takes a few seconds.`,
  },
  'document/lost': {
    title: 'The file is missing here',
    detail:
      'It is registered, but its content cannot be found. Please contact the secretariat, and upload it again if you can.',
  },
  'document/too-many': {
    title: 'Too many files',
    detail: (p) => `You can have up to ${p.max} attachments. Remove one before you upload more.`,
  },
  'document/interrupted': {
    title: 'The upload was interrupted',
    detail: 'Nothing was stored. Please try again.',
  },
  'document/missing-file': {
    title: 'You have not chosen a file',
    detail: 'Choose the file to upload, and try again.',
  },
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
