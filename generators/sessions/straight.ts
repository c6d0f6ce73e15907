/** Those who come for single problems: straight to one, a check, the next. */
import type { Problem, Sequence } from '../course/course.ts';
import { sequencesOf } from '../course/sequences.ts';
import type { Activity } from '../model/activity.ts';
import { goTo, leave, silence, type Session } from '../model/session.ts';
import { isClosing } from '../model/session-context.ts';
import { ignore } from './autoplay.ts';
import { isOpenTo } from './problem.ts';
import { closeOther } from './tabs.ts';

/** A problem and where it stands. */
export interface Place {
  readonly problem: Problem;
  readonly sequence: Sequence;
  /** The sequence, by index in the course, and the element in it, from 1. */
  readonly number: number;
  readonly position: number;
}

/** Problems that are released, open to somebody and not about to close, in the course's order. */
export const openProblems = (visit: Session): Place[] =>
  sequencesOf(visit.course).flatMap(({ chapter, sequence }, number) =>
    chapter.release > visit.day || isClosing(visit, sequence)
      ? []
      : sequence.elements.flatMap(({ problems }, index) =>
          problems
            .filter((problem) => isOpenTo(visit, problem))
            .map((problem) => ({ problem, sequence, number, position: index + 1 })),
        ),
  );

/** Goes to one problem after the other. */
export class Straight {
  readonly #visit: Session;
  /** Where the page in front is. */
  #number = -1;
  #position = 0;

  constructor(visit: Session) {
    this.#visit = visit;
  }

  /**
   * Goes to a problem, by its sequence's page.
   *
   * @param look seconds until the next click
   */
  *to({ sequence, number, position }: Omit<Place, 'problem'>, look: () => number): Activity {
    const { platform, learner } = this.#visit;
    if (number !== this.#number) {
      yield* closeOther(this.#visit, sequence);
      goTo(this.#visit, sequence);
      this.#number = number;
      this.#position = Math.min(learner.progress.positions.get(number) ?? 1, sequence.elements.length);
      const element = sequence.elements[this.#position - 1]!;
      platform.show(this.#visit, element);
      yield* ignore(this.#visit, element.video, look());
    }
    if (position === this.#position) return;
    const from = this.#position;
    const how = position === from + 1 ? 'next' : position === from - 1 ? 'previous' : 'any';
    silence(this.#visit);
    platform.move(this.#visit, sequence, from, position, how);
    this.#position = position;
    learner.progress.positions.set(number, position);
    yield* ignore(this.#visit, sequence.elements[position - 1]!.video, look());
  }
  /** Closes the page that it has opened last, if there is one. */
  *done(look: () => number): Activity {
    if (this.#number < 0) return;
    leave(this.#visit);
    this.#number = -1;
    yield look();
  }
}
