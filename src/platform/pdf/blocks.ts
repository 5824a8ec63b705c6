/**
 * What a PDF document is made of: plain data, drawn and tagged by `renderPdf`. The same few things as on a page
 * (ui/components), so that what is read on paper is what is read on the screen.
 */
export type Block =
  | {
      is: 'title';
      text: string;
      over?: string | undefined;
      lead?: string | undefined;
      lang?: string | undefined;
    }
  | { is: 'heading'; level: 2 | 3 | 4; text: string; lang?: string | undefined }
  | { is: 'paragraph'; text: string; look: 'body' | 'lead' | 'muted' | 'strong'; lang?: string | undefined }
  | { is: 'list'; items: readonly string[]; ordered: boolean; lang?: string | undefined }
  | { is: 'note'; text: string }
  | { is: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; rowHeads: boolean }
  | { is: 'bars'; alt: string; rows: readonly { name: string; value: number }[]; most: number }
  | { is: 'space' }
  | { is: 'pageBreak' };

/** What only paper has: pages to refer to, and room for a pen. */
export type PaperBlock =
  | Block
  | { is: 'contents' }
  | { is: 'room'; lines: number }
  | { is: 'boxes'; items: readonly string[] }
  | { is: 'lines'; count: number };

export interface Column {
  /** Left out in every column: a table without a head, for terms and what they are. */
  label?: string;
  /** Share of the width, among the shares of the others. Default 1. */
  share?: number;
  align?: 'start' | 'end';
}

/** The first thing of a document: what it is. `lang` where a text is in another language than the document ('nn-NO'). */
export const title = (text: string, more: { over?: string; lead?: string; lang?: string } = {}): Block => ({
  is: 'title',
  text,
  ...more,
});
export const heading = (level: 2 | 3 | 4, text: string, lang?: string): Block => ({
  is: 'heading',
  level,
  text,
  lang,
});
/** One paragraph; line breaks in it are kept. */
export const paragraph = (
  text: string,
  look: 'body' | 'lead' | 'muted' | 'strong' = 'body',
  lang?: string,
): Block => ({ is: 'paragraph', text, look, lang });
/** Text that a person wrote: a paragraph at each blank line, nothing interpreted. */
export const prose = (text: string, lang?: string): Block[] =>
  text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/)
    .map((part) => paragraph(part, 'body', lang));
export const list = (
  items: readonly string[],
  options: { ordered?: boolean; lang?: string } = {},
): Block => ({
  is: 'list',
  items,
  ordered: options.ordered ?? false,
  lang: options.lang,
});
/** A message in a frame: what the reader must not miss. */
export const note = (text: string): Block => ({ is: 'note', text });
/** Rows under a head that is repeated on every page. With `rowHeads` the first cell of a row is its name. */
export const table = (
  columns: readonly (Column & { label: string })[],
  rows: readonly (readonly string[])[],
  options: { rowHeads?: boolean } = {},
): Block => ({ is: 'table', columns, rows, rowHeads: options.rowHeads ?? false });
/** Terms and what they are; pairs without a value are left out. */
export const terms = (
  pairs: readonly (readonly [term: string, value: string | null | undefined | false])[],
): Block => ({
  is: 'table',
  columns: [{ share: 1 }, { share: 2 }],
  rows: pairs.flatMap(([term, value]) => (value ? [[term, value]] : [])),
  rowHeads: true,
});
/** A bar a row; `most` is how much a full one is. The numbers stand in a table as well, which `alt` says. */
export const bars = (rows: readonly { name: string; value: number }[], most: number, alt: string): Block => ({
  is: 'bars',
  rows,
  most,
  alt,
});
/** Air between two parts. */
export const space = (): Block => ({ is: 'space' });
export const pageBreak = (): Block => ({ is: 'pageBreak' });
/** The headings of level 2 that come after it, each with its page and a link to it. */
export const contents = (): PaperBlock => ({ is: 'contents' });
/** A new page, unless there is room for so many lines of text: what comes next stays together. */
export const room = (count: number): PaperBlock => ({ is: 'room', lines: count });
/** One of these is ticked with a pen. */
export const boxes = (items: readonly string[]): PaperBlock => ({ is: 'boxes', items });
/** Room to write. */
export const lines = (count: number): PaperBlock => ({ is: 'lines', count });
