/** What the secretariat is told before a phase begins: what is missing, and what the calendar says. */
export const readiness = {
  /** Of an application with too few jurors. */
  tooFew: (who: { free: number; quorum: number; out: readonly string[]; unanswered: readonly string[] }) =>
    [
      `${who.free} av minst ${who.quorum}`,
      ...(who.out.length ? [`deltar ikke: ${who.out.join(', ')}`] : []),
      ...(who.unanswered.length ? [`har ikke svart: ${who.unanswered.join(', ')}`] : []),
    ].join('; '),
  fewDelivered: (name: string, delivered: number, quorum: number) =>
    `${name} (${delivered} levert, minst ${quorum})`,
  gaps: {
    title: 'Mangler på det ene språket',
    parts: { texts: 'Tekst', criteria: 'Kriterium', questions: 'Spørsmål', scale: 'Poeng' },
    item: (what: string, name: string, language: string) => `${what}: ${name}, mangler på ${language}`,
  },
  cautions: {
    show: 'Se hva kalenderen sier',
    none: 'Kalenderen har ingenting å si på disse datoene.',
    refused: 'Dette må rettes før datoene kan lagres',
    title: 'Se over datoene',
    lead: 'Dette stopper ingenting. Dere kan ha grunner til å gjøre det likevel.',
    weekend: (what: string, when: string) => `${what}: ${when} er i en helg.`,
    holiday: (what: string, when: string, name: string) => `${what}: ${when} er fri for mange (${name}).`,
    passed: (what: string, when: string) =>
      `${what}: ${when} er passert. Rett datoen, ellers står det at utlysningen åpnet før noen fikk vite om den.`,
    autumnHoliday: (what: string, when: string) =>
      `${what}: ${when} er i uke 40 eller 41, når skolene har høstferie.`,
    summerLeave: (what: string, when: string) => `${what}: ${when} er i ukene da mange har sommerferie.`,
    acrossAutumn: {
      judgingEndsAt:
        'Juryens arbeid går over uke 40 og 41, når skolene har høstferie. De ukene er ikke regnet som arbeidsdager.',
      finalistsAt:
        'Høstferien (uke 40 og 41) kommer mellom juryens frist og offentliggjøringen av de nominerte. De ukene er ikke regnet som arbeidsdager.',
      ceremonyAt:
        'Høstferien (uke 40 og 41) kommer mellom de nominerte og prisutdelingen. De ukene er ikke regnet som arbeidsdager.',
    },
    acrossSummer: {
      judgingEndsAt:
        'Juryens arbeid går over sommerferien (uke 27 til 31). De ukene er ikke regnet som arbeidsdager.',
      finalistsAt:
        'Sommerferien (uke 27 til 31) kommer mellom juryens frist og offentliggjøringen av de nominerte. De ukene er ikke regnet som arbeidsdager.',
      ceremonyAt:
        'Sommerferien (uke 27 til 31) kommer mellom de nominerte og prisutdelingen. De ukene er ikke regnet som arbeidsdager.',
    },
    short: {
      opensAt: (days: number, atLeast: number) =>
        `Utlysningen er kjent ${days} arbeidsdager før den åpner. Det bør være minst ${atLeast}.`,
      finalistsAt: (days: number, atLeast: number) =>
        `Det er ${days} arbeidsdager fra juryen er ferdig til de nominerte offentliggjøres. Juryen skal møtes og begrunnelsene skrives; det bør være minst ${atLeast}.`,
      closesAt: (days: number, atLeast: number) =>
        `Søkerne får ${days} arbeidsdager. De bør ha minst ${atLeast}.`,
      judgingEndsAt: (days: number, atLeast: number) =>
        `Juryen får ${days} arbeidsdager etter søknadsfristen, også til den formelle kontrollen. Det bør være minst ${atLeast}.`,
      ceremonyAt: (days: number, atLeast: number) =>
        `De nominerte får vite det ${days} arbeidsdager før prisutdelingen. De bør ha minst ${atLeast}.`,
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
      newYearsEve: 'nyttårsaften',
    },
  },
};
