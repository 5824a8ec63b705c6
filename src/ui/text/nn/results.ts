import type { results as nb } from '../nb/results.ts';

export const results: typeof nb = {
  title: 'Resultat',
};
