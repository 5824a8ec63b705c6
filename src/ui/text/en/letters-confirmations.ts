import { formatDeadline } from '../format.ts';
import type { confirmationLetters as nb } from '../nb/letters-confirmations.ts';

export const confirmationLetters: typeof nb = {
  leaderConfirmation: {
    subject: ({ year }) => `Confirm an application for Etikkprisen ${year}`,
    body: ({ organisation, year, askedBy, dueAt }) =>
      `${organisation} applies for Etikkprisen ${year}. ${askedBy} has named you as the leader who approves the application.\n\nRead the application and answer by ${formatDeadline(dueAt, 'en')}. You need no account. The link is for you alone: whoever has it can answer in your name.`,
  },
  partnerConfirmation: {
    subject: ({ year }) => `Confirm a cooperation in an application for Etikkprisen ${year}`,
    body: ({ organisation, partner, year, askedBy, dueAt }) =>
      `${organisation} applies for Etikkprisen ${year}. ${askedBy} has named ${partner} as a partner.\n\nAnswer by ${formatDeadline(dueAt, 'en')}. You need no account. The link is for you alone: whoever has it can answer in your name.`,
  },
  confirmationAnswered: {
    subject: ({ year }) => `Answer to a confirmation, Etikkprisen ${year}`,
    body: ({ organisation, year, name, confirmed }) =>
      confirmed
        ? `${name} has confirmed the application from ${organisation} for Etikkprisen ${year}.`
        : `${name} has declined to confirm the application from ${organisation} for Etikkprisen ${year}.`,
  },
};
