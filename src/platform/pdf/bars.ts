/** Numbers that people compare, drawn: a lying bar each, under its name. One figure, with a text for those who hear it. */
import type { Block } from './blocks.ts';
import { COLORS, FULL_PAGE, keepTogether, LEFT, space, WIDTH, type Sheet } from './sheet.ts';
import { drawLine, heightOf, styledLines, type TextStyle } from './text.ts';

type Bars = Extract<Block, { is: 'bars' }>;
const NAME: TextStyle = { size: 8.5, width: 170, leading: 1.3 };
const NUMBER: TextStyle = { size: 8.5, weight: 'strong', leading: 1.3 };
const [START, ROOM, THICK, GAP] = [182, 245, 9, 5];

export function drawBars(sheet: Sheet, { alt, rows, most }: Bars): void {
  for (const part of onPages(sheet, rows)) {
    const height = part.reduce((sum, row) => sum + rowHeight(sheet, row), 0);
    keepTogether(sheet, height);
    const top = sheet.y;
    // Words of a figure are read from its text, so the figure is one piece.
    const figure = sheet.doc.struct(
      'Figure',
      { alt, bbox: [LEFT, top, LEFT + WIDTH, top + height], placement: 'Block' } as object,
      () => {
        for (const row of part) drawRow(sheet, row, most);
      },
    );
    sheet.parent.add(figure);
    figure.end();
    sheet.y = top + height;
  }
  space(sheet, 8);
}

type Row = Bars['rows'][number];
const rowHeight = (sheet: Sheet, { name }: Row): number => heightOf(sheet, name, NAME) + GAP;

/** A figure stands on one page: more rows than fit there become several. */
function onPages(sheet: Sheet, rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    const height = rowHeight(sheet, row);
    if (height > room) {
      pages.push([]);
      room = FULL_PAGE;
    }
    pages.at(-1)?.push(row);
    room -= height;
  }
  return pages;
}

function drawRow(sheet: Sheet, row: Row, most: number): void {
  const { doc, y: top } = sheet;
  const words = (text: string, style: TextStyle) => {
    for (const [index, line] of styledLines(sheet, text, style).entries())
      drawLine({ ...sheet, y: top + index * style.size * 1.3 }, line, style);
  };
  const share = most > 0 ? Math.min(1, row.value / most) : 0;
  words(row.name, NAME);
  doc.rect(LEFT + START, top + 1, ROOM, THICK).fill(COLORS.tint);
  doc.rect(LEFT + START, top + 1, ROOM * share, THICK).fill(COLORS.text);
  words(String(row.value), { ...NUMBER, indent: START + ROOM + 8 });
  sheet.y = top + rowHeight(sheet, row);
}
