import assert from 'node:assert/strict';
import fc from 'fast-check';
import t from 'tap';
import { layoutOf, solve } from '../../../src/core/scoring/additive.ts';
import { rankCase, type RankResult } from '../../../src/core/scoring/index.ts';
import { tQuantile975 } from '../../../src/core/scoring/student.ts';
import { isMissing } from '../../../src/core/scoring/types.ts';
import { weightFlips } from '../../../src/core/scoring/weights.ts';
import { holds, scoredCase, totals } from './arbitrary.ts';
import { differences } from './cases.ts';

const holes = { jurors: 5, nominations: 7, recused: 0.2 };
const complete = { jurors: 5, nominations: 7 };
const light = { bootstrap: false };

const near = (actual: unknown, expected: unknown, tolerance = 1e-8) =>
  assert.deepEqual(differences(actual, expected, tolerance), []);

function shuffled<T>(items: readonly T[], seed: number): number[] {
  const key = (i: number) => Math.sin((i + 1) * (seed + 1)) * 1e4;
  return items.map((_, i) => i).sort((a, b) => (key(a) % 1) - (key(b) % 1));
}

t.test(
  'relabelling: the order in which nominations and jurors are listed changes nothing but the listing',
  async (t) => {
    holds(t, fc.tuple(scoredCase(holes), fc.nat(1000)), ([input, seed]) => {
      const rows = shuffled(input.scores, seed);
      const columns = shuffled(input.scores[0]!, seed + 1);
      const scores = rows.map((i) => columns.map((j) => input.scores[i]![j]!));
      const before = rankCase(input);
      const after = rankCase({ ...input, scores });
      const perNomination = ({
        plainMean,
        plainRank,
        adjusted,
        adjustedRank,
        adjustedSE,
        trimmedMean,
        lowerMedian,
        copeland,
        bootstrap,
      }: RankResult) => ({
        plainMean,
        plainRank,
        adjusted,
        adjustedRank,
        adjustedSE,
        trimmedMean,
        lowerMedian,
        copeland,
        pFirst: bootstrap!.plain.pFirst,
        range: bootstrap!.adjusted?.rankLow ?? null,
      });
      const moved = (values: any, order: number[]) => values && order.map((i) => values[i]);
      const expected = Object.entries(perNomination(before)).map(([name, values]) => [
        name,
        moved(values, rows),
      ]);
      near(perNomination(after), Object.fromEntries(expected));
      const perJuror = ({ severity, severitySE, residualSD, outfit }: RankResult) => ({
        severity,
        severitySE,
        residualSD,
        outfit,
      });
      const jurors = Object.entries(perJuror(before)).map(([name, values]) => [name, moved(values, columns)]);
      near(perJuror(after), Object.fromEntries(jurors), 1e-6);
      for (const name of ['sigma2', 'alpha', 'icc', 'kendallW'] as const) near(after[name], before[name]);
      assert.deepEqual(
        after.topTieGroup,
        before.topTieGroup?.map((i) => rows.indexOf(i)).sort((a, b) => a - b) ?? null,
      );
    });
  },
);

/** Moved in tenths: 1.6 - 1 in floating point is not 0.6, and two totals that tie would no longer do so. */
const shifted = (total: number, by: number): number => (Math.round(total * 10) + by * 10) / 10;

t.test(
  'juror shift: a juror who is stricter throughout moves all adjusted scores alike, and no place',
  async (t) => {
    holds(t, fc.tuple(totals(holes), fc.integer({ min: -50, max: 50 }), fc.nat(4)), ([y, shift, who]) => {
      const juror = who % y[0]!.length;
      const before = rankCase({ y }, light);
      const after = rankCase(
        { y: y.map((row) => row.map((v, j) => (v !== null && j === juror ? shifted(v, shift) : v))) },
        light,
      );
      if (!before.adjusted || before.severity![juror] === null) return;
      const judging = before.severity!.filter((b) => b !== null).length;
      near(
        after.adjusted,
        before.adjusted.map((s) => (s === null ? null : s + shift / judging)),
      );
      assert.deepEqual(after.adjustedRank, before.adjustedRank);
      near(after.sigma2, before.sigma2);
    });
  },
);

t.test('without holes the adjusted mean is the plain mean exactly, and nothing is reversed', async (t) => {
  holds(t, scoredCase(complete), (input) => {
    const result = rankCase(input, light);
    assert.deepEqual(result.adjusted, result.plainMean);
    assert.deepEqual(result.adjustedRank, result.plainRank);
    assert.deepEqual(result.commonJurorReversals, []);
    assert.deepEqual(rankCase({ ...input, rule: 'plain' }, light).commonJurorReversals, []);
  });
});

t.test(
  'adjusted = plain mean minus the mean leniency of those who judged; severities sum to 0',
  async (t) => {
    holds(t, totals(holes), (y) => {
      const { adjusted, plainMean, severity } = rankCase({ y }, light);
      if (!adjusted) return;
      y.forEach((row, i) => {
        const judges = row.flatMap((value, j) => (value === null ? [] : [severity![j]!]));
        const leniency = judges.reduce((a, b) => a + b, 0) / judges.length;
        near(adjusted[i], judges.length === 0 ? null : plainMean[i]! - leniency);
      });
      near(
        severity!.reduce<number>((sum, b) => sum + (b ?? 0), 0),
        0,
      );
    });
  },
);

t.test(
  'filling each hole with what that juror would be expected to give, then averaging, changes nothing (Yates)',
  async (t) => {
    holds(t, totals({ ...holes, everyoneJudged: true }), (y) => {
      const { adjusted, severity } = rankCase({ y }, light);
      if (!adjusted) return;
      const filled = y.map((row, i) => row.map((value, j) => value ?? adjusted[i]! + severity![j]!));
      near(
        filled.map((row) => row.reduce((a, b) => a + b, 0) / row.length),
        adjusted,
      );
    });
  },
);

t.test('the weighted sum of the fits per criterion is the fit of the total', async (t) => {
  holds(t, scoredCase(holes), ({ scores, weights }) => {
    const { adjusted } = rankCase({ scores, weights }, light);
    if (!adjusted) return;
    const active = scores[0]!.flatMap((_, j) => (scores.some((row) => row[j] !== null) ? [j] : []));
    const layout = layoutOf(
      scores.map((row) => row.map((ballot) => (ballot === null ? null : 0))),
      active,
    );
    assert.ok(!isMissing(layout));
    const fits = weights.map((_, c) => solve(layout, (i, j) => scores[i]![j]![c]!).adjusted);
    const sum = weights.reduce((a, b) => a + b, 0);
    near(
      adjusted.map((s, i) =>
        s === null ? null : fits.reduce((total, f, c) => total + (f[i]! * weights[c]!) / sum, 0),
      ),
      adjusted,
    );
  });
});

t.test('the new weights of a flip are weights and bring the challenger level', async (t) => {
  holds(t, scoredCase(holes), ({ scores, weights }) => {
    const { weightFlip, ranking } = rankCase({ scores, weights }, light);
    if (!weightFlip || !ranking) return;
    for (const { challenger, newWeights, l1 } of weightFlip) {
      if (!newWeights) continue;
      const parts = newWeights.map((share) => Math.round(share * 1e9));
      near(
        newWeights.reduce((a, b) => a + b, 0),
        1,
      );
      assert.ok(newWeights.every((share) => share > -1e-12) && l1! >= 0 && l1! <= 2 + 1e-9);
      if (parts.some((part) => part < 1)) continue; // a weight of 0 cannot be put into a case
      const { adjusted } = rankCase({ scores, weights: parts }, light);
      near(adjusted![challenger], adjusted![ranking[0]!.nomination]!, 1e-6);
    }
  });
});

t.test('no smaller change of weights brings the challenger level', async (t) => {
  const leads = fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 3, maxLength: 3 });
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
  holds(
    t,
    fc.tuple(leads, weights),
    ([lead, given]) => {
      const sum = given.reduce((a, b) => a + b, 0);
      const shares = given.map((weight) => weight / sum);
      if (lead.reduce((margin, d, c) => margin + d * shares[c]!, 0) < 1e-6) return;
      const [flip] = weightFlips([lead, [0, 0, 0]], given, 0);
      const smallest = smallestByCorners(lead, shares);
      if (smallest === null) assert.equal(flip!.l1, null);
      else near(flip!.l1, smallest);
    },
    1000,
  );
});

/**
 * Three criteria: the weights that level the two lie on a line through the triangle of all weights. The change is convex
 * and bends only where a weight is 0 or unchanged, so its minimum is at one of those points.
 */
function smallestByCorners(leads: number[], shares: number[]): number | null {
  const changes: number[] = [];
  for (const [a, b, c] of [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
  ] as const) {
    for (const fixed of [0, shares[a]!]) {
      // w_b + w_c = 1 - fixed and d_b w_b + d_c w_c = -d_a fixed
      const slope = leads[b]! - leads[c]!;
      if (slope === 0) continue;
      const wb = (-leads[a]! * fixed - leads[c]! * (1 - fixed)) / slope;
      const point = [0, 0, 0];
      [point[a], point[b], point[c]] = [fixed, wb, 1 - fixed - wb];
      if (point.every((w) => w > -1e-9))
        changes.push(point.reduce((sum, w, k) => sum + Math.abs(w - shares[k]!), 0));
    }
  }
  return changes.length === 0 ? null : Math.min(...changes);
}

t.test('leaving a juror out is the same as the juror having given no ballots', async (t) => {
  holds(t, totals(holes), (y) => {
    const { leaveOneJurorOut } = rankCase({ y }, light);
    for (const { juror, defined, ranks } of leaveOneJurorOut ?? []) {
      const without = y.map((row) => row.map((value, j) => (j === juror ? null : value)));
      if (defined) assert.deepEqual(ranks, rankCase({ y: without }, light).adjustedRank);
    }
  });
});

t.test('alpha: closed forms against the coincidence matrix', async (t) => {
  holds(t, totals(holes), (y) => {
    const { alpha } = rankCase({ y }, light);
    if (!alpha || alpha.interval === null) return;
    const all = y
      .filter((row) => row.filter((v) => v !== null).length > 1)
      .flatMap((row) => row.filter((v) => v !== null));
    const between = (v: number, w: number) =>
      all.filter((g) => g >= Math.min(v, w) && g <= Math.max(v, w)).length;
    const ends = (v: number, w: number) =>
      (all.filter((g) => g === v).length + all.filter((g) => g === w).length) / 2;
    near(
      alpha.interval,
      alphaByDefinition(y, (v, w) => (v - w) ** 2),
    );
    near(
      alpha.ordinal,
      alphaByDefinition(y, (v, w) => (v === w ? 0 : (between(v, w) - ends(v, w)) ** 2)),
    );
  });
});

/** Krippendorff's definition: observed over expected disagreement of pairs of pairable values. */
function alphaByDefinition(y: (number | null)[][], distance: (v: number, w: number) => number): number {
  const rows = y.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 1);
  const all = rows.flat();
  const pairs = (values: number[]) =>
    values.reduce((sum, v) => sum + values.reduce((s, w) => s + distance(v, w), 0), 0);
  const observed = rows.reduce((sum, row) => sum + pairs(row) / (row.length - 1), 0) / all.length;
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)));
}

t.test('effective weights sum to 1, whatever the weights', async (t) => {
  holds(t, scoredCase(holes), (input) => {
    const { effectiveWeights } = rankCase(input, light);
    if (effectiveWeights)
      near(
        effectiveWeights.reduce((a, b) => a + b, 0),
        1,
      );
  });
});

t.test("Student's t against the printed table", async (t) => {
  const table = [
    [1, 12.7062],
    [2, 4.3027],
    [3, 3.1824],
    [4, 2.7764],
    [5, 2.5706],
    [10, 2.2281],
    [30, 2.0423],
    [120, 1.9799],
  ];
  for (const [df, value] of table)
    t.ok(Math.abs(tQuantile975(df!) - value!) < 5e-5, `${df} degrees of freedom`);
});
