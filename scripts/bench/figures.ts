/** The arithmetic of measuring. */

export const median = (values: readonly number[]): number => percentile(values, 0.5);
/** `share` 0.95: the value that 95 of 100 do not exceed. NaN of nothing. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
