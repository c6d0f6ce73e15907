import { chance, integer, lognormal, pick, weighted, type Stream } from '../../src/base/random/index.ts';
import { hexKey } from '../learners/hex-key.ts';
import type { Course } from '../course/course.ts';
import type { SessionContext } from '../model/session-context.ts';
import { MASK } from '../../src/spec/values.ts';
import type { Sent } from './python-maps.ts';

/** A request that somebody makes beside what the course is about. */
export interface SideTrip {
  readonly path: string;
  readonly POST?: Sent;
  readonly GET?: Sent;
}

type Make = (random: Stream, course: string, of: Course) => SideTrip;

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
const EQUATIONS = ['2^10', '1024*8', '0.5*(1+sqrt(5))', 'sin(pi/4)', '3.0/7', '1e3/60'];
const WORDS = ['recursion', 'finger exercise', 'error', 'deadline', 'install python', 'grade'];
const NOT_THERE = ['/favicon.ico', '/apple-touch-icon.png', '/apple-touch-icon-precomposed.png', '/crossdomain.xml'];

const thread = (random: Stream, course: string, of: Course): string =>
  `${course}/discussion/forum/${pick(random, topicsOf(of))}/threads/${hexKey(random, 24)}`;
const discussion = (random: Stream, course: string, what: string): string =>
  `${course}/discussion/threads/${hexKey(random, 24)}/${what}`;

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
  [(random, course, of) => ({ path: thread(random, course, of) }), 12],
  [(random, course, of) => ({ path: `${course}/discussion/forum/${pick(random, topicsOf(of))}/inline` }), 3],
  [(random, course) => ({ path: `${course}/discussion/forum/search`, GET: { text: pick(random, WORDS) } }), 2],
  [(random, course) => ({ path: `${course}/discussion/forum/users/${integer(random, 1, 90_000)}` }), 2],
  [(random, course) => ({ path: discussion(random, course, 'upvote'), POST: {} }), 2],
  [(random, course) => ({ path: discussion(random, course, 'follow'), POST: {} }), 1],
  [(random, course) => ({ path: discussion(random, course, 'unfollow'), POST: {} }), 1],
  [(random) => ({ path: '/calculate', GET: { equation: pick(random, EQUATIONS) } }), 6],
  [() => ({ path: '/courses' }), 3],
  [() => ({ path: '/' }), 2],
  [(_, __, { org }) => ({ path: `/university_profile/${org}` }), 1],
  [(random) => ({ path: pick(random, ABOUT_THE_SITE) }), 4],
  [(random) => ({ path: pick(random, NOT_THERE) }), 4],
  [() => ({ path: '/change_setting', POST: { location: 'home' } }), 0.5],
  [
    (random) => ({
      path: '/send_feedback',
      POST: { subject: pick(random, WORDS), comment: pick(random, WORDS), url: '/' },
    }),
    0.5,
  ],
]);

/** Where somebody looks who opens a page, and after how many microseconds; mostly nowhere. */
export function sideTrip({
  networkRandom: random,
  course,
}: SessionContext): (SideTrip & { readonly after: number }) | undefined {
  if (!chance(random, LOOKS_ROUND)) return undefined;
  const after = lognormal(random, AFTER.mean, AFTER.sd);
  if (after > LATEST) return undefined;
  return { ...TRIPS(random)(random, new URL(course.url).pathname, course), after: Math.round(after * 1e6) };
}

/** The request that makes somebody a user. */
export const registration = ({ networkRandom: random, learner }: SessionContext): SideTrip => ({
  path: '/create_account',
  POST: {
    email: `${learner.username}@example.com`,
    password: MASK,
    username: learner.username,
    name: learner.username.replace(/[_-]+/g, ' '),
    level_of_education: pick(random, ['b', 'm', 'hs', 'jhs', 'p']),
    gender: pick(random, ['m', 'f', '']),
    year_of_birth: String(integer(random, 1948, 1999)),
    mailing_address: '',
    goals: '',
    terms_of_service: 'true',
    honor_code: 'true',
  },
});

/** The link in the mail that a new user gets. */
export const activation = (random: Stream): SideTrip => ({ path: `/activate/${hexKey(random)}` });

/** The click that makes a user one of the course. */
export const enrolment = ({ course }: SessionContext): SideTrip => ({
  path: '/change_enrollment',
  POST: { course_id: new URL(course.url).pathname.slice('/courses/'.length), enrollment_action: 'enroll' },
});
