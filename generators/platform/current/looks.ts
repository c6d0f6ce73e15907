/** Looks at how one stands in the course and at what is due when, in a tab beside the page in front. */
import { chance, type Stream } from '../../../src/base/random/index.ts';
import { SECOND } from '../../../src/base/time.ts';
import { loading } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { curiosity, hand, look, wantsToLook } from '../looking-round.ts';
import { ask, asksOfTab } from './asking.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';

export class Looks {
  readonly #lines: Lines;
  readonly #streams = new WeakMap<SessionContext, Stream>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Begins with such a look; gives the seconds that it takes. */
  begin(visit: SessionContext): number {
    const random = this.#streamOf(visit);
    const { learner } = visit;
    if (learner.visits === 1 || learner.hasLeft) return 0;
    if (!chance(random, HABITS.looksFirst * curiosity(visit))) return 0;
    this.#open(visit, 0);
    return hand(random) + look(random);
  }

  /** Something comes that makes some want such a look, of people on average. */
  comes(visit: SessionContext, often: number): void {
    if (visit.beside) return;
    const random = this.#streamOf(visit);
    if (!chance(random, often * curiosity(visit))) return;
    wantsToLook(visit, random, Math.max(0, visit.answered - visit.now), (delay) => this.#open(visit, delay));
  }

  /** Looks at its progress; gives the seconds that it takes. */
  progress(visit: SessionContext): number {
    const random = this.#streamOf(visit);
    const seconds = hand(random);
    ask(this.#lines, visit, asksOfTab(visit, 'progress'), Math.round(seconds * SECOND));
    return seconds + look(random);
  }

  #open(visit: SessionContext, delay: number): void {
    const tab = chance(this.#streamOf(visit), HABITS.looksAtProgress) ? 'progress' : 'dates';
    if (visit.username === '' || visit.learner.hasLeft) return;
    ask(this.#lines, visit, asksOfTab(visit, tab), delay + loading(visit, 0.15, 0.4));
  }

  #streamOf(visit: SessionContext): Stream {
    const known = this.#streams.get(visit);
    if (known) return known;
    const random = visit.own('looks', visit.learner.visits);
    this.#streams.set(visit, random);
    return random;
  }
}
