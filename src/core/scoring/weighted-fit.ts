import type { DrawTable } from './redraws.ts';

/**
 * The additive fit for a re-drawn jury, in which juror j counts `counts[j]` times. What it yields is the mean leniency of
 * the jurors who judged the nominations of each group: adjusted = plain mean of the re-drawn jury − leniency of the group.
 * Null when the re-drawn jury falls apart. Nominations of a group share everything but their sums, so the normal
 * equations are built per group; all arrays are reused from one re-drawn jury to the next.
 */
export type WeightedFit = (
  sums: Float64Array,
  ballots: Int32Array,
  counts: Int32Array,
) => Float64Array | null;

export function weightedFit({ jurors, columns, groupOf, masks }: DrawTable): WeightedFit {
  const sizes = new Int32Array(masks.length);
  for (const g of groupOf) sizes[g]!++;
  const columnSums = columns.map((column) => column.reduce((a, b) => a + b, 0));
  const judged = columns.map((_, j) =>
    masks.reduce((sum, mask, g) => sum + ((mask >> j) & 1) * sizes[g]!, 0),
  );
  const hangsTogether = connectivity(jurors, masks);
  const drawn: number[] = [];
  const matrix = new Float64Array(jurors * jurors);
  const severity = new Float64Array(jurors);
  const groupSums = new Float64Array(masks.length);
  const leniency = new Float64Array(masks.length);

  /** Normal equations of the drawn jurors; rows and columns of the others stay untouched and unread. */
  function build(ballots: Int32Array, counts: Int32Array): void {
    for (const j of drawn) {
      severity[j] = columnSums[j]! * counts[j]!;
      for (const k of drawn) matrix[j * jurors + k] = j === k ? judged[j]! * counts[j]! : 0;
    }
    for (let g = 0; g < masks.length; g++) {
      if (ballots[g] === 0) continue;
      const each = sizes[g]! / ballots[g]!;
      const mean = groupSums[g]! / ballots[g]!;
      for (const j of drawn) {
        if (((masks[g]! >> j) & 1) === 0) continue;
        severity[j]! -= mean * counts[j]!;
        for (const k of drawn) {
          if (k > j) break; // the lower triangle is enough
          if ((masks[g]! >> k) & 1) matrix[j * jurors + k]! -= each * counts[j]! * counts[k]!;
        }
      }
    }
  }

  return (sums, ballots, counts) => {
    drawn.length = 0;
    let support = 0;
    for (let j = 0; j < jurors; j++) {
      if (counts[j] === 0) continue;
      drawn.push(j);
      support |= 1 << j;
    }
    if (!hangsTogether(support)) return null;
    groupSums.fill(0);
    for (let i = 0; i < groupOf.length; i++) groupSums[groupOf[i]!]! += sums[i]!;
    build(ballots, counts);
    solveGrounded(matrix, severity, drawn, jurors);
    for (let g = 0; g < masks.length; g++) {
      let sum = 0;
      for (const j of drawn) if ((masks[g]! >> j) & 1) sum += counts[j]! * severity[j]!;
      leniency[g] = ballots[g] === 0 ? 0 : sum / ballots[g]!;
    }
    return leniency;
  };
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
