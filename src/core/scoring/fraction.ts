/** Exact fractions of integers of any size. `den` is always positive; not necessarily in lowest terms. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; no rounding. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest floating-point number. For display and statistics, never for comparing. */
export function toNumber({ num, den }: Fraction): number {
  const top = Number(num);
  const bottom = Number(den);
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom;
  const shift = BigInt(Math.max(0, 64 + bitLength(den) - bitLength(num)));
  return Number((num << shift) / den) / 2 ** Number(shift);
}

/** Lowest terms as text, "16/625"; zero is "0/1". */
export function toText({ num, den }: Fraction): string {
  const divisor = gcd(num, den);
  return `${num / divisor}/${den / divisor}`;
}

/** Decimal text rounded half up ("2.35" for 2.345). Display only: a rounded figure is never compared or summed. */
export function toDecimals({ num, den }: Fraction, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = floorDivide(2n * num * scale + den, 2n * den);
  const digits = `${rounded < 0n ? -rounded : rounded}`.padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${rounded < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

function bitLength(n: bigint): number {
  return (n < 0n ? -n : n).toString(16).length * 4;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
