import type { ballots as nb } from '../nb/ballots.ts';

export const ballots: typeof nb = {
  title: 'Vurderingar',
};
