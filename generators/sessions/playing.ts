/** How players play, whatever makes them. */
import { chance, lognormal } from '../../src/base/random/index.ts';
import type { Session } from '../model/session.ts';

/** Seconds from the log of a play until the player moves: mostly hardly any, now and then it stutters. */
const PLAYER = { mean: -3, sd: 1 };

export const playerDelay = ({ random }: Session): number =>
  chance(random, 0.05) ? lognormal(random, 0.9, 0.8) : lognormal(random, PLAYER.mean, PLAYER.sd);

/** Seconds until it goes on at another speed. */
export const changeDelay = ({ networkRandom }: Session): number => lognormal(networkRandom, PLAYER.mean, PLAYER.sd);

/** Seconds that anything plays at least: no hand is faster. */
export const SHORTEST_RUN = 0.25;

/** The slider gives whole seconds. */
export const slid = Math.floor;
