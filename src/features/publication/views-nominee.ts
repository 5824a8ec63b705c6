/** The own page of one of the nominated: what the jury says, and what machines are told of it. */
import { heading, link, list, pageHead, paragraph, section, time } from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import type { Share } from '../../ui/share.ts';
import { excerpt } from '../../ui/text/excerpt.ts';
import { formatDateTime, formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { nameOf, nomineePath, PICTURES, pressKitPath } from './schema-nominee.ts';
import type { BothForms } from './schema.ts';
import type { PublicFinalist, PublicOutcome } from './schema-public.ts';
import { absent, corrected, inForm, sentBy } from './views-year.ts';

/** One of the nominated, in the year and with the outcome that it belongs to. */
export interface Nominee {
  year: number;
  outcome: PublicOutcome;
  one: PublicFinalist;
}
/** What is the same for all pictures for sharing. */
export interface PictureSize {
  width: number;
  height: number;
}

export const overOf = ({ year, one }: Nominee, lang: Lang): string =>
  texts(lang).publicSite.nominee.over[one.outcome](year);

export function nomineePage(
  nominee: Nominee,
  site: { baseUrl: string; picture: PictureSize },
  lang: Lang,
): Page {
  const { publicSite: t } = texts(lang);
  const { year, one } = nominee;
  const name = nameOf(one);
  const over = overOf(nominee, lang);
  const path = publicHref(lang, nomineePath(year, one));
  const yearHref = publicHref(lang, `/prisen/${year}`);
  return {
    title: `${name}: ${over}`,
    description: one.statement ? excerpt(one.statement[formOf(lang)]) : t.nominee.description(name, over),
    breadcrumbs: [
      { label: t.nav.history, href: publicHref(lang, '/historie') },
      { label: t.prize(year), href: yearHref },
      { label: name },
    ],
    share: shareOf(nominee, { ...site, path }, lang),
    main: html`${nomineeHead(nominee, lang)}${nomineeBody(nominee, lang)}
${section({ title: t.nominee.moreTitle, id: 'mer', body: list([link(yearHref, t.nominee.all(year)), link(`${path}/${PICTURES[one.outcome]}`, t.nominee.picture, { download: true }), ...(one.outcome === 'winner' ? [link(pressKitPath(year), t.press.link(year), { download: true })] : [])]) })}`,
  };
}

function nomineeHead(nominee: Nominee, lang: Lang): Html {
  const { partners } = nominee.one;
  return pageHead({
    over: overOf(nominee, lang),
    title: nameOf(nominee.one),
    ...(partners.length > 0
      ? { lead: texts(lang).publicSite.year.partners(formatList(partners, lang)) }
      : {}),
  });
}

/** What stands under the name: also what a preview shows. */
export function nomineeBody({ outcome, one }: Nominee, lang: Lang, level: 2 | 4 = 2): Html {
  const t = texts(lang).publicSite.year;
  const { finalists, winner } = outcome;
  const won = one.outcome === 'winner' ? winner : null;
  const { picture, quote } = sentBy(one, lang);
  const dates = [
    finalists && time(finalists.at, t.published(formatDateTime(finalists.at, lang))),
    won && time(won.at, t.announced(formatDateTime(won.at, lang))),
    absent(one, lang),
  ].filter(Boolean);
  return html`${picture}${finalists && corrected(finalists, lang)}${won && corrected(won, lang)}${won ? inForm(won.texts, lang) : nothing}
${one.statement && html`${heading(level, t.statement, { size: 'xs' })}${inForm(one.statement, lang)}`}
${quote}
${dates.map((line) => paragraph(line, 'small'))}`;
}

const formOf = (lang: Lang): keyof BothForms => (lang === 'nn' ? 'nn' : 'nb');

function shareOf(
  nominee: Nominee,
  { baseUrl, path, picture }: { baseUrl: string; path: string; picture: PictureSize },
  lang: Lang,
): Share {
  const { year, one, outcome } = nominee;
  const { nominee: t, title: prize } = texts(lang).publicSite;
  const name = nameOf(one);
  const url = baseUrl + path;
  const image = `${url}/${PICTURES[one.outcome]}`;
  const { finalists, winner } = outcome;
  const changes = [finalists?.at, finalists?.corrected?.at, one.outcome === 'finalist' ? null : winner?.at];
  const moments = changes.flatMap((at) => (at ? [at.toISOString()] : [])).toSorted();
  return {
    url,
    picture: { url: image, alt: `${overOf(nominee, lang)}: ${name}`, ...picture },
    structured: {
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: `${name}: ${overOf(nominee, lang)}`,
      inLanguage: one.statement ? formOf(lang) : lang,
      mainEntityOfPage: url,
      image,
      datePublished: moments[0],
      dateModified: moments.at(-1),
      author: { '@type': 'Organization', name: t.jury },
      publisher: { '@type': 'Organization', name: prize, url: baseUrl },
      about: {
        '@type': 'Organization',
        name,
        ...(one.outcome === 'finalist' ? {} : { award: overOf(nominee, lang) }),
      },
      ...(one.statement ? { articleBody: one.statement[formOf(lang)] } : {}),
      isPartOf: { '@type': 'WebPage', url: `${baseUrl}${publicHref(lang, `/prisen/${year}`)}` },
    },
  };
}
