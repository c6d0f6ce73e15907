import { hash, integer, pick, type Stream } from '../../src/base/random/index.ts';
import { knownOf, type Known, type Piece, type Way } from './program-pieces.ts';

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

const RESULTS = ['result', 'answer', 'ans', 'res', 'value', 'ret'] as const;

/** How somebody says it: the ways it takes, and what it calls a result. */
interface Wording {
  readonly ways: ReadonlySet<Way>;
  readonly result: string;
}

/** A program's author at work on one program: each choice is made by what it is about, so that a program that is changed stays the same elsewhere. */
type Choices = (what: string) => number;

const choicesOf = (seed: number): Choices => {
  const name = String(seed);
  return (what) => hash(name, what, 0) / 2 ** 32;
};

const chosen = <T>(share: number, items: readonly T[]): T => items[Math.floor(share * items.length)]!;

function wordingOf(choices: Choices, { swaps, words }: Known): Wording {
  const ways = new Set<Way>();
  for (let pair = 0; pair < swaps; pair += 1) if (choices(`swap ${pair}`) < 0.5) ways.add(pair);
  if (choices('long') < 0.4) ways.add('long');
  if (choices('named') < 0.2) ways.add('named');
  if (choices('called') < 0.25) ways.add('called');
  const result = chosen(choices('result'), RESULTS);
  if (words.has(result)) ways.delete('named');
  return { ways, result };
}

/** New names for some of a program's own, none of them there before. */
function renaming(choices: Choices, { words, names, returns }: Known, wording: Wording): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set(returns && wording.ways.has('named') ? [wording.result] : []);
  for (const { name, others } of names) {
    const other = chosen(choices(`name ${name}`), others);
    if (choices(`keeps ${name}`) < 0.3 || words.has(other) || taken.has(other)) continue;
    taken.add(other);
    given.set(name, other);
  }
  return given;
}

interface Hand {
  readonly indent: string;
  /** Favourite quotes; empty for those that are there. */
  readonly quote: string;
  /** Around which operators it puts no spaces. */
  readonly tight: 'arithmetic' | 'operator' | undefined;
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
    tight: pick(random, [undefined, undefined, 'arithmetic', 'operator'] as const),
    comma: pick(random, [', ', ', ', ', ', ',']),
    remarks: Math.max(0, random() - 0.55) / 2,
    mark: pick(random, ['# ', '# ', '#', '## ']),
  };
}

/** Somebody at one program. */
interface Author {
  readonly choices: Choices;
  /** How many lines have begun with each word so far. */
  readonly lines: Map<string, number>;
  readonly hand: Hand;
  readonly wording: Wording;
  readonly names: ReadonlyMap<string, string>;
}

function written(pieces: readonly Piece[], author: Author): string {
  const { choices, lines, hand, wording, names } = author;
  let text = '';
  for (const piece of pieces)
    switch (piece.kind) {
      case 'text':
        text += piece.text;
        break;
      case 'name':
        text += names.get(piece.text) ?? piece.text;
        break;
      case 'space':
        if (hand.tight === undefined || !piece[hand.tight]) text += piece.comma ? hand.comma.slice(1) : ' ';
        break;
      case 'line': {
        const lead = piece.level === undefined ? piece.text : `\n${hand.indent.repeat(piece.level)}`;
        const before = lines.get(piece.next) ?? 0;
        lines.set(piece.next, before + 1);
        const line = `${piece.next} ${before}`;
        const isRemarked = piece.remarked && choices(`remark ${line}`) < hand.remarks;
        text += isRemarked ? `${lead}${hand.mark}${chosen(choices(`says ${line}`), REMARKS)}${lead}` : lead;
        break;
      }
      case 'string':
        text += hand.quote === '' ? piece.text : hand.quote + piece.text.slice(1, -1) + hand.quote;
        break;
      case 'remark':
        text += hand.mark + piece.text;
        break;
      case 'result':
        text += wording.result;
        break;
      case 'either':
        text += written(wording.ways.has(piece.way) ? piece.other : piece.plain, author);
    }
  return text;
}

/**
 * A program as one person writes it: with names, indents, spaces, quotes, remarks and an order of independent lines of its own. It
 * does what the given one does: names that others may use stay, and so does what does not look like Python.
 *
 * @param own a stream that is the same whenever this person writes
 * @param random a stream that is the same for all its tries at one input, so that it hands in its own program again, or what it has
 *   changed of it
 */
export function ownProgram(own: Stream, random: Stream, program: string): string {
  const known = knownOf(program);
  if (!known) return program;
  const hand = handOf(own);
  const choices = choicesOf(integer(random, 0, 2 ** 31));
  const wording = wordingOf(choices, known);
  const names = renaming(choices, known, wording);
  const head =
    choices('head') < 0.35 && !program.startsWith('#')
      ? `${hand.mark}${chosen(choices('heading'), HEADS)} ${1 + Math.floor(9 * choices('version'))}\n`
      : '';
  const text = written(known.pieces, { choices, lines: new Map(), hand, wording, names });
  return head + text + (choices('newline') < 0.5 ? '\n' : '');
}
