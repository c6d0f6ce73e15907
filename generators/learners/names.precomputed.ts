/** Names that people have, by faker. Plain data: the package holds the tables alone, and loads no faker. */
import type { Faker } from '@faker-js/faker';
import { faker as ar } from '@faker-js/faker/locale/ar';
import { faker as de } from '@faker-js/faker/locale/de';
import { faker as el } from '@faker-js/faker/locale/el';
import { faker as en } from '@faker-js/faker/locale/en';
import { faker as en_IN } from '@faker-js/faker/locale/en_IN';
import { faker as es } from '@faker-js/faker/locale/es';
import { faker as fr } from '@faker-js/faker/locale/fr';
import { faker as ja } from '@faker-js/faker/locale/ja';
import { faker as pl } from '@faker-js/faker/locale/pl';
import { faker as pt_BR } from '@faker-js/faker/locale/pt_BR';
import { faker as ru } from '@faker-js/faker/locale/ru';
import { faker as ur } from '@faker-js/faker/locale/ur';
import { faker as zh_CN } from '@faker-js/faker/locale/zh_CN';
import type { NameLocale } from './name-locales.ts';
import { COMMON, type Sex, type Spelling } from './common-names.ts';

export type { Sex, Spelling };

const FAKERS: Record<NameLocale, Faker> = { en, en_IN, es, pt_BR, el, ru, pl, de, fr, ar, zh_CN, ja, ur };

/** Of each table at most. */
const MOST = { names: 160, words: 240 };

/** First and last names of a locale. */
export interface Names {
  readonly first: readonly Spelling[];
  readonly last: readonly Spelling[];
}

const letters = (from: string, to: string): [string, string][] => {
  const parts = to.split(' ');
  return [...from].map((letter, index) => [letter, parts[index]!]);
};

/** Greek and Russian letters as passports spell them. */
const LETTERS = new Map<string, string>([
  ...letters('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...letters(
    'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya',
  ),
  ...letters('łßøđ', 'l ss o d'),
]);

/** Accents go, and so does what has no plain letter. */
const plain = (name: string): string =>
  [...name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ου', 'ou')]
    .map((letter) => LETTERS.get(letter) ?? letter)
    .join('')
    .replace(/[^a-z]/g, '');

/**
 * Words none of which begins another, so that words put together can be taken apart in one way only: that is what makes
 * usernames distinct (usernames.ts).
 */
class Words {
  readonly #words = new Set<string>();
  readonly #beginnings = new Set<string>();

  /** Whether the word fits; if so it is taken. */
  take(word: string): boolean {
    if (!/^[a-z]{3,9}$/.test(word) || this.#beginnings.has(word)) return false;
    const beginnings = Array.from(word, (_, end) => word.slice(0, end + 1));
    if (beginnings.some((beginning) => this.#words.has(beginning))) return false;
    this.#words.add(word);
    for (const beginning of beginnings) this.#beginnings.add(beginning);
    return true;
  }

  /** Whether a text is a word, two, or one and a letter. */
  spells(text: string): boolean {
    const word = Array.from(text, (_, end) => text.slice(0, end + 1)).find((beginning) => this.#words.has(beginning));
    if (word === undefined) return false;
    const rest = text.slice(word.length);
    return rest.length <= 1 || this.#words.has(rest);
  }
}

const taken = new Words();

/** Takes names until there are so many. */
function choose(all: Spelling[], spellings: readonly Spelling[], most: number): Spelling[] {
  for (const spelling of spellings) if (all.length < most && taken.take(spelling[1])) all.push(spelling);
  return all;
}

type Definition = Partial<Record<'generic' | 'female' | 'male', readonly string[]>>;

/** One name of a woman to so many of men (Ho et al. 2014: a quarter to a third of those who register are women). */
const MEN = 2;

/** What faker has of a table, in an order of its own that never changes; names of women and of men by turns. */
function spellingsOf(faker: Faker, definition: Definition): Spelling[] {
  faker.seed(0);
  const [female, male] = [new Set(definition.female), new Set(definition.male)];
  const sexOf = (name: string): Sex => {
    if (female.has(name) === male.has(name)) return '';
    return female.has(name) ? 'f' : 'm';
  };
  const all = [...new Set(Object.values(definition).flat())].sort();
  const spellings = faker.helpers.shuffle(all).map((name): Spelling => [name, plain(name), sexOf(name)]);
  const women = spellings.filter(([, , sex]) => sex === 'f');
  const others = spellings.filter(([, , sex]) => sex !== 'f');
  return others.flatMap((spelling, index) =>
    index % MEN === 0 && index / MEN < women.length ? [spelling, women[index / MEN]!] : [spelling],
  );
}

/** Of so many names that are common no further ones are wanted. */
const ENOUGH = 100;

/** In what order locales choose: a name that several have is the first one's. */
const ORDER: readonly NameLocale[] = [
  'en',
  'es',
  'en_IN',
  'ar',
  'zh_CN',
  'ur',
  'pt_BR',
  'fr',
  'de',
  'ru',
  'pl',
  'ja',
  'el',
];

const PARTS = ['first', 'last'] as const;

/** The common ones of all first, then what faker has. */
const chosen = Object.fromEntries(
  ORDER.map((locale) => [locale, { first: [] as Spelling[], last: [] as Spelling[] }]),
) as Record<NameLocale, Record<(typeof PARTS)[number], Spelling[]>>;
for (const part of PARTS) for (const locale of ORDER) choose(chosen[locale][part], COMMON[locale][part], MOST.names);
for (const locale of ORDER.toReversed())
  for (const part of PARTS) {
    const all = chosen[locale][part];
    const table = FAKERS[locale].definitions.person[`${part}_name`] as Definition;
    if (all.length < ENOUGH) choose(all, spellingsOf(FAKERS[locale], table), MOST.names);
  }

/** The commonest first. */
export const NAMES_BY_LOCALE: Readonly<Record<NameLocale, Names>> = chosen;

const english = (words: readonly string[]): string[] =>
  choose(
    [],
    en.helpers.shuffle([...words].sort()).map((word) => [word, word]),
    MOST.words,
  ).map(([, word]) => word);

en.seed(0);
/** English words that nicknames are made of. */
export const ADJECTIVES = english(en.definitions.word.adjective);
export const NOUNS = english(en.definitions.word.noun);

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/** Last names that an initial can stand before, without a mark between: what that spells can be read in no other way. */
export const AFTER_INITIALS = Object.fromEntries(
  ORDER.map((locale) => [
    locale,
    NAMES_BY_LOCALE[locale].last
      .map(([, latin]) => latin)
      .filter((last) => !ALPHABET.some((letter) => taken.spells(letter + last))),
  ]),
) as unknown as Readonly<Record<NameLocale, readonly string[]>>;
