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
}

const writerOf = (own: Stream): Writer => ({
  taste: integer(own, 0, 2 ** 31),
  favourites: {},
  length: Math.exp(normal(own, 0, 0.35)),
  curly: chance(own, 0.35),
  lowercase: chance(own, 0.12),
  gap: chance(own, 0.2) ? '  ' : ' ',
  emoji: chance(own, 0.1),
  slips: Math.max(0, own() - 0.5) * 0.03,
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
function filled(random: Stream, writer: Writer, pattern: string, used = new Set<string>()): string {
  const parts = partsOf(pattern);
  let text = parts[0]!;
  for (let gap = 1; gap < parts.length; gap += 2) {
    const list = parts[gap] as List | 'n';
    text += list === 'n' ? String(integer(random, 2, 40)) : wordFor(random, writer, list, used);
    text += parts[gap + 1]!;
  }
  return text;
}

function wordFor(random: Stream, writer: Writer, list: List, used: Set<string>): string {
  let word = favourite(random, writer, list);
  for (let tries = 1; tries < TRIES && used.has(word); tries += 1) word = favourite(random, writer, list);
  used.add(word);
  return filled(random, writer, word, used);
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

function sentence(random: Stream, writer: Writer): string {
  const text = slipped(random, filled(random, writer, favourite(random, writer, 'sentence')), writer.slips);
  return writer.lowercase ? text.toLowerCase() : text[0]!.toUpperCase() + text.slice(1);
}

const curled = (text: string): string => text.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”');

/**
 * What somebody writes, in English, with words, habits and a length of its own. The visit's stream names the text's own stream, by
 * one draw a sentence of the usual length: how texts are composed, and whether, disturbs nothing else that people do.
 *
 * @param bounds how many sentences people write
 */
export function written(
  visit: Pick<SessionContext, 'own' | 'random'>,
  { low, high }: { readonly low: number; readonly high: number },
): Text {
  const names = Array.from({ length: integer(visit.random, low, high) }, () => integer(visit.random, 0, 2 ** 32 - 1));
  return () => composed(visit, names, low, high);
}

function composed(visit: Pick<SessionContext, 'own'>, names: readonly number[], low: number, high: number): string {
  const random = visit.own('text', ...names);
  const writer = writerOf(visit.own('writing'));
  const count = Math.min(high, Math.max(low, Math.round(names.length * writer.length)));
  const text = Array.from({ length: count }, () => sentence(random, writer)).join(writer.gap);
  const ended = writer.emoji ? `${text} ${pick(random, words.EMOJI)}` : text;
  return writer.curly ? curled(ended) : ended;
}
