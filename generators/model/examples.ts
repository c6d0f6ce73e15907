/** Examples: essays of the teachers' own, by which peers learn to grade before they are dealt those of others. */
import { hashedNormal, hashedShare } from '../../src/base/random/index.ts';
import type { Task } from '../course/course.ts';
import type { Learner } from '../learners/learner.ts';

/** Somebody marks so many examples at least, and at most [peer_grading_service: the defaults of 2013]. */
export const EXAMPLES = { least: 3, most: 6 };

/** Whoever is off by less than this share of the rubric's range needs no more of them, by twice as much one more, and so on; chance has so much to do with it (choices). */
const OFF = 0.05;
const CHANCE_SD = 0.05;

/** How many examples somebody marks at a task, until it marks much as the teachers do. */
export function examplesFor({ bias, number }: Learner, { key }: Task): number {
  const off = Math.abs(bias + CHANCE_SD * hashedNormal(key, 'marks examples', number));
  return Math.min(EXAMPLES.most, EXAMPLES.least + Math.floor(off / OFF));
}

/** How good an example is, from 0 to 1: teachers show bad ones too (a choice). */
export const qualityOfExample = ({ key }: Task, example: number): number =>
  0.15 + 0.8 * hashedShare(key, 'example', example);

/** What teachers give for an example, by category of the rubric, in which it is better or worse than as a whole (a choice). */
export const marksOfExample = (task: Task, example: number): number[] =>
  task.rubric.map((highest, category) => {
    const quality = qualityOfExample(task, example) + 0.3 * (hashedShare(task.key, `in ${category}`, example) - 0.5);
    return Math.min(highest, Math.max(0, Math.round(quality * highest)));
  });
