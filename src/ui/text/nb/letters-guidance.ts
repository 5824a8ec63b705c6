/** Letters about help: an adviser may read, and the secretariat has answered; and that the jury has written to an applicant. */
import type { AboutApplication } from './letters.ts';

export const guidanceLetters = {
  adviserAccess: {
    subject: ({ year }: AboutApplication) => `Du kan lese et utkast til en søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, givenBy }: AboutApplication & { givenBy: string }) =>
      `${givenBy} lar deg lese utkastet til søknaden fra ${organisation} til Etikkprisen ${year}, for at du skal kunne gi råd. Du kan lese det, ikke skrive i det.\n\nLogg inn med denne e-postadressen.`,
  },
  helpAnswered: {
    subject: ({ year }: AboutApplication) => `Sekretariatet har svart dere: søknad til Etikkprisen ${year}`,
    body: ({ organisation, year }: AboutApplication) =>
      `Dere spurte om hjelp med søknaden fra ${organisation} til Etikkprisen ${year}. Sekretariatet har svart.`,
  },
  feedback: {
    subject: ({ year }: AboutApplication) => `Juryen har skrevet til dere: søknad til Etikkprisen ${year}`,
    body: ({ organisation, year }: AboutApplication) =>
      `Juryen har skrevet en tilbakemelding om søknaden fra ${organisation} til Etikkprisen ${year}. Den er bare til dere.`,
  },
};
