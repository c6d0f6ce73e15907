/** What a wait on a problem depends on: the deed that ends it, whoever waits, and how it has gone so far. */
import { beforeAll, expect, test } from 'vitest';
import { entryOf, type Entry } from '../../testing/causality/entry.test.support.ts';
import { median } from '../../testing/calibration/numbers.ts';
import { betweenGroups } from '../../testing/calibration/tells.ts';
import { builtInCourse } from '../course/built-in.ts';
import { sequencesOf } from '../course/sequences.ts';
import { SECOND } from '../../src/base/time.ts';
import { linesOf } from '../../testing/runs.ts';

/** A sitting ends with a gap of so many seconds. */
const SITTING = 1800;

/** A check that is marked, or an answer that is shown. */
interface Step {
  readonly username: string;
  readonly cause: 'right' | 'wrong' | 'shown';
  /** How many checks in a row were wrong by then, and how many deeds of the sitting are to come. */
  readonly wrongs: number;
  readonly left: number;
  /** What comes next, and after how many seconds. */
  readonly next: string;
  readonly seconds: number;
  /** How often the problem may still be checked. */
  readonly attemptsLeft: number;
}

const allowed = new Map(
  sequencesOf(builtInCourse()).flatMap(({ sequence }) =>
    sequence.elements.flatMap(({ problems }) =>
      problems.map(({ location, attempts = Infinity }) => [location, attempts] as const),
    ),
  ),
);

/** Times in a sitting at which somebody clicked. */
type Clicks = readonly { readonly type: string; readonly time: number }[];

function stepsOf(entries: readonly Entry[]): Step[] {
  const clicks = entries.filter(({ source }) => source === 'browser');
  let wrongs = 0;
  let at = 0;
  return entries.flatMap((entry) => {
    while (at < clicks.length && clicks[at]!.time <= entry.time) at += 1;
    const { type, payload, username, time } = entry;
    const cause = causeOf(entry);
    if (!cause) return [];
    if (type === 'save_problem_check') wrongs = cause === 'right' ? 0 : wrongs + 1;
    const left = leftOf(clicks.slice(at), time);
    const after = clicks[at];
    const attemptsLeft = (allowed.get(payload.problem_id) ?? Infinity) - (payload.attempts ?? 0);
    const next = after === undefined || left === 0 ? 'nothing' : after.type;
    return [{ username, cause, wrongs, left, next, seconds: after ? (after.time - time) / SECOND : 0, attemptsLeft }];
  });
}

function causeOf({ type, payload }: Entry): Step['cause'] | undefined {
  if (type === 'show_answer') return 'shown';
  if (type !== 'save_problem_check' || Object.values<Entry['payload']>(payload.correct_map).some(isQueued))
    return undefined;
  return payload.success === 'correct' ? 'right' : 'wrong';
}

const isQueued = ({ queuestate }: Entry['payload']): boolean => queuestate.key !== '';

function leftOf(clicks: Clicks, from: number): number {
  const end = clicks.findIndex(({ time }, index) => time - (clicks[index - 1]?.time ?? from) > SITTING * SECOND);
  return end < 0 ? clicks.length : end;
}

/** Things by whose they are. */
function grouped<T extends { readonly username: string }>(things: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const mine = groups.get(thing.username) ?? [];
    groups.set(thing.username, mine);
    mine.push(thing);
  }
  return groups;
}

let steps: Step[];
beforeAll(async () => {
  const lines = await linesOf({ users: 1000, days: 30, seed: 'waits' });
  const byLearner = grouped(lines.map(entryOf));
  steps = [...byLearner].filter(([username]) => username !== '').flatMap(([, entries]) => stepsOf(entries));
});

const gaps = (cause: Step['cause'], next: string): number[] =>
  steps.filter((step) => step.cause === cause && step.next === next).map(({ seconds }) => seconds);
const share = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length / items.length;
const below = (values: readonly number[], seconds: number): number => share(values, (value) => value < seconds);

test('who is right moves on sooner than it goes elsewhere, and looks at the marks before it asks for the answer', () => {
  const [next, elsewhere, answer] = ['seq_next', 'seq_goto', 'problem_show'].map((type) => gaps('right', type));
  expect(median(elsewhere!) / median(next!)).toBeGreaterThan(1.35);
  expect(below(next!, 5) / below(answer!, 5)).toBeGreaterThan(1.8);
});

test('an answer that is shown is looked at for longer before something else than the next', () => {
  expect(median(gaps('shown', 'seq_goto')) / median(gaps('shown', 'seq_next'))).toBeGreaterThan(1.2);
  expect(median(gaps('shown', 'problem_check')) / median(gaps('shown', 'seq_next'))).toBeLessThan(0.8);
});

test('nobody turns to the book before it has read that it was wrong', () => {
  const book = gaps('wrong', 'book');
  expect(book.length).toBeGreaterThan(50);
  expect(below(book, 5)).toBeLessThan(0.05);
});

test.each([
  ['right', 'seq_next'],
  ['wrong', 'problem_check'],
] as const)('%s, then %s: some are slow, some are quick', (cause, next) => {
  const logs = steps.filter((step) => step.cause === cause && step.next === next && step.seconds < SITTING);
  const byLearner = grouped(logs);
  expect(
    betweenGroups([...byLearner.values()].map((mine) => mine.map(({ seconds }) => Math.log(seconds)))),
  ).toBeGreaterThan(0.06);
});

test('who was wrong again and again is sooner gone', () => {
  const gone = (is: (wrongs: number) => boolean): number =>
    share(
      steps.filter(({ wrongs, cause }) => cause !== 'shown' && is(wrongs)),
      ({ left }) => left <= 6,
    );
  expect(gone((wrongs) => wrongs > 4) / gone((wrongs) => wrongs < 2)).toBeGreaterThan(1.1);
});

test('some take care before the last try', () => {
  const waits = (isLast: boolean): number[] =>
    steps
      .filter(
        ({ cause, next, attemptsLeft }) =>
          cause === 'wrong' && next === 'problem_check' && (isLast ? attemptsLeft === 1 : attemptsLeft > 1),
      )
      .map(({ seconds }) => seconds);
  expect(waits(true).length).toBeGreaterThan(50);
  expect(median(waits(true)) / median(waits(false))).toBeGreaterThan(1.2);
});
