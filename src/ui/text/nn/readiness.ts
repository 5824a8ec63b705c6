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
    show: 'Sjå kva kalenderen seier',
    none: 'Kalenderen har ingenting å seie på desse datoane.',
    refused: 'Dette må rettast før datoane kan lagrast',
    title: 'Sjå over datoane',
    lead: 'Dette stoppar ingenting. De kan ha grunnar til å gjere det likevel.',
    weekend: (what: string, when: string) => `${what}: ${when} er i ei helg.`,
    holiday: (what: string, when: string, name: string) => `${what}: ${when} er fri for mange (${name}).`,
    passed: (what, when) =>
      `${what}: ${when} er passert. Rett datoen, elles står det at utlysinga opna før nokon fekk vite om henne.`,
    autumnHoliday: (what: string, when: string) =>
      `${what}: ${when} er i veke 40 eller 41, når skulane har haustferie.`,
    summerLeave: (what: string, when: string) => `${what}: ${when} er i vekene då mange har sommarferie.`,
    acrossAutumn: {
      judgingEndsAt:
        'Arbeidet til juryen går over veke 40 og 41, når skulane har haustferie. Dei vekene er ikkje rekna som arbeidsdagar.',
      finalistsAt:
        'Haustferien (veke 40 og 41) kjem mellom fristen til juryen og offentleggjeringa av dei nominerte. Dei vekene er ikkje rekna som arbeidsdagar.',
      ceremonyAt:
        'Haustferien (veke 40 og 41) kjem mellom dei nominerte og prisutdelinga. Dei vekene er ikkje rekna som arbeidsdagar.',
    },
    acrossSummer: {
      judgingEndsAt:
        'Arbeidet til juryen går over sommarferien (veke 27 til 31). Dei vekene er ikkje rekna som arbeidsdagar.',
      finalistsAt:
        'Sommarferien (veke 27 til 31) kjem mellom fristen til juryen og offentleggjeringa av dei nominerte. Dei vekene er ikkje rekna som arbeidsdagar.',
      ceremonyAt:
        'Sommarferien (veke 27 til 31) kjem mellom dei nominerte og prisutdelinga. Dei vekene er ikkje rekna som arbeidsdagar.',
    },
    short: {
      opensAt: (days: number, atLeast: number) =>
        `Utlysinga er kjend ${days} arbeidsdagar før ho opnar. Det bør vere minst ${atLeast}.`,
      finalistsAt: (days: number, atLeast: number) =>
        `Det er ${days} arbeidsdagar frå juryen er ferdig til dei nominerte blir offentleggjorde. Juryen skal møtast og grunngivingane skrivast; det bør vere minst ${atLeast}.`,
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
