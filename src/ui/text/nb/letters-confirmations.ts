/** Letters about confirmations: a link, and that it was answered. */
import { formatDeadline } from '../format.ts';
import type { AboutApplication } from './letters.ts';

interface Asked extends AboutApplication {
  partner: string;
  askedBy: string;
  dueAt: Date;
}

export const confirmationLetters = {
  leaderConfirmation: {
    subject: ({ year }: Asked) => `Bekreft en søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, askedBy, dueAt }: Asked) =>
      `${organisation} søker Etikkprisen ${year}. ${askedBy} har oppgitt deg som lederen som godkjenner søknaden.\n\nLes søknaden og svar innen ${formatDeadline(dueAt, 'nb')}. Du trenger ingen konto. Lenken er bare til deg: Den som har den, kan svare i ditt navn.`,
  },
  partnerConfirmation: {
    subject: ({ year }: Asked) => `Bekreft et samarbeid i en søknad til Etikkprisen ${year}`,
    body: ({ organisation, partner, year, askedBy, dueAt }: Asked) =>
      `${organisation} søker Etikkprisen ${year}. ${askedBy} har oppgitt ${partner} som samarbeidspartner.\n\nSvar innen ${formatDeadline(dueAt, 'nb')}. Du trenger ingen konto. Lenken er bare til deg: Den som har den, kan svare i ditt navn.`,
  },
  confirmationAnswered: {
    subject: ({ year }: AboutApplication) => `Svar på en bekreftelse, Etikkprisen ${year}`,
    body: ({
      organisation,
      year,
      name,
      confirmed,
    }: AboutApplication & { name: string; confirmed: boolean }) =>
      confirmed
        ? `${name} har bekreftet søknaden fra ${organisation} til Etikkprisen ${year}.`
        : `${name} har svart nei til å bekrefte søknaden fra ${organisation} til Etikkprisen ${year}.`,
  },
};
