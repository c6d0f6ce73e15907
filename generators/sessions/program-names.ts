/** What people call things in programs of a first course; any other name is shortened, if at all. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  a: ['x', 'first', 'num1', 'one', 'p', 'left'],
  b: ['y', 'second', 'num2', 'two', 'q', 'right'],
  average: ['mean', 'avg', 'mid'],
  counts: ['freq', 'd', 'howOften', 'tally'],
  count: ['n', 'total', 'counter', 'vowels', 'c', 'numVowels', 'cnt'],
  epsilon: ['eps', 'e', 'tol', 'error'],
  found: ['out', 'res', 'answer', 'L'],
  guess: ['mid', 'g', 'middle', 'ans', 'm'],
  high: ['hi', 'upper', 'top', 'h'],
  i: ['k', 'idx', 'index', 'j', 'pos'],
  inner: ['r1', 'small', 'r_in', 'rIn', 'r'],
  letter: ['c', 'ch', 'char', 'let', 'l'],
  letters: ['chars', 'n_letters', 'size'],
  line: ['row', 'l', 'ln', 'text'],
  low: ['lo', 'lower', 'bottom', 'l'],
  memory: ['memo', 'cache', 'known', 'seen', 'd'],
  n: ['num', 'stairs', 'k', 'number', 'steps'],
  name: ['who', 'greeting', 'w', 'user', 'person', 's'],
  number: ['num', 'no', 'n', 'i'],
  outer: ['r2', 'big', 'r_out', 'rOut', 'R'],
  pi: ['PI', 'p', 'PiValue'],
  result: ['res', 'ret', 'ans', 'out', 'answer'],
  total: ['sum_', 'tot', 't', 'all_'],
  word: ['w', 'wd', 'token', 'item'],
  x: ['num', 'val', 'value', 'n', 'number'],
};

/** All names somebody may give what the course calls `name`. */
export function namesFor(name: string): readonly string[] {
  const short = name.length > 4 ? [name.slice(0, 3), name.slice(0, 4), name[0]!] : [];
  return [...(SYNONYMS[name] ?? []), ...short];
}

/** Ways to make a name of one's own of another one, which some people keep to throughout. */
export const DECORATIONS: readonly ((name: string) => string)[] = [
  (name) => `my_${name}`,
  (name) => `my${name[0]!.toUpperCase()}${name.slice(1)}`,
  (name) => `${name}1`,
  (name) => `the${name[0]!.toUpperCase()}${name.slice(1)}`,
  (name) => `cur_${name}`,
  (name) => `${name}_`,
];
