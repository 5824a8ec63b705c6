/** The facts of an announcement as text that can be quoted, in one language. */
import { publicHref } from '../../ui/links.ts';
import { formatDateTime, formatList, formatNumber } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { PublicYear } from './public-queries.ts';
import { nameOf, nomineePath } from './schema-nominee.ts';
import type { Juror, PublicFinalist } from './schema-public.ts';

export function factsOf({ edition, outcome }: PublicYear, baseUrl: string, lang: Lang): string {
  const t = texts(lang).publicSite;
  const { winner, finalists, nominated, jury } = outcome;
  const named = (what: PublicFinalist['outcome']) => nominated.filter((one) => one.outcome === what);
  const [first] = named('winner');
  const names = (all: readonly PublicFinalist[]) => formatList(all.map(nameOf), lang);
  const { help, ceremonyAt, ceremonyPlace, year } = edition;
  const page = first ? nomineePath(year, first) : `/prisen/${year}`;
  const line = (label: string, value: string) => (value ? [`${label}: ${value}`] : []);
  return [
    t.prize(year),
    ...(winner ? [t.year.announced(formatDateTime(winner.at, lang))] : []),
    ...(winner?.corrected ? [t.year.corrected(formatDateTime(winner.corrected.at, lang))] : []),
    '',
    ...(first ? line(t.year.winner, withPartners(first, lang)) : [t.year.noAward]),
    ...line(t.year.honourable, names(named('honourableMention'))),
    ...line(t.press.nominated, names(nominated)),
    ...(finalists ? [t.year.published(formatDateTime(finalists.at, lang))] : []),
    ...line(t.press.prize, t.press.amount(formatNumber(edition.prizeAmount, lang))),
    ...line(t.year.ceremony, [formatDateTime(ceremonyAt, lang), ceremonyPlace].filter(Boolean).join(', ')),
    '',
    `${t.year.jury}:`,
    ...jury.map((juror) => `- ${jurorIn(juror, lang)}`),
    '',
    `${t.press.more}: ${baseUrl}${publicHref(lang, page)}`,
    ...line(t.press.contact, [help.name, help.email, help.phone].filter(Boolean).join(', ')),
  ].join('\n');
}

const withPartners = (one: PublicFinalist, lang: Lang): string =>
  one.partners.length > 0
    ? `${nameOf(one)}. ${texts(lang).publicSite.year.partners(formatList(one.partners, lang))}`
    : nameOf(one);

const jurorIn = ({ name, organisation, role }: Juror, lang: Lang): string =>
  [name, texts(lang).publicSite.call.roles[role], organisation].filter(Boolean).join(', ');
