import type { jury as nb } from '../nb/jury.ts';

export const jury: typeof nb = {
  title: 'The jury',
};
