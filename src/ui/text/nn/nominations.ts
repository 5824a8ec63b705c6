import type { nominations as nb } from '../nb/nominations.ts';

export const nominations: typeof nb = {
  title: 'Søknader',
};
