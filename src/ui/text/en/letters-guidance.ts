import type { guidanceLetters as nb } from '../nb/letters-guidance.ts';

export const guidanceLetters: typeof nb = {
  adviserAccess: {
    subject: ({ year }) => `You can read a draft of an application for Etikkprisen ${year}`,
    body: ({ organisation, year, givenBy }) =>
      `${givenBy} lets you read the draft of the application from ${organisation} for Etikkprisen ${year}, so that you can give advice. You can read it, not write in it.\n\nSign in with this email address.`,
  },
  helpAnswered: {
    subject: ({ year }) => `The secretariat has answered you: application for Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `You asked for help with the application from ${organisation} for Etikkprisen ${year}. The secretariat has answered.`,
  },
  feedback: {
    subject: ({ year }) => `The jury has written to you: application for Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `The jury has written an answer about the application from ${organisation} for Etikkprisen ${year}. It is for you alone.`,
  },
};
