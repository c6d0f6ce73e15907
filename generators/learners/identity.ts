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
import { chance, pick, type Stream } from '../../src/base/random/index.ts';
import type { NameLocale } from './name-locales.ts';

/** One faker a locale, each from its own entry: the package's main one takes six times as long to load. */
const FAKERS: Record<NameLocale, Faker> = { en, en_IN, es, pt_BR, el, ru, pl, de, fr, ar, zh_CN, ja, ur };

/** Names in these are Latin letters once their accents are off. */
const LATIN: ReadonlySet<NameLocale> = new Set(['en', 'en_IN', 'es', 'pt_BR', 'pl', 'de', 'fr']);

/** What edX allows in a username that it makes itself; accents go, and so does what has no plain letter. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

const LONGEST = 22;
const NAMES = 500;

/** The names of a locale, made once: seeding faker for each learner takes longer than all else about a learner. */
interface Names {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

function namesOf(locale: NameLocale): Names {
  const { person } = seeded(FAKERS[locale]);
  const make = (name: () => string) => Array.from({ length: NAMES }, name);
  return { first: make(() => person.firstName()), last: make(() => person.lastName()) };
}

function seeded(faker: Faker): Faker {
  faker.seed(0);
  return faker;
}

const tables = new Map<NameLocale, Names>();
function names(locale: NameLocale): Names {
  const known = tables.get(locale) ?? namesOf(locale);
  tables.set(locale, known);
  return known;
}

const { word } = seeded(en);
const ADJECTIVES = Array.from({ length: NAMES }, () => plain(word.adjective()));
const NOUNS = Array.from({ length: NAMES }, () => plain(word.noun()));

function latinName(random: Stream, locale: NameLocale): string {
  const nick = `${pick(random, ADJECTIVES)}${pick(random, ['', '_', '-'])}${pick(random, NOUNS)}`;
  if (!LATIN.has(locale)) return nick;
  const first = plain(pick(random, names(locale).first));
  const last = plain(pick(random, names(locale).last));
  return pick(random, [
    `${first}_${last}`,
    `${first}${last}`,
    `${first[0]}${last}`,
    `${last}-${first}`,
    `${first}_${last[0]}`,
    first,
    nick,
  ]);
}

/**
 * A username, made of a name or a nickname and the learner's number, so that no two learners share one. A few are in the
 * script of their owner's country, as accounts from a university's own login are.
 *
 * @param random the learner's stream
 * @param number the learner's number, from 1
 * @param nativeShare of names in their own script
 */
export function username(random: Stream, locale: NameLocale, number: number, nativeShare: number): string {
  const native = chance(random, nativeShare);
  const name = native
    ? pick(random, names(locale).first).replace(/[\s\d.]/g, '')
    : latinName(random, locale).slice(0, LONGEST);
  return `${name}${/[a-z]$/.test(name) ? pick(random, ['', '_']) : '_'}${number}`;
}
