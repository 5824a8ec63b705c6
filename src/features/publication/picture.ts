/** The picture that is shown where somebody shares the page of one of the nominated. It is made of what the page says, and of nothing else. */
import { drawCard, type Card } from '../../platform/pictures/card.ts';
import { remembering } from '../../platform/remembered.ts';
import { formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { nameOf } from './schema-nominee.ts';
import type { Outcome, PublicFinalist } from './schema-public.ts';

/** Pictures that are remembered: of some years, in every language. */
const MOST = 100;
const drawn = remembering<Buffer>(MOST);

/** As PNG. The same words are drawn once: what is remembered is told by its words, and so can never be shown for others. */
export function pictureOf(
  one: Pick<PublicFinalist, 'name' | 'unit' | 'partners'> & { outcome: Outcome },
  year: number,
  lang: Lang,
): Promise<Buffer> {
  const { publicSite, common } = texts(lang);
  const card: Card = {
    over: publicSite.nominee.over[one.outcome](year),
    name: nameOf(one),
    ...(one.partners.length > 0 ? { about: publicSite.year.partners(formatList(one.partners, lang)) } : {}),
    service: common.siteName,
    tagline: common.tagline,
    festive: one.outcome === 'winner',
  };
  return drawn(JSON.stringify(card), () => drawCard(card));
}
