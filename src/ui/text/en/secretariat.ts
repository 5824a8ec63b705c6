import type { secretariat as nb } from '../nb/secretariat.ts';

export const secretariat: typeof nb = {
  title: 'The secretariat',
};
