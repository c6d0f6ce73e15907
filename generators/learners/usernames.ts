/**
 * Usernames as people choose them, no two alike: a keyed permutation leads from a learner's number to a name, so that there is
 * no register of names that are taken, and a name says nothing of the number. As on a site that grows, who comes later finds
 * short names taken: the first thousand choose among the shortest, then a million among longer ones, the others add digits.
 */
import { hash, pick, stream } from '../../src/base/random/index.ts';
import { NAME_LOCALES, type NameLocale } from './name-locales.ts';
import { ADJECTIVES, AFTER_INITIALS, NAMES_BY_LOCALE, NOUNS, type Sex, type Spelling } from './names.precomputed.ts';

/** How many numbers choose among the same shapes, as powers of two (even ones: the permutation halves their bits). */
const TIERS = [10, 20, 24] as const;

/** A shape of names: what stands in each place. Words of names.precomputed.ts are told apart in whatever they are put together. */
type Shape = readonly (readonly string[])[];

const MARKS = ['', '_', '-'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Digits that people add: years, ages, what is easy to remember. */
const DIGITS = distinct([
  ...Array.from({ length: 31 }, (_, year) => String(1965 + year)),
  ...Array.from({ length: 31 }, (_, year) => String(65 + year)),
  ...'1 2 3 7 8 9 10 11 12 13 21 22 23 33 42 44 55 01 02 07 99 007 100 101 111 123 314 321 404 777 1234'.split(' '),
  ...'2000 2010 2011 2012 2013'.split(' '),
]);
/** Those, and birthdays. */
const DATES = distinct([
  ...DIGITS,
  ...Array.from({ length: 12 * 28 }, (_, day) => twoDigits(1 + (day % 28)) + twoDigits(1 + Math.floor(day / 28))),
]);

/** Shapes of a locale's names, and how many of each tier's names have them; the last takes what others have no room for. */
function shapesOf(locale: NameLocale): { readonly shape: Shape; readonly shares: readonly number[] }[] {
  const latin = (part: 'first' | 'last') => NAMES_BY_LOCALE[locale][part].map(([, name]) => name);
  const [first, last] = [latin('first'), latin('last')];
  const index = NAME_LOCALES.indexOf(locale);
  // Nicknames are English everywhere: each locale has adjectives and nouns of its own.
  const own = (words: readonly string[]) => words.filter((_, word) => word % NAME_LOCALES.length === index);
  const words = [...ADJECTIVES, ...NOUNS];
  return [
    { shape: [[...first, ...own(NOUNS)]], shares: [0.04] },
    { shape: [LETTERS, MARKS.slice(1), last], shares: [0.03] },
    { shape: [LETTERS, AFTER_INITIALS[locale]], shares: [0.14, 0.001] },
    { shape: [first, MARKS, LETTERS], shares: [0.09, 0.001] },
    { shape: [first, MARKS, last], shares: [0.25, 0.2] },
    { shape: [last, MARKS, first], shares: [0.08, 0.05] },
    { shape: [own(ADJECTIVES), MARKS, NOUNS], shares: [0.09, 0.01] },
    { shape: [[...first, ...last], ['', '_'], DIGITS], shares: [0.17, 0.02] },
    { shape: [[...first, ...last], MARKS, words], shares: [0.03, 0.15] },
    { shape: [words, MARKS, [...first, ...last]], shares: [0.03, 0.15] },
    { shape: [first, first, MARKS, last], shares: [0, 0.13] },
    { shape: [first, last, ['', '_'], DIGITS], shares: [0.05, 0.1, 0.3] },
    { shape: [own(ADJECTIVES), NOUNS, MARKS, [...first, ...last]], shares: [0, 0.1] },
    { shape: [words, [...first, ...last], ['', '_'], DATES], shares: [] },
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

/** Names of one shape that a tier may choose: from one on, so many. */
interface Range {
  readonly shape: Shape;
  readonly size: number;
  readonly stride: number;
  readonly from: number;
  readonly count: number;
}

/** Deals the names of each shape out to the tiers, so that no two get the same. */
function rangesOf(locale: NameLocale): Range[][] {
  const shapes = shapesOf(locale).map(({ shape, shares }) => {
    const size = sizeOf(shape);
    return { shape, shares, size, stride: strideOf(size), from: 0 };
  });
  return TIERS.map((bits, tier) => {
    let left = 2 ** bits;
    return shapes.map((one, index) => {
      const { shape, shares, size, stride, from } = one;
      const wanted = index === shapes.length - 1 ? left : Math.floor((shares[tier] ?? 0) * 2 ** bits);
      const count = Math.min(left, wanted, size - from);
      left -= count;
      one.from += count;
      return { shape, size, stride, from, count };
    });
  });
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

const ranges = new Map<NameLocale, Range[][]>();

/** @param turned by how far a site goes round in all names of the shape: two sites choose among other ones */
function spell({ shape, size, stride, from }: Range, index: number, turned: number): string {
  let rest = ((from + index) * stride + turned) % size;
  let name = '';
  for (const part of shape) {
    name += part[rest % part.length]!;
    rest = Math.floor(rest / part.length);
  }
  return name;
}

/** Some write names with capitals; two names never differ by that alone. */
function withCapitals(name: string, draw: number): string {
  if (draw < 0.8) return name;
  if (draw < 0.98) return name[0]!.toUpperCase() + name.slice(1);
  return name.toUpperCase();
}

/**
 * The username of a learner: a slug as the platform of 2013 takes it, of ASCII letters, digits, `_` and `-`. It depends on
 * seed, number and locale alone, and no other number has it, whatever its locale.
 *
 * @param number the learner's number, from 1 to ten million
 */
export function usernameOf(seed: string, number: number, locale: NameLocale): string {
  const known = ranges.get(locale) ?? rangesOf(locale);
  ranges.set(locale, known);
  let index = number - 1;
  let tier = 0;
  for (; index >= 2 ** TIERS[tier]!; tier += 1) index -= 2 ** TIERS[tier]!;
  index = permute(index, TIERS[tier]!, `${seed}/${tier}`);
  const at = known[tier]!.findIndex(({ count }) => {
    if (index < count) return true;
    index -= count;
    return false;
  });
  const name = spell(known[tier]![at]!, index, hash(seed, 'names', at));
  return withCapitals(name, hash(seed, 'capitals', number) / 2 ** 32);
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
  if (hash(seed, 'beyond slugs', number) >= BEYOND_SLUGS * 2 ** 32) return slug;
  const names = NAMES_BY_LOCALE[locale].first;
  const [own] = names[hash(seed, 'own script', number) % names.length]!;
  return BEYOND[hash(seed, 'beyond', number) % BEYOND.length]!(slug, own);
}

export interface FullName {
  readonly name: string;
  readonly sex: Sex;
}

/** Where the family's name comes first, and no space after it. */
const FAMILY_FIRST: ReadonlySet<NameLocale> = new Set(['ja', 'zh_CN']);

/** A learner's full name, in its own script, and whose it may be: the first and last name that are in the username, where they are. */
export function fullNameOf(seed: string, number: number, locale: NameLocale, username: string): FullName {
  const random = stream(seed, 'learner', number, 'name');
  const parts = (['first', 'last'] as const).map((part) => {
    const names = NAMES_BY_LOCALE[locale][part];
    const any = pick(random, names);
    return names.find(([, latin]) => username.toLowerCase().includes(latin)) ?? any;
  });
  const [[first, , sex = ''], [last]] = parts as [Spelling, Spelling];
  return { name: FAMILY_FIRST.has(locale) ? last + first : `${first} ${last}`, sex };
}
