/** The external grader of programs: what it posts when it has come so far, and how often a page asks for that. */
import { SECOND } from '../../src/base/time.ts';
import { hash, lognormal, pick, stream } from '../../src/base/random/index.ts';
import { asDict } from '../../src/spec/python-dict.ts';
import type { Course, Problem } from '../course/course.ts';
import type { Learner } from '../learners/learner.ts';
import type { Mark, ProblemState } from '../learners/progress.ts';
import { latency } from '../model/connection.ts';
import type { SessionContext } from '../model/session-context.ts';
import { bareOf, findingOf, givenTo, givesNothing, skeletonOf } from './diagnosis.ts';
import type { Sent } from './python-maps.ts';

type Dict = Readonly<Record<string, string | number | boolean>>;

/** As json.dumps prints a dict of texts, numbers and truths. */
const dumped = (dict: Dict): string =>
  `{${Object.entries(dict)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(', ')}}`;

/** The order of a dict's keys, by the grader's Python. */
export type Order = (dict: Dict) => Dict;
export const ORDERS = {
  python2: (dict) => asDict('literal', dict),
  python3: (dict) => dict,
} as const satisfies Record<string, Order>;

/** Values of a test, such as a grader shows: the same for whoever is tested. */
const valueOf = (location: string, test: number): number => hash(location, 'expected', test) % 100;

/** What is wrong with a program that runs: one of the tests, whose values are the same for all who have made the same mistake. */
function complaint(location: string, bare: string, skeleton: string, test: number): string {
  const expected = valueOf(location, test);
  if (givesNothing(bare)) return `Test ${test} failed: expected ${expected}, got None`;
  const mistake = hash(location, skeleton, test);
  const lines = bare.split('\n').length;
  if (/\bwhile\b/.test(bare) && mistake % 3 === 0)
    return `Test ${test}: time limit of ${2 + (hash(location, 'limit', 0) % 9)} s exceeded`;
  if (/\[[^\]]*[-+]/.test(bare) && mistake % 5 === 1)
    return `Line ${1 + (mistake % lines)}: IndexError: list index out of range`;
  const got = (expected + 1 + (mistake % 60)) % 100;
  return `Test ${test} failed: expected ${expected}, got ${got}`;
}

/** A program that waits for its marks: the key by which the course finds it, when it was sent, how many wait before it, and whether it is right. */
type Queued = NonNullable<Mark['queued']>;

/** What a grader tells of a program, and what it gives for it. */
type Told = Pick<Mark, 'message' | 'points'>;

/** A program, and the course's own. */
interface SentIn {
  readonly program: string;
  readonly answer: string;
}

/** A problem has its tests. */
const testsOf = (location: string): number => 3 + (hash(location, 'tests', 0) % 10);

const messageOf = (says: string): string => `<div class="test"><p>${says}</p></div>`;

function toldOfRight(location: string, key: string): Told {
  const random = stream(key, 'result');
  const tests = testsOf(location);
  const took = `${lognormal(random, -1, 0.8).toFixed(2)} s`;
  const says = ['All tests passed.', `${tests} of ${tests} tests passed.`, `Correct: ${tests} tests, ${took}.`];
  return { message: messageOf(pick(random, says)), points: 1 };
}

/** A mistake fails the same tests whoever makes it. */
function toldOfWrong(location: string, { program, answer }: SentIn): Told {
  const tests = testsOf(location);
  const bare = bareOf(program);
  const given = givenTo(answer);
  const finding = given && findingOf(bare, given);
  const skeleton = finding ? '' : skeletonOf(bare);
  const passed = finding ? 0 : hash(location, skeleton, 0) % tests;
  const wrong = finding ? `Line ${finding.line}: ${finding.error}` : complaint(location, bare, skeleton, passed + 1);
  const says = `${passed} of ${tests} tests passed. ${wrong}`;
  const score = hash(location, 'partial', 0) % 5 < 2 ? Math.round((passed / tests) * 100) / 100 : 0;
  return { message: messageOf(says), points: score };
}

/** What a grader finds of a program. It follows from what it was sent, so that all dialects know of the same marks. */
export function resultOf(location: string, { key, right }: Queued, sent: SentIn): Mark {
  let known: Told | undefined;
  // To read a program takes longer than all else about it, and of most nobody asks more than whether it is right.
  const told = (): Told => (known ??= right ? toldOfRight(location, key) : toldOfWrong(location, sent));
  return {
    right,
    hint: '',
    queued: undefined,
    get message() {
      return told().message;
    },
    get points() {
      return told().points;
    },
  };
}

/**
 * What a grader posts of a program.
 *
 * @param user the user's id
 */
export function postOf(
  { url, org, number }: Course,
  location: string,
  user: number,
  key: string,
  { right, message, points }: Mark,
  order: Order,
): { readonly path: string; readonly POST: Sent } {
  const { host, pathname } = new URL(url);
  const path = `${pathname}/xqueue/${user}/${location}/score_update`;
  const POST = {
    xqueue_header: dumped(
      order({
        lms_callback_url: `https://${host}${path}`,
        lms_key: key,
        queue_name: `${org}-${number.replaceAll('.', '')}`,
      }),
    ),
    xqueue_body: dumped(order({ msg: message, correct: right, score: points! })),
  };
  return { path, POST };
}

/** Seconds until the external grader has marked a program, lognormal: its tests, and those of each program that waits before it (choices: minutes to hours). */
const TESTS = { mean: Math.log(200), sd: 1.2 };
const BEFORE = { mean: Math.log(110), sd: 0.35 };

/** When a program has its marks, microseconds since 1970. */
export function markedAt({ key, time, usual }: Queued): number {
  const random = stream(key, 'marked');
  const seconds = lognormal(random, TESTS.mean, TESTS.sd) + usual * lognormal(random, BEFORE.mean, BEFORE.sd);
  return time + Math.round(seconds * SECOND);
}

/** What a grader has posted of a program: when, microseconds since 1970, and from where. */
export interface Graded extends ReturnType<typeof postOf> {
  readonly time: number;
  readonly ip: string;
}

/** What the external grader posts of a program that is handed in now, when it has come so far, whoever is still there. */
export function gradeOutside(
  { learner, course }: SessionContext,
  { location, inputs }: Problem,
  { answers, marks }: ProblemState,
  order: Order,
): Graded {
  const place = marks.findIndex((mark) => mark.queued);
  const queued = marks[place]!.queued!;
  const found = resultOf(location, queued, { program: String(answers[place]), answer: String(inputs[place]!.answer) });
  const [org, net] = [hash(course.org, 'grader', 0) % 256, hash(course.org, 'grader', 1) % 256];
  const post = postOf(course, location, learner.accountNumber, queued.key, found, order);
  return { ...post, time: markedAt(queued), ip: `10.${org}.${net}.17` };
}

/** Programs that wait for their marks. */
export class WaitingPrograms {
  /** When they get them, microseconds since 1970, by problem. */
  readonly #until = new WeakMap<Learner, Map<string, number>>();

  add({ home }: Learner, location: string, until: number): void {
    const times = this.#until.get(home) ?? new Map<string, number>();
    this.#until.set(home, times);
    times.set(location, until);
  }

  /** When somebody's program for a problem gets its marks; undefined where none waits now. */
  until({ learner: { home }, now }: SessionContext, location: string): number | undefined {
    const times = this.#until.get(home);
    const time = times?.get(location);
    if (time === undefined || time > now) return time;
    times!.delete(location);
    return undefined;
  }
}

/** Microseconds until a page asks for marks for the first time: so many hundredths of a second as programs wait in the queue [capa/display.coffee]. */
export const firstPoll = (marks: readonly Mark[]): number =>
  10_000 * Math.max(...marks.map(({ queued }) => queued?.ahead ?? 0));

/** From one answer on, so many microseconds until it asks again. */
export const POLLS_AGAIN = SECOND;

/**
 * A page asks for marks as often as its script does, until they are there or it gives up.
 *
 * @param first microseconds from now until it asks for the first time
 * @param marked when the marks are there, microseconds since 1970
 * @param again microseconds from one answer until it asks once more, by how often it has asked; undefined where it gives up
 * @param ask is given microseconds from now
 * @returns lets the page be for so many seconds; tells whether it has asked for the last time
 */
export function polls(
  visit: SessionContext,
  first: number,
  marked: number,
  again: (asked: number) => number | undefined,
  ask: (delay: number) => void,
): (seconds: number) => boolean {
  let next = visit.now + first;
  let asked = 0;
  return (seconds) => {
    const until = visit.now + seconds * SECOND;
    while (next < until) {
      ask(Math.max(0, next - visit.now));
      asked += 1;
      const wait = next >= marked ? undefined : again(asked);
      if (wait === undefined) return true;
      next += wait + latency(visit, 0.12);
    }
    return false;
  };
}
