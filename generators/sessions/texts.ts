import { chance, hash, integer, normal, pick, type Stream } from '../../src/base/random/index.ts';
import type { SessionContext } from '../model/session-context.ts';
import * as words from './text-words.ts';

/** How one person writes: favourite words, length and habits of the keyboard. */
interface Writer {
  /** Where its favourites begin in each list of words. */
  readonly taste: number;
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
  length: Math.exp(normal(own, 0, 0.35)),
  curly: chance(own, 0.35),
  lowercase: chance(own, 0.12),
  gap: chance(own, 0.2) ? '  ' : ' ',
  emoji: chance(own, 0.1),
  slips: Math.max(0, own() - 0.5) * 0.03,
});

/** A word of a list: mostly one of this person's favourites, which lie scattered over the list. */
function favourite(random: Stream, { taste }: Writer, list: keyof typeof words.LISTS): string {
  const items: readonly string[] = words.LISTS[list];
  const place = Math.floor(items.length * random() ** 2.2);
  return items[(hash('taste', list, taste) + place * words.STRIDE) % items.length]!;
}

/** So often somebody looks for another word than one that stands in the sentence already. */
const TRIES = 4;

/** A sentence of a pattern, with its gaps filled, which may have gaps themselves. */
function filled(random: Stream, writer: Writer, pattern: string, used = new Set<string>()): string {
  return pattern.replace(/\{(\w+)\}/g, (_, list: string) => {
    if (list === 'n') return String(integer(random, 2, 40));
    const draw = (): string => favourite(random, writer, list as keyof typeof words.LISTS);
    let word = draw();
    for (let tries = 1; tries < TRIES && used.has(word); tries += 1) word = draw();
    used.add(word);
    return filled(random, writer, word, used);
  });
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
 * one draw a sentence of the usual length: how texts are composed disturbs nothing else that people do.
 *
 * @param bounds how many sentences people write
 */
export function written(
  visit: Pick<SessionContext, 'own' | 'random'>,
  { low, high }: { readonly low: number; readonly high: number },
): string {
  const names = Array.from({ length: integer(visit.random, low, high) }, () => integer(visit.random, 0, 2 ** 32 - 1));
  const random = visit.own('text', ...names);
  const writer = writerOf(visit.own('writing'));
  const count = Math.min(high, Math.max(low, Math.round(names.length * writer.length)));
  const text = Array.from({ length: count }, () => sentence(random, writer)).join(writer.gap);
  const ended = writer.emoji ? `${text} ${pick(random, words.EMOJI)}` : text;
  return writer.curly ? curled(ended) : ended;
}
