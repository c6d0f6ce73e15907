import { onceFor } from '../../src/base/remember.ts';
import { dictOrder } from '../../src/spec/python-dict.ts';
import { MASK, PASSWORDS } from '../../src/spec/values.ts';
import type { Problem } from '../course/course.ts';
import { fieldsOf, idsOf, type KeyOrder } from './inputs.ts';

/** The maps of the deployed platform, their keys in the order of the dicts that Python printed [docs/format.md, Order of keys]. */

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

/** Ids of a problem's inputs in the order of a dict. */
const inOrder = ({ inputs }: Problem, ids: readonly string[]): KeyOrder => ({
  keys: ids,
  places: ids.map((id) => inputs.findIndex((input) => input.id === id)),
});

/** Of answers as they come out of the parameters that a problem's form sends. */
export const postedIds = onceFor((problem: Problem) => inOrder(problem, dictOrder('answers', fieldsOf(problem).keys)));

/** The same, read back from the database. */
export const storedIds = onceFor((problem: Problem) => inOrder(problem, dictOrder('stored', postedIds(problem).keys)));

/** Of a correct_map; the grader puts them in as the problem has its inputs. */
export const markedIds = onceFor((problem: Problem) => inOrder(problem, dictOrder('plain', idsOf(problem).keys)));

/** The same, read back from the database. */
export const storedMarkIds = onceFor((problem: Problem) =>
  inOrder(problem, dictOrder('stored', markedIds(problem).keys)),
);
