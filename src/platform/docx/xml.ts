/** The few things that WordprocessingML is made of. */
import { escapeXml } from '../xml.ts';

export { escapeXml };

export const element = (name: string, inside: readonly string[]): string =>
  `<${name}>${inside.join('')}</${name}>`;

/** One paragraph; line breaks in it are kept. `numId`: of the list that it is an item of. */
export function paragraph(style: string, words: string, lang?: string, numId?: number): string {
  const item = numId === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${numId}"/></w:numPr>`;
  const own = lang === undefined ? '' : `<w:rPr><w:lang w:val="${escapeXml(lang)}"/></w:rPr>`;
  const lines = words.split(/\r\n?|\n/).map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${item}</w:pPr><w:r>${own}${lines.join('<w:br/>')}</w:r></w:p>`;
}
