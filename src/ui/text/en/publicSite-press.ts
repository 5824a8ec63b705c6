import type * as nb from '../nb/publicSite-press.ts';

export const press: typeof nb.press = {
  title: 'For the press',
  lead: 'The announcement and the statements in Norwegian (Bokmål and Nynorsk), pictures and facts, in one file.',
  link: (year) => `Download the press kit for Etikkprisen ${year} (ZIP)`,
  credit: 'The photographer is to be named wherever the picture is used.',
  nominated: 'The nominated, in alphabetical order',
  prize: 'Prize money',
  amount: (kroner) => `NOK ${kroner}`,
  more: 'Read more',
  contact: 'Contact',
};
