import { dictOrder } from '../../src/spec/python-dict.ts';
import { MASK, PASSWORDS } from '../../src/spec/values.ts';
import type { Problem } from '../course/course.ts';
import type { ProblemState } from '../learners/progress.ts';
import { checkInputs } from './inputs.ts';

/** The maps of the deployed platform, their keys in the order of the dicts that Python printed [docs/format.md, Order of keys]. */

type Answers = ProblemState['answers'];

function inOrder<T>(keys: readonly string[], values: Readonly<Record<string, T>>): Record<string, T> {
  const ordered: Record<string, T> = {};
  for (const key of keys) ordered[key] = values[key]!;
  return ordered;
}

/** Parameters of a request, as the browser sends them. */
export type Sent = Readonly<Record<string, string | readonly string[]>>;

/** A request's parameters as the middleware logs them: lists of values, and masks of passwords. */
export function parameters(values: Sent): Record<string, string | string[]> {
  const lists: Record<string, string | string[]> = {};
  for (const key of dictOrder('copied', Object.keys(values))) {
    const value = values[key]!;
    const hidden = (PASSWORDS as readonly string[]).includes(key);
    lists[key] = hidden ? MASK : typeof value === 'string' ? [value] : [...value];
  }
  return lists;
}

const idsAsPosted = (problem: Problem, answers: Answers): readonly string[] =>
  dictOrder('answers', Object.keys(checkInputs(problem, answers)));

/** Answers as they come out of the parameters that a problem's form sends. */
export const postedAnswers = (problem: Problem, answers: Answers): Answers =>
  inOrder(idsAsPosted(problem, answers), answers);

/** The same, read back from the database. */
export const storedAnswers = (problem: Problem, answers: Answers): Answers =>
  inOrder(dictOrder('stored', idsAsPosted(problem, answers)), answers);

/** The ids of a correct_map; the grader puts them in as the problem has its inputs. */
export const markedIds = (marks: ProblemState['marks']): readonly string[] => dictOrder('plain', Object.keys(marks));

/** The same, read back from the database. */
export const storedIds = (marks: ProblemState['marks']): readonly string[] => dictOrder('stored', markedIds(marks));
