import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { InputError, rankCase, type RankResult } from '../../../src/core/scoring/index.ts';
import { inputOf, ownCase } from './cases.ts';

const scores = [
  [
    [3, 5],
    [4, 4],
  ],
  [[2, 2], null],
];
const good = { scale: [1, 5], weights: [60, 40], scores };

/** The case with another value in one cell. */
function broken(value: unknown, ...path: (string | number)[]): any {
  const copy: any = structuredClone(good);
  const last = path.pop()!;
  path.reduce((place, key) => place[key], copy)[last] = value;
  return copy;
}

const refused: [name: string, input: unknown, message: string][] = [
  ['a score above the scale', broken(6, 'scores', 0, 1, 0), 'scores[0][1][0] is 6, outside the scale 1 to 5'],
  ['a score below the scale', broken(0, 'scores', 1, 0, 1), 'scores[1][0][1] is 0, outside the scale 1 to 5'],
  ['a fractional score', broken(3.5, 'scores', 0, 0, 1), 'scores[0][0][1] is 3.5: a score is a whole number'],
  ['a text', broken('5', 'scores', 0, 0, 0), 'scores[0][0][0] is "5": a score is a whole number'],
  ['true', broken(true, 'scores', 0, 0, 0), 'scores[0][0][0] is true: a score is a whole number'],
  [
    'a score too many',
    broken([1, 2, 3], 'scores', 1, 0),
    'scores[1][0] has 3 scores, not one for each of 2 criteria',
  ],
  [
    'a missing score',
    broken([1], 'scores', 1, 0),
    'scores[1][0] has 1 scores, not one for each of 2 criteria',
  ],
  [
    'an empty ballot',
    broken([], 'scores', 1, 0),
    'scores[1][0] has no scores; a ballot that is absent is null',
  ],
  ['a number for a ballot', broken(4, 'scores', 1, 0), 'scores[1][0] is 4, not a list of scores or null'],
  ['a juror too few', broken([[2, 2]], 'scores', 1), 'scores[1] has 1 jurors where scores[0] has 2'],
  [
    'a nomination that is no list',
    broken(null, 'scores', 1),
    'scores[1] is null, not a list with one entry per juror',
  ],
  ['no nominations', broken([], 'scores'), 'scores has no nominations'],
  ['a weight of zero', broken(0, 'weights', 1), 'weights[1] is 0: a weight is a whole number, 1 or more'],
  [
    'a negative weight',
    broken(-40, 'weights', 1),
    'weights[1] is -40: a weight is a whole number, 1 or more',
  ],
  [
    'a fractional weight',
    broken(0.4, 'weights', 0),
    'weights[0] is 0.4: a weight is a whole number, 1 or more',
  ],
  ['a weight too few', broken([100], 'weights'), 'scores[0][0] has 2 scores, not one for each of 1 criteria'],
  ['weights that are no list', broken('60,40', 'weights'), 'weights is "60,40", not a list of weights'],
  ['weights too large', broken([2 ** 52, 2 ** 52], 'weights'), 'weights have a sum too large to be exact'],
  [
    'a total too large',
    { scores: [[[2 ** 52, 2 ** 52]]] },
    'scores[0][0] has a weighted total too large to be exact',
  ],
  ['a scale upside down', broken([5, 1], 'scale'), 'scale is [5,1], not two whole numbers, the lower first'],
  ['an unknown rule', broken('median', 'rule'), 'rule is "median", not one of adjusted, plain, trimmed'],
  [
    'an unknown tie rule',
    broken('coin', 'tieRule'),
    'tieRule is "coin", not one of shared, ladder, ladder+lot',
  ],
  ['an id too few', broken(['a'], 'ids'), 'ids is not a list of 2 ids, one per nomination'],
  ['the same id twice', broken(['a', 'a'], 'ids'), 'ids[1] is "a", which ids[0] is too'],
  ['an id that is no text', broken(['a', 7], 'ids'), 'ids[1] is 7, not a text'],
  ['a beacon that is no text', broken(7, 'beacon'), 'beacon is 7, not a text'],
  ['both kinds of input', { ...good, y: [[1]] }, 'case needs either "scores" or "y", and not both'],
  ['neither', {}, 'case needs either "scores" or "y", and not both'],
  ['a list', [], 'case is not a JSON object'],
  ['a text among totals', { y: [[1, 'x']] }, 'y[0][1] is "x", not a number or null'],
  ['infinity among totals', { y: [[1], [Infinity]] }, 'y[1][0] is Infinity, not a number or null'],
];

t.test('bad input is refused with the cell that is wrong', async (t) => {
  for (const [name, input, message] of refused) {
    t.throws(() => rankCase(input), { name: 'InputError', message }, name);
  }
  t.equal(new InputError('y[0]', 'is odd').cell, 'y[0]');
});

/** A quantity that is null as a whole has its reason under its name; nothing is NaN. */
function accountedFor(result: RankResult): string[] {
  const text = JSON.stringify(result, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value,
  );
  const silent = Object.entries(result).filter(([name, value]) => value === null && !result.notes[name]);
  return [...silent.map(([name]) => name), ...(text.includes('"NaN"') ? ['NaN'] : [])];
}

const thin: [name: string, input: object, missing: (keyof RankResult)[]][] = [
  ['one nomination', { y: [[3, 4, 5]] }, ['adjustedSE', 'sigma2', 'icc', 'kendallW']],
  ['one juror', { y: [[3], [4], [5]] }, ['adjustedSE', 'sigma2', 'alpha', 'icc', 'kendallW']],
  ['one ballot', { scores: [[[3, 4]]] }, ['adjustedSE', 'alpha', 'effectiveWeights']],
  [
    'no ballots at all',
    {
      scores: [
        [null, null],
        [null, null],
      ],
    },
    ['adjusted', 'alpha', 'bootstrap', 'ranking', 'weightFlip'],
  ],
  ['no jurors', { scores: [[], []] }, ['adjusted', 'bootstrap', 'ranking']],
  [
    'identical ballots',
    {
      scores: [
        [
          [3, 4],
          [3, 4],
        ],
        [
          [3, 4],
          [3, 4],
        ],
        [
          [3, 4],
          [3, 4],
        ],
      ],
    },
    ['outfit', 'icc', 'kendallW', 'effectiveWeights'],
  ],
  [
    'jurors who differ by a constant',
    {
      y: [
        [1.1, 2.2],
        [3.3, 4.4],
        [5.5, 6.6],
      ],
    },
    ['outfit'],
  ],
  [
    'two panels',
    {
      y: [
        [1, null],
        [2, null],
        [null, 3],
      ],
    },
    ['adjusted', 'severity', 'topTieGroup', 'ranking'],
  ],
];

t.test('thin cases: what is not defined is null with its reason, the rest is there', async (t) => {
  for (const [name, input, missing] of thin) {
    const result = rankCase(input);
    t.same(accountedFor(result), [], name);
    for (const quantity of missing) t.equal(result[quantity], null, `${name}: ${quantity}`);
    t.ok(result.totals && result.plainMean && result.copeland, name);
  }
});

t.test(
  'identical ballots: everybody first, everybody in the tie group, alpha has nothing to measure',
  async (t) => {
    const result = rankCase({
      y: [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
    });
    t.same(result.adjustedRank, [1, 1, 1]);
    t.same(result.topTieGroup, [0, 1, 2]);
    t.same(result.bootstrap!.plain.pFirstExact, ['1/3', '1/3', '1/3']);
    t.equal(result.alpha!.interval, null);
    t.match(result.notes['alpha.interval'], /alike/);
  },
);

t.test('what is not used is named', async (t) => {
  t.equal(rankCase({ y: [[1, 2]], weights: [1], title: 'x' }).notes.input, 'not used: weights, title');
  t.match(
    rankCase({
      y: [
        [1, null],
        [2, null],
      ],
    }).notes.jurors,
    /1/,
  );
});

const folder = mkdtempSync(join(tmpdir(), 'rank-'));

function run(content: string, ...flags: string[]) {
  const file = join(folder, 'case.json');
  writeFileSync(file, content);
  return spawnSync(process.execPath, ['scripts/rank.ts', file, ...flags], { encoding: 'utf8' });
}

t.test('npm run rank: one JSON object on one line', async (t) => {
  const input = inputOf(ownCase('syn-20'));
  for (const flags of [[], ['--full'], ['--json']]) {
    const { status, stdout, stderr } = run(JSON.stringify(input), ...flags);
    t.same([status, stderr, stdout.split('\n').length], [0, '', 2]);
    const result = JSON.parse(stdout);
    t.same(result.lot.order, ownCase('syn-20').expected.lot_order!.value);
    t.equal(result.bootstrap.plain.pFirstExact[0], '971/3125');
  }
});

t.test('npm run rank: bad input, bad JSON and a missing file end with 1 and one sentence', async (t) => {
  const bad = run(JSON.stringify(broken(11, 'scores', 0, 1, 0)));
  t.same([bad.status, bad.stdout, bad.stderr], [1, '', 'scores[0][1][0] is 11, outside the scale 1 to 5\n']);
  t.match(run('{"y":'), { status: 1, stdout: '', stderr: /JSON/ });
  t.match(spawnSync(process.execPath, ['scripts/rank.ts', join(folder, 'none.json')], { encoding: 'utf8' }), {
    status: 1,
    stderr: /none\.json/,
  });
  t.match(spawnSync(process.execPath, ['scripts/rank.ts'], { encoding: 'utf8' }), {
    status: 1,
    stderr: /Usage/,
  });
});
