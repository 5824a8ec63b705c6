/**
 * Pages in every role are valid HTML; axe finds nothing on them and they are not wider than the screen (UU-1, UU-3). In bokmål and light,
 * only where a page has an element that its route did not have before, and without the stages of the year that have few pages of their
 * own: matrix.long.test.ts looks at everything. A new page gets in by itself; see tests/helpers/matrix/samples.ts.
 */
import t from 'tap';
import { isInBokmaal, tour } from '../helpers/matrix/tour.ts';

const { pages, errors, looks } = await tour(t, {
  wholeYear: false,
  isToBeSeen: (state) => state.novel && isInBokmaal(state),
});

t.test('how much was looked at', async (test) => {
  test.ok(looks > 100, `${pages} pages and ${errors} refused forms, ${looks} page states checked with axe`);
  test.comment(`${pages} pages and ${errors} refused forms, ${looks} page states checked with axe`);
});
