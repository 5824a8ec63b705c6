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
};
