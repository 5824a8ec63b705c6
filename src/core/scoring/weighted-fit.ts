import type { DrawTable } from './redraws.ts';

/**
 * The additive fit for a re-drawn jury, in which juror j counts `counts[j]` times. What it yields is the mean leniency of
 * the jurors who judged the nominations of each group: adjusted = plain mean of the re-drawn jury − leniency of the group.
 * Null when the re-drawn jury falls apart. The array is reused: read, do not keep.
 */
export type WeightedFit = (
  sums: Float64Array,
  ballots: Int32Array,
  counts: Int32Array,
) => Float64Array | null;

/** Nominations of a group share everything but their sums, so the normal equations are built per group. */
interface Workspace {
  readonly table: DrawTable;
  /** Per group: its nominations. */
  readonly sizes: Int32Array;
  /** Per juror: sum of the scores given, and nominations judged. */
  readonly given: readonly number[];
  readonly judged: readonly number[];
  /** Refilled for every re-drawn jury: who was drawn, the equations (jurors × jurors), and per group the sums. */
  readonly drawn: number[];
  readonly matrix: Float64Array;
  readonly severity: Float64Array;
  readonly groupSums: Float64Array;
}

export function weightedFit(table: DrawTable): WeightedFit {
  const work = workspaceFor(table);
  const { drawn, matrix, severity } = work;
  const hangsTogether = connectivity(table.jurors, table.masks);
  const leniency = new Float64Array(table.masks.length);
  return (sums, ballots, counts) => {
    if (!hangsTogether(findDrawn(work, counts))) return null;
    build(work, sums, ballots, counts);
    solveGrounded(matrix, severity, drawn, table.jurors);
    for (let g = 0; g < leniency.length; g++) {
      let sum = 0;
      for (const j of drawn) if (judgedBy(table.masks[g]!, j)) sum += counts[j]! * severity[j]!;
      leniency[g] = ballots[g] === 0 ? 0 : sum / ballots[g]!;
    }
    return leniency;
  };
}

function workspaceFor(table: DrawTable): Workspace {
  const { jurors, columns, groupOf, masks } = table;
  const sizes = new Int32Array(masks.length);
  for (const g of groupOf) sizes[g]!++;
  return {
    table,
    sizes,
    given: columns.map((column) => column.reduce((a, b) => a + b, 0)),
    judged: columns.map((_, j) =>
      masks.reduce((sum, mask, g) => sum + (judgedBy(mask, j) ? sizes[g]! : 0), 0),
    ),
    drawn: [],
    matrix: new Float64Array(jurors * jurors),
    severity: new Float64Array(jurors),
    groupSums: new Float64Array(masks.length),
  };
}

function judgedBy(mask: number, juror: number): boolean {
  return ((mask >> juror) & 1) === 1;
}

/** Lists the drawn jurors; returns them as a bit set. */
function findDrawn({ drawn }: Workspace, counts: Int32Array): number {
  drawn.length = 0;
  let support = 0;
  for (let j = 0; j < counts.length; j++) {
    if (counts[j] === 0) continue;
    drawn.push(j);
    support |= 1 << j;
  }
  return support;
}

/** The normal equations of the drawn jurors (lower triangle; the right-hand side in `severity`). */
function build(work: Workspace, sums: Float64Array, ballots: Int32Array, counts: Int32Array): void {
  const { table, sizes, given, judged, drawn, matrix, severity, groupSums } = work;
  const { jurors, groupOf, masks } = table;
  groupSums.fill(0);
  for (let i = 0; i < groupOf.length; i++) groupSums[groupOf[i]!]! += sums[i]!;
  for (const j of drawn) {
    severity[j] = given[j]! * counts[j]!;
    for (const k of drawn) matrix[j * jurors + k] = j === k ? judged[j]! * counts[j]! : 0;
  }
  for (let g = 0; g < masks.length; g++) {
    if (ballots[g] === 0) continue;
    const each = sizes[g]! / ballots[g]!;
    const mean = groupSums[g]! / ballots[g]!;
    for (const j of drawn) {
      if (!judgedBy(masks[g]!, j)) continue;
      severity[j]! -= mean * counts[j]!;
      for (const k of drawn) {
        if (k > j) break;
        if (judgedBy(masks[g]!, k)) matrix[j * jurors + k]! -= each * counts[j]! * counts[k]!;
      }
    }
  }
}

/** Whether the jurors in a bit set are linked by nominations they judged; asked once per set, then remembered. */
function connectivity(jurors: number, masks: Int32Array): (support: number) => boolean {
  const known = new Int8Array(2 ** jurors);
  return (support) => {
    if (known[support] === 0) known[support] = reachable(support, masks) === support ? 1 : -1;
    return known[support] === 1;
  };
}

function reachable(support: number, masks: Int32Array): number {
  let reached = support & -support;
  for (let before = 0; before !== reached;) {
    before = reached;
    for (const mask of masks) if (mask & reached) reached |= mask & support;
  }
  return reached;
}

/**
 * Solves the Laplacian system in place (L D Lᵀ of the lower triangle), with the severity of the first drawn juror taken
 * as 0: only differences matter for the order.
 */
function solveGrounded(
  matrix: Float64Array,
  values: Float64Array,
  drawn: readonly number[],
  stride: number,
): void {
  values[drawn[0]!] = 0;
  for (let a = 1; a < drawn.length; a++) {
    const row = drawn[a]! * stride;
    for (let b = 1; b < a; b++) {
      const k = drawn[b]!;
      const factor = matrix[row + k]! / matrix[k * stride + k]!;
      for (let c = a; c < drawn.length; c++)
        matrix[drawn[c]! * stride + drawn[a]!]! -= factor * matrix[drawn[c]! * stride + k]!;
      values[drawn[a]!]! -= factor * values[k]!;
    }
  }
  for (let a = drawn.length - 1; a > 0; a--) {
    const j = drawn[a]!;
    let value = values[j]!;
    for (let c = a + 1; c < drawn.length; c++) value -= matrix[drawn[c]! * stride + j]! * values[drawn[c]!]!;
    values[j] = value / matrix[j * stride + j]!;
  }
}
