/** Plain statistics. */

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;
export const share = <T>(values: readonly T[], is: (value: T) => boolean): number =>
  values.filter(is).length / values.length;

export const sd = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const logs = (values: readonly number[]): number[] => values.filter((value) => value > 0).map(Math.log);

/** The slope of a straight line through values at 0, 1, 2 and so on. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const height = mean(values);
  const across = values.map((value, index) => (index - middle) * (value - height));
  return sum(across) / sum(values.map((_, index) => (index - middle) ** 2));
}

/** How unequal values are: 0 when all are alike, towards 1 when one has all. */
export function gini(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  let weighted = 0;
  for (const [index, value] of sorted.entries()) weighted += (2 * (index + 1) - sorted.length - 1) * value;
  return weighted / (sorted.length * sum([...sorted]));
}

/** The normal distribution's function (Abramowitz and Stegun, 7.1.26; right to seven digits). */
function normalBelow(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const below = 1 - (poly * Math.exp((-z * z) / 2)) / 2;
  return z < 0 ? 1 - below : below;
}

/** Kolmogorov and Smirnov's distance between values and a normal distribution. */
export function distanceToNormal(values: readonly number[], middle: number, deviation: number): number {
  const sorted = Float64Array.from(values).sort();
  let most = 0;
  for (const [index, value] of sorted.entries()) {
    const below = normalBelow((value - middle) / deviation);
    // Equal values are one step: only its ends count.
    if (sorted[index - 1] !== value) most = Math.max(most, Math.abs(below - index / sorted.length));
    if (sorted[index + 1] !== value) most = Math.max(most, Math.abs(below - (index + 1) / sorted.length));
  }
  return most;
}
