import t from 'tap';
import { rankCase, simpleRanking, type RankInput } from '../../../src/core/scoring/index.ts';
import { toDecimals } from '../../../src/core/scoring/fraction.ts';
import { inputOf, ownCase, sha256 } from './cases.ts';

const light = { bootstrap: false };

/** Nominations in the order of their place, with the place. */
function places(input: RankInput): string[] {
  return rankCase(input, { ...light, sha256 }).ranking!.map((p) => `${p.nomination}@${p.place}`);
}

/** One criterion of weight 1: the scores are the totals. */
const single = (rows: (number | null)[][]) => ({
  scores: rows.map((row) => row.map((x) => (x === null ? null : [x]))),
  weights: [1],
});

t.test(
  'syn-09: the strict juror recuses, the plain mean names another winner, the adjusted mean does not',
  async (t) => {
    const input = inputOf(ownCase('syn-09'));
    t.equal(places({ ...input, rule: 'plain' })[0], '8@1');
    t.equal(places({ ...input, rule: 'adjusted' })[0], '4@1');
    const plain = rankCase({ ...input, rule: 'plain' }, light);
    t.same(plain.methodsDisagree[0]!.methods.plain, [8]);
    t.same(plain.methodsDisagree[0]!.methods.adjusted, [4]);
  },
);

t.test(
  'X and Y: both common jurors prefer X, a recusal tilts the plain mean to Y, and the result says so',
  async (t) => {
    const input: RankInput = {
      y: [
        [9, 7, 5],
        [8.5, 6.5, null],
      ],
    };
    t.same(places({ ...input, rule: 'plain' }), ['1@1', '0@2']);
    t.same(places(input), ['0@1', '1@2']);
    t.same(rankCase({ ...input, rule: 'plain' }, light).commonJurorReversals, [
      { above: 1, below: 0, jurors: [0, 1], difference: 0.5 },
    ]);
    t.same(rankCase(input, light).commonJurorReversals, []);
  },
);

t.test(
  'withdrawing the last-placed entry changes no order, by the plain mean and by the adjusted mean without holes',
  async (t) => {
    for (const id of ['syn-01', 'syn-16', 'syn-20']) {
      const input = inputOf(ownCase(id));
      const last = rankCase(input, light).ranking!.at(-1)!.nomination;
      const kept = (rows: any) => rows.filter((_: unknown, i: number) => i !== last);
      for (const rule of ['plain', 'adjusted'] as const) {
        const before = rankCase({ ...input, rule }, light);
        const after = rankCase({ rule, weights: input.weights!, scores: kept(input.scores) }, light);
        t.same(after.plainRank, kept(before.plainRank), `${id} ${rule}`);
        t.same(after.adjustedRank, kept(before.adjustedRank), `${id} ${rule}`);
        t.same(
          after.ranking!.map((p) => p.place),
          before.ranking!.slice(0, -1).map((p) => p.place),
        );
      }
    }
  },
);

t.test(
  'rounding never feeds back: equal when shown, different when compared, and no sum of rounded figures',
  async (t) => {
    const y = [
      [7.004, 7],
      [7.001, 7],
      [7, 7.0049999],
    ];
    t.same(places({ y, rule: 'plain' }), ['2@1', '0@2', '1@3']);
    const scores = [
      [
        [3, 3, 4],
        [3, 4, 4],
      ],
      [
        [3, 3, 4],
        [4, 3, 4],
      ],
    ];
    const [first, second] = simpleRanking({ weights: [100_000, 99_999, 1], scores });
    t.same([first!.plainMean!.display, second!.plainMean!.display], ['3.25', '3.25']);
    t.same([first!.nomination, first!.place, second!.place], [1, 1, 2]);
  },
);

t.test('ties are never broken by id, by order or by time', async (t) => {
  const rows = [
    [5, 5, 5],
    [5, 5, 5],
    [4, 4, 4],
  ];
  for (const ids of [
    ['a', 'b', 'c'],
    ['b', 'a', 'c'],
  ]) {
    for (const tieRule of ['shared', 'ladder'] as const) {
      t.same(places({ ...single(rows), ids, tieRule }), ['0@1', '1@1', '2@3']);
      t.ok(rankCase({ ...single(rows), ids, tieRule }, light).ranking!.every((p) => p.tieStep === null));
    }
  }
});

t.test('the lot follows the ids, not the order, and only when it was announced', async (t) => {
  const rows = [
    [5, 5, 5],
    [5, 5, 5],
    [5, 5, 5],
  ];
  const winner = (ids: string[], extra: object) => {
    const [first] = rankCase(
      { ...single(rows), ids, tieRule: 'ladder+lot', ...extra },
      { ...light, sha256 },
    ).ranking!;
    return first!.tieStep === 'lot' ? ids[first!.nomination] : null;
  };
  const announced = { award: 'prize 2026', beacon: 'drawn later' };
  t.equal(winner(['a', 'b', 'c'], announced), winner(['c', 'a', 'b'], announced));
  t.ok(winner(['a', 'b', 'c'], announced));
  t.equal(winner(['a', 'b', 'c'], { award: 'prize 2026' }), null);
  t.match(rankCase({ ...single(rows), ...announced }, { sha256 }).notes.lot, /award, beacon and ids/);
});

t.test(
  'the ladder: criteria decide heaviest first, and a group left over starts again from the first step',
  async (t) => {
    const scores = [
      [
        [3, 5],
        [3, 5],
      ],
      [
        [5, 3],
        [5, 3],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ];
    const tied = { scores, weights: [1, 1], tieRule: 'ladder' as const };
    t.same(rankCase(tied, light).ranking!.slice(0, 2), [
      { nomination: 1, place: 1, tieStep: 'criterion:0' },
      { nomination: 0, place: 1, tieStep: 'criterion:0' },
    ]);
    t.same(
      rankCase({ ...tied, weights: [2, 3] }, light).ranking!.map((p) => p.nomination),
      [0, 1, 2],
    );
  },
);

t.test('the ladder is for the first place: ties further down stay as they are', async (t) => {
  const result = rankCase(
    {
      y: [
        [9, 9, 9],
        [5, 6, 7],
        [7, 7, 4],
      ],
      tieRule: 'ladder',
    },
    light,
  );
  t.same(
    result.ranking!.map((p) => [p.place, p.tieStep]),
    [
      [1, null],
      [2, null],
      [2, null],
    ],
  );
});

t.test(
  'peers D1, D2, D11: means of the ballots there are; without ballots no mean, last, never the winner',
  async (t) => {
    const ranking = simpleRanking(
      single([
        [null, null, null],
        [4, 5, 3],
        [2, 5, null],
        [4, 6, null],
      ]),
    );
    t.same(
      ranking.map((r) => [
        r.nomination,
        r.plainMean?.exact ?? null,
        r.plainMean?.display ?? null,
        r.nBallots,
        r.place,
      ]),
      [
        [3, '5/1', '5.00', 2, 1],
        [1, '4/1', '4.00', 3, 2],
        [2, '7/2', '3.50', 2, 3],
        [0, null, null, 0, null],
      ],
    );
    t.same(
      ranking[0]!.totals.map((x) => x?.exact ?? null),
      ['4/1', '6/1', null],
    );
    const full = rankCase(
      single([
        [null, null, null],
        [4, 5, 3],
        [2, 5, null],
      ]),
    );
    t.same(full.ranking!.at(-1), { nomination: 0, place: null, tieStep: null });
    t.same(
      [full.plainMean[0], full.lowerMedian[0], full.adjusted![0], full.copeland[0]],
      [null, null, null, null],
    );
    t.match(full.notes.nominations, /0/);
  },
);

t.test('peers D8: the lower median is a total that somebody gave', async (t) => {
  const { lowerMedian } = rankCase(
    single([
      [1, 3, 5],
      [2, null, 4],
      [null, null, null],
    ]),
    light,
  );
  t.same(lowerMedian, [3, 2, null]);
});

t.test('peers D10, D12: weights 2 and 1 with 5 and 3 make 13; new weights make a new ranking', async (t) => {
  const scores = [[[5, 3]], [[3, 6]]];
  t.same(rankCase({ scores, weights: [2, 1] }, light).totals, [[13], [12]]);
  t.same(
    simpleRanking({ scores, weights: [2, 1] }).map((r) => r.nomination),
    [0, 1],
  );
  t.same(
    simpleRanking({ scores, weights: [1, 1] }).map((r) => r.nomination),
    [1, 0],
  );
});

t.test(
  'peers D14, D15: one of three ballots gone moves the mean from 2.33 to 1.00; all gone, no mean',
  async (t) => {
    const display = (row: (number | null)[]) => simpleRanking(single([row]))[0]!.plainMean?.display ?? null;
    t.same([display([5, 1, 1]), display([null, 1, 1]), display([null, null, null])], ['2.33', '1.00', null]);
  },
);

t.test(
  'peers D17: equal means share the place, whatever their spread, and the next place is 3',
  async (t) => {
    t.same(
      simpleRanking(
        single([
          [4, 4],
          [3, 5],
          [1, 1],
        ]),
      ).map((r) => r.place),
      [1, 1, 3],
    );
    t.same(simpleRanking({ scores: [] }), []);
  },
);

t.test('half up, also below zero and above the digits of a floating-point number', async (t) => {
  const cases: [bigint, bigint, string][] = [
    [2345n, 1000n, '2.35'],
    [-2345n, 1000n, '-2.34'],
    [1n, 3n, '0.33'],
    [0n, 7n, '0.00'],
    [10n ** 30n + 5n, 1000n, '1000000000000000000000000000.01'],
  ];
  for (const [num, den, text] of cases) t.equal(toDecimals({ num, den }), text);
});
