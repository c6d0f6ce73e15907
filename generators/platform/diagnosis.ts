/** What an interpreter says of a program that it is given, as far as its text shows: that of the grader, Python 2.7. */
import { remember } from '../../src/base/remember.ts';

/** What is found before any test runs, or by the first. */
export interface Finding {
  readonly line: number;
  readonly error: string;
}

const BUILT_IN = new Set(
  (
    'and as assert break class continue def del elif else except exec finally for from global if import in is lambda not or pass print raise return ' +
    'try while with yield None True False self abs all any dict enumerate float int len list map max min open range reversed round set sorted str sum ' +
    'tuple type xrange zip isinstance object raw_input input unicode chr ord bool long file iter next repr hash cmp filter reduce super id ' +
    'Exception ValueError KeyError IndexError TypeError NameError ZeroDivisionError RuntimeError StopIteration ArithmeticError __name__'
  ).split(' '),
);

/** Strings and remarks, each of which becomes what has no words. */
const QUOTED = /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;

/** A program without what its strings and remarks say: what is found in it is found in that. */
export const bareOf = (program: string): string =>
  program.replace(QUOTED, (text) => (text.startsWith('#') ? '' : `""${text.replace(/[^\n]/g, '')}`));

const OPENS_BLOCK = /^\s*(?:def|class|if|elif|else|for|while|try|except|finally|with)\b/;
const indentOf = (line: string): number => /^\s*/.exec(line)![0].length;

/** Names that a program binds somewhere. */
function boundIn(text: string): Set<string> {
  const bound = new Set<string>();
  const add = (names: string) => {
    for (const name of names.match(/[A-Za-z_]\w*/g) ?? []) bound.add(name);
  };
  for (const [, names] of text.matchAll(/^[ \t]*((?:\w+\s*,\s*)*\w+)\s*(?:[-+*/%]|\*\*|\/\/)?=(?!=)/gm)) add(names!);
  for (const [, names] of text.matchAll(/\bfor\s+\(?([\w\s,]+?)\)?\s+in\b/g)) add(names!);
  for (const [, name, names] of text.matchAll(/^[ \t]*(?:def|class)\s+(\w+)(?:\(([^)]*)\))?/gm))
    add(`${name} ${names ?? ''}`);
  for (const [, names] of text.matchAll(/^[ \t]*(?:from\s+)?((?:\S+\s+)?import\s+.+)$/gm)) add(names!);
  for (const [, names] of text.matchAll(/\b(?:lambda|as)\s+([\w\s,]+)/g)) add(names!);
  return bound;
}

/** How many more brackets a line opens than it closes. */
function opened(line: string): number {
  let more = 0;
  for (let index = 0; index < line.length; index += 1) {
    const mark = line[index]!;
    if (mark === '(' || mark === '[' || mark === '{') more += 1;
    else if (mark === ')' || mark === ']' || mark === '}') more -= 1;
  }
  return more;
}

/** What does not parse; the first of it. */
function syntaxError(lines: readonly string[]): Finding | undefined {
  let depth = 0;
  let header: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const isContinued = depth > 0;
    if (header !== undefined && !isContinued) {
      if (indentOf(line) <= indentOf(header))
        return { line: index + 1, error: 'IndentationError: expected an indented block' };
      header = undefined;
    }
    depth += opened(line);
    const invalid = { line: index + 1, error: 'SyntaxError: invalid syntax' };
    if (depth < 0) return invalid;
    if (isContinued || depth > 0) {
      // A bracket that nobody closes shows at the next statement.
      if (isContinued && OPENS_BLOCK.test(line) && !/\b(?:for|if|else)\b.*[\])}]/.test(line)) return invalid;
      continue;
    }
    if (/^\s*return\b/.test(line) && indentOf(line) === 0)
      return { ...invalid, error: "SyntaxError: 'return' outside function" };
    if (OPENS_BLOCK.test(line)) {
      if (!/:\s*(?:\S.*)?$/.test(line)) return invalid;
      if (/^\s*(?:if|elif|while)\b.*[^=!<>+\-*/%]=[^=]/.test(line)) return invalid;
      if (/:\s*$/.test(line)) header = line;
    }
    if (/^\s*\w+\s+(?:""|\w+\s*$)/.test(line) && !BUILT_IN.has(line.trim().split(/\s/)[0]!)) return invalid;
  }
  if (depth > 0) return { line: lines.length, error: 'SyntaxError: unexpected EOF while parsing' };
  return undefined;
}

/** The first name that nothing binds, and that is not given. */
function unknownName(text: string, lines: readonly string[], given: ReadonlySet<string>): Finding | undefined {
  const bound = boundIn(text);
  for (const name of given) bound.add(name);
  for (const [index, line] of lines.entries())
    for (const { 0: name, index: at } of line.matchAll(/(?<![\w.])[A-Za-z_]\w*/g))
      if (!BUILT_IN.has(name) && !bound.has(name) && !/^\s*=(?!=)/.test(line.slice(at + name.length)))
        return { line: index + 1, error: `NameError: name '${name}' is not defined` };
  return undefined;
}

/** Names that a right program uses and does not bind: they are given to whoever writes one. `false` of one that does not run. */
export const givenTo = remember((right: string): ReadonlySet<string> | false => {
  const bare = bareOf(right);
  if (syntaxError(bare.split('\n'))) return false;
  const bound = boundIn(bare);
  return new Set((bare.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? []).filter((name) => !bound.has(name)));
});

/**
 * What keeps a program from running, undefined where its text shows nothing of the kind.
 *
 * @param bare the program as {@link bareOf} has it
 * @param given names that it need not bind
 */
export function findingOf(bare: string, given: ReadonlySet<string>): Finding | undefined {
  const lines = bare.split('\n');
  return syntaxError(lines) ?? unknownName(bare, lines, given);
}

/** Whether a function gives nothing back: what it should return it prints, or forgets. */
export const givesNothing = (bare: string): boolean => /^\s*def\b/m.test(bare) && !/^\s+return\b[ \t]*\S/m.test(bare);

/** A program without what does not change its results, as far as its text shows: names, strings, blanks, remarks. */
export const skeletonOf = (bare: string): string =>
  bare
    .replace(/;\s*$/gm, '')
    .replace(/[A-Za-z_]\w*/g, 'w')
    .replace(/\s+/g, '');
