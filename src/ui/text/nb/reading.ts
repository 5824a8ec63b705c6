/** Reading documents, searching in them, and identity numbers found in them. */
export const reading = {
  identityNumberHere: 'Ta bort fødselsnummeret. Ingen skal kunne kjennes igjen.',
  identityNumberIn: (place: string) => `Ta bort fødselsnummeret ${place}`,
  places: {
    answer: (question: string) => `i svaret på «${question}»`,
    organisation: 'i navnet på søkeren, enheten eller en samarbeidspartner',
    description: (file: string) => `i navnet på eller beskrivelsen av vedlegget «${file}»`,
    page: (file: string, pages: string) => `i vedlegget «${file}», side ${pages}`,
    besides: (file: string) =>
      `i vedlegget «${file}», utenfor selve teksten (topptekst, bunntekst, kommentar, slettet tekst eller egenskaper)`,
  },
  pageNumber: (n: number) => `side ${n}`,
  partNumber: (n: number) => `del ${n}`,
  search: {
    title: 'Søk',
    titleFor: (q: string) => `Søk etter «${q}»`,
    lead: 'Søk i svarene og vedleggene i de søknadene du kan lese nå.',
    label: 'Hva leter du etter?',
    hint: 'Ord finnes i alle former. Sett anførselstegn rundt ord som skal stå sammen.',
    year: 'Prisår',
    allYears: 'Alle år',
    button: 'Søk',
    count: (n: number) => (n === 1 ? '1 treff' : `${n} treff`),
    nothing: (q: string) => `Ingen treff på «${q}»`,
    nothingBody: 'Prøv et kortere ord, eller et annet ord for det samme.',
    inName: 'Ordet står i navnet på eller beskrivelsen av vedlegget.',
  },
};
