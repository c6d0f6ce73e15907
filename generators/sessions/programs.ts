import { hasher, integer, pick, type Stream } from '../../src/base/random/index.ts';
import { DECORATIONS } from './program-names.ts';
import { knownOf, type Known, type Piece, type Way } from './program-pieces.ts';

/** What people remark above a line, by what it begins with, or above any. */
const REMARKS: Readonly<Record<string, readonly string[]>> = {
  return: ['return the answer', 'give it back', 'done', 'this is what we want'],
  for: ['loop over everything', 'one after the other', 'go through all of it', 'for each of them'],
  while: ['keep going until it is found', 'repeat until done', 'as long as needed', 'loop'],
  if: ['special case first', 'check this first', 'which case is it', 'only then'],
  def: ['main part', 'the function', 'this does the real work', 'as in the video'],
  print: ['show the result', 'print it', 'to see what comes out'],
  any: [
    'check this part again',
    'see the lecture',
    'this took me a while',
    'works now',
    'same as in the book',
    'not sure about this',
    'could be shorter',
  ],
};
const BASE_CASE = ['base case', 'when to stop'] as const;
const SETS = ['set up', 'keep track of it', 'update', 'start here', 'need this later', 'simple version'] as const;

/** What stands above a program, and what its number counts. */
const HEADS: readonly (readonly [head: string, counts?: 'set' | 'attempt'])[] = [
  ['my solution'],
  ['problem set', 'set'],
  ['attempt', 'attempt'],
  ['final version'],
  ['homework', 'set'],
  ['version', 'attempt'],
  ['solution, draft'],
  ['pset', 'set'],
];

/** Where a program is handed in: the number of the problem set, if it is of one, and of the try. */
export interface Occasion {
  readonly set: number | undefined;
  readonly attempt: number;
}

const RESULTS = ['result', 'answer', 'ans', 'res', 'value', 'ret'] as const;

/** How somebody says it: the ways it takes, and what it calls a result. */
interface Wording {
  readonly ways: ReadonlySet<Way>;
  readonly result: string;
}

/** A program's author at work on one program: each choice is made by what it is about, so that a program that is changed stays the same elsewhere. */
type Choices = (what: string) => number;

const choicesOf = (seed: number): Choices => {
  const drawn = hasher(String(seed), '');
  return (what) => drawn(what, 0) / 2 ** 32;
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
function renaming(
  choices: Choices,
  { words, names, returns }: Known,
  wording: Wording,
  decorated: Hand['decorated'],
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set(returns && wording.ways.has('named') ? [wording.result] : []);
  for (const { name, others } of names) {
    const other = decorated ? decorated(name) : others.length > 0 ? chosen(choices(`name ${name}`), others) : name;
    if (choices(`keeps ${name}`) < KEEPS || words.has(other) || taken.has(other)) continue;
    taken.add(other);
    given.set(name, other);
  }
  return given;
}

/** Whether somebody puts blanks around operators and after commas. */
export interface Style {
  /** Around which operators it puts none. */
  readonly tight: 'arithmetic' | 'operator' | undefined;
  readonly comma: string;
}

interface Hand extends Style {
  readonly indent: string;
  /** Favourite quotes; empty for those that are there. */
  readonly quote: string;
  /** The chance of a remark above a line. */
  readonly remarks: number;
  readonly mark: string;
  /** What it makes of all names that it changes, of the few who do that. */
  readonly decorated: ((name: string) => string) | undefined;
  /** The chance that a line ends in blanks. */
  readonly trails: number;
  /** What it ends statements with, as in another language. */
  readonly ends: '' | ';';
}

/** So many names stay as the course has them; so many people decorate names, leave blanks at the ends of lines, end lines with semicolons (choices). */
const KEEPS = 0.3;
const DECORATES = 0.06;
const TRAILS = 0.15;
const SEMICOLONS = 0.025;

function handOf(random: Stream): Hand {
  const indents = ['    ', '    ', '    ', '    ', '    ', '    ', '  ', '  ', '\t', '   '] as const;
  return {
    indent: pick(random, indents),
    quote: pick(random, ['', "'", '"']),
    tight: pick(random, [undefined, undefined, 'arithmetic', 'operator'] as const),
    comma: pick(random, [', ', ', ', ', ', ',']),
    remarks: Math.max(0, random() - 0.55) / 2,
    mark: pick(random, ['# ', '# ', '#', '## ']),
    decorated: random() < DECORATES ? pick(random, DECORATIONS) : undefined,
    trails: random() < TRAILS ? 0.3 * random() : 0,
    ends: random() < SEMICOLONS ? ';' : '',
  };
}

/** How somebody writes expressions, from a stream that is the same whenever it writes. */
export const styleOf = (own: Stream): Style => handOf(own);

/** Somebody at one program. */
interface Author {
  readonly choices: Choices;
  /** How many lines have begun with each word so far. */
  readonly lines: Map<string, number>;
  readonly hand: Hand;
  readonly recurs: boolean;
  readonly wording: Wording;
  readonly names: ReadonlyMap<string, string>;
}

/** What may be remarked above a line that begins so. */
function remarksOn(next: string, recurs: boolean): readonly string[] {
  const fitting = next === 'if' && recurs ? BASE_CASE : (REMARKS[next] ?? SETS);
  return [...fitting, ...fitting, ...REMARKS['any']!];
}

/** Whether somebody does anything at the ends of lines: to look for them takes a fiftieth of a run. */
const isEnding = ({ ends, trails }: Hand): boolean => ends !== '' || trails > 0;

/** Whether somebody neither ends lines so nor remarks on any. */
const isPlain = (hand: Hand): boolean => hand.remarks === 0 && !isEnding(hand);

/** Ends a line as somebody does who ends statements by a mark, or leaves blanks. */
function ended(text: string, { ends, trails }: Hand, share: number): string {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  if (last.trim() === '' || last.endsWith('\\')) return text;
  const isStatement = !/[:,;([{]$|["']{3}/.test(last) && !last.includes('#');
  return `${text}${isStatement ? ends : ''}${share < trails ? (share < trails / 3 ? '  ' : ' ') : ''}`;
}

function written(pieces: readonly Piece[], author: Author): string {
  const { choices, lines, hand, recurs, wording, names } = author;
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
        if (isPlain(hand)) {
          text += lead;
          break;
        }
        const before = lines.get(piece.next) ?? 0;
        lines.set(piece.next, before + 1);
        const line = `${piece.next} ${before}`;
        if (piece.level !== undefined && isEnding(hand)) text = ended(text, hand, choices(`ends ${line}`));
        const isRemarked = piece.remarked && hand.remarks > 0 && choices(`remark ${line}`) < hand.remarks;
        const remarks = isRemarked ? remarksOn(piece.next, recurs) : [];
        text += isRemarked ? `${lead}${hand.mark}${chosen(choices(`says ${line}`), remarks)}${lead}` : lead;
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
 * @param occasion what the numbers above a program count
 */
export function ownProgram(own: Stream, random: Stream, program: string, occasion: Occasion): string {
  const known = knownOf(program);
  if (!known) return program;
  const hand = handOf(own);
  const choices = choicesOf(integer(random, 0, 2 ** 31));
  const wording = wordingOf(choices, known);
  const names = renaming(choices, known, wording, hand.decorated);
  const head = choices('head') < 0.35 && !program.startsWith('#') ? headOf(choices, hand, occasion) : '';
  const { recurs } = known;
  const text = written(known.pieces, { choices, lines: new Map(), hand, recurs, wording, names });
  return head + (isEnding(hand) ? ended(text, hand, choices('ends')) : text) + (choices('newline') < 0.5 ? '\n' : '');
}

/** What stands above a program; numbers are right, as far as the try goes: some count it anew each time. */
function headOf(choices: Choices, { mark }: Hand, occasion: Occasion): string {
  const [head, counts] = chosen(choices('heading'), HEADS);
  const number = counts && occasion[counts];
  if (counts === 'set' && number === undefined) return `${mark}${HEADS[0]![0]}\n`;
  return `${mark}${head}${number === undefined ? '' : ` ${number}`}\n`;
}
