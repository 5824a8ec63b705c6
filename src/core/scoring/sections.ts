import type { Adjusted } from './adjusted.ts';
import { alphaInterval, alphaOrdinal } from './alpha.ts';
import { juryBootstrap } from './bootstrap.ts';
import { isComplete } from './design.ts';
import { commonJurorReversals, copeland } from './duels.ts';
import { toNumber, type Fraction } from './fraction.ts';
import { iccOf } from './icc.ts';
import { kendallW } from './kendall.ts';
import { leaveOneJurorOut } from './leave-one-out.ts';
import { lotKeys, lotOf } from './lot.ts';
import { methodsDisagree } from './methods.ts';
import type { Notes } from './notes.ts';
import { topTieGroup, type Precision } from './precision.ts';
import { firstOf, rankExact, rankNumbers } from './ranks.ts';
import type { RankOptions } from './rank.ts';
import type { RankResult } from './result.ts';
import { ladder, lotRung, placed } from './ties.ts';
import { isMissing, whenDefined, type Case, type Missing, type Row, type Rule } from './types.ts';
import { effectiveWeights, weightFlips, type ByCriterion } from './weights.ts';

/** What the sections of the result share. */
export interface Work {
  readonly c: Case;
  readonly notes: Notes;
  /** Jurors with ballots. */
  readonly active: readonly number[];
  readonly plain: readonly (Fraction | null)[];
  readonly trimmed: readonly (Fraction | null)[];
  readonly medians: readonly (Fraction | null)[];
  readonly adjusted: Adjusted | Missing;
  readonly ranks: Readonly<Record<Rule, Row | Missing>>;
}

type Section<K extends keyof RankResult> = Pick<RankResult, K>;

const TOTALS_ONLY: Missing = { missing: 'the case has totals only, no criteria' };

type Means = 'totals' | 'nBallots' | 'plainMean' | 'plainRank' | 'trimmedMean' | 'lowerMedian' | 'copeland';

export function means({ c, plain, trimmed, medians }: Work): Section<Means> {
  const numbers = (fractions: Work['plain']) => fractions.map((fraction) => fraction && toNumber(fraction));
  return {
    totals: c.totals,
    nBallots: c.y.map((row) => row.filter((cell) => cell !== null).length),
    plainMean: numbers(plain),
    plainRank: rankExact(plain),
    trimmedMean: numbers(trimmed),
    lowerMedian: numbers(medians),
    copeland: copeland(c.y),
  };
}

type Fitted =
  | 'adjusted'
  | 'adjustedRank'
  | 'adjustedSE'
  | 'sigma2'
  | 'severity'
  | 'severitySE'
  | 'residualSD'
  | 'outfit'
  | 'topTieGroup';

export function fit({ notes, adjusted }: Work): Section<Fitted> {
  if (!isMissing(adjusted) && adjusted.caution) notes.say('design', adjusted.caution);
  const given = <T>(name: string, pick: (a: Adjusted) => T | Missing) =>
    notes.take(name, whenDefined(adjusted, pick));
  const precise = <T>(name: string, pick: (p: Precision, a: Adjusted) => T | Missing) =>
    given(name, (a) => whenDefined(a.precision, (p) => pick(p, a)));
  return {
    adjusted: given('adjusted', (a) => a.fit.adjusted),
    adjustedRank: given('adjustedRank', (a) => a.ranks),
    adjustedSE: precise('adjustedSE', (p) => p.adjustedSE),
    sigma2: precise('sigma2', (p) => p.sigma2),
    severity: given('severity', (a) => a.fit.severity),
    severitySE: precise('severitySE', (p) => p.severitySE),
    residualSD: precise('residualSD', (p) => p.residualSD),
    outfit: precise('outfit', (p) => p.outfit),
    topTieGroup: precise('topTieGroup', (p, a) => topTieGroup(a.fit, a.ranks, p)),
  };
}

export function agreement({ c, notes, active }: Work): Section<'alpha' | 'icc' | 'kendallW'> {
  const judged = c.y.flatMap((row) =>
    row.some((cell) => cell !== null) ? [active.map((j) => row[j]!)] : [],
  );
  const holes = isComplete(c.y, active) ? null : { missing: 'only for a design without holes' };
  return {
    alpha: notes.take('alpha', alpha(c, notes)),
    icc: notes.take('icc', holes ?? iccOf(judged)),
    kendallW: notes.take('kendallW', holes ?? kendallW(judged)),
  };
}

function alpha({ y, ballots }: Case, notes: Notes): NonNullable<RankResult['alpha']> | Missing {
  if (!y.some((row) => row.filter((cell) => cell !== null).length > 1))
    return { missing: 'no nomination has two ballots' };
  const perCriterion = ballots?.weights.map((_, criterion) => {
    const scores = ballots.scores.map((row) => row.map((ballot) => ballot && ballot[criterion]!));
    return notes.take(`alpha.ordinalPerCriterion[${criterion}]`, alphaOrdinal(scores));
  });
  return {
    interval: notes.take('alpha.interval', alphaInterval(y)),
    ordinal: notes.take('alpha.ordinal', alphaOrdinal(y)),
    ordinalPerCriterion: notes.take('alpha.ordinalPerCriterion', perCriterion ?? TOTALS_ONLY),
  };
}

export function stability(work: Work, options: RankOptions): Section<'leaveOneJurorOut' | 'bootstrap'> {
  const { c, notes, active, adjusted } = work;
  const { bootstrap = true, full = false, onProgress = () => {} } = options;
  const noAdjusted = isMissing(adjusted) ? adjusted : null;
  const redrawn = bootstrap
    ? juryBootstrap(c, active, noAdjusted, { full, onProgress })
    : { missing: 'not asked for' };
  const found = notes.take('bootstrap', redrawn);
  return {
    leaveOneJurorOut: notes.take(
      'leaveOneJurorOut',
      whenDefined(adjusted, ({ ranks }) => leaveOneJurorOut(c.y, active, ranks)),
    ),
    bootstrap: found && { ...found, adjusted: notes.take('bootstrap.adjusted', found.adjusted) },
  };
}

export function weighing({ c, notes, adjusted }: Work): Section<'weightFlip' | 'effectiveWeights'> {
  const weights = c.ballots?.weights ?? [];
  const given = <T>(name: string, use: (rows: ByCriterion, a: Adjusted) => T | Missing) =>
    notes.take(
      name,
      whenDefined(adjusted, (a) => whenDefined(a.byCriterion, (rows) => use(rows, a))),
    );
  return {
    weightFlip: given('weightFlip', (rows, { ranks }) => weightFlips(rows, weights, firstOf(ranks)[0]!)),
    effectiveWeights: given('effectiveWeights', (rows, a) => effectiveWeights(rows, a.fit.adjusted, weights)),
  };
}

type Ordered = 'methodsDisagree' | 'commonJurorReversals' | 'ranking' | 'lot';

export function order(work: Work, { sha256, prizePlaces = 3 }: RankOptions): Section<Ordered> {
  const { c, notes, active, medians, adjusted } = work;
  const ranks: Row | Missing = active.length === 0 ? { missing: 'there are no ballots' } : work.ranks[c.rule];
  const keys = sha256 && c.lot ? lotKeys(c.lot, sha256) : null;
  const criteria = isMissing(adjusted) || isMissing(adjusted.byCriterion) ? null : adjusted.byCriterion;
  const rungs =
    c.tieRule === 'shared'
      ? []
      : [...ladder(c, medians, criteria), ...lotRung(c.tieRule === 'ladder+lot' ? keys : null)];
  return {
    methodsDisagree: methodsDisagree(ranksByMethod(work), Math.min(prizePlaces, c.nominations)),
    commonJurorReversals: notes.take(
      'commonJurorReversals',
      whenDefined(ranks, (r) => commonJurorReversals(c, r)),
    ),
    ranking: notes.take(
      'ranking',
      whenDefined(ranks, (r) => placed(r, rungs)),
    ),
    lot: notes.take(
      'lot',
      whenDefined(ranks, (r) => lotOfFirst(c, firstOf(r), keys)),
    ),
  };
}

function ranksByMethod({ c, medians, ranks }: Work) {
  return {
    adjusted: isMissing(ranks.adjusted) ? null : ranks.adjusted,
    plain: ranks.plain as Row,
    trimmed: ranks.trimmed as Row,
    lowerMedian: rankExact(medians),
    copeland: rankNumbers(copeland(c.y)),
  };
}

function lotOfFirst(
  { lot }: Case,
  first: readonly number[],
  keys: readonly string[] | null,
): NonNullable<RankResult['lot']> | Missing {
  if (!lot || !keys)
    return { missing: 'award, beacon and ids are not all given, or nothing to hash them with' };
  if (first.length < 2) return { missing: 'the first place is not tied' };
  return lotOf(first.map((i) => [lot.ids[i]!, keys[i]!]));
}
