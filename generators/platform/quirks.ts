/** How often the deployed platform does what docs/format.md says it may; the shares are choices, so that any run shows each. */
export const QUIRKS = {
  /** A browser that has logged in before sends the old session key too. */
  twoSessionKeys: 0.03,
  /** A script reads a number back from the page, as text. */
  numbersAsText: 0.4,
  /** A player that has no position yet. */
  playerNotReady: 0.02,
  /** A page asks for its translations. */
  loadsTranslations: 0.3,
  /** A request's time has a fraction of exactly zero: more often than the one in a million of a true clock. */
  wholeSecond: 1 / 2000,
  /** Seconds between two health checks of a server by the load balancer. */
  heartbeatSeconds: 15,
} as const;
