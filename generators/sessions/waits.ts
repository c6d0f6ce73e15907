/** How long somebody looks at what a check has brought, or an answer that is shown: that depends on what it does next. */
import { chance } from '../../src/base/random/index.ts';
import type { Lognormal } from '../learners/behaviour.ts';
import type { Session } from '../model/session.ts';

/** What ends a wait: the next element, any other one, the end of a sequence, another problem below, a video that goes on, the answer, a check, the book, or the end of the visit. */
export type Next = 'next' | 'elsewhere' | 'section' | 'problem' | 'video' | 'answer' | 'check' | 'book' | 'end';

/**
 * Of those who see that all is right, so many go on at once, by what they do next; the others take so many times as long as is usual (choices). Who goes on to what
 * comes next need not look for it; who wants to know why it is right has read the marks.
 */
const RIGHT: Readonly<Record<Next, { readonly glance: number; readonly longer: number }>> = {
  next: { glance: 0.42, longer: 0.7 },
  elsewhere: { glance: 0.22, longer: 1.5 },
  section: { glance: 0.26, longer: 1.3 },
  problem: { glance: 0.5, longer: 0.7 },
  video: { glance: 0.4, longer: 1 },
  answer: { glance: 0.1, longer: 0.5 },
  check: { glance: 0.2, longer: 0.7 },
  book: { glance: 0.08, longer: 1.5 },
  end: { glance: 0.2, longer: 1.8 },
};

/** So many times as long as is usual somebody looks at an answer that was shown, and at marks that make it give up, by what it does next (choices). */
const SHOWN: Readonly<Record<Next, number>> = {
  next: 1,
  elsewhere: 1.7,
  section: 2,
  problem: 0.9,
  video: 1.3,
  answer: 1,
  check: 0.45,
  book: 1.5,
  end: 2.2,
};
const GIVEN_UP: Readonly<Record<Next, number>> = {
  next: 1,
  elsewhere: 1.4,
  section: 1.5,
  problem: 0.9,
  video: 1,
  answer: 0.6,
  check: 1,
  book: 0.8,
  end: 1.4,
};

/** What somebody looks at. */
export type Seen = 'right' | 'shown' | 'given up';

/** Seconds of a look at something, before what comes next. */
export function lookBefore(visit: Session, seen: Seen, next: Next): number {
  const { dwell, problem } = visit.behaviour;
  if (seen === 'shown') return look(visit, problem.retry, SHOWN[next], problem.tempo);
  if (seen === 'given up') return look(visit, dwell.sigh, GIVEN_UP[next], problem.tempo);
  const { glance, longer } = RIGHT[next];
  const glances = chance(visit.random, visit.learner.home.habits.chance('glances at marks', glance));
  return glances ? look(visit, dwell.glance, 1) : look(visit, dwell.marks, longer);
}

const look = (visit: Session, { mean, sd }: Lognormal, longer: number, tempo?: number): number =>
  visit.lookAtAnswer(visit.dwell({ mean: mean + Math.log(longer), sd }, tempo));

/** Seconds until somebody has read what is said of a wrong answer (a choice). */
const READS = { mean: 2.2, sd: 0.8 };

/** Reads what is said of a wrong answer, before it looks for anything elsewhere; gives the seconds. */
export function readRefusal(visit: Session): number {
  const seconds = visit.lookAtAnswer(visit.dwell(READS, visit.behaviour.problem.tempo));
  visit.reads(seconds);
  return seconds;
}
