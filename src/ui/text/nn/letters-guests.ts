import { formatDateTime } from '../format.ts';
import type { guestLetters as nb } from '../nb/letters-guests.ts';

const when = ({ ceremonyAt, place }: { ceremonyAt: Date; place: string }): string =>
  [formatDateTime(ceremonyAt, 'nn'), place].filter(Boolean).join(', ');

export const guestLetters: typeof nb = {
  ceremonyPlace: {
    subject: ({ year }) => `Du har plass på seremonien for Etikkprisen ${year}`,
    body: (invited) =>
      `Du er meld på seremonien for Etikkprisen ${invited.year}, ${when(invited)}.\n\nKan du ikkje kome? Meld deg av på sida, så får ein annan plassen.`,
  },
  ceremonyWaiting: {
    subject: ({ year }) => `Du står på venteliste til seremonien for Etikkprisen ${year}`,
    body: (invited) =>
      `Alle plassane på seremonien for Etikkprisen ${invited.year}, ${when(invited)}, er tekne. Du står på ventelista, og får ein ny e-post om det blir ein plass til deg.\n\nVil du ikkje vente lenger? Meld deg av på sida.`,
  },
  ceremonyPlaceFree: {
    subject: ({ year }) => `No har du plass på seremonien for Etikkprisen ${year}`,
    body: (invited) =>
      `Det vart ein plass til deg på seremonien for Etikkprisen ${invited.year}, ${when(invited)}. Du treng ikkje gjere noko.\n\nKan du ikkje kome likevel? Meld deg av på sida, så får ein annan plassen.`,
  },
  ceremonyMoved: {
    subject: ({ year }) => `Seremonien for Etikkprisen ${year} er flytta`,
    body: ({ waiting, ...invited }) =>
      `Seremonien for Etikkprisen ${invited.year} er flytta. No er han ${when(invited)}.\n\n${
        waiting
          ? 'Du står framleis på ventelista, og får ein ny e-post om det blir ein plass til deg. Vil du ikkje vente lenger? Meld deg av på sida.'
          : 'Plassen din gjeld framleis, og du treng ikkje gjere noko. Kan du ikkje kome? Meld deg av på sida, så får ein annan plassen.'
      }`,
  },
  ceremonyCancelled: {
    subject: ({ year }) => `Seremonien for Etikkprisen ${year} er avlyst`,
    body: (invited) =>
      `Seremonien for Etikkprisen ${invited.year}, som skulle ha vore ${when(invited)}, er avlyst. Du er ikkje påmeld noko lenger, og treng ikkje gjere noko.\n\nDet du skreiv, blir sletta av seg sjølv. Vil du at det skal skje med ein gong? Meld deg av på sida.`,
  },
};
