/** Nominations by key, best first. The arrays are filled anew by each `sort`. */
export interface Ordering {
  readonly sort: (keys: Float64Array) => void;
  /** The nomination at each position. */
  readonly order: Int32Array;
  /** Its key. */
  readonly sorted: Float64Array;
}

/** True when `key × span + nomination` is exact for every key from 0 to `largestKey`. */
export function keysFit(largestKey: number, nominations: number): boolean {
  return (largestKey + 1) * spanOf(nominations) < 2 ** 53;
}

/**
 * Sorts whole-number keys (-1 to `largestKey`) as `key × span + nomination`, which needs no comparison function: that is
 * what makes the bootstrap fast. 32-bit integers where they fit, because they sort and unpack in half the time.
 */
export function orderingOf(nominations: number, largestKey: number): Ordering {
  const fits = (largestKey + 1) * spanOf(nominations) < 2 ** 31;
  return fits ? smallKeys(nominations) : largeKeys(nominations);
}

function smallKeys(nominations: number): Ordering {
  const bits = Math.log2(spanOf(nominations));
  const mask = spanOf(nominations) - 1;
  const packed = new Int32Array(nominations);
  const order = new Int32Array(nominations);
  const sorted = new Float64Array(nominations);
  function sort(keys: Float64Array): void {
    for (let i = 0; i < nominations; i++) packed[i] = (keys[i]! << bits) | i;
    packed.sort();
    for (let i = 0, from = nominations - 1; from >= 0; i++, from--) {
      order[i] = packed[from]! & mask;
      sorted[i] = packed[from]! >> bits;
    }
  }
  return { sort, order, sorted };
}

function largeKeys(nominations: number): Ordering {
  const span = spanOf(nominations);
  const packed = new Float64Array(nominations);
  const order = new Int32Array(nominations);
  const sorted = new Float64Array(nominations);
  function sort(keys: Float64Array): void {
    for (let i = 0; i < nominations; i++) packed[i] = keys[i]! * span + i;
    packed.sort();
    for (let i = 0, from = nominations - 1; from >= 0; i++, from--) {
      sorted[i] = Math.floor(packed[from]! / span);
      order[i] = packed[from]! - sorted[i]! * span;
    }
  }
  return { sort, order, sorted };
}

/** A power of two that holds every nomination's index, so that packing and unpacking are exact. */
function spanOf(nominations: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, nominations)));
}
