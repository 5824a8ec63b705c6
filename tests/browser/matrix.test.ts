/**
 * Pages in every role are valid HTML; axe finds nothing on them and they are not wider than the screen (UU-1, UU-3). In bokmål and light,
 * only where a page has an element that its route did not have before, and at the judging alone: matrix.long.test.ts looks at the whole
 * year, and at refused forms. A new page gets in by itself; see tests/helpers/matrix/samples.ts.
 */
import t from 'tap';
import { isInBokmaal, tour } from '../helpers/matrix/tour.ts';

const { pages, looks } = await tour(t, {
  wholeYear: false,
  isToBeSeen: (state) => state.novel && isInBokmaal(state),
});

t.test('how much was looked at', async (test) => {
  test.ok(looks > 100, `${looks} page states of ${pages} pages checked with axe`);
  test.comment(`${looks} page states of ${pages} pages checked with axe`);
});
