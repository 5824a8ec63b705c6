/** The own page of each of the nominated. */
export const nominee = {
  over: {
    finalist: (year: number) => `Nominert til Etikkprisen ${year}`,
    winner: (year: number) => `Vinner av Etikkprisen ${year}`,
    honourableMention: (year: number) => `Hederlig omtale, Etikkprisen ${year}`,
  },
  description: (name: string, over: string) => `Fagjuryens begrunnelse for ${name}, ${over}.`,
  all: (year: number) => `Alle de nominerte til Etikkprisen ${year}`,
  moreTitle: 'Del og les mer',
  picture: 'Last ned bildet til deling (PNG)',
  jury: 'Fagjuryen for Etikkprisen',
};
