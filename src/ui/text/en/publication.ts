import type { publication as nb } from '../nb/publication.ts';

export const publication: typeof nb = {
  title: 'Publication',
};
