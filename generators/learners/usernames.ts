/**
 * Usernames as people choose them, no two alike: a keyed permutation leads from a learner's number to a name, so that there is
 * no register of names that are taken, and a name says nothing of the number. As on a site that grows, who comes later finds
 * short names taken: the first thousand choose among the shortest, then a million among longer ones, the others add digits.
 */
import { oneByte } from '../../src/base/one-byte.ts';
import { hash, hashedShare } from '../../src/base/random/index.ts';
import { NAME_LOCALES, type NameLocale } from './name-locales.ts';
import { ADJECTIVES, AFTER_INITIALS, NAMES_BY_LOCALE, NOUNS } from './names.precomputed.ts';

/** How many numbers choose among the same shapes, as powers of two (even ones: the permutation halves their bits). */
const TIERS = [10, 20, 24] as const;

/** A shape of names: what stands in each place. Words of names.precomputed.ts are told apart in whatever they are put together. */
type Shape = readonly (readonly string[])[];

const MARKS = ['', '_'];
const HYPHEN = ['-'];
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
/** Letters that names begin with. */
const initials = (names: readonly string[]): string[] => distinct(names.map((name) => name[0]!)).sort();
const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Digits that people add: years, ages, what is easy to remember. */
const DIGITS = distinct([
  ...Array.from({ length: 31 }, (_, year) => String(1965 + year)),
  ...Array.from({ length: 31 }, (_, year) => String(65 + year)),
  ...'1 2 3 7 8 9 10 11 12 13 21 22 23 33 42 44 55 01 02 07 99 007 100 101 111 123 314 321 404 777 1234'.split(' '),
  ...'2000 2010 2011 2012 2013'.split(' '),
]);
/** Birthdays, as far as they are none of those. */
const BIRTHDAYS = Array.from(
  { length: 12 * 28 },
  (_, day) => twoDigits(1 + (day % 28)) + twoDigits(1 + Math.floor(day / 28)),
).filter((date) => !DIGITS.includes(date));

/** More digits: days of birth, numbers that schools give, and whatever comes to mind. */
const LONG = distinct([
  ...Array.from({ length: 28 * 12 * 16 }, (_, day) => {
    const date = twoDigits(1 + (day % 28)) + twoDigits(1 + (Math.floor(day / 28) % 12));
    return date + twoDigits(80 + Math.floor(day / (28 * 12)));
  }),
  ...Array.from({ length: 900 }, (_, number) => String(10_211 + number * 97)),
  '12345',
  '123456',
]);

/** Letters that some write as digits. */
const AS_DIGITS: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0' };
const inDigits = (names: readonly string[]): string[] =>
  names.map((name) => name.replace(/(?<=^.+)[aeio]/, (letter) => AS_DIGITS[letter]!)).filter((name) => /\d/.test(name));

/** Names of two tables by turns, the commonest first. */
const byTurns = (first: readonly string[], last: readonly string[]): string[] =>
  first
    .flatMap((name, rank) => (last[rank] === undefined ? [name] : [name, last[rank]]))
    .concat(last.slice(first.length));

/** So many last names of a locale are common, and half of those who have their names in it have one of them. */
const COMMON_LAST = 24;

interface Kind {
  readonly shape: Shape;
  /** The place of the names that follow their frequency. */
  readonly head: number;
  readonly shares: readonly number[];
}

/** Shapes of a locale's names, and how many of each tier's names have them (choices); the last takes what others have no room for. */
function shapesOf(locale: NameLocale): Kind[] {
  const latin = (part: 'first' | 'last') => NAMES_BY_LOCALE[locale][part].map(([, name]) => name);
  const [first, last] = [latin('first'), latin('last')];
  const [common, rare] = [last.slice(0, COMMON_LAST), last.slice(COMMON_LAST)];
  const after = AFTER_INITIALS[locale];
  const [firstLetters, lastLetters] = [initials(first), initials(last)];
  const names = byTurns(first, last);
  const index = NAME_LOCALES.indexOf(locale);
  // Nicknames are English everywhere: each locale has adjectives and nouns of its own.
  const own = (words: readonly string[]) => words.filter((_, word) => word % NAME_LOCALES.length === index);
  const words = [...ADJECTIVES, ...NOUNS];
  const kind = (head: number, shares: readonly number[], ...shape: Shape): Kind => ({ shape, head, shares });
  return [
    kind(0, [0.006], first),
    kind(0, [0.008], own(NOUNS)),
    kind(2, [0.02], firstLetters, ['_', '-'], last),
    kind(1, [0.17, 0.001], firstLetters, after),
    kind(0, [0.08, 0.002], first, MARKS, lastLetters),
    kind(0, [0.13, 0.003], first, MARKS, common),
    kind(0, [0.12, 0.03], first, MARKS, rare),
    kind(0, [0.015, 0.008], first, HYPHEN, last),
    kind(0, [0.05, 0.02], last, MARKS, first),
    kind(0, [0.012, 0.1], first, ['_'], firstLetters, ['_'], last),
    kind(0, [0.006], names, ['_']),
    kind(0, [0.006], inDigits(names)),
    kind(0, [0.012, 0.005], first, ['2', '4', '7', '99', '23'], last),
    kind(1, [0.006], ['1', '2', '3', '4', '7', '99', '007'], names),
    kind(0, [0.15, 0.05], names, MARKS, DIGITS),
    kind(1, [0.07, 0.08], firstLetters, after, DIGITS),
    kind(0, [0.03, 0.08], names, MARKS, BIRTHDAYS),
    kind(0, [0.01, 0.05], names, MARKS, LONG),
    kind(2, [0.025, 0.004], own(ADJECTIVES), MARKS, NOUNS),
    kind(2, [0.006, 0.04], words, MARKS, names),
    kind(0, [0.006, 0.04], names, MARKS, words),
    kind(0, [0.02, 0.31, 0.3], first, first, MARKS, last),
    kind(0, [0.03, 0.12, 0.25], first, last, MARKS, DIGITS),
    kind(1, [], words, names, MARKS, [...DIGITS, ...BIRTHDAYS]),
  ];
}

const sizeOf = (shape: Shape): number => shape.reduce((size, part) => size * part.length, 1);

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A step that visits every number below `size` once before it comes to one again, and far from the last each time. */
function strideOf(size: number): number {
  let stride = Math.max(1, Math.floor(size * 0.618));
  while (divisor(stride, size) !== 1) stride += 1;
  return stride;
}

/** Names of one shape that a tier may choose, by the name in its head. */
interface Range extends Pick<Kind, 'shape' | 'head'> {
  /** How many names a head has beside it, and the step that leads through them. */
  readonly beside: number;
  readonly stride: number;
  /** Of each head: how many names earlier tiers have chosen, and how many this one has with those before it. */
  readonly from: readonly number[];
  readonly until: readonly number[];
  readonly count: number;
}

/** How frequent a name is by its rank, as Zipf's law has it, but for the first few; more names than any shape has. */
const FREQUENCIES = Float64Array.from({ length: 4096 }, (_, rank) => (rank + 4) ** -0.9);

/** Gives so many names to heads by their frequency, as far as each has them; adds to what they have. */
function give(taken: number[], count: number, beside: number): void {
  for (let left = count; left > 0;) {
    let total = 0;
    for (let rank = 0; rank < taken.length; rank += 1) if (taken[rank]! < beside) total += FREQUENCIES[rank]!;
    const round = left;
    for (let rank = 0; rank < taken.length && left > 0; rank += 1) {
      const share = Math.min(left, beside - taken[rank]!, Math.ceil((round * FREQUENCIES[rank]!) / total));
      taken[rank]! += share;
      left -= share;
    }
  }
}

/** Deals the names of each shape out to the tiers, one after the other, so that no two get the same. */
function* dealt(locale: NameLocale): Generator<Range[], void, void> {
  const shapes = shapesOf(locale).map((kind) => {
    const heads = kind.shape[kind.head]!.length;
    const size = sizeOf(kind.shape);
    const beside = heads === 0 ? 0 : size / heads;
    return { ...kind, size, beside, stride: strideOf(beside), used: 0, taken: Array<number>(heads).fill(0) };
  });
  for (const [tier, bits] of TIERS.entries()) {
    let left = 2 ** bits;
    yield shapes.map((one, index) => {
      const { shape, head, shares, size, beside, stride, used, taken } = one;
      const wanted = index === shapes.length - 1 ? left : Math.floor((shares[tier] ?? 0) * 2 ** bits);
      const count = Math.min(left, wanted, size - used);
      left -= count;
      one.used += count;
      const from = [...taken];
      give(taken, count, beside);
      const sums = runningSums(taken.map((until, rank) => until - from[rank]!));
      return { shape, head, beside, stride, from, until: sums, count };
    });
  }
}

function runningSums(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => (sum += count));
}

const ROUNDS = 4;

/** A permutation of the numbers below two to the power of `bits`, even: Feistel's network over halves of them. */
export function permute(number: number, bits: number, key: string): number {
  const half = 2 ** (bits / 2);
  let [left, right] = [Math.floor(number / half), number % half];
  for (let round = 0; round < ROUNDS; round += 1)
    [left, right] = [right, (left ^ (hash(key, 'username', right * ROUNDS + round) % half)) >>> 0];
  return left * half + right;
}

const known = new Map<NameLocale, { readonly tiers: Range[][]; readonly deal: Iterator<Range[], void, void> }>();

/** What a tier of a locale chooses among; it is dealt out when it is first asked for, as most runs are small. */
function rangesOf(locale: NameLocale, tier: number): Range[] {
  const { tiers, deal } = known.get(locale) ?? { tiers: [], deal: dealt(locale) };
  if (tiers.length === 0) known.set(locale, { tiers, deal });
  while (tiers.length <= tier) tiers.push(deal.next().value!);
  return tiers[tier]!;
}

/** The first place of a running sum that is above a number. */
function placeIn(sums: readonly number[], number: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The parts of a name.
 *
 * @param turned by how far a site goes round in what stands beside a head: two sites choose among other ones
 */
function spell({ shape, head, beside, stride, from, until }: Range, index: number, turned: number): string[] {
  const rank = placeIn(until, index);
  const nth = from[rank]! + index - (rank === 0 ? 0 : until[rank - 1]!);
  let rest = (nth * stride + turned + rank * 7919) % beside;
  return shape.map((part, place) => {
    if (place === head) return part[rank]!;
    const word = part[rest % part.length]!;
    rest = Math.floor(rest / part.length);
    return word;
  });
}

const capital = (part: string): string => (part === '' ? part : part[0]!.toUpperCase() + part.slice(1));

/** Some write names with capitals, one or one a part; two names never differ by that alone. */
function withCapitals(parts: readonly string[], draw: number): string {
  const name = parts.join('');
  if (draw < 0.76) return name;
  if (draw < 0.9) return capital(name);
  if (draw < 0.985) return parts.map(capital).join('');
  return name.toUpperCase();
}

/**
 * The username of a learner: a slug as the platform of 2013 takes it, of ASCII letters, digits, `_` and `-`. It depends on
 * seed, number and locale alone, and no other number has it, whatever its locale.
 *
 * @param number the learner's number, from 1 to ten million
 */
export function usernameOf(seed: string, number: number, locale: NameLocale): string {
  let index = number - 1;
  let tier = 0;
  for (; index >= 2 ** TIERS[tier]!; tier += 1) index -= 2 ** TIERS[tier]!;
  index = permute(index, TIERS[tier]!, `${seed}/${tier}`);
  const ranges = rangesOf(locale, tier);
  const at = ranges.findIndex(({ count }) => {
    if (index < count) return true;
    index -= count;
    return false;
  });
  const parts = spell(ranges[at]!, index, hash(seed, 'names', at));
  return oneByte(withCapitals(parts, hashedShare(seed, 'capitals', number)));
}

/** Share of learners whose names are no slugs, where a run is spiced. */
const BEYOND_SLUGS = 0.2;

/** Names that are no slugs begin with one, so that no two are the same, and go on with what no slug holds. */
const BEYOND: readonly ((slug: string, own: string) => string)[] = [
  (slug) => `${slug}@example.org`,
  (slug, own) => `${slug} ${own}`,
  (slug, own) => `${slug}.${own}`,
  (slug) => `${slug}+edx`,
];

/** The same as usernameOf, but that some names are none that the platform of 2013 took: sites that let people in by other ways had such. */
export function spicedUsernameOf(seed: string, number: number, locale: NameLocale): string {
  const slug = usernameOf(seed, number, locale);
  if (hashedShare(seed, 'beyond slugs', number) >= BEYOND_SLUGS) return slug;
  const names = NAMES_BY_LOCALE[locale].first;
  const [own] = names[hash(seed, 'own script', number) % names.length]!;
  return BEYOND[hash(seed, 'beyond', number) % BEYOND.length]!(slug, own);
}
