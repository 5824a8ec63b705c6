/** Room for a pen. Lines and frames are only drawn: there is nothing in them to read aloud. */
import { artifact, COLORS, keepTogether, LEFT, rule, space, tagged, type Sheet } from './sheet.ts';
import { heightOf, text, type TextStyle } from './text.ts';

const BOX = 10;
const BESIDE: TextStyle = { size: 10, indent: 20, after: 5 };
const LINE = 24;

/** What can be ticked, each with a box before it. */
export function drawBoxes(sheet: Sheet, items: readonly string[]): void {
  tagged(sheet, 'L', {}, () => {
    for (const item of items)
      tagged(sheet, 'LI', {}, () => {
        keepTogether(sheet, heightOf(sheet, item, BESIDE));
        const { y } = sheet;
        artifact(sheet, (doc) =>
          doc
            .rect(LEFT, y + 1.5, BOX, BOX)
            .lineWidth(0.8)
            .strokeColor(COLORS.text)
            .stroke(),
        );
        text(sheet, 'LBody', item, BESIDE);
      });
  });
  space(sheet, 2);
}

/** Lines to write on; those that do not fit begin the next page. */
export function drawLines(sheet: Sheet, count: number): void {
  for (let drawn = 0; drawn < count; drawn++) {
    keepTogether(sheet, LINE);
    sheet.y += LINE;
    rule(sheet);
  }
  space(sheet, 10);
}
