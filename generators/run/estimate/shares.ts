/** About what a part should take: long beside a process's start, short beside what a cluster lets run, or what one would do again. */
const HOURS_A_PART = 1;

/** The most servers that a run can have. */
const MOST_SERVERS = 999;

/** How a run is best split. */
export interface Shares {
  /** For `--part I/N`. */
  readonly parts: number;
  /** Of the largest part, so that all parts fit what is foreseen for it. */
  readonly poolsAPart: number;
  readonly hoursAPart: number;
  /** With so many servers each part would take about an hour; undefined where it does already, or no number of them is enough. */
  readonly servers: number | undefined;
}

/**
 * How to split a run into parts of about an hour each. A pool is the smallest piece, and each thread of a part wants one.
 *
 * @param hours of a core, for all
 * @param jobs threads a part
 */
export function sharesOf(hours: number, pools: number, jobs: number): Shares {
  const hoursAPool = hours / pools;
  const rounds = Math.max(1, Math.floor(HOURS_A_PART / hoursAPool));
  const poolsAPart = Math.min(pools, rounds * jobs);
  const parts = Math.ceil(pools / poolsAPart);
  const wanted = 2 * Math.ceil(hours / HOURS_A_PART);
  const isCoarse = hoursAPool > 1.5 * HOURS_A_PART;
  return {
    parts,
    poolsAPart: Math.ceil(pools / parts),
    hoursAPart: Math.ceil(Math.ceil(pools / parts) / jobs) * hoursAPool,
    servers: isCoarse && 2 * pools < MOST_SERVERS ? Math.min(MOST_SERVERS, wanted) : undefined,
  };
}
