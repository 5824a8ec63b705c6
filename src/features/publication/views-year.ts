/** One year of the prize: the nominated with the jury's statements, and the winner once announced. */
import {
  alert,
  buttonLink,
  descriptionList,
  emptyState,
  figure,
  heading,
  honour,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  quotation,
  rows,
  section,
  time,
} from '../../ui/components/index.ts';
import { osloInstant } from '../../platform/clock.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDate, formatDateTime, formatDeadline, formatList } from '../../ui/text/format.ts';
import { isLang, texts, type Lang } from '../../ui/text/index.ts';
import type { BothForms } from './schema.ts';
import { nameOf, nomineePath, pressKitPath } from './schema-nominee.ts';
import type {
  Juror,
  PastEdition,
  PublicEdition,
  PublicFinalist,
  PublicOutcome,
  Published,
  TakenDown,
} from './schema-public.ts';
import { guestPath } from '../ceremony-guests/schema.ts';
import { beforeOutcome } from './schema-public.ts';
import { frozenResult } from './views-about.ts';

/** A text that exists in bokmål and nynorsk, in the one nearest to the reader. */
export const inForm = (text: BothForms, lang: Lang): Html =>
  lang === 'nn' ? prose(text.nn, 'nn') : prose(text.nb, lang === 'nb' ? undefined : 'nb');

export function yearPage(
  { edition, outcome }: { edition: PublicEdition; outcome: PublicOutcome },
  lang: Lang,
  result?: Parameters<typeof frozenResult>[0],
): Page {
  const t = texts(lang).publicSite;
  const title = t.prize(edition.year);
  return {
    title,
    description: t.year.nominatedDescription(edition.year),
    breadcrumbs: [{ label: t.nav.history, href: publicHref(lang, '/historie') }, { label: title }],
    main: html`${pageHead({ over: t.phases[edition.phase], title, lead: leadOf(edition, lang) })}
${edition.signup && beforeOutcome(edition.phase) && html`<p>${link(publicHref(lang, guestPath), texts(lang).ceremonyGuests.link)}</p>`}
${outcomeParts(outcome, edition, lang)}
${outcome.winner && section({ title: t.press.title, id: 'presse', body: html`${paragraph(t.press.lead)}<p>${link(pressKitPath(edition.year), t.press.link(edition.year), { download: true })}</p>` })}
${outcome.jury.length > 0 && section({ title: t.year.jury, id: 'jury', body: jurors(outcome.jury, lang) })}
${edition.rulesSha256 && section({ title: t.call.hashTitle, id: 'kontrollsum', body: checksum(edition, edition.rulesSha256, lang) })}
${result && section({ title: t.check.resultTitle, id: 'resultat', body: frozenResult(result, lang) })}`,
  };
}

function leadOf({ phase, opensAt, closesAt, finalistsAt, ceremonyAt }: PublicEdition, lang: Lang): string {
  const { next } = texts(lang).publicSite;
  switch (phase) {
    case 'announced':
      return next.announced(formatDateTime(opensAt, lang));
    case 'open':
      return next.open(formatDeadline(closesAt, lang));
    case 'judging':
      return next.judging(formatDate(finalistsAt, lang));
    case 'finalists':
      return next.finalists(formatDateTime(ceremonyAt, lang));
    default:
      return next[phase];
  }
}

/** What is read instead of what was taken down. */
export const takenDownNotice = ({ at, notice }: TakenDown, lang: Lang): Html =>
  alert({
    tone: 'warning',
    title: texts(lang).publicSite.year.takenDown(formatDateTime(at, lang)),
    body: inForm(notice, lang),
  });

/** What is public of the outcome: also what a preview shows. */
export function outcomeParts(
  outcome: PublicOutcome,
  { year, phase, finalistsAt }: Pick<PublicEdition, 'year' | 'phase' | 'finalistsAt'>,
  lang: Lang,
  /** Where the page of each is: in a preview, further down on it; null where there is none to open. */
  pageOf: (one: PublicFinalist) => string | null = (one) => publicHref(lang, nomineePath(year, one)),
): Html {
  const t = texts(lang).publicSite;
  const { finalists, winner, nominated, takenDown } = outcome;
  const named = (one: PublicFinalist): Html => {
    const page = pageOf(one);
    return page === null ? html`${nameOf(one)}` : link(page, nameOf(one));
  };
  const gone = takenDown && takenDownNotice(takenDown, lang);
  if (!finalists && !winner) {
    if (gone) return gone;
    if (phase === 'cancelled') return nothing;
    return emptyState({ title: t.year.notYet, body: t.year.notYetBody(formatDate(finalistsAt, lang)) });
  }
  const first = winner && nominated.find((one) => one.outcome === 'winner');
  const others = nominated.filter((one) => one !== first);
  return html`${gone}${winner && corrected(winner, lang)}${winner?.noAward && alert({ tone: 'info', title: t.year.noAward, body: inForm(winner.texts, lang) })}
${first && winner && honour({ rank: 'winner', over: t.year.winnerOf(year), name: named(first), about: about(first, lang), ...sentBy(first, lang), statement: html`${inForm(winner.texts, lang)}${statement(first, lang)}`, foot: html`${time(winner.at, t.year.announced(formatDateTime(winner.at, lang)))}${first.absent ? html`<br>${absent(first, lang)}` : nothing}` })}
${
  finalists &&
  section({
    title: first ? t.year.others : t.year.nominated,
    id: 'nominerte',
    body: html`${corrected(finalists, lang)}${inForm(finalists.texts, lang)}
${paragraph(html`${t.year.alphabetical} ${time(finalists.at, t.year.published(formatDateTime(finalists.at, lang)))}.`, 'small')}
${(first ? others : nominated).map((one) => finalist(one, named(one), lang))}`,
  })
}`;
}

/** That it is a later version, since when, and what is another. */
export const corrected = ({ corrected: mended }: Published, lang: Lang) =>
  mended &&
  alert({
    tone: 'info',
    title: texts(lang).publicSite.year.corrected(formatDateTime(mended.at, lang)),
    body: inForm(mended.what, lang),
  });

function finalist(one: PublicFinalist, name: Html, lang: Lang): Html {
  const t = texts(lang).publicSite.year;
  const mention = one.outcome === 'honourableMention';
  return honour({
    rank: mention ? 'mention' : 'nominated',
    level: 3,
    over: mention ? t.honourable : t.statement,
    name,
    about: about(one, lang),
    ...sentBy(one, lang),
    statement: one.statement && inForm(one.statement, lang),
    foot: absent(one, lang),
  });
}

/** Picture and words of their own, in the form of Norwegian they were written in. */
export function sentBy({ picture, quote }: PublicFinalist, lang: Lang) {
  const own = texts(lang).namings;
  const other = (language: string) => (language !== lang && isLang(language) ? language : undefined);
  return {
    picture:
      picture && figure({ ...picture, lang: other(picture.language), caption: own.photo(picture.credit) }),
    quote: quote && quotation({ ...quote, lang: other(quote.language) }),
  };
}

/** Only where the regulations of the year say so, and only how many. */
export const absent = ({ absent: n, name }: PublicFinalist, lang: Lang) =>
  n ? texts(lang).conflicts.absent(n, name) : undefined;

const about = ({ partners }: PublicFinalist, lang: Lang) =>
  partners.length > 0 && texts(lang).publicSite.year.partners(formatList(partners, lang));

function statement(one: PublicFinalist, lang: Lang): Html {
  const t = texts(lang).publicSite.year;
  return html`${one.statement && html`${heading(3, t.statement, { size: '2xs' })}${inForm(one.statement, lang)}`}`;
}

export function jurors(jury: readonly Juror[], lang: Lang): Html {
  const { roles, unnamed } = texts(lang).publicSite.call;
  return rows(
    jury.map(
      ({ name, organisation, role }) =>
        html`<strong>${name || unnamed}</strong>${roles[role] && `, ${roles[role]}`}<br>${organisation}`,
    ),
  );
}

/** The checksum of the rules, the file it is made of, how to check it, and what has changed since the announcement. */
export function checksum(
  { year, rulesVersions }: Pick<PublicEdition, 'year' | 'rulesVersions'>,
  sha256: string,
  lang: Lang,
): Html {
  const t = texts(lang).publicSite;
  return html`${paragraph(t.call.hashLead)}<p><code>${sha256}</code></p>
${list([link(`/prisen/${year}/regler.json`, t.call.hashFile, { download: true }), link(publicHref(lang, '/slik-kan-du-kontrollere'), t.call.howToCheck)])}${rulesVersions.length > 1 && versions(year, rulesVersions, lang)}`;
}

/** Every version, with when and why. */
function versions(year: number, all: PublicEdition['rulesVersions'], lang: Lang): Html {
  const { amend: t } = texts(lang);
  return html`${heading(3, t.versionsTitle, { size: 'xs' })}${paragraph(t.versionsLead)}${list(
    all.map(
      ({ version, reason, madeAt, sha256 }) =>
        html`<strong>${t.versionOf(version)}</strong>, ${time(madeAt, formatDateTime(madeAt, lang))}${reason === null ? html`: ${t.first}` : html`: ${reason}`}<br>${link(`/prisen/${year}/regler.json?versjon=${version}`, t.file(version), { download: true })} <code>${sha256}</code>`,
    ),
  )}`;
}

/** A year from before the service. */
export function pastYearPage(past: PastEdition, lang: Lang): Page {
  const t = texts(lang).publicSite;
  const title = t.prize(past.year);
  const names = past.finalists.filter((name) => name !== past.winner);
  return {
    title,
    description: t.year.nominatedDescription(past.year),
    breadcrumbs: [{ label: t.nav.history, href: publicHref(lang, '/historie') }, { label: title }],
    main: html`${pageHead({ title, lead: t.year.fromHistory })}
${honour({ rank: 'winner', over: t.year.winnerOf(past.year), name: past.winner, foot: past.ceremonyDate && formatDate(osloInstant(past.ceremonyDate, '12:00'), lang) })}
${section({
  title: t.year.nominated,
  id: 'nominerte',
  body:
    names.length === 0
      ? paragraph(t.year.unknownNominated)
      : names.map((name) =>
          honour({
            rank: past.honourable.includes(name) ? 'mention' : 'nominated',
            level: 3,
            over: past.honourable.includes(name) ? t.year.honourable : t.year.nominated,
            name,
          }),
        ),
})}
${past.applications !== null && descriptionList([[t.year.applications, past.applications]])}
${buttonLink({ href: publicHref(lang, '/historie'), label: t.front.allYears, kind: 'secondary' })}`,
  };
}
