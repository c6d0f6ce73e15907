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

const FAKERS: Record<NameLocale, Faker> = { en, en_IN, es, pt_BR, el, ru, pl, de, fr, ar, zh_CN, ja, ur };

/** Of each table; a name may stand in it several times. */
const NAMES = 500;

/** A table by a faker that begins anew, so that no table depends on another. */
const made = (faker: Faker, ...names: (() => string)[]): string[][] => {
  faker.seed(0);
  return names.map((name) => Array.from({ length: NAMES }, name));
};

/** First and last names of a locale, in its own script. */
interface Names {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export const NAMES_BY_LOCALE = Object.fromEntries(
  Object.entries(FAKERS).map(([locale, faker]) => {
    const [first, last] = made(
      faker,
      () => faker.person.firstName(),
      () => faker.person.lastName(),
    );
    return [locale, { first, last }];
  }),
) as unknown as Readonly<Record<NameLocale, Names>>;

/** English words that nicknames are made of. */
export const [ADJECTIVES, NOUNS] = made(
  en,
  () => en.word.adjective(),
  () => en.word.noun(),
) as [string[], string[]];
