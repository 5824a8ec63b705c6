import type { Fit, Layout } from './additive.ts';
import { firstOf } from './ranks.ts';
import { tQuantile975 } from './student.ts';
import type { Missing, Row, Table } from './types.ts';

/** How far the fitted figures carry, and how each juror fits. Everything on the scale of the scores. */
export interface Precision {
  /** Residual variance, RSS / df. */
  readonly sigma2: number;
  /** Residual degrees of freedom, ballots − nominations − jurors + 1. */
  readonly df: number;
  readonly adjustedSE: Row;
  readonly severitySE: Row;
  /** Standard deviation of a juror's residuals, corrected for leverage. */
  readonly residualSD: Row;
  /** Mean squared standardised residual: about 1 is usual, above 2 deserves a look. */
  readonly outfit: Row | Missing;
  /** Standard error of the difference of two adjusted scores. */
  readonly sed: (a: number, b: number) => number;
}

/** A ballot that the fit reproduces whatever it says (leverage 1) tells nothing about the fit. */
const NO_FREEDOM = 1e-9;

export function precisionOf(layout: Layout, fit: Fit, y: Table): Precision | Missing {
  const nominations = layout.judges.filter((row) => row.length > 0).length;
  const df = layout.ballots - nominations - layout.jurors.length + 1;
  if (df < 1)
    return {
      missing:
        'there are no more ballots than the fit has unknowns, so nothing is left to measure its error by',
    };
  const shared = layout.judges.map((row) => meanRow(row, layout.inverse));
  const residuals = residualsOf(layout, fit, y, shared);
  const sigma2 = residuals.flat().reduce((sum, r) => sum + r.error ** 2, 0) / df;
  const covariance = (a: number, b: number) => {
    const through = layout.judges[b]!.reduce((sum, p) => sum + shared[a]![p]!, 0) / layout.judges[b]!.length;
    return sigma2 * (through + (a === b ? 1 / layout.judges[a]!.length : 0));
  };
  return {
    sigma2,
    df,
    adjustedSE: fit.adjusted.map((score, i) => (score === null ? null : Math.sqrt(covariance(i, i)))),
    severitySE: perJuror(layout, fit, (p) => Math.sqrt(sigma2 * layout.inverse[p]![p]!)),
    residualSD: perJuror(layout, fit, (p) => residualSD(residuals[p]!)),
    outfit:
      sigma2 > 0
        ? perJuror(layout, fit, (p) => outfit(residuals[p]!, sigma2))
        : { missing: 'the ballots fit without any error' },
    sed: (a, b) => Math.sqrt(Math.max(0, covariance(a, a) + covariance(b, b) - 2 * covariance(a, b))),
  };
}

/** Nominations whose distance to the first place could be chance: less than t(0.975) standard errors of the difference. */
export function topTieGroup(fit: Fit, ranks: Row, { sed, df }: Precision): number[] {
  const first = firstOf(ranks);
  const reach = tQuantile975(df);
  return fit.adjusted.flatMap((score, i) => {
    if (score === null) return [];
    const level = first.includes(i) || first.some((f) => fit.adjusted[f]! - score <= reach * sed(f, i));
    return level ? [i] : [];
  });
}

interface Residual {
  readonly error: number;
  /** 1 − leverage: the share of the error's variance that the fit leaves visible. */
  readonly freedom: number;
}

/** Per juror (position in the layout) the residuals of the juror's ballots. */
function residualsOf(layout: Layout, fit: Fit, y: Table, shared: readonly Float64Array[]): Residual[][] {
  const { jurors, judges, inverse } = layout;
  const largest = y.flat().reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  const residuals: Residual[][] = jurors.map(() => []);
  judges.forEach((row, i) => {
    const own = row.reduce((sum, p) => sum + shared[i]![p]!, 0) / row.length;
    for (const p of row) {
      const raw = y[i]![jurors[p]!]! - fit.adjusted[i]! - fit.severity[jurors[p]!]!;
      const error = Math.abs(raw) < largest * 1e-13 ? 0 : raw; // noise of the arithmetic, not of the juror
      residuals[p]!.push({
        error,
        freedom: 1 - (1 / row.length + own + inverse[p]![p]! - 2 * shared[i]![p]!),
      });
    }
  });
  return residuals;
}

function residualSD(residuals: readonly Residual[]): number | null {
  const freedom = residuals.reduce((sum, r) => sum + r.freedom, 0);
  return freedom < NO_FREEDOM
    ? null
    : Math.sqrt(residuals.reduce((sum, r) => sum + r.error ** 2, 0) / freedom);
}

function outfit(residuals: readonly Residual[], sigma2: number): number | null {
  const free = residuals.filter((r) => r.freedom > NO_FREEDOM);
  if (free.length === 0) return null;
  return free.reduce((sum, r) => sum + r.error ** 2 / (sigma2 * r.freedom), 0) / free.length;
}

function perJuror(layout: Layout, fit: Fit, value: (position: number) => number | null): Row {
  return fit.severity.map((_, j) => {
    const position = layout.jurors.indexOf(j);
    return position < 0 ? null : value(position);
  });
}

/** Mean of the rows of `inverse` at `positions`: one row of D_N⁻¹ M L⁺. */
function meanRow(positions: readonly number[], inverse: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(inverse.length);
  for (const p of positions) {
    const row = inverse[p]!;
    for (let q = 0; q < row.length; q++) mean[q]! += row[q]! / positions.length;
  }
  return mean;
}
