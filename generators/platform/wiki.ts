/** The wiki of 2013: articles that people look at, and change now and then. */
import { chance, hash, lognormal, pick } from '../../src/base/random/index.ts';
import { DAY, SECOND } from '../../src/base/time.ts';
import { urlOf } from '../course/url.ts';
import { FOUND_AFTER, LastOfLower } from '../model/lower-numbers.ts';
import type { SessionContext } from '../model/session-context.ts';
import { csrfToken } from './csrf-token.ts';
import type { SiteRequest } from './site-request.ts';

/** Articles, and what stands in them when the course begins. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  Python: ['Notes on the language, by and for students.', '* Indent by four blanks.', '* Lists begin at 0.'],
  Style_guide: ['How we write code here.', '* One thing a function.', '* Names say what things are.'],
  Lecture_notes: ['Please add yours below, one line a lecture.', '* Slides are under each video.'],
  Study_groups: ['Look for a group, or offer a place in one.', '* Say when you are free (UTC).'],
};

/** What people add: a line with one of some ends. */
const ADDED = [
  '* See also the errata in the forum',
  '* There is a good explanation in the second lecture',
  '* Still missing: an example',
  '* Fixed two typos above',
  '* We meet on Sundays, all welcome',
  '* A shorter way is to use a loop',
  '* This changed between versions',
  '* Short summary of this week added',
];
const ENDS = ['.', '', '!', ' (please check).', ', I think.', ' :)'];
const SUMMARIES = ['', '', '', 'typo', 'added a line', 'small fix', 'more detail', 'update'];

/** Of those who open an article to change it so many save it, after so many seconds, logarithm's mean and deviation (choices). */
const SAVES = 0.8;
const WRITES = { mean: Math.log(50), sd: 0.7 };

/** So many lines of others stay in an article (a choice). */
const LAST_LINES = 6;
/** Revisions that the site's wikis had when the course began, and how many come with a day (choices). */
const REVISIONS = { before: 1500, perDay: 30 };

/** The articles of a course. */
export class Wiki {
  /** What people have added, by course and article. */
  readonly #added = new Map<string, LastOfLower<string>>();

  /** Looks at an article, or at something about it. */
  look({ networkRandom: random, course }: SessionContext, what = ''): SiteRequest {
    return { path: `${urlOf(course).pathname}/wiki/${pick(random, Object.keys(ARTICLES))}/${what}` };
  }

  /** Opens an article to change it, which some do. */
  edit(visit: SessionContext): SiteRequest {
    const { networkRandom: random, course } = visit;
    const name = pick(random, Object.keys(ARTICLES));
    const article = `${urlOf(course).pathname}/wiki/${name}/`;
    const path = `${article}_edit/`;
    if (!chance(random, SAVES)) return { path };
    const seconds = lognormal(random, WRITES.mean, WRITES.sd);
    return { path, form: { seconds, POST: this.#changed(visit, name, seconds), leadsTo: article } };
  }

  #changed(visit: SessionContext, name: string, seconds: number): Readonly<Record<string, string>> {
    const { networkRandom: random, course, learner, now, start } = visit;
    const key = `${course.id} ${name}`;
    const added = this.#added.get(key) ?? new LastOfLower<string>(LAST_LINES);
    this.#added.set(key, added);
    visit.meets?.('threads');
    const line = pick(random, ADDED) + pick(random, ENDS);
    const others = added.foundBy(learner.number, now);
    added.put(learner.number, now + seconds * SECOND + FOUND_AFTER, line);
    const revision = REVISIONS.before + (hash(key, 'revision', 0) % REVISIONS.perDay);
    return {
      csrfmiddlewaretoken: csrfToken(visit),
      current_revision: String(revision + Math.floor(((now - start) / DAY) * REVISIONS.perDay)),
      title: name.replaceAll('_', ' '),
      content: [...ARTICLES[name]!, ...others.toReversed(), line].join('\r\n'),
      summary: pick(random, SUMMARIES),
      save: '1',
    };
  }
}
