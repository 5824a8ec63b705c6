import type { ceremony as nb } from '../nb/ceremony.ts';

export const ceremony: typeof nb = {
  title: 'Ceremony',
  lead: 'From here you run the screen in the hall. The winner becomes public the moment you announce.',
  rehearsalTitle: 'Rehearsal of the ceremony',
  rehearsalLead: 'Practise as much as you like. The names are invented, and nothing becomes public.',
  rehearsal: 'Rehearsal',
  notYet:
    'Once the nominated are public, you can run the screen from here. The rehearsal can be used already.',
  lost: 'No contact with the service. What you see stays. Press again in a moment.',
  moves: { next: 'Next', back: 'Back', announce: 'Announce the winner', restart: 'To the beginning' },
  states: {
    missing: () =>
      'The announcement of the winner has not been approved yet, so you cannot announce from here.',
    byMoment: (when) => `The winner becomes public by itself ${when}. Then you can show it here.`,
    waiting: (when) =>
      `Everything is ready. If nobody announces, the winner becomes public by itself ${when}.`,
    held: () => 'Held back: the winner becomes public only when you announce.',
    takenDown: () =>
      'The winner has been taken down. A correction must be prepared and approved before anybody can be shown.',
    public: (when) => `The winner has been public since ${when}.`,
  },
  screens: 'The screen in the hall',
  openScreen: 'Open the screen',
  toRehearsal: 'Practise with invented names',
  toCeremony: 'To the real ceremony',
  howTo: [
    'Open the screen on the projector’s machine, and choose full screen (F11). It needs no sign-in, and follows what you do here.',
    'A presenter’s clicker, the space bar or the arrow keys work on this page: forward and back.',
    'If the screen loses the network, the picture stays until it is back. After the announcement you can show the winner from this page.',
  ],
  screenTitle: (year) => `Award of Etikkprisen ${year}`,
  notNow:
    'The ceremony can be rehearsed and run from when the jury has decided who is nominated until the year is archived.',
  screenLost: 'Waiting for the network',
  fullScreen: 'Full screen',
  welcome: 'Welcome to the award of',
  prize: (year) => `Etikkprisen ${year}`,
  nominatedFor: (year) => `Nominated for Etikkprisen ${year}`,
  numberOf: (number, of) => `${number} of ${of}`,
  before: 'And the winner is …',
  winnerOf: (year) => `Winner of Etikkprisen ${year}`,
  honourable: 'Honourable mention',
  noAward: 'The prize is not awarded this year',
  invented: {
    names: ['Sunny Cove Nursing Home', 'Fellside Home Care', 'Fairytale Valley Municipality'],
    statement:
      'Invented: the staff practise difficult choices together, and relatives take part when plans are made.',
    text: 'Invented: the jury agreed.',
  },
};
