import type { letters as nb } from '../nb/letters.ts';

export const letters: typeof nb = {
  title: 'E-postar',
};
