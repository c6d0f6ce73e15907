import fc from 'fast-check';

/** How many odd texts there are for each pattern; usual ones are drawn four times as often. */
export const POOL = 24;

/** Texts of a pattern, drawn once: drawing from a pattern takes longer than all the rest of a line. */
export const drawnFrom = (pattern: string): string[] =>
  fc.sample(fc.stringMatching(new RegExp(pattern, 'u'), { size: 'xsmall' }), { seed: 1, numRuns: POOL });
