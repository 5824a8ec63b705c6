/**
 * Two-sided 95 % point of Student's t for a whole number of degrees of freedom (12.706 for 1, 2.571 for 5, 1.960 for many).
 * The distribution has a finite closed form in the angle atan(t/√df) (Abramowitz & Stegun 26.7.3-4); the angle is bisected.
 */
export function tQuantile975(df: number): number {
  let low = 0;
  let high = Math.PI / 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (centralProbability(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan((low + high) / 2);
}

/** P(|T| < √df tan angle). */
function centralProbability(angle: number, df: number): number {
  const odd = df % 2 === 1;
  const cosine = Math.cos(angle);
  let term = odd ? cosine : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < df; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
