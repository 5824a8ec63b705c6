import type * as nb from '../nb/publicSite-nominee.ts';

export const nominee: typeof nb.nominee = {
  over: {
    finalist: (year) => `Nominated for Etikkprisen ${year}`,
    winner: (year) => `Winner of Etikkprisen ${year}`,
    honourableMention: (year) => `Honourable mention, Etikkprisen ${year}`,
  },
  description: (name, over) => `The jury’s statement on ${name}, ${over}.`,
  all: (year) => `All the nominated for Etikkprisen ${year}`,
  moreTitle: 'Share and read more',
  picture: 'Download the picture for sharing (PNG)',
  jury: 'The jury of Etikkprisen',
};
