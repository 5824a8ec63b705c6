import {
  actions,
  button,
  card,
  emptyState,
  form,
  marked,
  pageHead,
  pagination,
  paragraph,
  section,
  select,
  stack,
  textField,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { PDF } from './schema.ts';
import type { Hit, SearchResult } from './schema-search.ts';

export interface SearchView {
  q: string;
  years: readonly { id: string; year: number }[];
  /** Id of the year that is chosen, or empty. */
  chosen: string;
  /** Null before anything was looked for. */
  result: SearchResult | null;
}

export function searchPage({ q, years, chosen, result }: SearchView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.reading.search;
  const fields = html`${textField({ name: 'q', label: own.label, hint: own.hint, value: q, type: 'search', maxlength: 200 })}${
    years.length > 1 &&
    select({
      name: 'prisar',
      label: own.year,
      value: chosen,
      empty: own.allYears,
      options: years.map(({ id, year }) => ({ value: id, label: String(year) })),
      optional: '',
      width: 'short',
    })
  }${actions(button({ label: own.button }))}`;
  return {
    title: q ? own.titleFor(q) : own.title,
    breadcrumbs: [{ label: t.common.myPage, href: '/min-side' }, { label: own.title }],
    main: stack(
      pageHead({ title: own.title, lead: own.lead }),
      form({ action: '/sok', method: 'get', body: fields, search: true }),
      result && found(result, { q, chosen }, lang),
    ),
  };
}

function found(result: SearchResult, { q, chosen }: { q: string; chosen: string }, lang: Lang): Html {
  const t = texts(lang);
  const own = t.reading.search;
  if (result.total === 0) return emptyState({ title: own.nothing(q), body: own.nothingBody });
  const hrefOf = (page: number): string =>
    `/sok?${new URLSearchParams({ q, ...(chosen ? { prisar: chosen } : {}), side: String(page) })}`;
  return section({
    title: own.count(result.total),
    id: 'treff',
    body: html`${stack(...result.hits.map((hit) => hitCard(hit, q, lang)))}${pagination({ page: result.page, total: result.pages, hrefOf, t })}`,
  });
}

function hitCard(hit: Hit, q: string, lang: Lang): Html {
  const own = texts(lang).reading.search;
  const { organisation, unit, year } = hit.nomination;
  const number = hit.page === null ? nothing : html` <span class="ep-muted">${pageName(hit, lang)}</span>`;
  return card({
    over: html`${organisation}${unit && html`, ${unit}`} · ${year}`,
    title: html`${hit.title}${number}`,
    href: addressOf(hit, q),
    level: 3,
    body: html`<p class="ep-excerpt">${marked(hit.excerpt)}</p>${hit.kind === 'file' && paragraph(own.inName, 'small')}`,
  });
}

/** Only a PDF has pages that are the same for everybody. */
function pageName({ document, page }: Hit, lang: Lang): string {
  const own = texts(lang).reading;
  return document?.mediaType === PDF ? own.pageNumber(page ?? 1) : own.partNumber(page ?? 1);
}

function addressOf({ kind, document, page, as, nomination: { id } }: Hit, q: string): string {
  if (document) {
    const place = kind === 'page' ? `#side-${page}` : '';
    return `/dokument/${document.id}/les?${new URLSearchParams({ sok: q })}${place}`;
  }
  if (as === 'secretary') return `/sekretariat/soknad/${id}`;
  return as === 'juror' ? `/jury/soknad/${id}` : `/soknad/${id}`;
}
