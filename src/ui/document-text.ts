/**
 * The text of a document that somebody uploaded, as a tree of what we know and nothing else: headings, paragraphs, lists, tables.
 * It is made node by node when the document is read and drawn node by node here, so that no markup of the document's own gets through.
 */
import { heading } from './components/text.ts';
import { attrs, html, type Content, type Html } from './html.ts';
import type { Lang } from './text/index.ts';

export const textTags = [
  'h1',
  'h2',
  'h3',
  'p',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'th',
  'td',
  'strong',
  'em',
  'sup',
  'sub',
  'a',
  'br',
] as const;
export type TextTag = (typeof textTags)[number];

export interface TextNode {
  tag: TextTag;
  children: (string | TextNode)[];
  /** Of a link; only http, https and mailto are kept. */
  href?: string;
  /** Of a cell. */
  cols?: number;
  rows?: number;
}

export interface TextOptions {
  /** Words to mark where they stand, in any case. */
  marks?: readonly string[];
  /** Level of the heading above: those of the document begin below it, and leave none out on their way down. */
  under?: number;
}

/** Draws the text of a page or a part. */
export function documentText(nodes: readonly TextNode[], options: TextOptions = {}): Html {
  const draw = drawer(options);
  return html`<div class="ep-prose ep-document-text">${nodes.map(draw)}</div>`;
}

/** A page, or a part, of a document that is read among other things; `numbered` where it has several. */
export function documentPage(
  { number, nodes }: { number: number; nodes: readonly TextNode[] },
  {
    numbered,
    level,
    lang,
  }: { numbered: ((n: number) => string) | null; level: 3 | 4; lang?: Lang | undefined },
): Html {
  return html`${numbered && heading(level, numbered(number))}<div${attrs({ lang })}>${nodes.length > 0 && documentText(nodes, { under: numbered ? level : level - 1 })}</div>`;
}

function drawer({ marks = [], under = 2 }: TextOptions): (node: string | TextNode) => Html {
  const mark = marker(marks);
  let last = under;
  const draw = (node: string | TextNode): Html => {
    if (typeof node === 'string') return html`${mark(node)}`;
    const children = node.children.map(draw);
    const cell = attrs({ colspan: node.cols, rowspan: node.rows });
    switch (node.tag) {
      case 'h1':
      case 'h2':
      case 'h3':
        last = Math.min(Number(node.tag.slice(1)) + under, last + 1);
        return headingOf(last, children);
      case 'p':
        return html`<p class="ds-paragraph" data-variant="long">${children}</p>`;
      case 'ul':
        return html`<ul class="ds-list">${children}</ul>`;
      case 'ol':
        return html`<ol class="ds-list">${children}</ol>`;
      case 'li':
        return html`<li>${children}</li>`;
      case 'table':
        return html`<div class="ep-table ep-table--document"><table class="ds-table" data-color="neutral"><tbody>${children}</tbody></table></div>`;
      case 'tr':
        return html`<tr>${children}</tr>`;
      case 'th':
        return html`<th${cell}>${children}</th>`;
      case 'td':
        return html`<td${cell}>${children}</td>`;
      case 'strong':
        return html`<strong>${children}</strong>`;
      case 'em':
        return html`<em>${children}</em>`;
      case 'sup':
        return html`<sup>${children}</sup>`;
      case 'sub':
        return html`<sub>${children}</sub>`;
      case 'a':
        return node.href
          ? html`<a${attrs({ class: 'ds-link', href: node.href, rel: 'noreferrer nofollow' })}>${children}</a>`
          : html`${children}`;
      case 'br':
        return html`<br>`;
      default:
        return html`${children}`;
    }
  };
  return draw;
}

function headingOf(level: number, children: Content): Html {
  if (level <= 2) return html`<h2 class="ds-heading" data-size="xs">${children}</h2>`;
  if (level === 3) return html`<h3 class="ds-heading" data-size="2xs">${children}</h3>`;
  if (level === 4) return html`<h4 class="ds-heading" data-size="2xs">${children}</h4>`;
  if (level === 5) return html`<h5 class="ds-heading" data-size="2xs">${children}</h5>`;
  return html`<h6 class="ds-heading" data-size="2xs">${children}</h6>`;
}

/** Puts <mark> around each of these words. */
function marker(words: readonly string[]): (text: string) => Content {
  const wanted = words.filter((word) => word.trim() !== '').toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return (text) => text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${wanted.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) =>
    text.split(pattern).map((part, i) => (i % 2 === 1 ? html`<mark class="ep-hit">${part}</mark>` : part));
}

const BLOCKS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'p', 'li', 'tr', 'br']);

/** The words of a tree: a line for each block, cells with space between. */
export function plainText(nodes: readonly (string | TextNode)[]): string {
  const text = (node: string | TextNode): string => {
    if (typeof node === 'string') return node;
    const inner = node.children.map(text).join('');
    if (BLOCKS.has(node.tag)) return `${inner}\n`;
    return node.tag === 'td' || node.tag === 'th' ? `${inner.replaceAll('\n', ' ')} ` : inner;
  };
  return nodes
    .map(text)
    .join('')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n+/g, '\n')
    .trim();
}
