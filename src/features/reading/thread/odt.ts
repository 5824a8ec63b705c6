/** The text of an OpenDocument text, with its headings, lists and tables. */
import type { TextTag } from '../../../ui/document-text.ts';
import { entries, lettersOf, parseXml } from '../../../platform/zipped-xml.ts';
import type { Sink } from './main.ts';
import { giveParts } from './parts.ts';
import { safeHref, tree, withoutEmpty } from './tree.ts';

const KEPT: Readonly<Record<string, TextTag>> = {
  'text:p': 'p',
  'text:list': 'ul',
  'text:list-item': 'li',
  'text:list-header': 'li',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'text:a': 'a',
  'text:line-break': 'br',
};
/** Not what the reader of the document sees: comments, deleted text, the sources of forms. */
const UNSEEN = new Set([
  'office:annotation',
  'text:tracked-changes',
  'office:forms',
  'office:scripts',
  'svg:title',
]);
const MOST_SPACES = 20;

export async function readOdt(bytes: Uint8Array, sink: Sink): Promise<void> {
  const found = await entries(bytes, /^(?:content|styles|meta)\.xml$/);
  const content = found.get('content.xml');
  if (content === undefined) throw new Error('no content');
  for (const xml of found.values()) sink.besides(lettersOf(xml, /^(?:text:[ph]|meta:.*|dc:.*)$/));
  giveParts(nodesOf(content), sink);
}

function nodesOf(content: string) {
  const { nodes, open, close, text } = tree();
  let unseen = 0;
  parseXml(content, {
    open(name, attributes) {
      if (unseen > 0 || UNSEEN.has(name)) unseen += 1;
      else if (name === 'text:h') open(headingTag(attributes['text:outline-level']));
      else if (name === 'text:s')
        text(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, MOST_SPACES)));
      else if (name === 'text:tab') text(' ');
      else if (name === 'text:note') text(' (');
      else if (name === 'text:note-citation') unseen += 1;
      else {
        const tag = KEPT[name];
        if (tag)
          open(tag, { ...(tag === 'a' ? safeHref(attributes['xlink:href']) : {}), ...span(attributes) });
      }
    },
    close(name) {
      if (unseen > 0) unseen -= 1;
      else if (name === 'text:note') text(')');
      else if (name === 'text:h' || KEPT[name]) close();
    },
    text: (letters) => void (unseen === 0 && text(letters)),
  });
  return withoutEmpty(nodes);
}

const headingTag = (level: string | undefined): TextTag =>
  level === undefined || level === '1' ? 'h1' : level === '2' ? 'h2' : 'h3';

function span(attributes: Readonly<Record<string, string>>) {
  const cols = Number(attributes['table:number-columns-spanned'] ?? 1);
  return cols > 1 && cols < 100 ? { cols } : {};
}
