import { formatDeadline } from '../format.ts';
import type { confirmationLetters as nb } from '../nb/letters-confirmations.ts';

export const confirmationLetters: typeof nb = {
  leaderConfirmation: {
    subject: ({ year }) => `Stadfest ein søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, askedBy, dueAt }) =>
      `${organisation} søkjer Etikkprisen ${year}. ${askedBy} har oppgitt deg som leiaren som godkjenner søknaden.\n\nLes søknaden og svar innan ${formatDeadline(dueAt, 'nn')}. Du treng ingen konto. Lenkja er berre til deg: Den som har henne, kan svare i ditt namn.`,
  },
  partnerConfirmation: {
    subject: ({ year }) => `Stadfest eit samarbeid i ein søknad til Etikkprisen ${year}`,
    body: ({ organisation, partner, year, askedBy, dueAt }) =>
      `${organisation} søkjer Etikkprisen ${year}. ${askedBy} har oppgitt ${partner} som samarbeidspartnar.\n\nSvar innan ${formatDeadline(dueAt, 'nn')}. Du treng ingen konto. Lenkja er berre til deg: Den som har henne, kan svare i ditt namn.`,
  },
  confirmationAnswered: {
    subject: ({ year }) => `Svar på ei stadfesting, Etikkprisen ${year}`,
    body: ({ organisation, year, name, confirmed }) =>
      confirmed
        ? `${name} har stadfesta søknaden frå ${organisation} til Etikkprisen ${year}.`
        : `${name} har svara nei til å stadfeste søknaden frå ${organisation} til Etikkprisen ${year}.`,
  },
};
