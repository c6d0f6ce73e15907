/** Step of a survival curve. */
export interface Survival {
  /** Days since a person's first day. */
  readonly day: number;
  /** People at risk: still active on or after the day before, with days of the log left in which to come back. */
  readonly atRisk: number;
  /** Those of them who were last seen on the day before. */
  readonly left: number;
  /** Share of all people, 0 to 1, estimated to be seen on this day or later. */
  readonly share: number;
}

/**
 * Survival curve (Kaplan and Meier's estimator): the share of people who are seen so many days after their first day, or later. A
 * person seen on the log's last day counts as censored, not as lost.
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
