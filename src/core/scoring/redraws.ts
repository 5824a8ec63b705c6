/**
 * All ways to draw J jurors from J with replacement, the order left aside: C(2J − 1, J) re-drawn juries, of which each
 * stands for `draws` = J! / Π counts! of the J^J equally likely sequences of draws. Enumerated by recursion over the
 * jurors with running sums, so that a re-drawn jury costs one pass over the nominations, not one per juror.
 */

/** Ballots by nomination and juror position, and nominations grouped by who judged them. */
export interface DrawTable {
  readonly jurors: number;
  /** Per juror: score of each nomination, 0 where there is none. */
  readonly columns: readonly Float64Array[];
  /** Nomination to group: those of a group were judged by the same jurors. */
  readonly groupOf: Int32Array;
  /** Per group: bit j is set when juror j judged its nominations. */
  readonly masks: Int32Array;
}

/** `sums[i]` = Σ counts × score; `ballots[group]` = Σ counts over its jurors. The arrays are reused: read, do not keep. */
export type Visit = (sums: Float64Array, ballots: Int32Array, counts: Int32Array, draws: number) => void;

/** 1,352,078 re-drawn juries for 12 jurors; 13 would be four times as many. (Counting is exact up to 13^13.) */
export const MOST_JURORS = 12;

/** `scores[nomination][juror]`, each nomination with a ballot at least. */
export function drawTable(scores: readonly (readonly (number | null)[])[]): DrawTable {
  const jurors = scores[0]!.length;
  const maskOf = scores.map((row) =>
    row.reduce<number>((mask, cell, j) => (cell === null ? mask : mask | (1 << j)), 0),
  );
  const masks = [...new Set(maskOf)];
  return {
    jurors,
    columns: Array.from({ length: jurors }, (_, j) => Float64Array.from(scores, (row) => row[j] ?? 0)),
    groupOf: Int32Array.from(maskOf, (mask) => masks.indexOf(mask)),
    masks: Int32Array.from(masks),
  };
}

/** C(2J − 1, J). */
export function redrawCount(jurors: number): number {
  return binomial(2 * jurors - 1, jurors);
}

export function forEachRedraw(table: DrawTable, visit: Visit): void {
  const { jurors, columns, groupOf, masks } = table;
  const counts = new Int32Array(jurors);
  const sumsAt = Array.from({ length: jurors + 1 }, () => new Float64Array(groupOf.length));
  const ballotsAt = Array.from({ length: jurors + 1 }, () => new Int32Array(masks.length));

  function descend(
    juror: number,
    left: number,
    draws: number,
    sums: Float64Array,
    ballots: Int32Array,
  ): void {
    if (left === 0) return visit(sums, ballots, counts, draws);
    const last = juror === jurors - 1;
    if (!last) descend(juror + 1, left, draws, sums, ballots);
    const [ownSums, ownBallots] = [sumsAt[juror]!, ballotsAt[juror]!];
    for (let times = last ? left : 1; times <= left; times++) {
      counts[juror] = times;
      add(ownSums, sums, columns[juror]!, times);
      for (let g = 0; g < masks.length; g++) ownBallots[g] = ballots[g]! + ((masks[g]! >> juror) & 1) * times;
      descend(juror + 1, left - times, draws * binomial(left, times), ownSums, ownBallots);
    }
    counts[juror] = 0;
  }

  descend(0, jurors, 1, sumsAt[jurors]!, ballotsAt[jurors]!);
}

function add(into: Float64Array, sums: Float64Array, column: Float64Array, times: number): void {
  for (let i = 0; i < into.length; i++) into[i] = sums[i]! + times * column[i]!;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
