/** How long people put off what is due: some do it as soon as it is there, and some in its last hour, time after time. */
import { weibull, type Stream } from '../../src/base/random/index.ts';
import type { Behaviour } from './behaviour.ts';
import { ownChance } from './habits.ts';
import type { Learner } from './learner.ts';

/** Standard deviations of the logarithm of an exponential number, of a logistic one, and of what people differ by ({@link Learner.earliness}). */
const OF_EXPONENTIAL = Math.PI / Math.sqrt(6);
const OF_LOGISTIC = Math.PI / Math.sqrt(3);
const OF_PEOPLE = OF_LOGISTIC / 1.7;

/** Euler's constant: by so much the logarithm of an exponential number of mean 1 is below 0 on average. */
const EULER = 0.5772;

type Hurry = Pick<Learner, 'earliness'>;

/**
 * Hours between a sitting that a deadline sets and the deadline: of people nearly as the distribution says, of each person nearer to its own.
 *
 * @param putsOff the share of the logarithm's variance that lies between people
 */
export function hoursBefore(
  random: Stream,
  { earliness }: Hurry,
  { shape, scale }: Behaviour['calendar']['deadlineHours'],
  putsOff: number,
): number {
  const rest = shape / Math.sqrt(1 - putsOff);
  const own = (Math.sqrt(putsOff) * OF_EXPONENTIAL) / OF_PEOPLE / shape;
  return weibull(random, rest, scale * Math.exp(own * earliness + EULER * (1 / rest - 1 / shape)));
}

/**
 * The chance that somebody takes up what is due at a sitting, of that which people have then on average.
 *
 * @param putsOff the share of the variance between people and sittings that lies between people
 */
export const takesUpNow = ({ earliness }: Hurry, average: number, putsOff: number): number =>
  ownChance(average, (Math.sqrt(putsOff / (1 - putsOff)) * OF_LOGISTIC) / OF_PEOPLE, earliness);
