import { readFileSync } from 'node:fs';
import t from 'tap';
import { rankCase } from '../../../src/core/scoring/index.ts';
import { toDecimals } from '../../../src/core/scoring/fraction.ts';
import { trimmedMeans } from '../../../src/core/scoring/means.ts';
import { readCase } from '../../../src/core/scoring/read.ts';
import { differences, inputOf, ownCase, ownCases, sha256, sharedCases, type ReferenceCase } from './cases.ts';
import { figures } from './expected.ts';

const skating = 'pub-27';
/** Background that the product does not compute. */
const notComputed = new Set(['fiedler', 'tie_break_trace', 'S', 'sumT', 'rank_sums']);

for (const [name, cases] of [
  ['in this repository', ownCases],
  ['published beside it', sharedCases],
] as const) {
  t.test(`reference cases ${name}: every figure within its tolerance`, async (t) => {
    let compared = 0;
    for (const reference of cases) {
      compared += reference.id.startsWith(skating) ? checkSkating(t, reference) : checkCase(t, reference);
    }
    t.comment(cases.length === 0 ? 'not present' : `${cases.length} cases, ${compared} figures`);
  });
}

type Asserts = Pick<typeof t, 'same'>;

function checkCase(t: Asserts, reference: ReferenceCase): number {
  const result = rankCase(inputOf(reference), { sha256 });
  const names = Object.keys(reference.expected).filter((name) => !notComputed.has(name));
  for (const name of names) {
    const { value, tol_abs } = reference.expected[name]!;
    t.same(
      differences(figures[name]!(result, reference), value, tol_abs, name),
      [],
      `${reference.id} ${name}`,
    );
  }
  return names.length;
}

/** The trimmed mean with the rounding chain of the rule gives the official scores. */
function checkSkating(t: Asserts, { id, data, expected }: ReferenceCase): number {
  const panels: string[][] = data.performances.map((performance: any) =>
    performance.components.map((component: any) => {
      const [mean] = trimmedMeans(readCase({ y: [component.scores] }));
      return toDecimals(mean!);
    }),
  );
  const totals = panels.map((row, i) =>
    row.reduce((sum, score, c) => sum + Number(score) * Number(data.performances[i].components[c].factor), 0),
  );
  t.same(
    panels.map((row) => row.map(Number)),
    expected.panel_scores!.value,
    `${id} panel scores`,
  );
  t.same(differences(totals, expected.total_component_scores!.value, 1e-9), [], `${id} totals`);
  return 2;
}

t.test('syn-08: a design that falls apart has no adjusted ranking, and the parts are named', async (t) => {
  const result = rankCase(inputOf(ownCase('syn-08')));
  t.equal(result.adjusted, null);
  t.equal(result.ranking, null);
  t.match(
    result.notes.adjusted,
    /nominations 0, 1, 2, .* by jurors 0, 1, 2, 3; nominations 8, .* by jurors 4, 5, 6, 7$/,
  );
  t.equal(result.bootstrap!.adjusted, null);
  t.equal(rankCase({ ...inputOf(ownCase('syn-08')), rule: 'plain' }).ranking![0]!.nomination, 9);
});

t.test(
  'syn-20: the ladder orders the tie, the places keep it, the lot is there to be repeated',
  async (t) => {
    const input = inputOf(ownCase('syn-20'));
    t.same(rankCase(input, { sha256 }).ranking, [
      { nomination: 1, place: 1, tieStep: 'lower_median' },
      { nomination: 2, place: 1, tieStep: 'head_to_head' },
      { nomination: 0, place: 1, tieStep: 'head_to_head' },
      { nomination: 4, place: 4, tieStep: null },
      { nomination: 3, place: 5, tieStep: null },
    ]);
    const shared = rankCase({ ...input, tieRule: 'shared' }, { sha256 });
    t.same(
      shared.ranking!.map((p) => p.tieStep),
      [null, null, null, null, null],
    );
    t.same(shared.lot!.order, ['nomination-0003', 'nomination-0002', 'nomination-0001']);
  },
);

t.test('syn-22: an incomplete ballot is absent, and the result says so', async (t) => {
  t.equal(
    rankCase(inputOf(ownCase('syn-22'))).notes.ballots,
    'incomplete, so counted as absent: scores[3][2], scores[6][0]',
  );
});

t.test('the example of docs/scoring.md says what the arithmetic says', async (t) => {
  const text = readFileSync(new URL('../../../docs/scoring.md', import.meta.url), 'utf8');
  const example = JSON.parse(/```json\n(.*?)```/s.exec(text)![1]!);
  const result = rankCase(example);
  t.same(
    differences(
      [result.plainMean, result.adjusted],
      [
        [7, 7.5, 4.2],
        [7, 6.65, 4.2],
      ],
      1e-12,
    ),
    [],
  );
  t.same(differences(result.severity!.slice(0, 2), [1.3833, 0.3167], 5e-5), []);
  t.same(result.methodsDisagree[0]!.methods.adjusted, [0]);
  t.same(
    [result.ranking![0]!.nomination, rankCase({ ...example, rule: 'adjusted' }).ranking![0]!.nomination],
    [1, 0],
  );
  t.match(text, sha256('jury-lot/v1\naward-2025/category-3\ndrand:3456789:9f3c0ffee1d2\nnomination-0003\n'));
});
