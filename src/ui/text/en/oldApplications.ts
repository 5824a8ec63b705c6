import { formatDate } from '../format.ts';
import type { oldApplications as nb } from '../nb/oldApplications.ts';

export const oldApplications: typeof nb = {
  title: 'Old applications',
  lead: 'Applications of years that are over, as they came by e-mail or in the post. They are here for the archive and for whoever sent them, and are in no figure, outcome or public page of the year.',
  none: 'No old applications have been registered',
  register: 'Register an old application',
  registerLead:
    'For a year that has ended, or that stands in the history. An application to a call that is under way is registered under “Received outside of the form” of the year.',
  year: 'Year of the prize',
  yearHint: 'Four digits. What the schedule would have deleted already cannot be taken in.',
  kind: 'Who applied?',
  organisation: 'Organisation',
  organisationHint: 'The municipality as the register has it, or the name of the organisation.',
  unit: 'Unit',
  nominated: 'Was the application nominated?',
  nominatedHint: 'Decides how long it is kept. The history does not change.',
  yes: 'Yes',
  no: 'No',
  cameBy: 'How did it come?',
  ways: { email: 'By e-mail', post: 'In the post', other: 'In another way' },
  receivedOn: 'On which day did it come?',
  note: 'Note',
  noteHint: 'For the secretariat alone. No health information or anything else about single persons.',
  readerEmail: 'E-mail address of whoever may read it',
  readerHint:
    'Whoever signs in with this address finds it among the earlier applications of the organisation. Nobody gets an e-mail about it.',
  save: 'Register and attach the files',
  came: (way, day) => `${way}, ${day}`,
  inYear: (year) => `Etikkprisen ${year}`,
  facts: {
    year: 'Year of the prize',
    came: 'Came',
    nominated: 'Nominated',
    reader: 'Can be read by',
    nobody: 'The secretariat alone',
    kept: 'Deleted by the schedule',
    registered: 'Registered',
    struck: 'Struck out',
    by: (name, when) => `${name}, ${when}`,
  },
  struck: 'Struck out',
  files: 'Files',
  noFiles: 'No files have been attached yet.',
  attach: 'Attach files',
  filesHint: 'The application and its attachments, as PDF for example. Several files are fine.',
  send: 'Upload',
  reader: 'Who may read it',
  saveReader: 'Save the address',
  strike: 'Strike out: registered by mistake',
  strikeHint:
    'The files are deleted, and nobody can read the application any more. That it was registered stands in the log.',
  strikeAsk: 'Delete the files and strike out the application?',
  isStruck: 'The application has been struck out',
  done: {
    registered: 'Registered. Attach the files.',
    attached: 'The files have been attached.',
    reader: 'The address has been saved.',
    struck: 'The application has been struck out, and its files are deleted.',
  },
  faults: {
    year: (year) =>
      `The year ${year} is not over, or there is none. If it is missing in the history, bring it along there first.`,
    past: (year, until) =>
      `By the schedule such an application of ${year} should have been deleted on ${formatDate(until, 'en')}. It cannot be taken in.`,
    ahead: 'Choose a day that has been',
  },
  own: {
    title: 'Came by e-mail or in the post',
    application: (year, name) => `Etikkprisen ${year}: ${name}`,
    came: (day) => `Came to the secretariat on ${day}`,
  },
};
