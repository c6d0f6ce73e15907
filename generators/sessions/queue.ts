/** The queue of the external grader: how many programs wait in it. */
import { interpolate } from '../../src/base/interpolate.ts';
import { hashedNormal } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import { SECOND } from '../../src/base/time.ts';
import type { Course } from '../course/course.ts';
import { sequencesOf } from '../course/sequences.ts';
import { isProgrammed } from '../course/programmed.ts';
import type { Behaviour } from '../learners/behaviour.ts';

/** Days on which sequences close that ask for programs. */
const deadlinesOf = onceFor((course: Course): readonly number[] => {
  const asks = sequencesOf(course).filter(({ sequence: { elements } }) =>
    elements.some(({ problems }) => problems.some(isProgrammed)),
  );
  return [...new Set(asks.flatMap(({ sequence }) => sequence.due ?? []))];
});

/** How the queue fills and empties: a value that drifts within so many seconds, of mean 0 and a deviation of about 1. */
const drift = (seed: string, now: number, seconds: number): number =>
  interpolate(now / (seconds * SECOND), (nth) => hashedNormal(seed, `queue ${seconds}`, nth));

/**
 * How many programs wait for the grader of a course, the same for whoever asks at that time: what a queue has that is busy for a share of
 * the time. Nobody's lines depend on who else is there, so nobody is counted.
 *
 * @param day of the course, with its fraction
 * @param now microseconds since 1970
 */
export function waitingAt(
  seed: string,
  course: Course,
  habits: Behaviour['problem'],
  day: number,
  now: number,
): number {
  const { usual, last, hours } = habits.queue;
  const left = deadlinesOf(course).reduce((least, due) => (due >= day ? Math.min(least, due - day) : least), Infinity);
  const busy = usual + (last - usual) * Math.exp((-left * 24) / hours);
  const level = 0.8 * drift(seed, now, 1200) + 0.75 * drift(seed, now, 60);
  const share = 1 / (1 + Math.exp(1.7 * level));
  return Math.floor(Math.log(share) / Math.log(busy));
}
