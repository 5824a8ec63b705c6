import type { readiness as nb } from '../nb/readiness.ts';

export const readiness: typeof nb = {
  tooFew: (who) =>
    [
      `${who.free} of at least ${who.quorum}`,
      ...(who.out.length ? [`take no part: ${who.out.join(', ')}`] : []),
      ...(who.unanswered.length ? [`have not answered: ${who.unanswered.join(', ')}`] : []),
    ].join('; '),
  fewDelivered: (name, delivered, quorum) => `${name} (${delivered} delivered, at least ${quorum})`,
  gaps: {
    title: 'Missing in one of the languages',
    parts: { texts: 'Text', criteria: 'Criterion', questions: 'Question', scale: 'Points' },
    item: (what: string, name: string, language: string) => `${what}: ${name}, missing in ${language}`,
  },
  cautions: {
    title: 'Look over the dates',
    lead: 'This stops nothing. You may have reasons to do it all the same.',
    weekend: (what: string, when: string) => `${what}: ${when} is in a weekend.`,
    holiday: (what: string, when: string, name: string) => `${what}: many are off on ${when} (${name}).`,
    autumnHoliday: (what: string, when: string) =>
      `${what}: ${when} is in week 40 or 41, the schools’ autumn holiday.`,
    summerLeave: (what: string, when: string) =>
      `${what}: ${when} is in the weeks when many are on summer leave.`,
    short: {
      closesAt: (days: number, atLeast: number) =>
        `Applicants have ${days} working days. They should have at least ${atLeast}.`,
      judgingEndsAt: (days: number, atLeast: number) =>
        `The jury has ${days} working days after the deadline, the formal check included. It should be at least ${atLeast}.`,
      ceremonyAt: (days: number, atLeast: number) =>
        `The shortlisted know ${days} working days before the ceremony. They should have at least ${atLeast}.`,
    },
    holidays: {
      newYear: 'New Year’s Day',
      maundyThursday: 'Maundy Thursday',
      goodFriday: 'Good Friday',
      easter: 'Easter',
      labourDay: '1 May',
      constitutionDay: '17 May',
      ascension: 'Ascension Day',
      pentecost: 'Pentecost',
      christmas: 'Christmas',
      newYearsEve: 'New Year’s Eve',
    },
  },
};
