import { chance, lognormal, type Stream } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';

/** What a browser says at a time, microseconds since 1970. */
export type AgentAt = (time: number) => string;

/** One browser on one device: draws what its owner's is like. */
export type Make = (random: Stream, lag: number) => AgentAt;

/** Days from a release until somebody has it: mostly within weeks; one in twelve is behind by many months. */
const lagOf = (random: Stream): number =>
  (chance(random, 1 / 12) ? lognormal(random, 5.3, 0.5) : lognormal(random, 1.6, 0.9)) * DAY;

/** A browser, as one person has it. */
export const made = (random: Stream, make: Make): AgentAt => make(random, lagOf(random));
