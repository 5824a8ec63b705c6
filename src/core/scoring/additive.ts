import { components, describeParts } from './design.ts';
import type { Missing, Row, Table } from './types.ts';

/**
 * The additive fit of `y_ij = score_i + severity_j + error` with severities that sum to zero, as far as it depends on
 * who judged what and not on the scores: made once, used for the totals and for every criterion.
 */
export interface Layout {
  /** Jurors with ballots; the order of rows and columns below. */
  readonly jurors: readonly number[];
  /** All jurors of the table, with and without ballots. */
  readonly tableWidth: number;
  /** Per nomination: positions in `jurors` of those who judged it. */
  readonly judges: readonly (readonly number[])[];
  /** Ballots in all. */
  readonly ballots: number;
  /** Pseudo-inverse of the graph Laplacian L = D_J − M' D_N⁻¹ M, jurors × jurors. */
  readonly inverse: readonly Float64Array[];
}

/** Per nomination the adjusted score, per juror the severity (> 0 lenient, < 0 strict); null without ballots. */
export interface Fit {
  readonly adjusted: Row;
  readonly severity: Row;
}

/** `jurors`: those whose ballots count (each must have one); the rest of the table is ignored. */
export function layoutOf(y: Table, jurors: readonly number[]): Layout | Missing {
  const parts = components(y, jurors);
  if (parts.length === 0) return { missing: 'there are no ballots' };
  if (parts.length > 1) return { missing: describeParts(parts) };
  const judges = y.map((row) => judgesOf(row, jurors));
  const ballots = judges.reduce((sum, row) => sum + row.length, 0);
  return {
    jurors,
    tableWidth: y[0]!.length,
    judges,
    ballots,
    inverse: pseudoInverse(laplacian(judges, jurors.length)),
  };
}

function judgesOf(row: Row, jurors: readonly number[]): number[] {
  const positions: number[] = [];
  for (let p = 0; p < jurors.length; p++) if (row[jurors[p]!] !== null) positions.push(p);
  return positions;
}

/** Least-squares scores and severities of any table laid out like `layout`. Costs nominations × jurors + jurors². */
export function solve(layout: Layout, valueAt: (nomination: number, juror: number) => number): Fit {
  const { jurors, judges, inverse } = layout;
  const means = new Float64Array(judges.length);
  const excess = new Float64Array(jurors.length);
  for (let i = 0; i < judges.length; i++) {
    const row = judges[i]!;
    for (const p of row) means[i]! += valueAt(i, jurors[p]!) / row.length;
    for (const p of row) excess[p]! += valueAt(i, jurors[p]!) - means[i]!;
  }
  const severities = inverse.map((row) => dot(row, excess));
  const severity = Array.from<number | null>({ length: layout.tableWidth }).fill(null);
  jurors.forEach((j, p) => (severity[j] = severities[p]!));
  const adjusted = judges.map((row, i) => {
    let leniency = 0;
    for (const p of row) leniency += severities[p]! / row.length;
    return row.length === 0 ? null : means[i]! - leniency;
  });
  return { adjusted, severity };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

function laplacian(judges: Layout['judges'], size: number): Float64Array[] {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of judges) {
    const share = 1 / row.length;
    for (const a of row) {
      const line = matrix[a]!;
      for (const b of row) line[b]! -= share;
      line[a]! += 1;
    }
  }
  return matrix;
}

/** (L + 1/n)⁻¹ − 1/n: the constant vector is all that a connected Laplacian loses. */
function pseudoInverse(matrix: Float64Array[]): Float64Array[] {
  const share = 1 / matrix.length;
  const inverse = invert(matrix.map((row) => row.map((cell) => cell + share)));
  return inverse.map((row) => row.map((cell) => cell - share));
}

/** Gauss-Jordan without pivoting: safe because the matrix is symmetric positive definite. */
function invert(matrix: Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const work = matrix.map((row) => row.slice());
  for (let k = 0; k < size; k++) {
    const pivotRow = work[k]!;
    const pivot = 1 / pivotRow[k]!;
    pivotRow[k] = 1;
    for (let c = 0; c < size; c++) pivotRow[c]! *= pivot;
    for (let r = 0; r < size; r++) {
      const factor = work[r]![k]!;
      if (r === k || factor === 0) continue;
      work[r]![k] = 0;
      for (let c = 0; c < size; c++) work[r]![c]! -= factor * pivotRow[c]!;
    }
  }
  return work;
}
