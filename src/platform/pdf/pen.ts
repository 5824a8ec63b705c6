/** Room for a pen. Lines and frames are only drawn: there is nothing in them to read aloud. */
import { artifact, COLORS, keepTogether, LEFT, roomLeft, rule, space, tagged, type Sheet } from './sheet.ts';
import { heightOf, text, type TextStyle } from './text.ts';

const BOX = 10;
const BESIDE: TextStyle = { size: 10, indent: 20, after: 5 };
const LINE = 24;

/** What can be ticked, each with a box before it; all of them on one page. */
export function drawBoxes(sheet: Sheet, items: readonly string[]): void {
  const heights = items.map((item) => heightOf(sheet, item, BESIDE));
  keepTogether(
    sheet,
    heights.reduce((sum, height) => sum + height, 0),
  );
  tagged(sheet, 'L', {}, () => {
    for (const item of items)
      tagged(sheet, 'LI', {}, () => {
        drawBox(sheet);
        text(sheet, 'LBody', item, BESIDE);
      });
  });
  space(sheet, 2);
}

const drawBox = (sheet: Sheet): void =>
  artifact(sheet, (doc) =>
    doc
      .rect(LEFT, sheet.y + 1.5, BOX, BOX)
      .lineWidth(0.8)
      .strokeColor(COLORS.text)
      .stroke(),
  );

/** Lines to write on: as many as the page has room for, where that is half of them; else all on the next. */
export function drawLines(sheet: Sheet, count: number): void {
  keepTogether(sheet, (LINE * count) / 2);
  const some = Math.min(count, Math.floor(roomLeft(sheet) / LINE));
  for (let drawn = 0; drawn < some; drawn++) {
    sheet.y += LINE;
    rule(sheet);
  }
  space(sheet, 10);
}
