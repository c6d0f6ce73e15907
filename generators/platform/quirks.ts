/** How often the deployed platform does what docs/format.md says it may; the shares are those of real logs where docs/realism.md says so, else choices. */
export const QUIRKS = {
  /** A browser that has logged in before sends the old session key too. */
  twoSessionKeys: 0.03,
  /** A script reads a number back from the page, as text: after a jump by a link in it. */
  numbersAsText: 0.02,
  /** A player that has no position yet. */
  playerNotReady: 0.02,
  /** Somebody who logs in for the first time has just registered; the others had done so before. */
  registers: 0.4,
  /** Seconds until the external grader has marked a program, lognormal: minutes to hours. */
  graded: { mean: Math.log(1200), sd: 1.2 },
} as const;
