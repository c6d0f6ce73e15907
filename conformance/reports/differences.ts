import type { Difference } from '../oracle/compare.ts';
import { changeOf } from '../oracle/change.ts';
import { shownText, shownValue } from './shown.ts';

const MOST_DIFFERENCES = 8;
const WIDEST = 40;

/** The position at which two texts part, so that a reader need not look for it. */
function parting(expected: unknown, got: unknown): string | undefined {
  if (typeof expected !== 'string' || typeof got !== 'string' || Math.max(expected.length, got.length) < WIDEST)
    return undefined;
  let position = 0;
  while (expected[position] === got[position]) position += 1;
  return `they part after ${position} of ${expected.length} characters; it has ${got.length}`;
}

/** The paths at which a record differs, each with what was expected and what came. */
export function differenceLines(differences: readonly Difference[]): string[] {
  const shown = differences.slice(0, MOST_DIFFERENCES).flatMap(({ path, expected, got }) => {
    const note = parting(expected, got);
    return [
      `  at ${shownText(path) || 'the record'}: ${changeOf(expected, got)}`,
      `    expected  ${shownValue(expected)}`,
      `    got       ${shownValue(got)}`,
      ...(note ? [`              ${note}`] : []),
    ];
  });
  const more = differences.length - MOST_DIFFERENCES;
  return more > 0 ? [...shown, `  and at ${more} more places`] : shown;
}
