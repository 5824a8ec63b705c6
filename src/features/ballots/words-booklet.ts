/** What the booklet says of itself and of the documents, on the page and on paper. */
import { formatBytes, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { PDF, type ReadDocument } from '../reading/schema.ts';
import type { Booklet, BookletApplication } from './schema-booklet.ts';

/** What stands on the cover. */
export function coverTerms(
  { year, reader, madeAt, applications }: Booklet,
  lang: Lang,
): [term: string, value: string][] {
  const { cover } = texts(lang).desk.print;
  return [
    [cover.year, String(year)],
    [cover.reader, reader],
    [cover.madeAt, formatDateTime(madeAt, lang)],
    [cover.count, String(applications.length)],
  ];
}

/** Kind and size. */
export function documentFacts(
  { mediaType, bytes }: BookletApplication['content']['documents'][number],
  lang: Lang,
): string {
  const kinds: Record<string, string> = texts(lang).documents.kinds;
  return `${kinds[mediaType] ?? mediaType}, ${formatBytes(bytes, lang)}`;
}

/** What is to be said of the text of a document: how it could be read, and how much of it stands here. */
export function readingNotes({ state, pages, length }: ReadDocument, lang: Lang): string[] {
  const t = texts(lang);
  return [
    state === 'read' ? '' : t.reading.reader.states[state],
    length > pages.length && pages.length > 0 ? t.desk.reading.rest(pages.length) : '',
  ].filter(Boolean);
}

/** How its pages are named, where it has several. */
export function pageNames(
  { mediaType, pages }: ReadDocument,
  lang: Lang,
): ((number: number) => string) | null {
  const { pageNumber, partNumber } = texts(lang).reading;
  if (pages.length < 2) return null;
  return mediaType === PDF ? pageNumber : partNumber;
}
