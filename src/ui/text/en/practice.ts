import type { practice as nb, practiceProblems as nbProblems } from '../nb/practice.ts';

export const practice: typeof nb = {
  title: 'Practice edition',
  lead: 'Practise a whole year of the prize without anything being real. The practice is a copy of the setup, with invented applicants and an invented jury. Nobody but the secretariat sees it, and no e-mail is sent.',
  unavailable: 'This server has no place for a practice edition',
  unavailableBody:
    'Ask those who run the service to give it a second database. The operations guide says how.',
  noEdition: 'There is no edition to practise on yet',
  noEditionBody: 'Create an edition first. The practice becomes a copy of it.',
  copyOf: 'The edition to copy',
  copyOfHelp:
    'The setup is copied: dates, texts, criteria, form, letter texts and seats of the jury. No people come along.',
  takesTime:
    'Making it can take up to a minute. Its clock stands on the day before the deadline, and you can move it.',
  make: 'Make the practice edition',
  madeOf: (year, who) => `A copy of ${year}, made by ${who}`,
  enter: 'Go into the practice',
  othersTitle: 'Let the invented people do their part',
  othersBody:
    'Applicants send in, leaders confirm, and the jury declares and delivers: all that waits for them right now. Would you rather do some of it yourself? Inside the practice you can be anybody.',
  others: 'Let them do it now',
  purgeTitle: 'Purge the practice',
  purgeBody:
    'Everything in the practice goes: applications, documents, assessments, e-mails and log. All that stays is one line in the log: that it was purged, and by whom.',
  sure: 'I have finished practising, and everything in the practice can go',
  purge: 'Purge everything in the practice',
  played: ({ sent, confirmed, declared, delivered }) =>
    `Done: ${sent} applications sent in, ${confirmed} confirmations, ${declared} declarations and ${delivered} assessments delivered.`,
  done: {
    made: 'The practice edition is ready.',
    purged: 'The practice edition has been purged. Nothing of it is left.',
  },
};

/** What may be refused about them. */
export const practiceProblems: typeof nbProblems = {
  'practice/unavailable': {
    title: 'There is no place for a practice edition here',
    detail: 'Ask those who run the service to give it a second database. The operations guide says how.',
  },
  'practice/exists': {
    title: 'There is a practice edition already',
    detail: 'Purge it first. There can be only one at a time.',
  },
  'practice/none': {
    title: 'There is no practice edition',
    detail: 'It may have been purged. Make a new one if you want to practise more.',
  },
};
