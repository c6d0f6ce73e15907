import { expect, test } from 'vitest';
import { resultOf, Running, type Activity } from './activity.ts';

/** All steps of an activity, and what comes of it. */
function live<Result>(activity: Activity<Result>): { steps: number[]; result: Result } {
  const running = new Running(activity);
  const steps: number[] = [];
  for (;;) {
    const { done, value } = running.next();
    if (done) return { steps, result: value };
    steps.push(value);
  }
}

test('what is yielded or delegated to is done where it stands, however deep, and gives what comes of it', () => {
  function* inner(depth: number): Activity<string> {
    yield depth;
    if (depth === 0) return 'end';
    const result = depth % 2 === 0 ? yield* inner(depth - 1) : yield* resultOf(inner(depth - 1));
    yield depth + 0.5;
    return `${depth} ${result}`;
  }
  function* outer(): Activity<string> {
    yield inner(1) as Activity<unknown>;
    return yield* resultOf(inner(3));
  }
  expect(live(outer())).toEqual({ steps: [1, 0, 1.5, 3, 2, 1, 0, 1.5, 2.5, 3.5], result: '3 2 1 end' });
});

test('what is thrown within ends all, from the inside out, and what they do finally is done', () => {
  const ended: string[] = [];
  function* failing(): Activity {
    yield 1;
    throw new Error('no answer');
  }
  function* within(name: string, activity: Activity): Activity {
    try {
      yield activity;
    } finally {
      ended.push(name);
    }
    yield 2;
  }
  expect(() => live(within('outer', within('inner', failing())))).toThrow('no answer');
  expect(ended).toEqual(['inner', 'outer']);
});
