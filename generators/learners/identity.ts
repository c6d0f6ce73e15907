import { chance, pick, type Stream } from '../../src/base/random/index.ts';
import type { NameLocale } from './name-locales.ts';
import { ADJECTIVES, NAMES_BY_LOCALE, NOUNS } from './names.precomputed.ts';

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
  const nick = `${plain(pick(random, ADJECTIVES))}${pick(random, ['', '_', '-'])}${plain(pick(random, NOUNS))}`;
  if (!LATIN.has(locale)) return nick;
  const first = plain(pick(random, NAMES_BY_LOCALE[locale].first));
  const last = plain(pick(random, NAMES_BY_LOCALE[locale].last));
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
    ? pick(random, NAMES_BY_LOCALE[locale].first).replace(/[\s\d.]/g, '')
    : latinName(random, locale).slice(0, LONGEST);
  return `${name}${/[a-z]$/.test(name) ? pick(random, ['', '_']) : '_'}${number}`;
}
