import type { readiness as nb } from '../nb/readiness.ts';

export const readiness: typeof nb = {
  tooFew: (who) =>
    [
      `${who.free} av minst ${who.quorum}`,
      ...(who.out.length ? [`deltek ikkje: ${who.out.join(', ')}`] : []),
      ...(who.unanswered.length ? [`har ikkje svara: ${who.unanswered.join(', ')}`] : []),
    ].join('; '),
  fewDelivered: (name, delivered, quorum) => `${name} (${delivered} levert, minst ${quorum})`,
  gaps: {
    title: 'Manglar på det eine språket',
    parts: { texts: 'Tekst', criteria: 'Kriterium', questions: 'Spørsmål', scale: 'Poeng' },
    item: (what: string, name: string, language: string) => `${what}: ${name}, manglar på ${language}`,
  },
  cautions: {
    title: 'Sjå over datoane',
    lead: 'Dette stoppar ingenting. De kan ha grunnar til å gjere det likevel.',
    weekend: (what: string, when: string) => `${what}: ${when} er i ei helg.`,
    holiday: (what: string, when: string, name: string) => `${what}: ${when} er fri for mange (${name}).`,
    autumnHoliday: (what: string, when: string) =>
      `${what}: ${when} er i veke 40 eller 41, når skulane har haustferie.`,
    summerLeave: (what: string, when: string) => `${what}: ${when} er i vekene då mange har sommarferie.`,
    short: {
      closesAt: (days: number, atLeast: number) =>
        `Søkjarane får ${days} arbeidsdagar. Dei bør ha minst ${atLeast}.`,
      judgingEndsAt: (days: number, atLeast: number) =>
        `Juryen får ${days} arbeidsdagar etter søknadsfristen, også til den formelle kontrollen. Det bør vere minst ${atLeast}.`,
      ceremonyAt: (days: number, atLeast: number) =>
        `Dei nominerte får vite det ${days} arbeidsdagar før prisutdelinga. Dei bør ha minst ${atLeast}.`,
    },
    holidays: {
      newYear: 'første nyttårsdag',
      maundyThursday: 'skjærtorsdag',
      goodFriday: 'langfredag',
      easter: 'påske',
      labourDay: '1. mai',
      constitutionDay: '17. mai',
      ascension: 'Kristi himmelfartsdag',
      pentecost: 'pinse',
      christmas: 'jul',
      newYearsEve: 'nyttårsaftan',
    },
  },
};
