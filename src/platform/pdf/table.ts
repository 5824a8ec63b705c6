/** Tables: a head that comes again on every page, rows that stay whole where they fit on one. */
import type { Block, Column } from './blocks.ts';
import { FULL_PAGE, keepTogether, rule, space, tagged, WIDTH, type Sheet } from './sheet.ts';
import { drawLine, heightOf, styledLines, text, type TextStyle } from './text.ts';

type Table = Extract<Block, { is: 'table' }>;
const SIZE = 9.5;
const GAP = 14;
const PAD = 5;

export function drawTable(sheet: Sheet, { columns, rows, rowHeads }: Table): void {
  const styles = stylesOf(columns);
  const labels = columns.map(({ label }) => label ?? '');
  const hasHead = labels.some(Boolean);
  tagged(sheet, 'Table', {}, () => {
    if (hasHead) drawHead(sheet, labels, styles);
    else rule(sheet);
    // The head of the following pages is only drawn: it is read aloud once.
    const outer = sheet.onNewPage;
    if (hasHead) sheet.onNewPage = () => repeatHead(sheet, labels, styles);
    for (const row of rows) drawRow(sheet, row, { styles, labels, rowHeads });
    sheet.onNewPage = outer;
  });
  space(sheet, 10);
}

function stylesOf(columns: readonly Column[]): TextStyle[] {
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const room = WIDTH - GAP * (columns.length - 1);
  let indent = 0;
  return columns.map(({ share = 1, align }) => {
    const width = (room * share) / shares;
    const style = { size: SIZE, indent, width, align };
    indent += width + GAP;
    return style;
  });
}

const headOf = (style: TextStyle): TextStyle => ({ ...style, weight: 'strong', color: 'muted' });

function drawHead(sheet: Sheet, labels: readonly string[], styles: readonly TextStyle[]): void {
  const height = rowHeight(sheet, labels, styles.map(headOf));
  keepTogether(sheet, height + 40);
  cells(sheet, labels, (index) => ['TH', { ...headOf(styles[index] as TextStyle), scope: 'Column' }], height);
}

function repeatHead(sheet: Sheet, labels: readonly string[], styles: readonly TextStyle[]): void {
  const heads = styles.map(headOf);
  const height = rowHeight(sheet, labels, heads);
  const top = sheet.y;
  // A page that begins inside a cell has that cell's tag open, and an artifact may not stand in it.
  if (!sheet.inText) {
    sheet.doc.markContent('Artifact', { type: 'Pagination' });
    for (const [index, label] of labels.entries()) {
      const style = heads[index] as TextStyle;
      sheet.y = top + PAD;
      for (const line of styledLines(sheet, label, style)) {
        drawLine(sheet, line, style);
        sheet.y += SIZE * 1.45;
      }
    }
    sheet.doc.endMarkedContent();
    sheet.y = top + height;
    rule(sheet);
  }
}

function drawRow(
  sheet: Sheet,
  row: readonly string[],
  {
    styles,
    labels,
    rowHeads,
  }: { styles: readonly TextStyle[]; labels: readonly string[]; rowHeads: boolean },
): void {
  const kind = (index: number): [string, TextStyle] => {
    const style = styles[index] as TextStyle;
    return rowHeads && index === 0 ? ['TH', { ...style, weight: 'strong', scope: 'Row' }] : ['TD', style];
  };
  const height = rowHeight(
    sheet,
    row,
    row.map((_, index) => kind(index)[1]),
  );
  if (height < FULL_PAGE / 2) {
    keepTogether(sheet, height);
    cells(sheet, row, kind, height);
  } else tallRow(sheet, row, labels, kind);
}

/** Cells side by side, the row as high as its highest. */
function cells(
  sheet: Sheet,
  row: readonly string[],
  kind: (index: number) => [string, TextStyle],
  height: number,
): void {
  const top = sheet.y;
  tagged(sheet, 'TR', {}, () => {
    for (const [index, cell] of row.entries()) {
      sheet.y = top + PAD;
      text(sheet, ...([kind(index)[0], cell, kind(index)[1]] as const));
    }
  });
  sheet.y = top + height;
  rule(sheet);
}

/** A row that is long as a page: its cells under each other, across the whole width. */
function tallRow(
  sheet: Sheet,
  row: readonly string[],
  labels: readonly string[],
  kind: (index: number) => [string, TextStyle],
): void {
  tagged(sheet, 'TR', {}, () => {
    for (const [index, cell] of row.entries()) {
      const [tag, { weight, scope }] = kind(index);
      const label = labels[index];
      space(sheet, PAD);
      text(sheet, tag, label && cell ? `${label}: ${cell}` : cell, {
        size: SIZE,
        ...(weight && { weight }),
        ...(scope && { scope }),
      });
    }
  });
  space(sheet, PAD);
  rule(sheet);
}

const rowHeight = (sheet: Sheet, row: readonly string[], styles: readonly TextStyle[]): number =>
  2 * PAD + Math.max(...row.map((cell, index) => heightOf(sheet, cell, styles[index] as TextStyle)));
