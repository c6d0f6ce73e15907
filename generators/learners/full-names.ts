/** Full names, in their owners' scripts: what a username tells of its owner's name is so. */
import { pick, stream } from '../../src/base/random/index.ts';
import type { NameLocale } from './name-locales.ts';
import { NAMES_BY_LOCALE, type Names, type Sex, type Spelling } from './names.precomputed.ts';

export interface FullName {
  readonly name: string;
  readonly sex: Sex;
}

/** Where the family's name comes first, and no space after it. */
const FAMILY_FIRST: ReadonlySet<NameLocale> = new Set(['ja', 'zh_CN']);

/** How last names end, of men and of women, where these differ; the longest first. */
const ENDINGS: Partial<Record<NameLocale, readonly (readonly [his: string, hers: string])[]>> = {
  ru: [
    ['ский', 'ская'],
    ['цкий', 'цкая'],
    ['ов', 'ова'],
    ['ев', 'ева'],
    ['ёв', 'ёва'],
    ['ин', 'ина'],
    ['ын', 'ына'],
  ],
  pl: [
    ['dzki', 'dzka'],
    ['ski', 'ska'],
    ['cki', 'cka'],
  ],
  el: [
    ['όπουλος', 'οπούλου'],
    ['ίδης', 'ίδου'],
    ['άδης', 'άδου'],
    ['ης', 'η'],
    ['ής', 'ή'],
    ['ας', 'α'],
    ['άς', 'ά'],
    ['ος', 'ου'],
    ['ός', 'ού'],
    ['ύς', 'ύ'],
  ],
};

/** Whose a last name is by its end; of Greek ones in -ου nobody can tell. */
function sexOf(last: string, locale: NameLocale): Sex {
  const endings = ENDINGS[locale] ?? [];
  if (endings.some(([his]) => last.endsWith(his))) return 'm';
  return locale !== 'el' && endings.some(([, hers]) => last.endsWith(hers)) ? 'f' : '';
}

/** A last name as a man or a woman bears it. */
function bornBy(sex: Sex, last: string, locale: NameLocale): string {
  const own = sexOf(last, locale);
  if (sex === '' || own === '' || own === sex) return last;
  const [from, to] = sex === 'f' ? [0, 1] : [1, 0];
  const ending = ENDINGS[locale]!.find((each) => last.endsWith(each[from]!))!;
  return last.slice(0, -ending[from]!.length) + ending[to]!;
}

/** The first and the last name that a username is made of: those that take up most of it, neither within the other. */
function toldIn(username: string, { first, last }: Names): { first?: Spelling; last?: Spelling } {
  const inside = ([, latin]: Spelling): boolean => username.includes(latin);
  const lasts = last.filter(inside);
  let told: { first?: Spelling; last?: Spelling } = {};
  let most = 0;
  for (const one of [undefined, ...first.filter(inside)])
    for (const other of [undefined, ...lasts]) {
      const rest = one === undefined ? username : username.replace(one[1], '|');
      const length = (one?.[1].length ?? 0) + (other?.[1].length ?? 0);
      if (length <= most || (other !== undefined && !rest.includes(other[1]))) continue;
      told = { ...(one && { first: one }), ...(other && { last: other }) };
      most = length;
    }
  return told;
}

/** The letter that stands for the other name, before a last name or behind a first one. */
function initialIn(username: string, first: Spelling | undefined, last: Spelling | undefined): string | undefined {
  if (last !== undefined) return /^([a-z])[_-]?$/.exec(username.slice(0, username.indexOf(last[1])))?.[1];
  if (first === undefined) return undefined;
  const behind = username.slice(username.indexOf(first[1]) + first[1].length);
  return /^[_-]?([a-z])(?![a-z])/.exec(behind)?.[1];
}

/** Those names that are as wished; all, where none is. */
function those(names: readonly Spelling[], isWished: (name: Spelling) => boolean): readonly Spelling[] {
  const wished = names.filter(isWished);
  return wished.length > 0 ? wished : names;
}

/** A learner's full name, in its own script, and whose it may be: the names and initials that are in the username, where they are. */
export function fullNameOf(seed: string, number: number, locale: NameLocale, username: string): FullName {
  const random = stream(seed, 'learner', number, 'name');
  const plain = username.toLowerCase();
  const names = NAMES_BY_LOCALE[locale];
  const told = toldIn(plain, names);
  const initial = initialIn(plain, told.first, told.last);
  const hasInitial = ([, latin]: Spelling): boolean => initial === undefined || latin.startsWith(initial);
  const last = told.last ?? pick(random, those(names.last, hasInitial));
  const whose = told.last === undefined ? '' : sexOf(last[0], locale);
  const isOf = ([, , sex = '']: Spelling): boolean => whose === '' || sex === '' || sex === whose;
  const first =
    told.first ??
    pick(
      random,
      those(names.first, (name) => hasInitial(name) && isOf(name)),
    );
  const [given, , sex = ''] = first;
  const family = bornBy(sex, last[0], locale);
  return { name: FAMILY_FIRST.has(locale) ? family + given : `${given} ${family}`, sex };
}
