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
};
