/**
 * Every page in every role and appearance through a whole year, in bokmål and light: axe on a desk, measured on a phone (UU-1, UU-3).
 * A new page gets in by itself; see tests/helpers/matrix/samples.ts.
 */
import t from 'tap';
import { tour } from '../helpers/matrix/tour.ts';

const { pages, errors, looks, unreached } = await tour(t);

t.test('how much was looked at', async (test) => {
  test.ok(looks > 200, `${looks} page states of ${pages} pages and ${errors} refused forms checked with axe`);
  test.comment(`${pages} pages and ${errors} refused forms, ${looks} page states checked with axe`);
});

t.test('no page is left out', async (test) => {
  for (const url of unreached)
    test.fail(
      `${url}: nobody of the matrix gets this page. Add a line to tests/helpers/matrix/samples.ts (a value for its parameters, ` +
        'or why it is no page), or a person or a step to tests/helpers/matrix/world.ts.',
    );
});
