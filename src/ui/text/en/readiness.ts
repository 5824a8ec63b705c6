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
    show: 'See what the calendar says',
    none: 'The calendar has nothing to say about these dates.',
    refused: 'This has to be put right before the dates can be saved',
    title: 'Look over the dates',
    lead: 'This stops nothing. You may have reasons to do it all the same.',
    weekend: (what: string, when: string) => `${what}: ${when} is in a weekend.`,
    holiday: (what: string, when: string, name: string) => `${what}: many are off on ${when} (${name}).`,
    passed: (what, when) =>
      `${what}: ${when} has passed. Correct the date, or the call will say that it opened before anybody had heard of it.`,
    autumnHoliday: (what: string, when: string) =>
      `${what}: ${when} is in week 40 or 41, the schools’ autumn holiday.`,
    summerLeave: (what: string, when: string) =>
      `${what}: ${when} is in the weeks when many are on summer leave.`,
    acrossAutumn: {
      judgingEndsAt:
        'The work of the jury goes across weeks 40 and 41, the autumn holiday of the schools. Those weeks are not counted as working days.',
      finalistsAt:
        'The autumn holiday (weeks 40 and 41) comes between the deadline of the jury and the nominated. Those weeks are not counted as working days.',
      ceremonyAt:
        'The autumn holiday (weeks 40 and 41) comes between the nominated and the ceremony. Those weeks are not counted as working days.',
    },
    acrossSummer: {
      judgingEndsAt:
        'The work of the jury goes across the summer holiday (weeks 27 to 31). Those weeks are not counted as working days.',
      finalistsAt:
        'The summer holiday (weeks 27 to 31) comes between the deadline of the jury and the nominated. Those weeks are not counted as working days.',
      ceremonyAt:
        'The summer holiday (weeks 27 to 31) comes between the nominated and the ceremony. Those weeks are not counted as working days.',
    },
    short: {
      opensAt: (days: number, atLeast: number) =>
        `The call is known ${days} working days before it opens. There should be at least ${atLeast}.`,
      finalistsAt: (days: number, atLeast: number) =>
        `There are ${days} working days from when the jury is done until the nominated are published. The jury has to meet and the statements to be written; there should be at least ${atLeast}.`,
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
