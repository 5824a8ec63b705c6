import { formatDateTime } from '../format.ts';
import type { guestLetters as nb } from '../nb/letters-guests.ts';

const when = ({ ceremonyAt, place }: { ceremonyAt: Date; place: string }): string =>
  [formatDateTime(ceremonyAt, 'en'), place].filter(Boolean).join(', ');

export const guestLetters: typeof nb = {
  ceremonyPlace: {
    subject: ({ year }) => `You have a place at the ceremony of Etikkprisen ${year}`,
    body: (invited) =>
      `You have signed up for the ceremony of Etikkprisen ${invited.year}, ${when(invited)}.\n\nIf you cannot come, sign off on the page, so that somebody else gets the place.`,
  },
  ceremonyWaiting: {
    subject: ({ year }) => `You are on the waiting list for the ceremony of Etikkprisen ${year}`,
    body: (invited) =>
      `All places at the ceremony of Etikkprisen ${invited.year}, ${when(invited)}, are taken. You are on the waiting list, and get another e-mail if there is a place for you.\n\nIf you do not want to wait any longer, sign off on the page.`,
  },
  ceremonyPlaceFree: {
    subject: ({ year }) => `You have a place at the ceremony of Etikkprisen ${year} now`,
    body: (invited) =>
      `There is a place for you at the ceremony of Etikkprisen ${invited.year}, ${when(invited)}. You need not do anything.\n\nIf you cannot come after all, sign off on the page, so that somebody else gets the place.`,
  },
  ceremonyMoved: {
    subject: ({ year }) => `The ceremony of Etikkprisen ${year} has been moved`,
    body: ({ waiting, ...invited }) =>
      `The ceremony of Etikkprisen ${invited.year} has been moved. It is now ${when(invited)}.\n\n${
        waiting
          ? 'You are still on the waiting list, and get another e-mail if there is a place for you. If you do not want to wait any longer, sign off on the page.'
          : 'You still have your place, and need not do anything. If you cannot come, sign off on the page, so that somebody else gets the place.'
      }`,
  },
  ceremonyCancelled: {
    subject: ({ year }) => `The ceremony of Etikkprisen ${year} has been cancelled`,
    body: (invited) =>
      `The ceremony of Etikkprisen ${invited.year}, planned for ${when(invited)}, has been cancelled. You are no longer signed up, and need not do anything.\n\nWhat you wrote is deleted by itself. If you want that to happen at once, sign off on the page.`,
  },
};
