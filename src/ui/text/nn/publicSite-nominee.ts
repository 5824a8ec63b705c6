import type * as nb from '../nb/publicSite-nominee.ts';

export const nominee: typeof nb.nominee = {
  over: {
    finalist: (year) => `Nominert til Etikkprisen ${year}`,
    winner: (year) => `Vinnar av Etikkprisen ${year}`,
    honourableMention: (year) => `Heiderleg omtale, Etikkprisen ${year}`,
  },
  description: (name, over) => `Grunngivinga frå fagjuryen for ${name}, ${over}.`,
  all: (year) => `Alle dei nominerte til Etikkprisen ${year}`,
  moreTitle: 'Del og les meir',
  picture: 'Last ned biletet til deling (PNG)',
  jury: 'Fagjuryen for Etikkprisen',
};
