/** What people look at beside what the course is about. */
import { chance, hashedShare, pick, type Stream, weighted } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';
import { urlOf } from '../course/url.ts';
import { accountsBy } from '../learners/accounts-of-site.ts';
import type { SessionContext } from '../model/session-context.ts';
import { reported } from '../model/texts.ts';
import { ownWay } from './looking-round.ts';
import type { SiteRequest } from './site-request.ts';
import { search, topicsOf, type Discussion } from './threads.ts';
import type { Wiki } from './wiki.ts';

type Make = (random: Stream, course: string, visit: SessionContext, forum: Discussion, wiki: Wiki) => SiteRequest;

const ABOUT_THE_SITE = ['/faq', '/help', '/tos', '/about', '/honor', '/privacy_edx', '/contact', '/press', '/jobs'];

/** Those whose names stand below most posts, by how many: their accounts are so many days older than the course at most (choices). */
const REGULARS = { count: 60, days: 300, own: 0.25, concentration: 2.5 };

/** Whose profile somebody looks at: its own, or that of somebody who writes a lot, a few most of all. */
function profile({ networkRandom: random, course, start, learner }: SessionContext): number {
  if (chance(random, REGULARS.own)) return learner.accountNumber;
  const regular = Math.floor(REGULARS.count * random() ** REGULARS.concentration);
  const registered = start - hashedShare(course.id, 'regular', regular) * REGULARS.days * DAY;
  return Math.max(1, accountsBy(registered));
}

/** What somebody tells those who run the site. */
function aboutSite(visit: SessionContext): Readonly<Record<'subject' | 'comment', string>> {
  const { title, body } = reported(visit, visit.learner.visits, visit.now);
  return { subject: title, comment: body };
}

/** What people do in the wiki, in the forum and on the site at large when they look there, with weights (choices). */
const IN_WIKI = weighted<Make>([
  [(_, course) => ({ path: `${course}/wiki/` }), 2],
  [(_, __, visit, ___, wiki) => wiki.look(visit), 4],
  [(_, __, visit, ___, wiki) => wiki.edit(visit), 1],
  [(_, __, visit, ___, wiki) => wiki.look(visit, '_history/'), 1],
]);
const IN_FORUM = weighted<Make>([
  [(_, course) => ({ path: `${course}/discussion/forum` }), 8],
  [(_, __, visit, forum) => forum.open(visit), 12],
  [
    (random, course, visit) => ({ path: `${course}/discussion/forum/${pick(random, topicsOf(visit.course))}/inline` }),
    3,
  ],
  [(_, course, visit) => ({ path: `${course}/discussion/forum/search`, GET: { text: search(visit) } }), 2],
  [(_, course, visit) => ({ path: `${course}/discussion/forum/users/${profile(visit)}` }), 2],
  [(_, __, visit, forum) => forum.act(visit, 'vote'), 2],
  [(_, __, visit, forum) => forum.act(visit, 'follow'), 2],
]);
const ON_SITE = weighted<Make>([
  [() => ({ path: '/courses' }), 3],
  [() => ({ path: '/' }), 2],
  [(_, __, { course: { org } }) => ({ path: `/university_profile/${org}` }), 1],
  [(random) => ({ path: pick(random, ABOUT_THE_SITE) }), 4],
  [() => ({ path: '/change_setting', POST: { location: 'home' } }), 0.5],
  [
    (_, __, visit) => ({
      path: '/send_feedback',
      POST: {
        ...aboutSite(visit),
        url: visit.view?.url ?? visit.course.url,
      },
    }),
    0.5,
  ],
]);

/** Something to look at that is one page. */
const page =
  (path: (course: string) => string): (() => Make) =>
  () =>
  (_, course) => ({ path: path(course) });

const PROGRESS = page((course) => `${course}/progress`);
const DASHBOARD = page(() => '/dashboard');
const SYLLABUS = page((course) => `${course}/syllabus`);

/** What there is to look at, with weights (choices). */
const TRIPS = weighted<(random: Stream) => Make>([
  [PROGRESS, 24],
  [DASHBOARD, 10],
  [page((course) => `${course}/info`), 8],
  [SYLLABUS, 4],
  [page((course) => `${course}/about`), 2],
  [page((course) => `${course}/course_index`), 1],
  [page((course) => `${course}/Resources/`), 2],
  [IN_WIKI, 8],
  [IN_FORUM, 31],
  [ON_SITE, 11],
]);

/** What some look at before all else when they come, with weights (choices). */
const FIRST = weighted<(random: Stream) => Make>([
  [PROGRESS, 10],
  [DASHBOARD, 6],
  [page((course) => `${course}/discussion/forum`), 3],
  [() => (_, __, visit, forum) => forum.open(visit), 1],
  [SYLLABUS, 1],
]);

/** Where somebody looks beside the page in front, or before all else. */
export function sideTrip(visit: SessionContext, forum: Discussion, wiki: Wiki, isFirst = false): SiteRequest {
  const { networkRandom: random } = visit;
  const there = (isFirst ? FIRST : TRIPS)(ownWay(visit))(random);
  return there(random, urlOf(visit.course).pathname, visit, forum, wiki);
}
