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
};
