import type * as nb from '../nb/publicSite-press.ts';

export const press: typeof nb.press = {
  title: 'For pressa',
  lead: 'Kunngjeringa og grunngivingane på bokmål og nynorsk, bilete og fakta, samla i éi fil.',
  link: (year) => `Last ned pressepakka for Etikkprisen ${year} (ZIP)`,
  credit: 'Fotografen skal namngivast når biletet blir brukt.',
  nominated: 'Dei nominerte, i alfabetisk rekkjefølgje',
  prize: 'Prispengar',
  amount: (kroner) => `${kroner} kroner`,
  more: 'Les meir',
  contact: 'Kontakt',
};
