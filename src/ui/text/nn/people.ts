import type { people as nb } from '../nb/people.ts';

export const people: typeof nb = {
  title: 'Personar',
};
