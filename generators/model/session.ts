import { exponential, lognormal, uniform, type Stream } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import type { Course } from '../course/course.ts';
import { RATES } from '../learners/population.ts';
import type { Place } from './place.ts';
import type { Platform } from './platform.ts';
import { SessionContext } from './session-context.ts';

/** How many days before a chapter opens staff look at it, logarithm's mean and deviation (a choice). */
const PREVIEWS = { mean: Math.log(2), sd: 0.8 };

/** Session of one person on a site, whose platform logs what is done. */
export class Session extends SessionContext {
  readonly platform: Platform;
  /** The courses that the site shows to everybody; none, where there is but one. */
  readonly catalogue: readonly Course[];
  #player: Stream | undefined;
  #tabbing: Stream | undefined;
  #ahead: number | undefined;

  constructor(
    parts: ConstructorParameters<typeof SessionContext>[0],
    platform: Platform,
    catalogue: readonly Course[] = [],
  ) {
    super(parts);
    this.platform = platform;
    this.catalogue = catalogue;
  }

  /** Decides what somebody's players add and are told by, the same in all dialects. */
  get player(): Stream {
    return (this.#player ??= this.own('player', this.learner.visits));
  }

  /** Decides what somebody does in other tabs than the one in front. */
  get tabbing(): Stream {
    return (this.#tabbing ??= this.own('tabs', this.learner.visits));
  }

  /** The day of the course until which chapters are open to the person: today; staff see what comes some days before it opens. */
  get seesUntil(): number {
    if (this.learner.kind.name !== 'staff') return this.day;
    this.#ahead ??= lognormal(this.own('previews', this.learner.visits), PREVIEWS.mean, PREVIEWS.sd);
    return this.day + this.#ahead;
  }

  /** Seconds of content by which a position that a player tells is behind: it looks now and then only, and the message travels. */
  behind(random: Stream): number {
    const { polls, network } = this.behaviour.video;
    return (uniform(random, 0, polls) + exponential(random, network)) * RATES[this.learner.home.speed];
  }

  /** The same person's look at another course, now. */
  at(course: Course): Session {
    const there = new Session({ ...this, course, now: this.now }, this.platform, this.catalogue);
    there.tab = this.tab;
    return there;
  }
}

/** Positions are logged to the millisecond, rounded down: no run is longer than the clock allows (docs/format.md). */
export const milliseconds = (seconds: number): number => Math.floor(seconds * 1000) / 1000;

/** What plays by itself comes to an end, which no line tells unless somebody pauses it; gives where, in seconds. */
export function silence(visit: Session): number {
  if (!visit.tab.alone) return 0;
  const { video, began, speed } = visit.tab.alone;
  const played = ((visit.now - began) / SECOND) * RATES[speed];
  const told = played < video.seconds ? Math.max(0, played - visit.behind(visit.networkRandom)) : video.seconds;
  const end = milliseconds(told);
  visit.tab.alone = undefined;
  visit.platform.watched(visit, video, began, 0, end);
  return end;
}

/** Opens another page in place of the one in front. */
export function goTo(visit: Session, place: Place): void {
  silence(visit);
  visit.view = visit.platform.open(visit, place, visit.view);
  visit.tab.place = place;
}

/** Stays with the page in front; gives the seconds. */
export function staying(visit: Session, seconds: number): number {
  visit.platform.linger(visit, seconds);
  return seconds;
}

/** Closes the page in front, if there is one. */
export function leave(visit: Session): void {
  silence(visit);
  if (visit.view) visit.platform.close(visit, visit.view);
  visit.view = undefined;
  visit.tab.place = undefined;
}
