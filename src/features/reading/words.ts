import { formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Place } from './queries.ts';

/** Where an identity number stands, in words: the field, or the file and its page. Never the number. */
export function placeText(place: Place, lang: Lang): string {
  const own = texts(lang).reading.places;
  switch (place.in) {
    case 'answer':
      return own.answer(place.label);
    case 'organisation':
      return own.organisation;
    case 'description':
      return own.description(place.name);
    default:
      return place.pages.length > 0
        ? own.page(place.name, formatList(place.pages.map(String), lang))
        : own.besides(place.name);
  }
}
