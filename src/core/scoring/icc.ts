import type { Missing } from './types.ts';

/** Intraclass correlations of Shrout & Fleiss (1979): one juror (icc1-3) and the mean of all k jurors (icc1k-3k). */
export interface Icc {
  readonly icc1: number;
  readonly icc2: number;
  readonly icc3: number;
  readonly icc1k: number;
  readonly icc2k: number;
  readonly icc3k: number;
}

/** Mean squares of the two-way table: between nominations, between jurors, residual, within nominations. */
export interface MeanSquares {
  readonly bms: number;
  readonly jms: number;
  readonly ems: number;
  readonly wms: number;
}

/** `table[nomination][juror]` without holes. */
export function iccOf(table: readonly (readonly number[])[]): Icc | Missing {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2) return { missing: 'it takes two nominations and two jurors' };
  const { bms, jms, ems, wms } = meanSquares(table);
  if (bms === 0) return { missing: 'the nominations have the same mean, so there is nothing to tell apart' };
  return {
    icc1: (bms - wms) / (bms + (k - 1) * wms),
    icc2: (bms - ems) / (bms + (k - 1) * ems + (k * (jms - ems)) / n),
    icc3: (bms - ems) / (bms + (k - 1) * ems),
    icc1k: (bms - wms) / bms,
    icc2k: (bms - ems) / (bms + (jms - ems) / n),
    icc3k: (bms - ems) / bms,
  };
}

export function meanSquares(table: readonly (readonly number[])[]): MeanSquares {
  const n = table.length;
  const k = table[0]!.length;
  const rows = table.map(mean);
  const columns = table[0]!.map((_, j) => mean(table.map((row) => row[j]!)));
  const grand = mean(rows);
  const between = k * spread(rows, grand);
  const jurors = n * spread(columns, grand);
  const within = table.reduce((sum, row, i) => sum + spread(row, rows[i]!), 0);
  return {
    bms: between / (n - 1),
    jms: jurors / (k - 1),
    ems: (within - jurors) / ((n - 1) * (k - 1)),
    wms: within / (n * (k - 1)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Sum of squared distances from `centre`; 0 where nothing but rounding separates them. */
function spread(values: readonly number[], centre: number): number {
  const sum = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return sum < values.length * (centre * 1e-14) ** 2 ? 0 : sum;
}
