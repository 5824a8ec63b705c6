import type { decisions as nb } from '../nb/decisions.ts';

export const decisions: typeof nb = {
  title: 'Decision',
};
