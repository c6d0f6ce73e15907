/** Sentences of patterns: gaps are filled with one person's words, and verbs agree with what stands before them. */
import { chance, hash, integer, normal, pick, ranked, type Stream } from '../../src/base/random/index.ts';
import { LINKS, NOUNS, SNIPPETS } from './course-words.ts';
import { SAYINGS } from './forum-words.ts';
import { pasted, type About } from './subjects.ts';
import { CODE_LISTS, LISTS, STRIDE } from './text-words.ts';
import { VOCABULARY } from './vocabulary.precomputed.ts';

const ANY_LISTS: Readonly<Record<string, readonly string[]>> = { ...LISTS, ...SAYINGS };

/** The lists of those who program: what they add, and what anybody says. */
const LISTS_OF_CODE: Readonly<Record<string, readonly string[]>> = {
  ...ANY_LISTS,
  ...Object.fromEntries(Object.entries(CODE_LISTS).map(([list, items]) => [list, [...items, ...ANY_LISTS[list]!]])),
};

/** How one person writes: favourite words, length and habits of the keyboard. */
export interface Writer {
  readonly taste: number;
  /** Where its favourites begin in each list of words, of those that were looked for: it follows from its taste. */
  readonly favourites: Record<string, number>;
  /** Longer or shorter than others, as a factor. */
  readonly length: number;
  /** Of ’ and “ ”, as word processors put them. */
  readonly curly: boolean;
  readonly lowercase: boolean;
  readonly gap: string;
  readonly emoji: boolean;
  /** The chance of a slip in a word. */
  readonly slips: number;
  /** Sentences of a paragraph, of those who make any. */
  readonly paragraph: number;
}

/** What a text is about. */
export interface Subject {
  readonly writer: Writer;
  /** What it comes back to; of what begins with a star there are several. */
  readonly things: readonly string[];
  readonly about?: About | undefined;
  /** What it pastes of that; if nothing, something else. */
  readonly raw?: string | undefined;
  readonly isCode: boolean;
  /** Weeks that the course has had. */
  readonly weeks: number;
  /** Of nouns so many are of no course: any that the language has. */
  readonly rare: number;
}

/** A sentence while it is written. */
interface Sentence {
  readonly subject: Subject;
  readonly used: Set<string>;
  /** Whether what was named last is several. */
  isMany: boolean;
}

/** So often something is one of the things that a text is about. */
const COMES_BACK = 0.6;

/** What stands between two of these is as it was pasted: nobody's spelling. */
const PASTED = '\u{1}';
const asIs = (text: string): string => PASTED + text + PASTED;
const block = (text: string): string => asIs(`\n\n    ${text.replaceAll('\n', '\n    ')}\n\n`);

/** Changes what somebody has written itself. */
const spelled = (text: string, how: (own: string) => string): string =>
  text
    .split(PASTED)
    .map((part, index) => (index % 2 === 0 ? how(part) : asIs(part)))
    .join('');

export const writerOf = (own: Stream): Writer => ({
  taste: integer(own, 0, 2 ** 31),
  favourites: {},
  length: Math.exp(normal(own, 0, 0.35)),
  curly: chance(own, 0.35),
  lowercase: chance(own, 0.12),
  gap: chance(own, 0.2) ? '  ' : ' ',
  emoji: chance(own, 0.1),
  slips: Math.max(0, own() - 0.5) * 0.03,
  paragraph: chance(own, 0.3) ? integer(own, 2, 5) : Infinity,
});

/** A pattern, or a word, of a list: mostly one of this person's favourites, which lie scattered over the list. */
export function favourite(
  random: Stream,
  { taste, favourites }: Writer,
  name: string,
  items: readonly string[],
): string {
  const place = Math.floor(items.length * random() ** 2.2);
  const first = (favourites[name] ??= hash('taste', name, taste));
  return items[(first + place * STRIDE) % items.length]!;
}

export const listOf = ({ isCode }: Subject, name: string): readonly string[] | undefined =>
  (isCode ? LISTS_OF_CODE : ANY_LISTS)[name];

/** So often somebody looks for another word than one that stands in the sentence already. */
const TRIES = 4;

/** Patterns that were filled: texts and gaps by turns, which to tell apart takes longer than to fill them. */
const patterns = new Map<string, readonly string[]>();

function partsOf(pattern: string): readonly string[] {
  const known = patterns.get(pattern) ?? pattern.split(/[{}]/);
  patterns.set(pattern, known);
  return known;
}

/** Of words so many are the commonest of all, others the commonest of this person (a choice). */
const COMMON = 0.4;
/** Of nouns of no course, and in posts. */
const COMMON_OF_ALL = 0.05;
const COMMON_IN_POSTS = 0.85;
/** A prime by which a person's own words are strewn over a list. */
const STREWN = 389;

/** A word: some are frequent, most are rare, in inverse proportion to their rank (Zipf). */
function ranking(random: Stream, { taste }: Writer, kind: string, all: readonly string[], common = COMMON): string {
  const isCommon = chance(random, common);
  const rank = ranked(random, all.length);
  return all[isCommon ? rank : (hash('taste', kind, taste) + rank * STREWN) % all.length]!;
}

/** Nouns of no course, taken apart when the first text is written. */
let general: readonly string[] | undefined;

function noun(random: Stream, { writer, isCode, rare, about }: Subject): string {
  if (rare > 0 && chance(random, rare))
    return ranking(random, writer, 'noun', (general ??= VOCABULARY.split(' ')), COMMON_OF_ALL);
  const kind = isCode ? 'code' : 'any';
  return ranking(random, writer, kind, NOUNS[kind], about ? COMMON_IN_POSTS : COMMON);
}

/** Of more than one. */
const plural = (word: string): string =>
  /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;

/** Verbs as they stand behind one thing, and behind several. */
const VERBS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  is: ['is', 'are'],
  isnt: ["isn't", "aren't"],
  was: ['was', 'were'],
  has: ['has', 'have'],
  does: ['does', 'do'],
  goes: ['goes', 'go'],
  ...Object.fromEntries(
    [
      'makes',
      'needs',
      'seems',
      'looks',
      'depends',
      'helps',
      'comes',
      'gives',
      'works',
      'changes',
      'takes',
      'stays',
      'means',
    ].map((verb) => [verb, [verb, verb.slice(0, -1)] as const]),
  ),
};

/** A name of what the text is about. */
function nameOf(random: Stream, { about, things }: Subject): string | undefined {
  if (about) return pick(random, about.names);
  return things.length > 0 ? pick(random, things) : undefined;
}

/** A word for a gap that no list fills. */
function gapWord(random: Stream, sentence: Sentence, gap: string): string | undefined {
  const { subject } = sentence;
  switch (gap) {
    case 'n':
      return String(integer(random, 2, 40));
    case 'n2':
      return String(integer(random, 17, 67));
    case 'week':
      return String(integer(random, 1, subject.weeks));
    case 'it':
      sentence.isMany = false;
      return 'it';
    case 'noun':
      sentence.isMany = false;
      return noun(random, subject);
    case 'nouns':
      return plural(noun(random, subject));
    case 'raw':
      return block(subject.raw ?? pasted(random, SNIPPETS));
    case 'err':
      return asIs(subject.about!.raw.split(':')[0]!);
    case 'url':
      return asIs(pasted(random, LINKS[subject.isCode ? 'code' : 'any']));
    default:
      return VERBS[gap]?.[sentence.isMany ? 1 : 0];
  }
}

/** A pattern with its gaps filled, which may have gaps themselves. */
function filled(random: Stream, sentence: Sentence, pattern: string): string {
  const parts = partsOf(pattern);
  let text = parts[0]!;
  for (let gap = 1; gap < parts.length; gap += 2) {
    const name = parts[gap]!;
    text += gapWord(random, sentence, name) ?? wordFor(random, sentence, name);
    text += parts[gap + 1]!;
  }
  return text;
}

function wordFor(random: Stream, sentence: Sentence, name: string): string {
  const { subject, used } = sentence;
  const { writer, things } = subject;
  const isThing = name === 'thing' || name === 'about';
  const list = listOf(subject, isThing ? 'thing' : name)!;
  const another = (): string => {
    const known = name === 'about' ? nameOf(random, subject) : undefined;
    if (known !== undefined) return known;
    return name === 'thing' && things.length > 0 && chance(random, COMES_BACK)
      ? pick(random, things)
      : favourite(random, writer, name, list);
  };
  let text = '';
  for (let tries = 0; tries < TRIES; tries += 1) {
    const word = another();
    const isMany = word.startsWith('*');
    text = filled(random, sentence, isMany ? word.slice(1) : word);
    if (isThing) sentence.isMany = isMany;
    if (!used.has(text)) break;
  }
  used.add(text);
  return text;
}

/** Two letters of a word change places. */
function slipped(random: Stream, text: string, slips: number): string {
  if (slips === 0) return text;
  return text.replace(/\p{L}{5,}/gu, (word) => {
    if (!chance(random, slips)) return word;
    const at = integer(random, 1, word.length - 3);
    return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
  });
}

/** A sentence of a pattern, as somebody writes it. */
export function sentenceOf(random: Stream, subject: Subject, pattern: string): string {
  const { writer } = subject;
  const whole = filled(random, { subject, used: new Set(), isMany: false }, pattern);
  const text = spelled(whole, (own) => {
    const agreeing = own
      .replace(/\b([Aa]) (?=hour|[aeiou](?!ne |ni|se))/g, '$1n ')
      .replace(/(?<=^|[.?!] )\p{Ll}/gu, (first) => first.toUpperCase());
    const typed = slipped(random, agreeing, writer.slips);
    return writer.lowercase ? typed.toLowerCase() : typed;
  });
  return text;
}

const curled = (text: string): string => text.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”');

/** What was written, as it is sent. */
export const sent = (text: string, { curly }: Writer): string =>
  (curly ? spelled(text, curled) : text).replaceAll(PASTED, '').trim();
