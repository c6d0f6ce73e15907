/** A step of the curve. */
export interface Survival {
  /** Days since somebody's first. */
  readonly day: number;
  /** How many were still active on or after the day before, and had days of the log left in which to come back. */
  readonly atRisk: number;
  /** How many of them were last seen on that day before. */
  readonly left: number;
  /** The share of all that is still to be seen on this day or later. */
  readonly share: number;
}

/**
 * The share of people who are seen again so many days after their first, or later (Kaplan and Meier's estimator). Who is
 * seen on the log's last day has not left: the log has ended.
 *
 * @param spans each person's first and last day
 * @param end the log's last day
 */
export function survival(spans: readonly (readonly [number, number])[], end: number): Survival[] {
  const longest = Math.max(0, ...new Set(spans.map(([first, last]) => last - first)));
  const left = new Float64Array(longest + 1);
  const censored = new Float64Array(longest + 1);
  for (const [first, last] of spans) (last < end ? left : censored)[last - first]! += 1;
  const steps: Survival[] = [{ day: 0, atRisk: spans.length, left: 0, share: spans.length > 0 ? 1 : 0 }];
  let staying = spans.length;
  let share = 1;
  for (let day = 0; day < longest; day += 1) {
    const atRisk = staying - censored[day]!;
    if (atRisk === 0) break;
    share *= 1 - left[day]! / atRisk;
    steps.push({ day: day + 1, atRisk, left: left[day]!, share });
    staying -= left[day]! + censored[day]!;
  }
  return steps;
}
