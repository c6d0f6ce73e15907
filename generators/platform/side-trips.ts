import { below, chance, hash, integer, lognormal, pick, type Stream, weighted } from '../../src/base/random/index.ts';
import type { FullName } from '../learners/usernames.ts';
import { hexKey } from '../learners/hex-key.ts';
import type { Course } from '../course/course.ts';
import { urlOf } from '../course/url.ts';
import { threadId } from './object-ids.ts';
import type { SessionContext } from '../model/session-context.ts';
import { DAY } from '../../src/base/time.ts';
import { MASK } from '../../src/spec/values.ts';
import { SITE } from './quirks.ts';
import type { Sent } from './python-maps.ts';

/** A request that somebody makes beside what the course is about. */
export interface SideTrip {
  readonly path: string;
  readonly POST?: Sent;
  readonly GET?: Sent;
}

type Make = (random: Stream, course: string, visit: SessionContext) => SideTrip;

/** How often a page that is opened leads to a look at another one, in a second tab (a choice). */
const LOOKS_ROUND = 0.25;
/** When, in seconds; who would look later than that has turned to something else. */
const AFTER = { mean: Math.log(1.8), sd: 0.8 };
const LATEST = 4;

const ABOUT_THE_SITE = ['/faq', '/help', '/tos', '/about', '/honor', '/privacy_edx', '/contact', '/press', '/jobs'];
const topicsOf = ({ number }: Course) => [
  `${number.replaceAll('.', '-')}_General`,
  'Week_1',
  'Homework',
  'Technical_Help',
];
const WIKI = ['Python', 'Style_guide', 'Lecture_notes', 'Study_groups'];
const WORDS = [
  'recursion',
  'finger exercise',
  'error',
  'deadline',
  'install python',
  'grade',
  'bisection',
  'certificate',
];
/** What people look for in a forum beside the course's own words: two of these go together. */
const ABOUT = [
  'error',
  'wrong',
  'not working',
  'hint',
  'grader',
  'solution',
  'help',
  'question',
  'video',
  'answer',
  'due',
];
const NOT_THERE = ['/favicon.ico', '/apple-touch-icon.png', '/apple-touch-icon-precomposed.png', '/crossdomain.xml'];

const idOf = ({ networkRandom: random, course, start, now }: SessionContext): string =>
  threadId(random, course, start, now);

/** The thread that somebody has opened last, by its id. */
const opened = new WeakMap<SessionContext, string>();

/** So often somebody who would do something to a thread has opened it before (a choice). */
const OPENS_FIRST = 0.85;

function thread(course: string, visit: SessionContext): SideTrip {
  const id = idOf(visit);
  opened.set(visit, id);
  return { path: `${course}/discussion/forum/${pick(visit.networkRandom, topicsOf(visit.course))}/threads/${id}` };
}

/** Does something to the thread that was opened last; who has opened none mostly opens one. */
function discussion(course: string, visit: SessionContext, what: string): SideTrip {
  const known = opened.get(visit);
  if (known === undefined && chance(visit.networkRandom, OPENS_FIRST)) return thread(course, visit);
  return { path: `${course}/discussion/threads/${known ?? idOf(visit)}/${what}`, POST: {} };
}

/** Seconds with a thread before the next one, or a vote: logarithm's mean and deviation; how often one is voted on or followed (choices). */
const READS = { mean: 3.1, sd: 0.9 };
const VOTES = 0.12;

/** Threads that somebody opens who stays with the forum for so many seconds, and what it does to them; microseconds from now. */
export function threadsRead(visit: SessionContext, seconds: number): (SideTrip & { readonly after: number })[] {
  const { networkRandom: random, course } = visit;
  const { pathname } = new URL(course.url);
  const trips: (SideTrip & { after: number })[] = [];
  let after = lognormal(random, READS.mean, READS.sd);
  while (after < seconds - 1) {
    trips.push({ ...thread(pathname, visit), after: Math.round(after * 1e6) });
    after += lognormal(random, READS.mean, READS.sd);
    if (after >= seconds - 1 || !chance(random, VOTES)) continue;
    const what = pick(random, ['upvote', 'upvote', 'upvote', 'follow', 'flagAbuse']);
    trips.push({ ...discussion(pathname, visit, what), after: Math.round(after * 1e6) });
    after += lognormal(random, READS.mean, READS.sd);
  }
  return trips;
}

/** Of what is written in the forum so much begins a thread; the rest answers the one that was opened last (choices). */
const BEGINS = 0.3;

/** What somebody writes in the forum. */
export function post(visit: SessionContext, text: string): SideTrip {
  const { networkRandom: random, course } = visit;
  const { pathname } = new URL(course.url);
  const how = { anonymous: String(chance(random, 0.1)), auto_subscribe: 'true' };
  if (!chance(random, BEGINS)) {
    const id = opened.get(visit) ?? idOf(visit);
    return { path: `${pathname}/discussion/threads/${id}/reply`, POST: { body: text, ...how } };
  }
  const topic = pick(random, topicsOf(course));
  const [first = text] = text.split(/(?<=[.?!]) /);
  const title = chance(random, 0.5) ? search(visit) : first.slice(0, 80);
  return { path: `${pathname}/discussion/${topic}/threads/create`, POST: { title, body: text, ...how } };
}

/** Whoever follows a link into the course without being logged in is asked to, and told to go there then. */
export function asksToLogIn({ networkRandom: random, course }: SessionContext): SideTrip & { readonly GET: Sent } {
  const next = pick(random, ['/info', '/info', '/courseware/', '/courseware/', '/progress', '/discussion/forum']);
  return { path: '/accounts/login', GET: { next: new URL(course.url).pathname + next } };
}

/** Those whose names stand below most posts, by how many: their accounts are so many days older than the course at most (choices). */
const REGULARS = { count: 60, days: 300, own: 0.25, concentration: 2.5 };

/** Whose profile somebody looks at: its own, or that of somebody who writes a lot, a few most of all. */
function profile({ networkRandom: random, course, start, learner }: SessionContext): number {
  if (chance(random, REGULARS.own)) return learner.accountNumber(SITE);
  const regular = Math.floor(REGULARS.count * random() ** REGULARS.concentration);
  const registered = start - (hash(course.id, 'regular', regular) / 2 ** 32) * REGULARS.days * DAY;
  return Math.max(1, Math.floor((registered - SITE.first) / SITE.every));
}

/** Something to be calculated: numbers of all sizes, with what people do to them. */
function equation(random: Stream): string {
  const number = (): string => {
    const size = integer(random, 1, 4);
    const whole = String(integer(random, 1, 10 ** size));
    return chance(random, 0.3) ? `${whole}.${integer(random, 0, 99)}` : whole;
  };
  const term = (): string =>
    chance(random, 0.15) ? `${pick(random, ['sqrt', 'log10', 'sin', 'exp', 'ln'])}(${number()})` : number();
  const terms = Array.from(
    { length: integer(random, 1, 3) },
    () => `${pick(random, ['*', '/', '+', '-', '^', '*', '/'])}${term()}`,
  );
  return term() + terms.join('');
}

/** What somebody looks for: a part of the course, or a word with another. */
function search({ networkRandom: random, course }: SessionContext): string {
  if (chance(random, 0.4))
    return chance(random, 0.4) ? pick(random, WORDS) : `${pick(random, WORDS)} ${pick(random, ABOUT)}`;
  const { title } = pick(random, pick(random, course.chapters).sequences);
  return chance(random, 0.5) ? title.toLowerCase() : `${title.split(' ').slice(0, 2).join(' ')} ${pick(random, ABOUT)}`;
}

/** What there is to look at, with weights (choices). */
const TRIPS = weighted<Make>([
  [(_, course) => ({ path: `${course}/progress` }), 24],
  [() => ({ path: '/dashboard' }), 10],
  [(_, course) => ({ path: `${course}/info` }), 8],
  [(_, course) => ({ path: `${course}/syllabus` }), 4],
  [(_, course) => ({ path: `${course}/about` }), 2],
  [(_, course) => ({ path: `${course}/course_index` }), 1],
  [(_, course) => ({ path: `${course}/Resources/` }), 2],
  [(_, course) => ({ path: `${course}/wiki/` }), 2],
  [(random, course) => ({ path: `${course}/wiki/${pick(random, WIKI)}/` }), 4],
  [(random, course) => ({ path: `${course}/wiki/${pick(random, WIKI)}/_edit/` }), 1],
  [(random, course) => ({ path: `${course}/wiki/${pick(random, WIKI)}/_history/` }), 1],
  [(_, course) => ({ path: `${course}/discussion/forum` }), 8],
  [(_, course, visit) => thread(course, visit), 12],
  [
    (random, course, visit) => ({ path: `${course}/discussion/forum/${pick(random, topicsOf(visit.course))}/inline` }),
    3,
  ],
  [(_, course, visit) => ({ path: `${course}/discussion/forum/search`, GET: { text: search(visit) } }), 2],
  [(_, course, visit) => ({ path: `${course}/discussion/forum/users/${profile(visit)}` }), 2],
  [(_, course, visit) => discussion(course, visit, 'upvote'), 2],
  [(_, course, visit) => discussion(course, visit, 'follow'), 1],
  [(_, course, visit) => discussion(course, visit, 'unfollow'), 1],
  [(random) => ({ path: '/calculate', GET: { equation: equation(random) } }), 6],
  [() => ({ path: '/courses' }), 3],
  [() => ({ path: '/' }), 2],
  [(_, __, { course: { org } }) => ({ path: `/university_profile/${org}` }), 1],
  [(random) => ({ path: pick(random, ABOUT_THE_SITE) }), 4],
  [(random) => ({ path: pick(random, NOT_THERE) }), 4],
  [() => ({ path: '/change_setting', POST: { location: 'home' } }), 0.5],
  [
    (random, _, visit) => ({
      path: '/send_feedback',
      POST: {
        subject: search(visit),
        comment: `${pick(random, ['I have a question about', 'There is a problem with', 'Please help me with', 'I cannot find'])} ${search(visit)}`,
        url: visit.view?.url ?? visit.course.url,
      },
    }),
    0.5,
  ],
]);

/** Where somebody looks who opens a page, and after how many microseconds; mostly nowhere. */
export function sideTrip(visit: SessionContext): (SideTrip & { readonly after: number }) | undefined {
  const { networkRandom: random, course } = visit;
  if (!chance(random, LOOKS_ROUND)) return undefined;
  const after = lognormal(random, AFTER.mean, AFTER.sd);
  if (after > LATEST) return undefined;
  return { ...TRIPS(random)(random, urlOf(course).pathname, visit), after: Math.round(after * 1e6) };
}

/** What people say of themselves when they register (Ho et al. 2014: a third hold a bachelor, a quarter are women, the median is 26 years old). */
const EDUCATION = weighted([
  ['b', 33],
  ['m', 20],
  ['hs', 24],
  ['a', 6],
  ['jhs', 4],
  ['p', 3],
  ['p_se', 2],
  ['p_oth', 1],
  ['el', 1],
  ['none', 1],
  ['other', 1],
  ['', 6],
] as const);
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

const yearOfBirth = ({ networkRandom: random, now }: SessionContext): string => {
  const age = AGE.least + lognormal(random, AGE.mean, AGE.sd);
  return chance(random, AGE.untold)
    ? ''
    : String(new Date(now / 1000).getUTCFullYear() - Math.round(below(AGE.most, age)));
};

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

/** Of those who are asked to log in, so many have forgotten their password (a choice), and get a mail after so many seconds. */
export const FORGETS = { chance: 0.05, mean: 4, sd: 0.7 };

/**
 * Asks for a new password, and follows the link of the mail: what is asked for when, and how many seconds from now it is done. (What
 * the new one is, the form sends under a name that the platform of that day did not mask: nobody here sends it.)
 *
 * @param seconds from now until the password is missed
 */
export function newPassword(
  visit: SessionContext,
  seconds: number,
): { readonly steps: readonly (SideTrip & { readonly after: number })[]; readonly after: number } {
  const { networkRandom: random } = visit;
  const link = seconds + lognormal(random, FORGETS.mean, FORGETS.sd);
  const done = link + 4 + lognormal(random, 2.2, 0.6);
  const micros = (time: number): number => Math.round(time * 1e6);
  const token = `${integer(random, 36, 46_655).toString(36)}-3b${integer(random, 36, 46_655).toString(36)}-${hexKey(random).slice(0, 20)}`;
  const steps = [
    { path: '/password_reset/', POST: { email: mailOf(visit) }, after: micros(seconds) },
    { path: `/password_reset_confirm/${token}/`, after: micros(link) },
    { path: '/password_reset_complete/', after: micros(done) },
  ];
  return { steps, after: done + 3 + lognormal(random, 1.5, 0.5) };
}

/** The request that makes somebody a user. */
export const registration = (visit: SessionContext): SideTrip => {
  const { networkRandom: random, learner } = visit;
  const { name, sex } = visit.population.fullName(learner);
  return {
    path: '/create_account',
    POST: {
      email: mailOf(visit),
      password: MASK,
      username: learner.username,
      name,
      level_of_education: EDUCATION(random),
      gender: genderOf(random, sex),
      year_of_birth: yearOfBirth(visit),
      mailing_address: '',
      goals: chance(random, TELLS_GOALS) ? goalOf(visit) : '',
      terms_of_service: 'true',
      honor_code: 'true',
    },
  };
};

/** Seconds until the link in the mail is followed that a new user gets (choices); some never do, or later from elsewhere. */
export const ACTIVATES = { chance: 0.85, mean: Math.log(140), sd: 0.9, most: 900 };

/** That link. */
export const activation = (random: Stream): SideTrip => ({ path: `/activate/${hexKey(random)}` });

/** The click that makes a user one of the course. */
export const enrolment = ({ course }: SessionContext): SideTrip => ({
  path: '/change_enrollment',
  POST: { course_id: urlOf(course).pathname.slice('/courses/'.length), enrollment_action: 'enroll' },
});
