/** Earlier years, how to check, privacy, accessibility. */
import {
  button,
  commandLine,
  descriptionList,
  form,
  heading,
  link,
  list,
  pageHead,
  paragraph,
  rollLine,
  rows,
  section,
  textField,
  table,
} from '../../ui/components/index.ts';
import { instant } from '../../platform/clock.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDate, formatDateTime, formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { barrierPath } from '../barriers/schema.ts';
import type { Accessibility } from './schema-public.ts';

/** A line of the history; `winner` is null where the prize was not awarded. */
export interface HistoryLine {
  year: number;
  winner: string | null;
  nominated: readonly string[];
  honourable: readonly string[];
}

export function historyPage(
  { lines, of, sought }: { lines: readonly HistoryLine[]; of: number; sought: string },
  lang: Lang,
): Page {
  const t = texts(lang).publicSite.history;
  const action = publicHref(lang, '/historie');
  const fields = html`${textField({ name: 'sok', label: t.search, hint: t.searchHint, type: 'search', value: sought, width: 'medium', maxlength: 200, optional: '' })}${button({ label: t.searchButton, kind: 'secondary' })}`;
  return {
    title: t.title,
    description: t.description,
    main: html`${pageHead({ title: t.title, lead: t.lead })}
${form({ action, method: 'get', search: true, inline: true, label: t.search, body: fields })}
${sought && html`<div role="status">${paragraph(html`${lines.length > 0 ? t.found(lines.length, of) : t.notFound(sought)} ${link(action, t.showAll)}`)}</div>`}
${rows(lines.map((line) => historyLine(line, lang)))}
${paragraph(t.source, 'muted')}`,
  };
}

function historyLine({ year, winner, nominated, honourable }: HistoryLine, lang: Lang): Html {
  const t = texts(lang).publicSite.history;
  return rollLine({
    year,
    name: link(publicHref(lang, `/prisen/${year}`), winner ?? t.noAward),
    about: [
      nominated.length > 0 && `${t.nominated}: ${formatList(nominated, lang)}`,
      honourable.length > 0 && t.honourable(formatList(honourable, lang)),
    ],
  });
}

export function checkPage(
  years: readonly { year: number; sha256: string }[],
  results: readonly FrozenResult[],
  baseUrl: string,
  lang: Lang,
): Page {
  const t = texts(lang).publicSite.check;
  const part = (title: string, body: readonly string[], more?: Html) =>
    section({ title, body: html`${body.map((text) => paragraph(text))}${more}` });
  return {
    title: t.title,
    description: t.description,
    main: html`${pageHead({ title: t.title, lead: t.lead })}
${part(t.rulesTitle, t.rules, years.length ? howToHash(years, baseUrl, lang) : undefined)}
${part(t.receiptTitle, t.receipt, html`<p>${link(publicHref(lang, '/kontroller'), texts(lang).checking.title)}</p>`)}${part(t.juryTitle, t.jury)}${part(t.resultTitle, t.result, frozenResults(results, lang))}${part(t.publishTitle, t.publish)}${part(t.logTitle, t.log)}
${part(
  t.dataTitle,
  [t.data],
  list([
    link('/api/v1/public/editions', t.api),
    link('/api/v1/public/call', t.callApi),
    link(publicHref(lang, '/feed.atom'), t.atom),
    link(publicHref(lang, '/feed.json'), t.jsonFeed),
    link('/api/openapi.json', t.openapi),
  ]),
)}`,
  };
}

/** What is proved, against whom, and what is not; and the checksums themselves. */
function frozenResults(results: readonly FrozenResult[], lang: Lang): Html {
  const { check: t } = texts(lang).publicSite;
  return html`${heading(3, t.provedTitle)}${list(t.proved)}${heading(3, t.notProvedTitle)}${list(t.notProved)}
${heading(3, t.howTitle)}${commandLine('npm run verify -- resultat.json resultat-fullt.json --key nokkel.pem', t.howTitle)}${paragraph(link(publicHref(lang, '/kontroller'), texts(lang).frozen.verify))}
${results.map((one) => html`${heading(3, t.resultOf(one.year))}${frozenResult(one, lang)}`)}`;
}

/** The checksums of one year's result. */
export function frozenResult(
  { year, version, frozenAt, coreSha256, fullSha256, extract }: FrozenResult,
  lang: Lang,
): Html {
  const { check: t } = texts(lang).publicSite;
  return html`${descriptionList([
    [t.coreHash, html`<code>${coreSha256}</code>`],
    [t.fullHash, html`<code>${fullSha256}</code>`],
    [t.frozenAt, t.versionAt(version, formatDateTime(frozenAt, lang))],
  ])}${extract && paragraph(link(`/prisen/${year}/tall.json`, t.extract, { download: true }))}`;
}

interface FrozenResult {
  year: number;
  version: number;
  frozenAt: Date;
  coreSha256: string;
  fullSha256: string;
  extract: boolean;
}

function howToHash(years: readonly { year: number; sha256: string }[], baseUrl: string, lang: Lang): Html {
  const t = texts(lang).publicSite.check;
  const latest = years[0]?.year ?? 0;
  const file = `${baseUrl}/prisen/${latest}/regler.json`;
  return html`${paragraph(t.command)}${commandLine(`curl -s ${file} | shasum -a 256`, t.command)}
${paragraph(t.windows)}${commandLine(`curl.exe -s ${file} -o regler.json; Get-FileHash regler.json`, t.windows)}
${descriptionList(years.map(({ year, sha256 }) => [t.expected(year), html`<code>${sha256}</code>`]))}`;
}

interface Parts {
  title: string;
  lead: string;
  description: string;
  parts: readonly { title: string; body: readonly string[] }[];
}
const partsPage = ({ title, lead, description, parts }: Parts, more?: Html): Page => ({
  title,
  description,
  main: html`${pageHead({ title, lead })}${parts.map((part) => section({ title: part.title, body: part.body.map((text) => paragraph(text)) }))}${more}`,
});

export const privacyPage = (lang: Lang): Page =>
  partsPage(
    texts(lang).publicSite.privacy,
    html`${paragraph(link(publicHref(lang, '/personvern/lagring'), texts(lang).retention.record.title))}${paragraph(link(publicHref(lang, '/informasjonskapsler'), texts(lang).cookies.title))}`,
  );
/** Every cookie there is; that nothing is asked is the point of it. */
export function cookiesPage(lang: Lang): Page {
  const t = texts(lang).cookies;
  return {
    title: t.title,
    description: t.description,
    main: html`${pageHead({ title: t.title, lead: t.lead })}${paragraph(t.none)}${table({
      caption: t.title,
      hideCaption: true,
      rows: Object.entries(t.each),
      columns: [
        { header: t.name, names: true, cell: ([name]) => name },
        { header: t.why, cell: ([, { why }]) => why },
        { header: t.howLong, cell: ([, { howLong }]) => howLong },
      ],
    })}${section({ title: t.storage, body: paragraph(t.storageBody) })}`,
  };
}

export const accessibilityPage = (found: Accessibility, lang: Lang): Page =>
  partsPage(
    texts(lang).publicSite.accessibility,
    html`${paragraph(link(publicHref(lang, barrierPath), texts(lang).barriers.title))}${criteriaPart(found, lang)}`,
  );

/** Each success criterion by its number, and honestly which of them a machine says nothing of. */
function criteriaPart({ standard, engine, run, criteria }: Accessibility, lang: Lang): Html {
  const t = texts(lang).wcag;
  return section({
    title: t.title,
    id: 'krav',
    body: html`${paragraph(t.lead(engine))}${run && paragraph(t.run(formatDate(instant(`${run.on}T12:00:00Z`), lang), run.pages))}${table(
      {
        caption: standard,
        hideCaption: true,
        rows: criteria,
        columns: [
          { header: t.criterion, names: true, cell: ({ id }) => `${id} ${t.names[id] ?? ''}` },
          { header: t.level, cell: ({ level }) => level },
          {
            header: t.state,
            cell: ({ state, pages }) =>
              state === 'noFaultFound' ? `${t.states[state]} (${t.onPages(pages)})` : t.states[state],
          },
        ],
      },
    )}${paragraph(link('/api/v1/public/accessibility', t.machine))}`,
  });
}
