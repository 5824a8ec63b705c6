/**
 * A document to read in place: its pages drawn where scripts run, its text for everybody. Stands on a page of its own, or beside
 * something else.
 */
import { documentText, type TextNode } from '../document-text.ts';
import { attrs, html, nothing } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { PDFJS } from '../pdfjs.ts';
import { texts, type Lang, type Texts } from '../text/index.ts';
import { button, buttonLink, link } from './actions.ts';
import { alert, emptyState } from './boxes.ts';
import { hidden } from './fields.ts';
import { paragraph } from './text.ts';
import { neededScript } from './scripts.ts';

export interface ReadableDocument {
  id: string;
  name: string;
  description: string;
  mediaType: string;
  /** The language of the application, which its documents have as a rule. */
  language: Lang;
  /** How it was read; 'waiting' until somebody has. */
  state: 'waiting' | 'read' | 'partly' | 'empty' | 'unreadable';
  pages: readonly { number: number; nodes: readonly TextNode[] }[];
  /** What was looked for, as typed; the words to mark, as they stand in the text; the pages they are on. */
  sought: string;
  marks: readonly string[];
  hits: readonly number[];
}

/** @param action the address of the page that it stands on, for the search without scripts */
export function documentReader(document: ReadableDocument, action: string, lang: Lang): Html {
  const t = texts(lang);
  const isPdf = document.mediaType === 'application/pdf';
  if (document.mediaType.startsWith('image/')) return picture(document, t);
  const data = isPdf && {
    'data-pdf': `/dokument/${document.id}`,
    'data-pdfjs': PDFJS.base,
    'data-words': JSON.stringify(document.marks),
    'data-texts': JSON.stringify(t.reading.viewer),
  };
  return html`<div${attrs({ class: 'ep-reader', 'data-view': 'text', ...data })}>
${searchIn(document, action, t)}
${isPdf && viewer(document, t)}
<div class="ep-reader__text" data-part="text">${hitList(document, lang)}${textOf(document, lang)}</div>
</div>${isPdf && neededScript('reader')}`;
}

function searchIn({ id, sought }: ReadableDocument, address: string, t: Texts): Html {
  const own = t.reading.reader;
  const [action, query] = address.split('?');
  const field = `sok-${id}`;
  return html`<div class="ep-reader__bar"><form class="ep-reader__search" method="get"${attrs({ action, role: 'search', 'data-part': 'search' })}>
<label class="ds-sr-only" for="${field}">${own.searchLabel}</label>
<input${attrs({ class: 'ds-input', type: 'search', id: field, name: 'sok', value: sought, maxlength: 200, placeholder: own.searchLabel, autocomplete: 'off' })}>
${[...new URLSearchParams(query)].map(([name, value]) => hidden(name, value))}${button({ label: own.searchButton, kind: 'secondary', small: true })}
</form>${buttonLink({ href: `/dokument/${id}`, label: own.download, kind: 'tertiary', small: true, download: true })}</div>`;
}

/** Hidden until a script has the pages to show. */
function viewer({ id, name }: ReadableDocument, t: Texts): Html {
  const own = t.reading.reader;
  const act = (value: string, label: Content, sign?: string): Html =>
    html`<button${attrs({ class: 'ds-button', 'data-variant': 'tertiary', 'data-size': 'sm', 'data-icon': sign !== undefined, type: 'button', 'data-act': value })}>${
      sign === undefined
        ? label
        : html`<span class="ep-reader__sign" aria-hidden="true">${sign}</span><span class="ds-sr-only">${label}</span>`
    }</button>`;
  const field = `side-${id}`;
  return html`<div class="ep-reader__tools" data-part="tools" role="group" aria-label="${own.tools}" hidden>
<div class="ep-reader__views">${act('original', own.asOriginal)}${act('text', own.asText)}</div>
<div class="ep-reader__move" data-part="move">${act('thumbs', own.thumbs)}<span class="ep-reader__group">${act('previous', own.previousPage, '‹')}<label for="${field}">${own.page}</label><input${attrs({ class: 'ds-input', type: 'text', 'data-size': 'sm', id: field, inputmode: 'numeric', autocomplete: 'off', 'data-part': 'page', value: '1' })}><span data-part="count"></span>${act('next', own.nextPage, '›')}</span><span class="ep-reader__group">${act('smaller', own.smaller, '−')}<span data-part="zoom" aria-live="polite"></span>${act('larger', own.larger, '+')}${act('fit', own.fit)}</span></div>
<div class="ep-reader__hits"><span class="ep-reader__found" data-part="found" role="status"></span>
<span class="ep-reader__steps" data-part="steps" hidden>${button({ label: own.previousHit, kind: 'tertiary', small: true, type: 'button', name: 'hit', value: 'previous' })}${button({ label: own.nextHit, kind: 'tertiary', small: true, type: 'button', name: 'hit', value: 'next' })}</span></div>
</div>
<div class="ep-reader__original" data-part="original" hidden>
<nav class="ep-reader__thumbs" data-part="thumbs" aria-label="${own.thumbsLabel}" hidden><ol></ol></nav>
<div class="ep-reader__pages"><div${attrs({ class: 'ep-reader__scroll', 'data-part': 'scroll', tabindex: 0, role: 'region', 'aria-label': own.pagesOf(name) })}><div class="pdfViewer"></div></div></div>
</div>
<p class="ep-reader__failed" data-part="failed" role="status" hidden>${own.failed}</p>`;
}

/** For those who read without scripts: where the words stand. */
function hitList({ sought, hits, mediaType }: ReadableDocument, lang: Lang): Html {
  const { reader: own, pageNumber, partNumber } = texts(lang).reading;
  if (sought === '') return nothing;
  if (hits.length === 0) return paragraph(own.noHits(sought), 'muted');
  const name = mediaType === 'application/pdf' ? pageNumber : partNumber;
  return html`<p class="ds-paragraph" data-part="hits">${own.hitsOn(sought)} ${hits.map((n, i) => html`${i > 0 && ', '}${link(`#side-${n}`, name(n))}`)}</p>`;
}

function textOf(document: ReadableDocument, lang: Lang): Html {
  const t = texts(lang);
  const own = t.reading.reader;
  const { state, pages, mediaType, marks, language } = document;
  const note = own.states[state];
  const name = mediaType === 'application/pdf' ? t.reading.pageNumber : t.reading.partNumber;
  const foreign = language === lang ? {} : { lang: language };
  const several = pages.length > 1;
  return html`${state !== 'read' && (pages.length > 0 ? alert({ tone: 'warning', body: paragraph(note) }) : emptyState({ title: own.noText, body: note }))}${pages.map(
    ({ number, nodes }) =>
      html`<section${attrs({ class: 'ep-reader__page', id: `side-${number}`, 'aria-labelledby': several && `side-${number}-navn`, tabindex: -1 })}>${
        several && html`<h2 class="ep-reader__number" id="side-${number}-navn">${name(number)}</h2>`
      }<div${attrs(foreign)}>${nodes.length > 0 ? documentText(nodes, { marks, under: several ? 2 : 1 }) : paragraph(own.emptyPage, 'muted')}</div></section>`,
  )}`;
}

/** A picture, as wide as there is room for and no heavier than that. */
function picture({ id, name, description }: ReadableDocument, t: Texts): Html {
  const own = t.reading.reader;
  const at = (width: number): string => `/dokument/${id}/bilde/${width}`;
  return html`<figure class="ep-reader__picture"><img${attrs({
    src: at(1200),
    srcset: `${at(600)} 600w, ${at(1200)} 1200w, ${at(2000)} 2000w`,
    sizes: '(min-width: 72rem) 68rem, 92vw',
    alt: description || own.pictureWithout(name),
  })}>${description && html`<figcaption>${description}</figcaption>`}</figure>${buttonLink({ href: `/dokument/${id}`, label: own.download, kind: 'secondary', small: true, download: true })}`;
}
