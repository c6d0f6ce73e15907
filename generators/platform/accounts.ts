/** What people send the site of 2013 to have an account, to log in to it and to enrol. */
import { below, chance, integer, lognormal, pick, type Stream, weighted } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';
import { uuidDigits } from '../../src/base/uuid.ts';
import { MASK } from '../../src/spec/values.ts';
import { urlOf } from '../course/url.ts';
import { hexKey } from '../learners/hex-key.ts';
import type { FullName } from '../learners/full-names.ts';
import type { SessionContext } from '../model/session-context.ts';
import type { Sent } from './python-maps.ts';
import type { SiteRequest } from './site-request.ts';

/** Whoever follows a link into the course without being logged in is asked to, and told to go there then. */
export function asksToLogIn({ networkRandom: random, course }: SessionContext): SiteRequest & { readonly GET: Sent } {
  const next = pick(random, ['/info', '/info', '/courseware/', '/courseware/', '/progress', '/discussion/forum']);
  return { path: '/accounts/login', GET: { next: new URL(course.url).pathname + next } };
}

/** Of those who come as a course begins, most have enrolled before; of later ones fewer and fewer, after so many days (choices). */
const BEFORE = { share: 0.6, days: 5 };

/**
 * Whether somebody who comes for the first time has not been on the site before.
 *
 * @param share of those who come long after the course has begun
 */
export function isNewcomer({ networkRandom: random, now, start }: SessionContext, share: number): boolean {
  return chance(random, share * (1 - BEFORE.share * Math.exp((start - now) / DAY / BEFORE.days)));
}

/**
 * What schools people have been to, by their age (choices; over all ages a third hold a bachelor, and a quarter are women, of a median age of
 * 26 years: Ho et al. 2014).
 */
const EDUCATION = [
  {
    below: 15,
    drawn: weighted([
      ['jhs', 55],
      ['el', 25],
      ['none', 5],
      ['other', 3],
      ['', 12],
    ] as const),
  },
  {
    below: 18,
    drawn: weighted([
      ['hs', 55],
      ['jhs', 35],
      ['el', 2],
      ['', 8],
    ] as const),
  },
  {
    below: 22,
    drawn: weighted([
      ['hs', 62],
      ['b', 20],
      ['a', 7],
      ['jhs', 2],
      ['other', 1],
      ['', 8],
    ] as const),
  },
  {
    below: 26,
    drawn: weighted([
      ['b', 58],
      ['m', 16],
      ['hs', 16],
      ['a', 5],
      ['', 5],
    ] as const),
  },
  {
    below: Infinity,
    drawn: weighted([
      ['b', 36],
      ['m', 34],
      ['hs', 10],
      ['a', 8],
      ['p', 5],
      ['p_se', 3],
      ['p_oth', 1],
      ['jhs', 1],
      ['el', 0.5],
      ['none', 0.5],
      ['other', 1],
      ['', 5],
    ] as const),
  },
] as const;
const GENDERS = weighted([
  ['m', 67],
  ['f', 25],
  ['o', 1],
  ['', 7],
] as const);
const AGE = { least: 14, mean: Math.log(11.5), sd: 0.65, most: 85, untold: 0.08 };
const TELLS_GOALS = 0.3;
/** What people hope for; some name two things. */
const GOALS = [
  'a certificate',
  'to learn',
  'learn new things',
  'Refresh what I learned at university',
  'knowledge',
  'see how online courses work',
  'I would like to finish at least one course',
  'improve my English too',
  'my teacher said I should try this',
  'get a better job',
  'prepare for my studies next year',
  'curiosity',
  'keep my brain busy, I am retired',
  'better understanding of the basics',
  'Change my career',
  'fun',
  'help my daughter with her homework',
  'compare it with the course at my school',
  'learn from the best',
  'To see if I can still do it!',
  'none',
  'to be a good engineer',
  'use it at work',
  'meet people who like the same things',
] as const;
const NAMES_TWO = 0.25;

function goalOf({ networkRandom: random, course }: SessionContext): string {
  const one = chance(random, 0.15) ? `${course.title}` : pick(random, GOALS);
  return chance(random, NAMES_TWO) ? `${one}${pick(random, [', ', ' and ', '; ', '. '])}${pick(random, GOALS)}` : one;
}
const DOMAINS = weighted([
  ['example.com', 7],
  ['example.org', 2],
  ['example.net', 1],
] as const);

/** The year that a username ends in, where people mean their birth by it: in four digits, in two, or at the end of a date. */
function yearIn(username: string): number | undefined {
  const digits = /\d+$/.exec(username)?.[0] ?? '';
  const year = digits.length === 4 ? Number(digits) : 1900 + Number(digits.slice(-2));
  const [least, most] = digits.length === 6 ? [1980, 1995] : [1965, 1995];
  return [2, 4, 6].includes(digits.length) && year >= least && year <= most ? year : undefined;
}

/** So many mean it. */
const MEANS_BIRTH = 0.85;

/** Somebody's age in whole years, and the year of its birth as it tells it. */
function birthOf({ networkRandom: random, now, learner }: SessionContext): { age: number; told: string } {
  const year = new Date(now / 1000).getUTCFullYear();
  const drawn = Math.round(below(AGE.most, AGE.least + lognormal(random, AGE.mean, AGE.sd)));
  const inName = chance(random, MEANS_BIRTH) ? yearIn(learner.username) : undefined;
  const born = inName !== undefined && year - inName >= AGE.least ? inName : year - drawn;
  return { age: year - born, told: chance(random, AGE.untold) ? '' : String(born) };
}

/** Whoever has the name of a woman or a man mostly says so. */
const SAYS_SO = 0.93;

function genderOf(random: Stream, sex: FullName['sex']): string {
  const any = GENDERS(random);
  return sex !== '' && chance(random, SAYS_SO) ? sex : any;
}

/** What stands before the @: some have their username there too, most do not. */
function mailbox(random: Stream, username: string): string {
  const plain = username.replace(/[^A-Za-z0-9]+/g, '.').toLowerCase();
  const draw = random();
  if (draw < 0.35) return username;
  if (draw < 0.6) return plain;
  return draw < 0.85
    ? `${plain}${integer(random, 1, 99)}`
    : `${String.fromCharCode(97 + integer(random, 0, 25))}.${plain}`;
}

/** Somebody's address of mail, of a domain that nobody can have. */
export function mailOf(visit: SessionContext): string {
  const random = visit.own('mail');
  return `${mailbox(random, visit.learner.username)}@${DOMAINS(random)}`;
}

/** The request that makes somebody a user. */
export const registration = (visit: SessionContext): SiteRequest => {
  const { networkRandom: random, learner } = visit;
  const { name, sex } = visit.population.fullName(learner);
  const { age, told } = birthOf(visit);
  return {
    path: '/create_account',
    POST: {
      email: mailOf(visit),
      password: MASK,
      username: learner.username,
      name,
      level_of_education: EDUCATION.find((each) => age < each.below)!.drawn(random),
      gender: genderOf(random, sex),
      year_of_birth: told,
      mailing_address: '',
      goals: chance(random, TELLS_GOALS) ? goalOf(visit) : '',
      terms_of_service: 'true',
      honor_code: 'true',
    },
  };
};

/** Seconds until the link in the mail is followed that a new user gets (choices); some never do, or later from elsewhere. */
export const ACTIVATES = { chance: 0.85, mean: Math.log(140), sd: 0.9, most: 900 };

/** That link: its key is a UUID's digits [student/models.py]. */
export const activation = (random: Stream): SiteRequest => ({ path: `/activate/${uuidDigits(hexKey(random))}` });

/** The click that makes a user one of the course, or ends that. */
export const enrolment = ({ course }: SessionContext, enrollment_action: 'enroll' | 'unenroll'): SiteRequest => ({
  path: '/change_enrollment',
  POST: { course_id: urlOf(course).pathname.slice('/courses/'.length), enrollment_action },
});
