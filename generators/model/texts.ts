import { chance, hash, integer, normal, pick, ranked, type Stream } from '../../src/base/random/index.ts';
import type { Text } from './platform.ts';
import type { SessionContext } from './session-context.ts';
import * as words from './text-words.ts';
import { VOCABULARY } from './vocabulary.precomputed.ts';

type List = keyof typeof words.LISTS;

/** How one person writes: favourite words, length and habits of the keyboard. */
interface Writer {
  readonly taste: number;
  /** Where its favourites begin in each list of words, of those that were looked for: it follows from its taste. */
  readonly favourites: Partial<Record<List, number>>;
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

/** What a text is about: things that it comes back to. */
interface Subject {
  readonly writer: Writer;
  readonly things: readonly string[];
}

/** So often something is one of the things that a text is about. */
const COMES_BACK = 0.5;

const writerOf = (own: Stream): Writer => ({
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

/** A word of a list: mostly one of this person's favourites, which lie scattered over the list. */
function favourite(random: Stream, { taste, favourites }: Writer, list: List): string {
  const items: readonly string[] = words.LISTS[list];
  const place = Math.floor(items.length * random() ** 2.2);
  const first = (favourites[list] ??= hash('taste', list, taste));
  return items[(first + place * words.STRIDE) % items.length]!;
}

/** So often somebody looks for another word than one that stands in the sentence already. */
const TRIES = 4;

/** Patterns that were filled: texts and gaps by turns, which to tell apart takes longer than to fill them. */
const patterns = new Map<string, readonly string[]>();

function partsOf(pattern: string): readonly string[] {
  const known = patterns.get(pattern) ?? pattern.split(/[{}]/);
  patterns.set(pattern, known);
  return known;
}

type Kind = keyof typeof VOCABULARY;

/** Of words of the vocabulary so many are the commonest of all, others the commonest of this person (a choice). */
const COMMON = 0.4;
/** A prime by which a person's own words are strewn over the vocabulary. */
const STREWN = 389;

/** The vocabulary, taken apart when the first text is written. */
const vocabulary: Partial<Record<Kind, readonly string[]>> = {};

/** A word of the vocabulary: some are frequent, most are rare, in inverse proportion to their rank (Zipf). */
function rareWord(random: Stream, { taste }: Writer, kind: Kind): string {
  const all = (vocabulary[kind] ??= VOCABULARY[kind].split(' '));
  const isCommon = chance(random, COMMON);
  const rank = ranked(random, all.length);
  return all[isCommon ? rank : (hash('taste', kind, taste) + rank * STREWN) % all.length]!;
}

/** Of more than one. */
const plural = (noun: string): string =>
  /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;

/** A word for a gap that no list fills. */
function gapWord(random: Stream, { writer, things }: Subject, gap: string): string | undefined {
  switch (gap) {
    case 'n':
      return String(integer(random, 2, 40));
    case 'noun':
    case 'adjective':
    case 'adverb':
    case 'verb':
      return rareWord(random, writer, gap);
    case 'nouns':
      return plural(rareWord(random, writer, 'noun'));
    case 'about':
      return things.length > 0 ? pick(random, things) : favourite(random, writer, 'part');
    default:
      return undefined;
  }
}

/** A sentence of a pattern, with its gaps filled, which may have gaps themselves. */
function filled(random: Stream, subject: Subject, pattern: string, used = new Set<string>()): string {
  const parts = partsOf(pattern);
  let text = parts[0]!;
  for (let gap = 1; gap < parts.length; gap += 2) {
    const name = parts[gap]!;
    text += gapWord(random, subject, name) ?? wordFor(random, subject, name as List, used);
    text += parts[gap + 1]!;
  }
  return text;
}

function wordFor(random: Stream, subject: Subject, list: List, used: Set<string>): string {
  const { writer, things } = subject;
  const another = (): string =>
    list === 'thing' && things.length > 0 && chance(random, COMES_BACK)
      ? pick(random, things)
      : favourite(random, writer, list);
  let word = another();
  for (let tries = 1; tries < TRIES && used.has(word); tries += 1) word = another();
  used.add(word);
  return filled(random, subject, word, used);
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

function sentence(random: Stream, subject: Subject, pattern: string): string {
  const { writer } = subject;
  const whole = filled(random, subject, pattern).replace(/\b([Aa]) (?=[aeiou])/g, '$1n ');
  const text = slipped(random, whole, writer.slips);
  return writer.lowercase ? text.toLowerCase() : text[0]!.toUpperCase() + text.slice(1);
}

/** Words that say nothing of what a title is about. */
const SMALL =
  /^(?:about|after|before|from|have|into|that|them|then|this|what|when|which|with|work|your|week|first|follows|there|lecture|part)$/i;

/** What a title is about: the words that are its own. */
const termsOf = (title: string): string[] =>
  (title.match(/\p{L}{4,}/gu) ?? []).filter((word) => !SMALL.test(word)).map((word) => word.toLowerCase());

/** The first sentences of a text about something. */
const BEGINNINGS = [
  'When I read "{title}" I thought of {thing} first.',
  '{title}: to me that is {thing}.',
  'I chose {thing}, because {claim}.',
  'My text is about {thing} and {thing}.',
  'What has {thing} to do with "{title}"?',
  '{opener} {claim}.',
] as const;

const curled = (text: string): string => text.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”');

/**
 * What somebody writes, in English, with words, habits and a length of its own. The visit's stream names the text's own stream, by
 * one draw a sentence of the usual length: how texts are composed, and whether, disturbs nothing else that people do.
 *
 * @param bounds how many sentences people write
 * @param title of what it is about, if anything
 */
export function written(
  visit: Pick<SessionContext, 'own' | 'random'>,
  { low, high }: { readonly low: number; readonly high: number },
  title = '',
): Text {
  const names = Array.from({ length: integer(visit.random, low, high) }, () => integer(visit.random, 0, 2 ** 32 - 1));
  return () => composed(visit, names, low, high, title);
}

function composed(
  visit: Pick<SessionContext, 'own'>,
  names: readonly number[],
  low: number,
  high: number,
  title: string,
): string {
  const random = visit.own('text', ...names);
  const writer = writerOf(visit.own('writing'));
  const count = Math.min(high, Math.max(low, Math.round(names.length * writer.length)));
  const things = [...termsOf(title), favourite(random, writer, 'thing'), favourite(random, writer, 'thing')];
  const subject = { writer, things: count > 2 ? things : [] };
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const begins = index === 0 && title !== '';
    const pattern = begins
      ? pick(random, BEGINNINGS).replace('{title}', () => title.replace(/[{}]/g, ''))
      : favourite(random, writer, 'sentence');
    if (index > 0) text += index % writer.paragraph === 0 ? '\n\n' : writer.gap;
    text += sentence(random, subject, pattern);
  }
  const ended = writer.emoji ? `${text} ${pick(random, words.EMOJI)}` : text;
  return writer.curly ? curled(ended) : ended;
}

/**
 * A few words that somebody says, with words of its own, on what is about something.
 *
 * @param address which words these are, of all that it says
 */
export function said(
  visit: Pick<SessionContext, 'own'>,
  how: 'comment' | 'question' | 'answer' | 'remark',
  title: string,
  ...address: readonly (string | number)[]
): string {
  const random = visit.own('says', how, ...address);
  const writer = writerOf(visit.own('writing'));
  const subject = { writer, things: termsOf(title).map((term) => `the ${term}`) };
  const text = sentence(random, subject, favourite(random, writer, how));
  return writer.curly ? curled(text) : text;
}
