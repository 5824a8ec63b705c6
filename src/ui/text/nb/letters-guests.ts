/** Letters to those who come to the ceremony, or wait for a place. */
import { formatDateTime } from '../format.ts';

interface Invited {
  year: number;
  ceremonyAt: Date;
  /** '' where it is not known yet. */
  place: string;
}
interface Moved extends Invited {
  /** In the waiting list, without a place. */
  waiting: boolean;
}

/** When, and where if that is known. */
const when = ({ ceremonyAt, place }: Invited): string =>
  [formatDateTime(ceremonyAt, 'nb'), place].filter(Boolean).join(', ');

export const guestLetters = {
  ceremonyPlace: {
    subject: ({ year }: Invited) => `Du har plass på seremonien for Etikkprisen ${year}`,
    body: (invited: Invited) =>
      `Du er meldt på seremonien for Etikkprisen ${invited.year}, ${when(invited)}.\n\nKan du ikke komme? Meld deg av på siden, så får en annen plassen.`,
  },
  ceremonyWaiting: {
    subject: ({ year }: Invited) => `Du står på venteliste til seremonien for Etikkprisen ${year}`,
    body: (invited: Invited) =>
      `Alle plassene på seremonien for Etikkprisen ${invited.year}, ${when(invited)}, er tatt. Du står på ventelisten, og får en ny e-post hvis det blir en plass til deg.\n\nVil du ikke vente lenger? Meld deg av på siden.`,
  },
  ceremonyPlaceFree: {
    subject: ({ year }: Invited) => `Nå har du plass på seremonien for Etikkprisen ${year}`,
    body: (invited: Invited) =>
      `Det ble en plass til deg på seremonien for Etikkprisen ${invited.year}, ${when(invited)}. Du trenger ikke gjøre noe.\n\nKan du ikke komme likevel? Meld deg av på siden, så får en annen plassen.`,
  },
  ceremonyMoved: {
    subject: ({ year }: Moved) => `Seremonien for Etikkprisen ${year} er flyttet`,
    body: ({ waiting, ...invited }: Moved) =>
      `Seremonien for Etikkprisen ${invited.year} er flyttet. Nå er den ${when(invited)}.\n\n${
        waiting
          ? 'Du står fortsatt på ventelisten, og får en ny e-post hvis det blir en plass til deg. Vil du ikke vente lenger? Meld deg av på siden.'
          : 'Plassen din gjelder fortsatt, og du trenger ikke gjøre noe. Kan du ikke komme? Meld deg av på siden, så får en annen plassen.'
      }`,
  },
  ceremonyCancelled: {
    subject: ({ year }: Invited) => `Seremonien for Etikkprisen ${year} er avlyst`,
    body: (invited: Invited) =>
      `Seremonien for Etikkprisen ${invited.year}, som skulle vært ${when(invited)}, er avlyst. Du er ikke påmeldt noe lenger, og trenger ikke gjøre noe.\n\nDet du skrev, slettes av seg selv. Vil du at det skal skje med en gang? Meld deg av på siden.`,
  },
};
