/** What people look at beside what the course is about. */
import { chance, hashedShare, integer, lognormal, pick, type Stream, weighted } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';
import { urlOf } from '../course/url.ts';
import type { SessionContext } from '../model/session-context.ts';
import { SITE } from './quirks.ts';
import type { DelayedRequest, SiteRequest } from './site-request.ts';
import { discussion, search, thread, topicsOf } from './threads.ts';

type Make = (random: Stream, course: string, visit: SessionContext) => SiteRequest;

/** How often a page that is opened leads to a look at another one, in a second tab (a choice). */
const LOOKS_ROUND = 0.25;
/** When, in seconds; who would look later than that has turned to something else. */
const AFTER = { mean: Math.log(1.8), sd: 0.8 };
const LATEST = 4;

const ABOUT_THE_SITE = ['/faq', '/help', '/tos', '/about', '/honor', '/privacy_edx', '/contact', '/press', '/jobs'];
const WIKI = ['Python', 'Style_guide', 'Lecture_notes', 'Study_groups'];
const NOT_THERE = ['/favicon.ico', '/apple-touch-icon.png', '/apple-touch-icon-precomposed.png', '/crossdomain.xml'];

/** Those whose names stand below most posts, by how many: their accounts are so many days older than the course at most (choices). */
const REGULARS = { count: 60, days: 300, own: 0.25, concentration: 2.5 };

/** Whose profile somebody looks at: its own, or that of somebody who writes a lot, a few most of all. */
function profile({ networkRandom: random, course, start, learner }: SessionContext): number {
  if (chance(random, REGULARS.own)) return learner.accountNumber(SITE);
  const regular = Math.floor(REGULARS.count * random() ** REGULARS.concentration);
  const registered = start - hashedShare(course.id, 'regular', regular) * REGULARS.days * DAY;
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
export function sideTrip(visit: SessionContext): DelayedRequest | undefined {
  const { networkRandom: random, course } = visit;
  if (!chance(random, LOOKS_ROUND)) return undefined;
  const after = lognormal(random, AFTER.mean, AFTER.sd);
  if (after > LATEST) return undefined;
  return { ...TRIPS(random)(random, urlOf(course).pathname, visit), after: Math.round(after * 1e6) };
}
