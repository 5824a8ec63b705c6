/** XML that is written here: a tree of plain data, and what the letters of a text become in it. */

/** An element: its name, its attributes, and what is in it; a text, or other elements. What is undefined is left out. */
export interface Element {
  name: string;
  attributes?: Readonly<Record<string, string>>;
  inside: string | readonly (Element | undefined)[];
}

/** What XML cannot hold is left out: signs that a keyboard does not have. */
export const escapeXml = (words: string): string =>
  words
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A document that people can read, too: each element on a line of its own, those with a text in one. The same tree, the same bytes. */
export const xmlDocument = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;

/** An element to stand within a document that is written elsewhere. */
export const xmlElement = (element: Element): string => written(element, '').trimEnd();

function written({ name, attributes = {}, inside }: Element, indent: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `${indent}<${name}${given.join('')}>`;
  if (typeof inside === 'string') return `${open}${escapeXml(inside)}</${name}>\n`;
  const parts = inside.filter((each) => each !== undefined).map((each) => written(each, `${indent}  `));
  return `${open}\n${parts.join('')}${indent}</${name}>\n`;
}
