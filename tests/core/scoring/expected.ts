import { adjustedOf, type Adjusted } from '../../../src/core/scoring/adjusted.ts';
import { plainBootstrap } from '../../../src/core/scoring/bootstrap-plain.ts';
import { activeJurors } from '../../../src/core/scoring/design.ts';
import { meanSquares } from '../../../src/core/scoring/icc.ts';
import type { RankResult } from '../../../src/core/scoring/index.ts';
import { plainMeans } from '../../../src/core/scoring/means.ts';
import type { Precision } from '../../../src/core/scoring/precision.ts';
import { readCase } from '../../../src/core/scoring/read.ts';
import { inputOf, type ReferenceCase } from './cases.ts';

type Pick = (result: RankResult, reference: ReferenceCase) => unknown;

/** By the name of a figure in the reference cases: the same figure, in the same shape, from our result. */
export const figures: Readonly<Record<string, Pick>> = {
  composite_numerator: (r) => r.totals,
  n_ballots: (r) => r.nBallots,
  plain_mean: (r) => r.plainMean,
  plain_rank: (r) => r.plainRank,
  raw_means: (r) => r.plainMean,
  group_ranking: (r) => r.plainRank,
  trimmed_mean_1: (r) => r.trimmedMean,
  lower_median: (r) => r.lowerMedian,
  n_components: (r) => r.components.length,
  components: (r) => r.components,
  ls_adjusted: (r) => r.adjusted,
  two_way_adjusted: (r) => r.adjusted,
  adjusted_means: (r) => r.adjusted,
  ls_rank: (r) => r.adjustedRank,
  ls_severity: (r) => r.severity,
  severity: (r) => r.severity,
  ls_sigma2: (r) => r.sigma2,
  sigma2: (r) => r.sigma2,
  rss: (r, c) => r.sigma2! * (fitted(c).precision as Precision).df,
  ls_se_adjusted: (r) => r.adjustedSE,
  ls_adjusted_by_criterion: (_, c) => fitted(c).byCriterion,
  top2_diff: firstTwo,
  juror_fit: (r) =>
    r.severity!.map((severity, j) => ({
      severity,
      se: r.severitySE![j],
      resid_sd: r.residualSD![j],
      outfit_ms: r.outfit![j],
    })),
  leave_one_juror_out: (r) =>
    r.leaveOneJurorOut!.map((w) => ({
      dropped: w.juror,
      defined: w.defined,
      ...(w.defined && { first: w.winners, ranks: w.ranks, max_rank_shift: w.maxRankShift }),
    })),
  weight_flip: (r) =>
    Object.fromEntries(r.weightFlip!.map((f) => [f.challenger, f.l1 === null ? null : { L1: f.l1 }])),
  weight_flip_min: smallestFlip,
  alpha_interval_composite: (r) => r.alpha!.interval,
  kripp_interval: (r) => r.alpha!.interval,
  alpha_interval: (r) => r.alpha!.interval,
  alpha_ordinal: (r) => r.alpha!.ordinal,
  alpha_ordinal_by_criterion: (r) => r.alpha!.ordinalPerCriterion,
  icc: ({ icc }) => ({
    ICC1: icc!.icc1,
    ICC2: icc!.icc2,
    ICC3: icc!.icc3,
    ICC1k: icc!.icc1k,
    ICC2k: icc!.icc2k,
    ICC3k: icc!.icc3k,
  }),
  ICC1: (r) => r.icc!.icc1,
  ICC2: (r) => r.icc!.icc2,
  ICC3: (r) => r.icc!.icc3,
  ICC1k: (r) => r.icc!.icc1k,
  ICC2k: (r) => r.icc!.icc2k,
  ICC3k: (r) => r.icc!.icc3k,
  BMS: (_, c) => meanSquares(c.data.y).bms,
  JMS: (_, c) => meanSquares(c.data.y).jms,
  EMS: (_, c) => meanSquares(c.data.y).ems,
  WMS: (_, c) => meanSquares(c.data.y).wms,
  kendall: (r) => ({ W: r.kendallW }),
  W: (r) => r.kendallW,
  boot_exact_plain_p_first: (r) =>
    r.bootstrap!.plain.pFirstExact.map((text, i) => {
      const [num, den] = text.split('/');
      return { num, den, float: r.bootstrap!.plain.pFirst[i] };
    }),
  boot_exact_plain_rank_interval90: (r) => ranges(r.bootstrap!.plain),
  boot_exact_plain_rank_pmf_first_three: (_, c) => firstThreePlaces(c),
  boot_exact_ls_p_first: (r) => r.bootstrap!.adjusted!.pFirst,
  boot_exact_ls_rank_interval90: (r) => ranges(r.bootstrap!.adjusted!),
  boot_exact_ls_fallback_probability: (r) => r.bootstrap!.adjusted!.fallbackProbability,
  tie_break_order: (r) => r.ranking!.filter((p) => p.place === 1).map((p) => [p.nomination]),
  lot_sha256: (r) => r.lot!.keys,
  lot_order: (r) => r.lot!.order,
};

function fitted(reference: ReferenceCase): Adjusted {
  const c = readCase(inputOf(reference));
  return adjustedOf(c, activeJurors(c.y), plainMeans(c)) as Adjusted;
}

function firstTwo(result: RankResult, reference: ReferenceCase) {
  const [a, b] = reference.expected.top2_diff!.value.nominations;
  const diff = result.adjusted![a]! - result.adjusted![b]!;
  return { diff, sed: (fitted(reference).precision as Precision).sed(a, b) };
}

function smallestFlip({ weightFlip }: RankResult) {
  const possible = weightFlip!.flatMap(({ challenger, l1 }) => (l1 === null ? [] : [{ challenger, L1: l1 }]));
  return possible.sort((a, b) => a.L1 - b.L1)[0] ?? null;
}

function ranges({ rankLow, rankHigh }: { rankLow: readonly unknown[]; rankHigh: readonly unknown[] }) {
  return rankLow.map((low, i) => [low, rankHigh[i]]);
}

function firstThreePlaces(reference: ReferenceCase) {
  const { units, jurors } = readCase(inputOf(reference));
  const { placeCounts } = plainBootstrap(units, () => {});
  return placeCounts.map((counts) => [0, 1, 2].map((place) => counts[place]! / jurors ** jurors));
}
