import type { records as nb } from '../nb/records.ts';

export const records: typeof nb = {
  title: 'Logg',
};
