/** The external grader of programs: what it posts when it has come so far, and how often a page asks for that. */
import { chance, integer, lognormal, pick, type Stream } from '../../src/base/random/index.ts';
import { asDict } from '../../src/spec/python-dict.ts';
import type { Course } from '../course/course.ts';
import type { Mark } from '../learners/progress.ts';
import type { Sent } from './python-maps.ts';

/** As json.dumps prints a dict of texts, numbers and truths. */
const dumped = (dict: Readonly<Record<string, string | number | boolean>>): string =>
  `{${Object.entries(asDict('literal', dict))
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(', ')}}`;

const NAMES = ['n', 'result', 'lst', 'total', 'count', 'word', 'i', 'x', 'memo'];

/** What is wrong with a program: mostly one of its tests. */
function complaint(random: Stream, tests: number): string {
  const test = integer(random, 1, tests);
  const line = integer(random, 2, 24);
  return pick(random, [
    () => `Test ${test} failed: expected ${integer(random, 0, 120)}, got ${integer(random, 0, 120)}`,
    () => `Test ${test} failed: expected ${integer(random, 1, 99)}, got None`,
    () => `Line ${line}: NameError: name '${pick(random, NAMES)}' is not defined`,
    () => `Line ${line}: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'`,
    () => `Line ${line}: IndexError: list index out of range`,
    () => `Line ${line}: SyntaxError: invalid syntax`,
    () => `Line ${line}: IndentationError: expected an indented block`,
    () => `Test ${test}: time limit of ${integer(random, 2, 10)} s exceeded`,
    () => `Test ${test}: RuntimeError: maximum recursion depth exceeded`,
  ])();
}

/**
 * What a grader posts of a program.
 *
 * @param key by which the course finds what it sent
 * @param user the user's id
 */
export function marksOf(
  random: Stream,
  { url, org, number }: Course,
  location: string,
  user: number,
  key: string,
): { readonly path: string; readonly POST: Sent } {
  const { host, pathname } = new URL(url);
  const path = `${pathname}/xqueue/${user}/${location}/score_update`;
  const tests = integer(random, 3, 12);
  const right = chance(random, 0.5);
  const passed = right ? tests : integer(random, 0, tests - 1);
  const took = `${lognormal(random, -1, 0.8).toFixed(2)} s`;
  const says = right
    ? pick(random, ['All tests passed.', `${tests} of ${tests} tests passed.`, `Correct: ${tests} tests, ${took}.`])
    : `${passed} of ${tests} tests passed. ${complaint(random, tests)}`;
  const score = right ? 1 : chance(random, 0.4) ? Math.round((passed / tests) * 100) / 100 : 0;
  const POST = {
    xqueue_header: dumped({
      lms_callback_url: `https://${host}${path}`,
      lms_key: key,
      queue_name: `${org}-${number.replaceAll('.', '')}`,
    }),
    xqueue_body: dumped({ msg: `<div class="test"><p>${says}</p></div>`, correct: right, score }),
  };
  return { path, POST };
}

/** Microseconds until a page asks for marks for the first time: so many hundredths of a second as programs wait in the queue [capa/display.coffee]. */
export const firstPoll = (marks: Readonly<Record<string, Mark>>): number =>
  10_000 * Math.max(...Object.values(marks).map(({ message }) => Number(/length: (\d+)/.exec(message)?.[1] ?? 0)));

/** From one answer on, so many microseconds until it asks again. */
export const POLLS_AGAIN = 1e6;
