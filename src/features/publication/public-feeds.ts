/** What feeds, the site map and robots say. All of it comes from what is public at the moment, and from nothing else. */
import { escapeXml } from '../../platform/xml.ts';
import { publicHref } from '../../ui/links.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import { answersPath } from '../call-questions/schema.ts';
import type { PublicYear } from './public-queries.ts';
import type { PublicOutcome } from './schema-public.ts';

interface FeedEntry {
  id: string;
  url: string;
  title: string;
  summary: string;
  at: Date;
  /** When what it says was last changed; a correction tells of itself by it, and keeps the day of what it corrects. */
  changedAt: Date;
}

/** The news, the latest first: a call, answers about it (one entry, which moves up with each), the nominated, the winner. Each enters at its moment. */
export function newsOf(years: readonly PublicYear[], baseUrl: string, lang: Lang): FeedEntry[] {
  const { feed: t } = texts(lang).publicSite;
  const { callQuestions: asked } = texts(lang);
  const form = lang === 'nn' ? 'nn' : 'nb';
  const news = years.flatMap(({ edition, outcome }) => {
    const { year } = edition;
    const entry = (
      what: string,
      path: string,
      title: string,
      summary: string,
      at: Date,
      changedAt = at,
    ): FeedEntry => ({
      // In each language it says something else, so it is another; in bokmål it has no prefix.
      id: `${baseUrl}${publicHref(lang, `/prisen/${year}`)}#${what}`,
      url: baseUrl + publicHref(lang, path),
      title,
      summary,
      at,
      changedAt,
    });
    const { finalists, winner, nominated } = outcome;
    const first = nominated.find((one) => one.outcome === 'winner');
    return [
      entry(
        'call',
        '/utlysning',
        t.call(year),
        (edition.texts[lang] ?? edition.texts.nb).intro,
        edition.announcedAt,
      ),
      ...(edition.answers.at
        ? [
            entry(
              'answers',
              answersPath,
              asked.feed(year),
              asked.feedBody(edition.answers.count),
              edition.answers.at,
            ),
          ]
        : []),
      ...(finalists
        ? [
            entry(
              'finalists',
              `/prisen/${year}`,
              t.finalists(year),
              finalists.texts[form],
              finalists.at,
              finalists.corrected?.at,
            ),
          ]
        : []),
      // An announcement without its winner is no news: least of all that nobody won.
      ...(winner && (winner.noAward || first)
        ? [
            entry(
              'winner',
              `/prisen/${year}`,
              first ? t.winner(year, first.name) : t.noAward(year),
              winner.texts[form],
              winner.at,
              winner.corrected?.at,
            ),
          ]
        : []),
    ];
  });
  return news.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
}

export function atomFeed(news: readonly FeedEntry[], baseUrl: string, lang: Lang): string {
  const t = texts(lang).publicSite.feed;
  const self = baseUrl + publicHref(lang, '/feed.atom');
  const x = escapeXml;
  const entries = news.map(
    ({ id, url, title, summary, at, changedAt }) =>
      `<entry><id>${x(id)}</id><title>${x(title)}</title><link href="${x(url)}"/><published>${at.toISOString()}</published><updated>${changedAt.toISOString()}</updated><summary>${x(summary)}</summary></entry>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>${x(self)}</id><title>${x(t.title)}</title><subtitle>${x(t.subtitle)}</subtitle>
<link rel="self" href="${x(self)}"/><link href="${x(baseUrl + publicHref(lang, '/'))}"/><author><name>${x(t.title)}</name></author>
<updated>${news[0]?.changedAt.toISOString() ?? '2011-01-01T00:00:00.000Z'}</updated>
${entries.join('')}</feed>
`;
}

export function jsonFeed(news: readonly FeedEntry[], baseUrl: string, lang: Lang): string {
  const t = texts(lang).publicSite.feed;
  const items = news.map(({ id, url, title, summary, at, changedAt }) => ({
    id,
    url,
    title,
    content_text: summary,
    date_published: at.toISOString(),
    ...(changedAt > at ? { date_modified: changedAt.toISOString() } : {}),
  }));
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: t.title,
    description: t.subtitle,
    language: lang,
  };
  return JSON.stringify({
    ...head,
    home_page_url: baseUrl + publicHref(lang, '/'),
    feed_url: baseUrl + publicHref(lang, '/feed.json'),
    items,
  });
}

const FIXED = [
  '/',
  '/utlysning',
  answersPath,
  '/historie',
  '/slik-kan-du-kontrollere',
  '/personvern',
  '/personvern/lagring',
  '/informasjonskapsler',
  '/tilgjengelighet',
];

/** An address of a year, with the last change of what is public of its outcome. */
export interface YearAddress {
  path: string;
  changedAt?: Date | undefined;
}

/** When what is public of an outcome last changed; undefined while nothing of it is, whatever has been decided. */
export function changeOf({ finalists, winner, takenDown }: PublicOutcome): Date | undefined {
  const moments = [finalists?.at, finalists?.corrected?.at, winner?.at, winner?.corrected?.at, takenDown?.at];
  return moments.reduce((last, at) => (at && (!last || at > last) ? at : last), undefined);
}

/** The addresses, and what they say of changes, are the same before and after a decision, until what is decided is public. */
export function siteMap(ofYears: readonly YearAddress[], baseUrl: string): string {
  const paths: YearAddress[] = [...FIXED.map((path) => ({ path })), ...ofYears];
  const urls = paths.flatMap(({ path, changedAt }) =>
    LANGS.map((lang) => {
      const others = LANGS.map(
        (each) =>
          `<xhtml:link rel="alternate" hreflang="${each}" href="${escapeXml(baseUrl + publicHref(each, path))}"/>`,
      );
      return `<url><loc>${escapeXml(baseUrl + publicHref(lang, path))}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}${others.join('')}</url>\n`;
    }),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`;
}

export const robots = (baseUrl: string): string =>
  `User-agent: *\nAllow: /\nSitemap: ${baseUrl}/sitemap.xml\n`;
