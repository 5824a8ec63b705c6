import type { reading as nb } from '../nb/reading.ts';

export const reading: typeof nb = {
  identityNumberHere: 'Ta bort fødselsnummeret. Ingen skal kunne kjennast att.',
  identityNumberIn: (place) => `Ta bort fødselsnummeret ${place}`,
  places: {
    answer: (question) => `i svaret på «${question}»`,
    organisation: 'i namnet på søkjaren, eininga eller ein samarbeidspartnar',
    description: (file) => `i namnet på eller omtalen av vedlegget «${file}»`,
    page: (file, pages) => `i vedlegget «${file}», side ${pages}`,
    besides: (file) =>
      `i vedlegget «${file}», utanfor sjølve teksten (topptekst, botntekst, kommentar, sletta tekst eller eigenskapar)`,
  },
  pageNumber: (n) => `side ${n}`,
  partNumber: (n) => `del ${n}`,
  search: {
    title: 'Søk',
    titleFor: (q) => `Søk etter «${q}»`,
    lead: 'Søk i svara og vedlegga i dei søknadene du kan lese no.',
    label: 'Kva leitar du etter?',
    hint: 'Ord blir funne i alle former. Set hermeteikn rundt ord som skal stå saman.',
    year: 'Prisår',
    allYears: 'Alle år',
    button: 'Søk',
    count: (n) => `${n} treff`,
    nothing: (q) => `Ingen treff på «${q}»`,
    nothingBody: 'Prøv eit kortare ord, eller eit anna ord for det same.',
    inName: 'Ordet står i namnet på eller omtalen av vedlegget.',
  },
};
