import { namesFor } from './program-names.ts';

/** Looks like Python, whose rules the rewriting keeps; anything else that a course file asks for is handed in as it is. */
const IS_PYTHON =
  /^\s*(?:(?:class|def|for|while|if)\b.*:\s*(?:#.*)?$|def \w+\([^)]*\)[ \t]*(?:#.*)?$|[Pp]rint ["'\w]|import \w)/m;
const IS_OTHER = /;\s*$|[\w)]\s*\{\s*$/m;

const TOKEN =
  /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|[\p{L}_][\p{L}\d_]*|\d[\w.]*|\n[ \t]*|[ \t]+|[-+*/%=<>!]+|[^]/gu;
const OPERATOR = /^(?:[-+*/%<>]|\*\*|[-+*/]?=|[=!<>]=)$/;
const ARITHMETIC = /^(?:[-+*/%]|\*\*)$/;

const WORDS_OF_PYTHON = new Set(
  (
    'and as assert break class continue def del elif else except exec finally for from global if import in is lambda not or pass ' +
    'print raise return try while with yield None True False self abs all any dict enumerate float int len list map max min ' +
    'open range round set sorted str sum tuple type xrange zip'
  ).split(' '),
);

/** Where a name stands that others refer to: after a point, where it is defined or imported, where an argument is given by its name. */
const REFERENCES = [/\.(\w+)/g, /\b(?:def|class|import|as|global) +(\w+)/g, /[(,] *(\w+) *=(?!=)/g];

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
  const referred = new Set(REFERENCES.flatMap((pattern) => Array.from(program.matchAll(pattern), ([, name]) => name)));
  return [...bound].filter((name) => !WORDS_OF_PYTHON.has(name) && !referred.has(name));
}

/** Part of a program that people write differently; all else is text as it stands. */
export type Piece =
  | { readonly kind: 'text' | 'string' | 'remark' | 'name'; readonly text: string }
  /** A new line; its indent in levels, where it is one; whether a remark may stand above what follows. */
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly level: number | undefined;
      readonly remarked: boolean;
      /** What the line begins with. */
      readonly next: string;
    }
  | { readonly kind: 'space'; readonly arithmetic: boolean; readonly operator: boolean; readonly comma: boolean }
  /** What somebody calls a result before it returns it. */
  | { readonly kind: 'result' }
  | { readonly kind: 'either'; readonly way: Way; readonly plain: readonly Piece[]; readonly other: readonly Piece[] };

/** Ways to say something otherwise: by the long way, with a named result, as a call; a number for lines that change places. */
export type Way = 'long' | 'named' | 'called' | number;

/** What may be said otherwise: whole lines, without the first one's indent. */
interface Rewording {
  readonly way: Way;
  readonly start: number;
  readonly end: number;
  readonly other: string;
}

/** What is known of a program before anybody writes it, in pieces: to find a program's tokens takes longer than to write it. */
export interface Known {
  readonly pieces: readonly Piece[];
  /** How many pairs of lines may change places. */
  readonly swaps: number;
  /** Whether it returns something that may be named first. */
  readonly returns: boolean;
  /** Whether a function calls itself. */
  readonly recurs: boolean;
  /** Names that may be changed, and what each may become. */
  readonly names: readonly { readonly name: string; readonly others: readonly string[] }[];
  /** All words that it has, or must not have. */
  readonly words: ReadonlySet<string>;
}

/** By program: a course has few. */
const all = new Map<string, Known | undefined>();

/** Whether a text looks like a program in Python. */
export const isPython = (program: string): boolean => IS_PYTHON.test(program) && !IS_OTHER.test(program);

/** What is known of a program; undefined for what does not look like Python. */
export function knownOf(program: string): Known | undefined {
  const before = all.get(program);
  if (before !== undefined || all.has(program)) return before;
  const known = isPython(program) ? look(program) : undefined;
  all.set(program, known);
  return known;
}

function look(program: string): Known {
  const indents = (program.match(/^ +(?=\S)/gm) ?? []).map(({ length }) => length);
  const names = ownNames(program).map((name) => ({ name, others: namesFor(name) }));
  const own = new Set(names.map(({ name }) => name));
  const swaps = swapsOf(program);
  const rewordings = [...swaps, ...rewordingsOf(program)].sort((one, other) => one.start - other.start);
  const words = new Set([...WORDS_OF_PYTHON, ...(program.match(/\w+/g) ?? [])]);
  const pieces = new Cutter(own, Math.min(8, ...indents)).cut(program, rewordings);
  const returns = rewordings.some(({ way }) => way === 'named');
  const recurs = [...program.matchAll(/^[ \t]*def (\w+)/gm)].some(
    ([, name]) => program.split(new RegExp(`\\b${name}\\(`)).length > 2,
  );
  return { pieces, swaps: swaps.length, returns, recurs, names, words };
}

/** Pairs of assignments, one below the other, neither of which needs the other or calls anything. */
function swapsOf(program: string): Rewording[] {
  const pairs = /^([ \t]*)([a-z]\w*) = ([^(\n#\\]+)\n\1([a-z]\w*) = ([^(\n#\\]+)$/gm;
  const uses = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const apart = [...program.matchAll(pairs)].filter(([, , one, value, other, another]) => {
    const whole = [value!, another!].every((text) => /^[^[{"']*$|^(?:\[\]|\{\}|"[^"]*"|'[^']*')$/.test(text));
    return whole && one !== other && !uses(value!, other!) && !uses(another!, one!);
  });
  return apart.map(({ 0: both, 1: indent, 2: one, 3: value, 4: other, 5: another, index }, way) => ({
    way,
    start: index + indent!.length,
    end: index + both.length,
    other: `${other} = ${another}\n${indent}${one} = ${value}`,
  }));
}

/** Stands for the name of a result. */
const RESULT = 'edxgen_result';

/** Longer ways to say the same: what a line must be, after its indent, and what else it may be. */
const LONGER: readonly (readonly [way: Way, line: RegExp, other: string])[] = [
  ['long', /^([ \t]*)(\w+) ([-+])= (\d+)$/gm, '$2 = $2 $3 $4'],
  [
    'named',
    /^([ \t]+)return ([\w ./*+%-]*[-+/*][\w ./*+%-]*|\([\w ./*+%-]+\) [\w ./*+%-]+)$/gm,
    `${RESULT} = $2\n$1return ${RESULT}`,
  ],
  ['called', /^([ \t]*)print ([^,>\n#()[\]{}\\]+)$/gm, 'print($2)'],
];

const rewordingsOf = (program: string): Rewording[] =>
  LONGER.flatMap(([way, line, other]) =>
    [...program.matchAll(line)].map((found) => ({
      way,
      start: found.index + found[1]!.length,
      end: found.index + found[0].length,
      other: other.replace(/\$(\d)/g, (_, group: string) => found[Number(group)]!),
    })),
  );

/** A string whose quotes may be any: nothing in it minds. */
const ANY_QUOTES = /^(?:"[^"'\\]*"|'[^"'\\]*')$/;

/** Cuts programs to pieces. */
class Cutter {
  readonly #own: ReadonlySet<string>;
  readonly #unit: number;
  #depth = 0;

  /** @param unit how wide the program's narrowest indent is */
  constructor(own: ReadonlySet<string>, unit: number) {
    this.#own = own;
    this.#unit = unit;
  }

  /** @param rewordings by where they start; one that begins or ends within a token, such as a long string, is left out */
  cut(program: string, rewordings: readonly Rewording[]): Piece[] {
    const tokens = program.match(TOKEN)!;
    const indices = new Map<number, number>();
    let offset = 0;
    for (const [index, token] of tokens.entries()) {
      indices.set(offset, index);
      offset += token.length;
    }
    indices.set(offset, tokens.length);
    const pieces: Piece[] = [];
    let done = 0;
    for (const { way, start, end, other } of rewordings) {
      const [from, to] = [indices.get(start), indices.get(end)];
      if (from === undefined || to === undefined || from < done) continue;
      pieces.push(...this.#pieces(tokens, done, from));
      const plain = this.#pieces(tokens, from, to);
      pieces.push({ kind: 'either', way, plain, other: this.#pieces(other.match(TOKEN)!) });
      done = to;
    }
    return [...pieces, ...this.#pieces(tokens, done)];
  }

  #pieces(tokens: readonly string[], from = 0, to = tokens.length): Piece[] {
    const pieces: Piece[] = [];
    for (let index = from; index < to; index += 1) {
      const piece = this.#piece(tokens[index]!, tokens[index - 1] ?? '', tokens[index + 1] ?? '');
      const last = pieces.at(-1);
      if (piece.kind === 'text' && last?.kind === 'text')
        pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text };
      else pieces.push(piece);
    }
    return pieces;
  }

  #piece(text: string, before: string, next: string): Piece {
    if ('([{'.includes(text)) this.#depth += 1;
    if (')]}'.includes(text)) this.#depth -= 1;
    if (text.startsWith('\n')) {
      const width = text.length - 1;
      const fits = this.#depth === 0 && width % this.#unit === 0;
      const remarked = fits && before !== '\\' && /^\w/.test(next) && !/^el|^except|^finally/.test(next);
      return { kind: 'line', text, level: fits ? width / this.#unit : undefined, remarked, next };
    }
    if (text === ' ') {
      const [arithmetic, operator] = [ARITHMETIC, OPERATOR].map((marks) => marks.test(before) || marks.test(next));
      return { kind: 'space', arithmetic: arithmetic!, operator: operator!, comma: before === ',' };
    }
    if (ANY_QUOTES.test(text)) return { kind: 'string', text };
    if (/^# [^-]/.test(text)) return { kind: 'remark', text: text.slice(2) };
    if (text === RESULT) return { kind: 'result' };
    return { kind: before !== '.' && this.#own.has(text) ? 'name' : 'text', text };
  }
}
