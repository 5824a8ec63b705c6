/** The text of a Word document as a clean tree: mammoth finds the structure, and of its markup only the allowed is kept. */
import mammoth from 'mammoth';
import type { TextTag } from '../../../ui/document-text.ts';
import { entries, lettersOf, parseXml } from '../../../platform/zipped-xml.ts';
import type { Sink } from './main.ts';
import { giveParts } from './parts.ts';
import { safeHref, tree, withoutEmpty } from './tree.ts';

const KEPT: Readonly<Record<string, TextTag>> = {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  p: 'p',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  table: 'table',
  tr: 'tr',
  th: 'th',
  td: 'td',
  strong: 'strong',
  em: 'em',
  sup: 'sup',
  sub: 'sub',
  a: 'a',
  br: 'br',
};
const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Tittel'] => h1:fresh"];
/** Where words can lie besides the running text: headers, footers, comments, notes, deleted text, properties. */
const LINES = /^(?:w:(?:p|tab|br|tc)|dc:\w+|cp:\w+|vt:\w+)$/;
const PARTS = /^(?:word\/[\w-]+\.xml|docProps\/[\w-]+\.xml)$/;

export async function readDocx(bytes: Uint8Array, sink: Sink): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Unpacked first with an end to it, so that what grows beyond reason never reaches the library.
  for (const xml of (await entries(bytes, PARTS)).values()) sink.besides(lettersOf(xml, LINES));
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: styles,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  giveParts(cleaned(value), sink);
}

/** Node by node: what is not in the list loses its tag and keeps its words. */
export function cleaned(markup: string) {
  const { nodes, open, close, text } = tree();
  parseXml(`<text>${markup}</text>`, {
    open(name, { href, colspan, rowspan, alt }) {
      if (name === 'img' && alt) text(`[${alt}]`);
      const tag = KEPT[name];
      if (tag) open(tag, { ...(tag === 'a' ? safeHref(href) : {}), ...spans(colspan, rowspan) });
    },
    close(name) {
      if (KEPT[name]) close();
    },
    text,
  });
  return withoutEmpty(nodes);
}

function spans(colspan: string | undefined, rowspan: string | undefined) {
  const cols = Number(colspan ?? 1);
  const rows = Number(rowspan ?? 1);
  return { ...(cols > 1 && cols < 100 ? { cols } : {}), ...(rows > 1 && rows < 1000 ? { rows } : {}) };
}
