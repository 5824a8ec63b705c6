import type { reading as nb } from '../nb/reading.ts';

export const reading: typeof nb = {
  identityNumberHere: 'Remove the national identity number. Nobody must be recognisable.',
  identityNumberIn: (place) => `Remove the national identity number ${place}`,
  places: {
    answer: (question) => `in the answer to “${question}”`,
    organisation: 'in the name of the applicant, the unit or a partner',
    description: (file) => `in the name or the description of the document “${file}”`,
    page: (file, pages) => `in the document “${file}”, page ${pages}`,
    besides: (file) =>
      `in the document “${file}”, outside of the text itself (header, footer, comment, deleted text or properties)`,
  },
  pageNumber: (n) => `page ${n}`,
  partNumber: (n) => `part ${n}`,
  search: {
    title: 'Search',
    titleFor: (q) => `Search for “${q}”`,
    lead: 'Search the answers and the documents of the applications that you may read now.',
    label: 'What are you looking for?',
    hint: 'Words are found in all their forms. Put "…" around words that belong together.',
    year: 'Year of the prize',
    allYears: 'All years',
    button: 'Search',
    count: (n) => (n === 1 ? '1 hit' : `${n} hits`),
    nothing: (q) => `Nothing found for “${q}”`,
    nothingBody: 'Try a shorter word, or another word for the same.',
    inName: 'The word stands in the name or the description of the document.',
  },
};
