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
import { chance, pick, type Stream } from '../../src/random/index.ts';
import { BEHAVIOUR } from './behaviour.ts';
import type { NameLocale } from './countries.ts';

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

function latinName(random: Stream, locale: NameLocale): string {
  const faker = FAKERS[locale];
  const first = plain(faker.person.firstName());
  const last = plain(faker.person.lastName());
  const nick = `${plain(en.word.adjective())}${pick(random, ['', '_', '-'])}${plain(en.word.noun())}`;
  if (!LATIN.has(locale) || first === '' || last === '') return nick;
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
 * @param random the learner's stream for its identity
 * @param number the learner's number, from 1
 */
export function username(random: Stream, locale: NameLocale, number: number): string {
  const native = chance(random, BEHAVIOUR.nativeUsername);
  const faker = FAKERS[locale];
  const seed = Math.floor(random() * 2 ** 32);
  faker.seed(seed);
  en.seed(seed);
  const name = native ? faker.person.firstName().replace(/[\s\d.]/g, '') : latinName(random, locale).slice(0, LONGEST);
  return `${name}${/[a-z]$/.test(name) ? pick(random, ['', '_']) : '_'}${number}`;
}
