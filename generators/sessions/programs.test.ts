import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { builtInCourse } from '../course/built-in.ts';
import { wayOf, wrongProgram } from './own-way.ts';
import { ownProgram } from './programs.ts';

const PEOPLE = 300;
const inputs = builtInCourse()
  .chapters.flatMap(({ sequences }) => sequences.flatMap(({ elements }) => elements))
  .flatMap(({ problems }) => problems.flatMap((problem) => problem.inputs))
  .filter((input) => input.kind === 'code');

const by = (person: number, id: string, program: string): string =>
  ownProgram(stream('programs', 'hand', person), stream('programs', id, person), program, { set: 3, attempt: 1 });
const byAll = (id: string, program: string): string[] =>
  Array.from({ length: PEOPLE }, (_, person) => by(person, id, program));

/** The share of pairs that are the same. */
function likeness(programs: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const program of programs) counts.set(program, (counts.get(program) ?? 0) + 1);
  const pairs = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return pairs / (programs.length * (programs.length - 1));
}

test.each(inputs)('of 300 programs, right or wrong, few pairs are the same: $id', ({ id, answer, wrong }) => {
  for (const program of [answer, ...wrong]) expect(likeness(byAll(id, program))).toBeLessThan(0.02);
});

test('the same person hands in the same program again', () => {
  const { id, answer } = inputs[1]!;
  expect(by(7, id, answer)).toBe(by(7, id, answer));
});

test('whoever mends a program changes what was wrong, and little else', () => {
  const right = 'def gcd(a, b):\n    while b != 0:\n        a, b = b, a % b\n    return a';
  for (const person of [1, 2, 3, 4, 5]) {
    const [wrong, mended] = [right.replace('b != 0', 'b == 0'), right].map((program) =>
      by(person, 'gcd', program).split('\n'),
    );
    expect(mended!.filter((line, at) => line !== wrong![at])).toHaveLength(1);
  }
});

test('people solve it in ways of their own, and are wrong in many', () => {
  const random = stream('ways', 'test');
  for (const input of inputs) {
    const ways = Array.from({ length: PEOPLE }, (_, person) => wayOf(input, `person ${person}`));
    const answers = ways.map(({ answer }) => answer);
    if (input.others) expect(new Set(answers).size).toBe(1 + input.others.length);
    if (input.others) expect(answers.filter((answer) => answer === input.answer).length).toBeLessThan(0.5 * PEOPLE);
    const wrong = ways.map((way) => wrongProgram(random, input, way));
    expect(wrong.filter((program, person) => program === answers[person])).toEqual([]);
    expect(new Set(wrong).size).toBeGreaterThan(input.others ? 8 : 3);
  }
});

test('few decorate names, and those who do decorate all that they change, in one way', () => {
  const program = 'low = 1\nhigh = 2\nguess = low\nwhile guess < high:\n    guess = guess + 1\nprint guess';
  const decorated = byAll('decorated', program).map((own) => {
    const names = new Set(own.match(/\b(?:my_\w+|my[A-Z]\w+|\w+1|the[A-Z]\w+|cur_\w+|[a-z]+_)(?!\w)/g));
    return new Set([...names].map((name) => name.replace(/low|high|guess/i, '-'))).size;
  });
  expect(decorated.filter((ways) => ways > 1)).toEqual([]);
  const share = decorated.filter((ways) => ways === 1).length / PEOPLE;
  expect(share).toBeGreaterThan(0.01);
  expect(share).toBeLessThan(0.12);
});

test('numbers above a program are those of the set and the try', () => {
  const heads = Array.from({ length: PEOPLE }, (_, person) =>
    ownProgram(stream('hand', person), stream('head', person), 'print "a"\nprint "b"', { set: 4, attempt: 2 }),
  ).flatMap((own) => /^#+ ?((?:problem set|homework|pset|attempt|version) \d+)$/m.exec(own)?.[1] ?? []);
  expect(heads.length).toBeGreaterThan(20);
  expect(heads.filter((head) => !/^(?:(?:problem set|homework|pset) 4|(?:attempt|version) 2)$/.test(head))).toEqual([]);
});

test('a base case is remarked on where a function calls itself', () => {
  const [plain, recurs] = ['return 1', 'return f(x - 1)'].map((last) =>
    byAll('base', `def f(x):\n    if x < 1:\n        return 0\n    ${last}`).filter((own) => own.includes('base case')),
  );
  expect(plain).toEqual([]);
  expect(recurs!.length).toBeGreaterThan(0);
});

test('some leave blanks at the ends of lines, few end them with semicolons, and blocks never', () => {
  const owns = byAll('ends', 'x = 1\nwhile x < 9:\n    x += 1\nprint x');
  const share = (pattern: RegExp): number => owns.filter((own) => pattern.test(own)).length / PEOPLE;
  expect(share(/ $/m)).toBeGreaterThan(0.02);
  expect(share(/ $/m)).toBeLessThan(0.2);
  expect(share(/;$/m)).toBeGreaterThan(0);
  expect(share(/;$/m)).toBeLessThan(0.08);
  expect(share(/:;/)).toBe(0);
});

test('names that others use stay', () => {
  const program = 'import string\n\ndef f(x, digits=2):\n    y = round(x, digits)\n    return g.y(y, z=1)';
  for (const own of byAll('names', program))
    for (const name of [/^import string;? *$/m, /def f\(\w+, ?digits ?= ?2\)/, /g\.y\(\w+/, /round\(/])
      expect(own).toMatch(name);
});

test('two names never become one, and strings keep their text', () => {
  const program = 'low = 1\nhigh = 2\nletter = "low, high"\nprint low, high, letter';
  for (const own of byAll('clash', program)) {
    expect(new Set(/print ([^;]*)/.exec(own)![1]!.trim().split(/, ?/)).size).toBe(3);
    expect(own).toMatch(/["']low, high["']/);
  }
});

test('only lines that do not need each other change places', () => {
  const free = byAll('free', 'low = 1\nhigh = 2\nprint low');
  const bound = byAll('bound', 'low = 1\nhigh = low\nprint high');
  const last = (own: string): string => /(\d|\w+);? *\n(?:#.*\n)*print/.exec(own)![1]!;
  expect(new Set(free.map(last))).toEqual(new Set(['1', '2']));
  expect(bound.filter((own) => last(own) === '1')).toEqual([]);
});

test.each(['int main() {\n  return 0;\n}', 'SELECT name FROM people', '(define (f x) (+ x 1))'])(
  'what is not Python stays as it is: %s',
  (program) => expect(new Set(byAll('other', program))).toEqual(new Set([program])),
);
