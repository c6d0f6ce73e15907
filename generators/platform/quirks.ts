/** Shares of deeds at which the platform does something unusual. */
export interface Quirks {
  /** A browser that has logged in before sends the old session key too. */
  readonly twoSessionKeys: number;
  /** A script reads a number back from the page, as text: after a jump by a link in it. */
  readonly numbersAsText: number;
  /** The same of a jump in the book, mostly by its table of contents. */
  readonly pagesAsText: number;
  /** A player tells its position as text, as it does after a change of speed while it is paused. */
  readonly positionsAsText: number;
  /** A player that has no position yet. */
  readonly playerNotReady: number;
}

/** How often the deployed platform does what docs/format.md says it may; the shares are those of real logs where docs/realism.md says so, else choices. */
export const QUIRKS: Quirks = {
  twoSessionKeys: 0.03,
  numbersAsText: 0.02,
  pagesAsText: 0.15,
  positionsAsText: 0,
  playerNotReady: 0.02,
};

/** The same where whoever reads the log is to meet all of it soon. */
export const SPICED: Quirks = {
  twoSessionKeys: 0.2,
  numbersAsText: 0.3,
  pagesAsText: 0.3,
  positionsAsText: 0.2,
  playerNotReady: 0.1,
};

/** Somebody who logs in for the first time has just registered; the others had done so before. */
export const REGISTERS = 0.5;
