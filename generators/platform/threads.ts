/** The forum of 2013: threads that people look for, open, answer and vote on. */
import { SECOND } from '../../src/base/time.ts';
import { chance, integer, lognormal, pick, weighted } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import type { Course } from '../course/course.ts';
import { urlOf } from '../course/url.ts';
import type { SessionContext } from '../model/session-context.ts';
import { chapterNow, isCode, type Post } from '../model/subjects.ts';
import type { Learner } from '../learners/learner.ts';
import { Board, isThere, newPost, noiseAfter, type Thread, type Topic } from './board.ts';
import type { Sent } from './python-maps.ts';
import type { DelayedRequest, SiteRequest } from './site-request.ts';

/** What people look for in any course, and in one of programming. */
const ANY_WORDS = ['deadline', 'certificate', 'grade', 'exam', 'study group', 'textbook'];
const CODE_WORDS = ['recursion', 'error', 'install python', 'bisection', 'infinite loop', 'pset', 'idle', ...ANY_WORDS];
/** Of chapters that somebody looks for so many are the newest (a choice); the others have been out for longer. */
const NEWEST = 0.5;
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

/** What somebody looks for: a part of the course, or a word with another. */
export function search(visit: SessionContext): string {
  const { networkRandom: random, course } = visit;
  const words = isCode(course) ? CODE_WORDS : ANY_WORDS;
  if (chance(random, 0.4))
    return chance(random, 0.4) ? pick(random, words) : `${pick(random, words)} ${pick(random, ABOUT)}`;
  const newest = chapterNow(visit);
  const chapter = chance(random, NEWEST) ? newest : integer(random, 0, newest);
  const { title } = pick(random, course.chapters[chapter]!.sequences);
  return chance(random, 0.5) ? title.toLowerCase() : `${title.split(' ').slice(0, 2).join(' ')} ${pick(random, ABOUT)}`;
}

/** What a course's forum is divided into. */
export const topicsOf = ({ number }: Course) => [
  `${number.replaceAll('.', '-')}_General`,
  'Week_1',
  'Homework',
  'Technical_Help',
];

const topicNamed = (name: string): Topic => ({ id: name, name });

/** So often somebody who would do something to a thread has opened it before (a choice). */
const OPENS_FIRST = 0.85;

/** Seconds until somebody opens the first thread, and before a deed and after it: logarithm's mean and deviation; how often somebody does something about one (choices). */
const LOOKS = { mean: 3.1, sd: 0.9 };
/** Seconds with a thread: so many for a look at it, and for a post that was not read yet; by how much people differ in the logarithm of that, and how it varies (choices). */
const READS = { look: 4, post: 4.5, people: 0.45, sd: 0.45 };
const DOES = 0.14;

/** So often somebody passes by a thread in which nothing is new to it (a choice). */
const PASSES_BY = 0.6;

/** What it does then, with weights (choices); of those who come upon a thread that they follow, or a post that they have voted for, so many take that back. */
const DEEDS = weighted([
  ['vote', 45],
  ['thank', 37],
  ['follow', 17],
  ['report', 1],
] as const);
const TAKES_BACK = 0.2;
/** So many take a report back as soon as they have made it; staff say of so many answers that they are good (choices). */
const UNREPORTS = 0.3;
const ENDORSES = 0.3;

/** Of what is written in the forum so much begins a thread; the rest answers the one that was opened last, or an answer there (choices). */
const BEGINS = 0.3;
const COMMENTS = 0.25;
/** Whoever has written changes it, when it comes again; some posts are all taken away then (choices). */
const EDITS = 0.3;
const FLEETING = 0.045;

/** What people put behind a post of theirs. */
const EDITED = [
  'EDIT: solved, thanks!',
  'Edit: found it.',
  '(edited: typo)',
  'EDIT: see the answers below.',
  'Edit: never mind.',
];

type Kind = 'threads' | 'comments';

/** What somebody has written last. */
interface Own {
  readonly kind: Kind;
  readonly id: string;
  readonly sent: Readonly<Record<'title' | 'body', string>> | Readonly<Record<'body', string>>;
  /** Whether its author will take it away again: nobody else comes upon it. */
  readonly isFleeting: boolean;
}

/** How somebody stands in the forum. */
class Standing {
  wrote: Own | undefined;
  /** The thread that it has begun last. */
  begun: Thread | undefined;
  /** Posts that it has voted for or endorsed, and threads that it follows. */
  readonly voted = new Set<string>();
  readonly followed = new Set<string>();
  /** How many posts it has read, by thread. */
  readonly read = new Map<string, number>();
}

const standingOf = onceFor<Learner, Standing>(() => new Standing());

const does = ({ course }: SessionContext, kind: Kind, id: string, what: string, POST: Sent = {}): SiteRequest => ({
  path: `${urlOf(course).pathname}/discussion/${kind}/${id}/${what}`,
  POST,
});

/** The threads of a course's forum in 2013, and what people ask of them. */
export class Discussion {
  readonly #board = new Board((course, _, number) => topicNamed(topicsOf(course)[number % topicsOf(course).length]!));
  /** The thread that somebody has opened last. */
  readonly #opened = new WeakMap<SessionContext, Thread>();

  /** Opens a thread, or the list of all where there is none. */
  open(visit: SessionContext): SiteRequest {
    return this.#open(visit, this.#find(visit));
  }

  /** A thread that somebody comes upon, if there is one. */
  #find(visit: SessionContext): Thread | undefined {
    const { begun } = standingOf(visit.learner);
    return this.#board.find(visit, visit.networkRandom, 0, begun && isThere(visit, begun, 0) ? begun : undefined);
  }

  #open(visit: SessionContext, thread: Thread | undefined): SiteRequest {
    const { pathname } = urlOf(visit.course);
    if (!thread) return { path: `${pathname}/discussion/forum` };
    this.#opened.set(visit, thread);
    const path = `${pathname}/discussion/forum/${thread.topic.name}/threads/${thread.id}`;
    return { path, reading: this.#reading(visit, thread) };
  }

  /** Votes for the thread that was opened last, or follows it; who has opened none mostly opens one. */
  act(visit: SessionContext, what: 'vote' | 'follow'): SiteRequest {
    const known = this.#opened.get(visit);
    if (known === undefined && chance(visit.networkRandom, OPENS_FIRST)) return this.open(visit);
    const thread = known ?? this.#board.find(visit, visit.networkRandom, 0, undefined);
    return (thread && this.#do(visit, thread, what)[0]) ?? this.open(visit);
  }

  /** What somebody does about a thread: one request, two where it takes the first back, or none. */
  #do(visit: SessionContext, thread: Thread, what: 'vote' | 'thank' | 'follow' | 'report'): SiteRequest[] {
    const { networkRandom: random, learner } = visit;
    const { followed } = standingOf(learner);
    switch (what) {
      case 'vote':
        return this.#vote(visit, 'threads', thread);
      case 'thank': {
        const answer = this.#board.answerIn(thread, visit, random, 0);
        return answer ? this.#vote(visit, 'comments', answer) : [];
      }
      case 'follow':
        if (followed.has(thread.id) && !chance(random, TAKES_BACK)) return [];
        return [
          does(visit, 'threads', thread.id, followed.delete(thread.id) ? 'unfollow' : this.#follows(visit, thread)),
        ];
      case 'report': {
        // What a stranger has answered.
        const noise = noiseAfter(thread, 'noise');
        const report = does(visit, 'comments', noise, 'flagAbuse');
        return chance(random, UNREPORTS) ? [report, does(visit, 'comments', noise, 'unFlagAbuse')] : [report];
      }
    }
  }

  #follows({ learner }: SessionContext, { id }: Thread): 'follow' {
    standingOf(learner).followed.add(id);
    return 'follow';
  }

  /** A click at the button of a post's votes: who has voted for it takes that back by it. */
  #vote(
    visit: SessionContext,
    kind: Kind,
    { id, author }: { readonly id: string; readonly author: string },
  ): SiteRequest[] {
    const { networkRandom: random, learner } = visit;
    const { voted } = standingOf(learner);
    if (author === learner.username || (voted.has(id) && !chance(random, TAKES_BACK))) return [];
    if (voted.delete(id)) return [does(visit, kind, id, 'unvote')];
    voted.add(id);
    return [does(visit, kind, id, 'upvote')];
  }

  /** Threads that somebody opens who stays with the forum for so many seconds, and what it does to them; microseconds from now. */
  read(visit: SessionContext, seconds: number): DelayedRequest[] {
    const { networkRandom: random } = visit;
    const trips: DelayedRequest[] = [];
    let after = lognormal(random, LOOKS.mean, LOOKS.sd);
    const take = (request: SiteRequest): number => {
      trips.push({ ...request, after: Math.round(after * SECOND) });
      return request.reading ?? lognormal(random, LOOKS.mean, LOOKS.sd);
    };
    const tended = after < seconds - 1 ? this.#tend(visit) : undefined;
    if (tended) after += take(tended);
    while (after < seconds - 1) {
      const thread = this.#find(visit);
      if (thread && this.#isRead(visit, thread) && chance(random, PASSES_BY)) {
        after += lognormal(random, LOOKS.mean, LOOKS.sd);
        continue;
      }
      after += take(this.#open(visit, thread));
      if (after >= seconds - 1 || !thread) continue;
      const good = visit.learner.kind.name === 'staff' ? this.#endorse(visit, thread) : undefined;
      if (good) after += take(good);
      else if (chance(random, DOES))
        for (const request of this.#do(visit, thread, DEEDS(random))) if (after < seconds - 1) after += take(request);
    }
    return trips;
  }

  /** Whether nothing in a thread is new to somebody. */
  #isRead(visit: SessionContext, thread: Thread): boolean {
    return this.#board.postsIn(thread, visit) <= (standingOf(visit.learner).read.get(thread.id) ?? 0);
  }

  /** Seconds that somebody takes to read what is new to it in a thread. */
  #reading(visit: SessionContext, thread: Thread): number {
    const { networkRandom: random, learner } = visit;
    const { read } = standingOf(learner);
    const posts = this.#board.postsIn(thread, visit);
    const left = posts - (read.get(thread.id) ?? 0);
    read.set(thread.id, posts);
    return (READS.look + READS.post * left) * lognormal(random, READS.people * learner.tempo, READS.sd);
  }

  /** Staff say of an answer that it is good. */
  #endorse(visit: SessionContext, thread: Thread): SiteRequest | undefined {
    const { networkRandom: random, learner } = visit;
    if (!chance(random, ENDORSES)) return undefined;
    const answer = this.#board.answerIn(thread, visit, random, 0);
    const { voted } = standingOf(learner);
    if (!answer || answer.author === learner.username || voted.has(`${answer.id} good`)) return undefined;
    voted.add(`${answer.id} good`);
    return does(visit, 'comments', answer.id, 'endorse', { endorsed: 'true' });
  }

  /** Changes what somebody has written last, or takes it away, now and then. */
  #tend(visit: SessionContext): SiteRequest | undefined {
    const { networkRandom: random, learner } = visit;
    const standing = standingOf(learner);
    const { wrote, begun } = standing;
    if (!wrote || !isThere(visit, wrote, 0)) return undefined;
    if (!wrote.isFleeting && !chance(random, EDITS)) return undefined;
    standing.wrote = undefined;
    const { kind, id, sent, isFleeting } = wrote;
    if (!isFleeting) return does(visit, kind, id, 'update', { ...sent, body: `${sent.body} ${pick(random, EDITED)}` });
    if (begun?.id === id) standing.begun = undefined;
    if (this.#opened.get(visit)?.id === id) this.#opened.delete(visit);
    return does(visit, kind, id, 'delete');
  }

  /** What somebody writes in the forum, which the platform gets so many microseconds from now. */
  post(visit: SessionContext, said: Post, delay: number): SiteRequest {
    const { networkRandom: random, course, learner } = visit;
    const { pathname } = urlOf(course);
    const how = { anonymous: String(chance(random, 0.1)), auto_subscribe: 'true' };
    const id = newPost(visit, delay);
    const thread = this.#opened.get(visit);
    const standing = standingOf(learner);
    const isFleeting = chance(random, FLEETING);
    if (thread && !chance(random, BEGINS)) {
      const { body } = said('answer');
      standing.wrote = { kind: 'comments', id, sent: { body }, isFleeting };
      standing.followed.add(thread.id);
      const answer = chance(random, COMMENTS) ? this.#board.answerIn(thread, visit, random, delay) : undefined;
      if (answer) return does(visit, 'comments', answer.id, 'reply', { body, ...how });
      if (!isFleeting) this.#board.answer(thread, visit, delay, id);
      return does(visit, 'threads', thread.id, 'reply', { body, ...how });
    }
    const topic = topicNamed(pick(random, topicsOf(course)));
    const { title, body, theme } = said();
    standing.wrote = { kind: 'threads', id, sent: { title, body }, isFleeting };
    standing.followed.add(id);
    standing.begun = this.#board.begin(visit, delay, { id, topic, title, theme }, isFleeting);
    return { path: `${pathname}/discussion/${topic.name}/threads/create`, POST: { title, body, ...how } };
  }
}
