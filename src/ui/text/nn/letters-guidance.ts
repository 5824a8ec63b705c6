import type { guidanceLetters as nb } from '../nb/letters-guidance.ts';

export const guidanceLetters: typeof nb = {
  adviserAccess: {
    subject: ({ year }) => `Du kan lese eit utkast til ein søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, givenBy }) =>
      `${givenBy} lèt deg lese utkastet til søknaden frå ${organisation} til Etikkprisen ${year}, for at du skal kunne gi råd. Du kan lese det, ikkje skrive i det.\n\nLogg inn med denne e-postadressa.`,
  },
  helpAnswered: {
    subject: ({ year }) => `Sekretariatet har svart dykk: søknad til Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `De spurde om hjelp med søknaden frå ${organisation} til Etikkprisen ${year}. Sekretariatet har svart.`,
  },
  feedback: {
    subject: ({ year }) => `Juryen har skrive til dykk: søknad til Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `Juryen har skrive ei tilbakemelding om søknaden frå ${organisation} til Etikkprisen ${year}. Ho er berre til dykk.`,
  },
};
