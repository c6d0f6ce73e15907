import { chance, hash, integer, normal, pick, type Stream } from '../../src/base/random/index.ts';
import type { Text } from '../model/platform.ts';
import type { SessionContext } from '../model/session-context.ts';
import * as words from './text-words.ts';

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
const COMES_BACK = 0.45;

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

/** A sentence of a pattern, with its gaps filled, which may have gaps themselves. */
function filled(random: Stream, subject: Subject, pattern: string, used = new Set<string>()): string {
  const parts = partsOf(pattern);
  let text = parts[0]!;
  for (let gap = 1; gap < parts.length; gap += 2) {
    const list = parts[gap] as List | 'n';
    text += list === 'n' ? String(integer(random, 2, 40)) : wordFor(random, subject, list, used);
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
  const text = slipped(random, filled(random, subject, pattern), writer.slips);
  return writer.lowercase ? text.toLowerCase() : text[0]!.toUpperCase() + text.slice(1);
}

/** Words that say nothing of what a title is about. */
const SMALL =
  /^(?:about|after|before|from|have|into|that|them|then|this|what|when|which|with|work|your|week|lecture|part)$/i;

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
