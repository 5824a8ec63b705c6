import type { publicSite as nb } from '../nb/publicSite.ts';

export const publicSite: typeof nb = {
  title: 'Etikkprisen',
};
