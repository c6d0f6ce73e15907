/** Where people come from who open a page of the site before they have logged in: as their browsers say, and as links that are counted do. */
import { SECOND } from '../../../src/base/time.ts';
import {
  chance,
  hashedShare,
  integer,
  lognormal,
  pick,
  weighted,
  type Stream,
} from '../../../src/base/random/index.ts';
import { MASK } from '../../../src/spec/values.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { mailOf } from '../accounts.ts';
import { appPage, appsOf } from './addresses.ts';
import { newPassword } from './forms.ts';
import type { Lines, Load, Parameters } from './lines.ts';

/** What a request says of where its sender comes from. */
export interface Referral {
  /** Of another site its origin alone, as browsers tell by default (strict-origin-when-cross-origin); empty where they tell nothing. */
  readonly referer: string;
  readonly GET: Parameters;
}

const NOWHERE: Referral = { referer: '', GET: {} };

/** Search engines of countries that have another one first, or one of their own domain (choices). */
const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  RU: ['https://yandex.ru/', 'https://yandex.ru/', 'https://www.google.com/'],
  UA: ['https://www.google.com/', 'https://www.google.com.ua/'],
  CN: ['https://www.baidu.com/', 'https://www.baidu.com/', 'https://cn.bing.com/'],
  JP: ['https://www.google.com/', 'https://search.yahoo.co.jp/'],
  IN: ['https://www.google.com/', 'https://www.google.com/', 'https://www.google.co.in/'],
  GB: ['https://www.google.com/', 'https://www.google.com/', 'https://www.google.co.uk/'],
  DE: ['https://www.google.com/', 'https://www.google.com/', 'https://www.google.de/'],
};
const SEARCH = [
  ...Array<string>(9).fill('https://www.google.com/'),
  'https://www.bing.com/',
  'https://www.bing.com/',
  'https://duckduckgo.com/',
  'https://search.yahoo.com/',
  'https://www.ecosia.org/',
  'https://chatgpt.com/',
];
const LISTS = ['https://www.classcentral.com/', 'https://www.classcentral.com/', 'https://www.mooc-list.com/'];
const SOCIAL = [
  'https://www.reddit.com/',
  'https://www.reddit.com/',
  'https://www.linkedin.com/',
  'https://www.linkedin.com/',
  'https://t.co/',
  'https://l.facebook.com/',
  'https://m.facebook.com/',
  'https://www.youtube.com/',
  'https://news.ycombinator.com/',
  'https://github.com/',
  'https://www.quora.com/',
];
const MAIL = ['', '', '', 'https://mail.google.com/', 'https://outlook.live.com/', 'https://mail.yahoo.com/'];
const CAMPAIGNS = ['new-courses', 'course-starts', 'spring', 'weekly-digest', 'welcome', 'programming'];

const counted = (utm_source: string, utm_medium: string, utm_campaign: string): Parameters => ({
  utm_source,
  utm_medium,
  utm_campaign,
});

/** A link of some site, which now and then says whose it is. */
function link(random: Stream, sites: readonly string[], countedShare: number, medium: string): Referral {
  const referer = pick(random, sites);
  const [, site = ''] = /(\w+)\.\w+\/$/.exec(referer) ?? [];
  return { referer, GET: chance(random, countedShare) ? counted(site, medium, pick(random, CAMPAIGNS)) : {} };
}

/** Ways to the site, by weight (choices). */
const WAYS = weighted<(random: Stream, country: string) => Referral>([
  [
    (random, country) => ({
      referer: pick(random, chance(random, 0.7) ? (SEARCHES[country] ?? SEARCH) : SEARCH),
      GET: {},
    }),
    46,
  ],
  [
    (random) => ({
      referer: 'https://www.google.com/',
      GET: {
        ...counted('google', 'cpc', pick(random, CAMPAIGNS)),
        ...(chance(random, 0.5) && { utm_term: 'online course' }),
      },
    }),
    4,
  ],
  [(random) => link(random, LISTS, 0.6, 'referral'), 10],
  [(random) => link(random, SOCIAL, 0.3, 'social'), 12],
  [
    (random) => ({
      referer: pick(random, MAIL),
      GET: chance(random, 0.8) ? counted('newsletter', 'email', pick(random, CAMPAIGNS)) : {},
    }),
    8,
  ],
  [() => NOWHERE, 20],
]);

/** Of those who have been there before so many come from elsewhere; others have a bookmark, or type the address (a choice). */
const COMES_AGAIN_BY = 0.2;

/** Where somebody comes from who opens a page of the site, the first of its visit. */
export function referral({ networkRandom: random, learner, loggedIn }: SessionContext): Referral {
  if (loggedIn || (learner.home.logins > 1 && !chance(random, COMES_AGAIN_BY))) return NOWHERE;
  return WAYS(random)(random, learner.country.code);
}

/** A link as it is followed. */
export const linked = (url: string, GET: Parameters): string => {
  const query = Object.entries(GET).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return query.length === 0 ? url : `${url}?${query.join('&')}`;
};

/** So many who log in for the first time have read what the course is about before. Seconds with that page, and with the form, logarithms (choices). */
const READS_ABOUT = 0.7;
const READS = { mean: 3.2, sd: 0.9 };
const TYPES = { mean: 2.2, sd: 0.5 };

/** Opens the app's form to log in, so many microseconds from now; `next` is where it leads. */
const openForm = (lines: Lines, visit: SessionContext, next: string, delay: number): void =>
  lines.request(visit, `${appsOf(visit.course)}/`, '/api/mfe_context', delay, { GET: { next } }, true);

/** Seconds until somebody has filled in that form. */
const untilTyped = (random: Stream): number => 1 + lognormal(random, TYPES.mean, TYPES.sd);

/** Comes to the form from the site's front page, so many microseconds from now; gives when it is filled in. */
export function comesFromFront(lines: Lines, visit: SessionContext, delay: number): number {
  openForm(lines, visit, '/', delay);
  return delay + Math.round(untilTyped(visit.networkRandom) * SECOND);
}

/** So often somebody who has an account is not let in, once and once more, and has mistyped its name, not the password; so many give their mail (choices). */
const FAILS = { first: 0.06, again: 0.3, mistyped: 0.2 };
const BY_MAIL = 0.7;

/**
 * Whoever is not logged in comes to the form for it, and is told where to go then; many have come by a page about the course.
 *
 * @param form whose page asks for the token
 * @param about opens that page
 * @returns how many seconds that takes
 */
export function comesToLogIn(lines: Lines, visit: SessionContext, form: Load, about: () => void): number {
  const { course, networkRandom: random, learner } = visit;
  const isFirst = learner.home.logins === 1 && chance(random, READS_ABOUT);
  if (isFirst) about();
  const read = isFirst ? 1 + lognormal(random, READS.mean, READS.sd) : 0.2;
  const next = isFirst ? `/courses/${course.id}/about` : appPage(course, 'home');
  openForm(lines, visit, next, Math.round(read * SECOND));
  let seconds = read + untilTyped(random);
  let fails = learner.home.logins > 1 ? FAILS.first : 0;
  while (chance(random, fails)) {
    const name = nameTyped(visit);
    const slip = integer(random, 1, name.length - 1);
    const isMistyped = chance(random, FAILS.mistyped);
    const typed = isMistyped ? name.slice(0, slip - 1) + name.slice(slip) : name;
    logIn(lines, visit, form, typed, Math.round(seconds * SECOND));
    seconds += untilTyped(random);
    fails = FAILS.again;
  }
  return learner.home.logins > 1 ? newPassword(lines, visit, form, seconds) : seconds;
}

/** Asks to be logged in, microseconds from now: whether the password is right no line tells. Gives when. */
export const logIn = (
  lines: Lines,
  visit: SessionContext,
  form: Load,
  email_or_username: string,
  delay: number,
): number =>
  lines.write(
    visit,
    form,
    `${appsOf(visit.course)}/`,
    '/api/user/v2/account/login_session/',
    delay,
    { POST: { email_or_username, password: MASK } },
    true,
  );

/** What somebody types for its name: most the address of its mail, and each the same always. */
export const nameTyped = (visit: SessionContext): string =>
  hashedShare(visit.learner.username, 'logs in by mail', 0) < BY_MAIL ? mailOf(visit) : visit.learner.username;
