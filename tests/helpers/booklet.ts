/** A juror's booklet as one file, read by a program that did not write it. */
import type { JuryYear, Person } from './jury-year.ts';
import { openPdf } from './pdf.ts';

export const BOOKLET = '/jury/utskrift.pdf';
export const fetchBooklet = (year: JuryYear, who: Person, lang = 'nb') =>
  year.clients[who].get(`${BOOKLET}?lang=${lang}`);

/** What page and file must both say, without regard to where lines are broken. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');

export async function readBooklet(bytes: Buffer) {
  const { pdf, pages: pieces } = await openPdf(bytes);
  const pages = pieces.map((page) => page.join(''));
  return { pdf, pages, text: squeezed(pages.join('\n')) };
}
