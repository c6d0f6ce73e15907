import { expect, test } from 'vitest';
import { builtInCourse } from '../course/built-in.ts';
import { bareOf, findingOf, givenTo, givesNothing, skeletonOf } from './diagnosis.ts';
import { ORDERS, postOf, resultOf } from './external-grader.ts';

const programs = builtInCourse()
  .chapters.flatMap(({ sequences }) => sequences.flatMap(({ elements }) => elements))
  .flatMap(({ problems }) => problems.flatMap(({ inputs }) => inputs))
  .flatMap((input) =>
    input.kind === 'code' ? [input, ...(input.others ?? [])].map(({ answer }) => [answer, input.answer] as const) : [],
  );

test('of a right program nothing is found', () => {
  expect(programs.length).toBeGreaterThan(50);
  expect(
    programs
      .filter(([way, taught]) => findingOf(bareOf(way), givenTo(taught) as ReadonlySet<string>))
      .map(([way]) => way),
  ).toEqual([]);
});

test.each([
  ['def f(x)\n    return x', 1, 'SyntaxError: invalid syntax'],
  ['def f(x):\n    if x = 1:\n        return x', 2, 'SyntaxError: invalid syntax'],
  ['def f(x):\nreturn x', 2, 'IndentationError: expected an indented block'],
  ['x = 1\nreturn x', 2, "SyntaxError: 'return' outside function"],
  ['Print "hello"', 1, 'SyntaxError: invalid syntax'],
  ['print (1 + (2)', 1, 'SyntaxError: unexpected EOF while parsing'],
  ['def f(x):\n    # y is known\n    return "y" + x + y', 3, "NameError: name 'y' is not defined"],
])('%j', (program, line, error) => expect(findingOf(bareOf(program), new Set())).toEqual({ line, error }));

test('what is printed is not given back', () => {
  expect(givesNothing('def f(x):\n    print x')).toBe(true);
  expect(givesNothing('def f(x):\n    return x')).toBe(false);
});

test('a grader finds right what is right, and says of what is wrong what is wrong', () => {
  const verdict = (right: boolean, program: string): Record<string, unknown> => {
    const queued = { key: 'k', time: 0, ahead: 0, usual: 0, right };
    const sent = { program, answer: 'def f(x):\n    return x' };
    const found = resultOf('i4x://a/b/problem/c', queued, sent);
    const { POST } = postOf(builtInCourse(), 'i4x://a/b/problem/c', 7, 'k', found, ORDERS.python2);
    return JSON.parse(String(POST['xqueue_body'])) as Record<string, unknown>;
  };
  expect(verdict(true, 'def f(x):\n    return x')).toMatchObject({ correct: true, score: 1 });
  expect(verdict(false, 'def f(x):\n    return y')).toMatchObject({ correct: false });
  expect(verdict(false, 'def f(x):\n    return y')['msg']).toContain("Line 2: NameError: name 'y' is not defined");
  expect(verdict(false, 'def f(x):\n    print x')['msg']).toContain('got None');
  expect(verdict(false, 'def f(x):\n    return x + 1')).toEqual(verdict(false, 'def f(me):\n  return me+1'));
});

test('names, remarks and blanks do not change what a mistake is', () => {
  expect(skeletonOf(bareOf('def f(x):\n    return x+1 # so'))).toBe(
    skeletonOf(bareOf('def g(my_x):\n\treturn my_x + 1')),
  );
  expect(skeletonOf('def f(x):\n    return x+1')).not.toBe(skeletonOf('def f(x):\n    return x+2'));
});
