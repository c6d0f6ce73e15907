/**
 * The value at a place between two whole numbers, on a straight line from the value at the one to that at the other.
 *
 * @param valueAt the value at a whole number
 */
export function interpolate(at: number, valueAt: (whole: number) => number): number {
  const whole = Math.floor(at);
  const value = valueAt(whole);
  return value + (at - whole) * (valueAt(whole + 1) - value);
}
