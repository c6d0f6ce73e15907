import { describe, expect, test } from 'vitest';
import { fullNameOf } from './full-names.ts';
import type { NameLocale } from './name-locales.ts';
import { NAMES_BY_LOCALE } from './names.precomputed.ts';
import { usernameOf } from './usernames.ts';

const NUMBERS = Array.from({ length: 3000 }, (_, index) => index + 1);
const people = (locale: NameLocale) =>
  NUMBERS.map((number) => {
    const username = usernameOf('s', number, locale);
    return { username: username.toLowerCase(), ...fullNameOf('s', number, locale, username) };
  });
const latin = new Map(NAMES_BY_LOCALE.en.first.map(([native, name]) => [native, name]));

test('are in their owner’s script', () => {
  const name = (locale: NameLocale) => fullNameOf('s', 5, locale, usernameOf('s', 5, locale)).name;
  expect(name('ru')).toMatch(/^\p{Script=Cyrillic}+ \p{Script=Cyrillic}+$/u);
  expect(name('ja')).toMatch(/\p{Script=Han}/u);
});

test('the initial in a username is that of the first name', () => {
  const lasts = new Set(NAMES_BY_LOCALE.en.last.map(([, name]) => name));
  const initialled = people('en').flatMap(({ username, name }) => {
    const [, initial, rest = ''] = /^([a-z])[_-]?([a-z]+)\d*$/.exec(username) ?? [];
    return initial && lasts.has(rest) && !lasts.has(initial + rest)
      ? [{ initial, first: latin.get(name.split(' ')[0]!)! }]
      : [];
  });
  expect(initialled.length).toBeGreaterThan(100);
  expect(initialled.filter(({ initial, first }) => !first.startsWith(initial))).toEqual([]);
});

describe.each([
  ['ru', /(?:ов|ев|ёв|ин|ын|ский)$/, /(?:ова|ева|ёва|ина|ына|ская)$/],
  ['pl', /[sc]ki$/, /[sc]ka$/],
  ['el', /(?:ης|ας|ος|ής|άς|ός|ύς)$/, /(?:ου|η|α|ή|ά|ού|ύ)$/],
] as const)('last names of men and women differ: %s', (locale, his, hers) => {
  const all = people(locale);
  test.each([
    ['m', his, hers],
    ['f', hers, his],
  ] as const)('%s', (sex, own, other) => {
    const names = all.filter((person) => person.sex === sex).map(({ name }) => name.split(' ').at(-1)!);
    expect(names.filter((name) => own.test(name)).length).toBeGreaterThan(100);
    // Of Greek names in -ου nobody can tell.
    const strange = names.filter((name) => other.test(name) && !(locale === 'el' && sex === 'm'));
    expect(strange).toEqual([]);
  });
});
