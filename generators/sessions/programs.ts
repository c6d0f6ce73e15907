import { chance, integer, pick, type Stream } from '../../src/base/random/index.ts';
import { namesFor } from './program-names.ts';

/** Looks like Python, whose rules the rewriting keeps; anything else that a course file asks for is handed in as it is. */
const IS_PYTHON =
  /^\s*(?:(?:class|def|for|while|if)\b.*:\s*(?:#.*)?$|def \w+\([^)]*\)[ \t]*(?:#.*)?$|[Pp]rint ["'\w]|import \w)/m;
const IS_OTHER = /;\s*$|[\w)]\s*\{\s*$/m;

const TOKEN =
  /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|[\p{L}_][\p{L}\d_]*|\d[\w.]*|\n[ \t]*|[ \t]+|[-+*/%=<>!]+|[^]/gu;
const OPERATOR = /^(?:[-+*/%<>]|\*\*|[-+*/]?=|[=!<>]=)$/;
const ARITHMETIC = /^(?:[-+*/%]|\*\*)$/;

// prettier-ignore
const REMARKS = [
  'check this part again', 'base case', 'main part', 'see the lecture', 'this took me a while', 'works now', 'loop over everything',
  'update', 'return the answer', 'same as in the book', 'start here', 'not sure about this', 'simple version', 'could be shorter',
  'as in the video', 'special case first', 'do the real work', 'keep track of it',
];
const HEADS = [
  'my solution',
  'problem set',
  'attempt',
  'final version',
  'homework',
  'version',
  'solution, draft',
  'exercise',
];

const WORDS_OF_PYTHON = new Set(
  (
    'and as assert break class continue def del elif else except exec finally for from global if import in is lambda not or pass ' +
    'print raise return try while with yield None True False self abs all any dict enumerate float int len list map max min ' +
    'open range round set sorted str sum tuple type xrange zip'
  ).split(' '),
);

/** Names that may be changed: bound by an assignment, a loop or a parameter, and by nothing that others refer to. */
function ownNames(program: string): string[] {
  const bound = new Set<string>();
  const collect = (pattern: RegExp) => {
    for (const [, names] of program.matchAll(pattern))
      for (const name of names!.split(',')) if (/^[a-z_]\w*$/.test(name.trim())) bound.add(name.trim());
  };
  collect(/^[ \t]*((?:\w+, )*\w+) [-+*/]?= /gm);
  collect(/^[ \t]*for ((?:\w+, )*\w+) in /gm);
  collect(/^[ \t]*def \w+\(([^)]*)\):/gm);
  const refers = (name: string) =>
    new RegExp(`\\.${name}\\b|\\b(?:def|class|import|as|global) +${name}\\b|[(,] *${name} *=(?!=)`).test(program);
  return [...bound].filter((name) => !WORDS_OF_PYTHON.has(name) && !refers(name));
}

/** New names for some of a program's own, none of them there before. */
function renaming(random: Stream, program: string, own: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([...WORDS_OF_PYTHON, ...(program.match(/\w+/g) ?? [])]);
  const names = new Map<string, string>();
  for (const name of own) {
    const other = pick(random, namesFor(name));
    if (chance(random, 0.3) || taken.has(other)) continue;
    taken.add(other);
    names.set(name, other);
  }
  return names;
}

/** Two assignments, one below the other, neither of which needs the other or calls anything, change places. */
function swapped(random: Stream, program: string): string {
  const pairs = /^([ \t]*)([a-z]\w*) = ([^(\n#\\]+)\n\1([a-z]\w*) = ([^(\n#\\]+)$/gm;
  return program.replace(pairs, (all, indent: string, one: string, value: string, other: string, another: string) => {
    const uses = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text);
    const apart = one !== other && !uses(value, other) && !uses(another, one);
    const whole = [value, another].every((text) => /^[^[{"']*$|^(?:\[\]|\{\}|"[^"]*"|'[^']*')$/.test(text));
    return apart && whole && chance(random, 0.5) ? `${indent}${other} = ${another}\n${indent}${one} = ${value}` : all;
  });
}

/** Longer ways to say the same. */
function reworded(random: Stream, program: string): string {
  const [longWay, named, called] = [chance(random, 0.4), chance(random, 0.2), chance(random, 0.25)];
  let text = program;
  if (longWay) text = text.replace(/^([ \t]*)(\w+) ([-+])= (\d+)$/gm, '$1$2 = $2 $3 $4');
  const result = pick(random, ['result', 'answer', 'ans', 'res', 'value', 'ret']);
  if (named && !new RegExp(`\\b${result}\\b`).test(text))
    text = text.replace(
      /^([ \t]+)return ([\w ./*+%-]*[-+/*][\w ./*+%-]*|\([\w ./*+%-]+\) [\w ./*+%-]+)$/gm,
      `$1${result} = $2\n$1return ${result}`,
    );
  if (called) text = text.replace(/^([ \t]*)print ([^,>\n#()[\]{}\\]+)$/gm, '$1print($2)');
  return text;
}

/** What is known of a program before anybody writes it: the names that may be changed, and how wide its narrowest indent is. */
interface Known {
  readonly names: readonly string[];
  readonly unit: number;
}

/** By program: a course has few, and looking for names takes long. Undefined for what does not look like Python. */
const all = new Map<string, Known | undefined>();

function knownOf(program: string): Known | undefined {
  if (all.has(program)) return all.get(program);
  const indents = (program.match(/^ +(?=\S)/gm) ?? []).map(({ length }) => length);
  const isPython = IS_PYTHON.test(program) && !IS_OTHER.test(program);
  const known = isPython ? { names: ownNames(program), unit: Math.min(8, ...indents) } : undefined;
  all.set(program, known);
  return known;
}

interface Hand {
  readonly indent: string;
  readonly quote: string;
  readonly tight: RegExp | undefined;
  readonly comma: string;
  /** The chance of a remark above a line. */
  readonly remarks: number;
  readonly mark: string;
}

function handOf(random: Stream): Hand {
  const indents = ['    ', '    ', '    ', '    ', '    ', '    ', '  ', '  ', '\t', '   '] as const;
  return {
    indent: pick(random, indents),
    quote: pick(random, ['', "'", '"']),
    tight: pick(random, [undefined, undefined, ARITHMETIC, OPERATOR]),
    comma: pick(random, [', ', ', ', ', ', ',']),
    remarks: Math.max(0, random() - 0.55) / 2,
    mark: pick(random, ['# ', '# ', '#', '## ']),
  };
}

/** A string in somebody's favourite quotes, where nothing in it minds. */
const quoted = (text: string, quote: string): string =>
  quote !== '' && /^(?:"[^"'\\]*"|'[^"'\\]*')$/.test(text) ? quote + text.slice(1, -1) + quote : text;

/**
 * A program as one person writes it: with names, indents, spaces, quotes, remarks and an order of independent lines of its own. It
 * does what the given one does: names that others may use stay, and so does what does not look like Python.
 *
 * @param own a stream that is the same whenever this person writes
 * @param random a stream that is the same for all its tries at one input, so that it hands in its own program again
 */
export function ownProgram(own: Stream, random: Stream, program: string): string {
  const known = knownOf(program);
  if (!known) return program;
  const hand = handOf(own);
  const source = reworded(random, swapped(random, program));
  const names = renaming(random, source, known.names);
  const tokens = source.match(TOKEN)!;
  let depth = 0;
  let text =
    chance(random, 0.35) && !program.startsWith('#')
      ? `${hand.mark}${pick(random, HEADS)} ${integer(random, 1, 9)}\n`
      : '';
  for (const [index, token] of tokens.entries()) {
    const [before, next] = [tokens[index - 1] ?? '', tokens[index + 1] ?? ''];
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (token.startsWith('\n')) {
      const width = token.length - 1;
      const fits = depth === 0 && width % known.unit === 0;
      const lead = fits ? `\n${hand.indent.repeat(width / known.unit)}` : token;
      const remarked =
        fits &&
        before !== '\\' &&
        /^\w/.test(next) &&
        !/^el|^except|^finally/.test(next) &&
        chance(random, hand.remarks);
      text += remarked ? `${lead}${hand.mark}${pick(random, REMARKS)}${lead}` : lead;
    } else if (token === ' ' && (hand.tight?.test(before) || hand.tight?.test(next))) continue;
    else if (token === ' ' && before === ',') text += hand.comma.slice(1);
    else if (/^["']/.test(token)) text += quoted(token, hand.quote);
    else if (/^# [^-]/.test(token)) text += hand.mark + token.slice(2);
    else text += before === '.' ? token : (names.get(token) ?? token);
  }
  return text + (chance(random, 0.5) ? '\n' : '');
}
