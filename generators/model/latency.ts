/** A server takes so many microseconds over a request at most. */
export const LONGEST_LATENCY = 1.5e6;

/** So many microseconds after a click its last line is written, at the latest: a request's latency, and that of what answers it. */
export const LONGEST_ANSWER = 2 * LONGEST_LATENCY;
