/**
 * Activity of a person, step by step. It yields the seconds until the next step, and reads the time anew from its session when it goes
 * on. It may yield another activity, which is done first: where most steps of a visit are within that, for `yield*` takes each of them
 * through every activity around it.
 */
export interface Activity<Result = void> extends Generator<number | Activity<unknown>, Result, void> {}

/** Does another activity first, as one that is yielded, and gives what comes of it. */
export function* resultOf<Result>(activity: Activity<Result>): Activity<Result> {
  return (yield activity) as unknown as Result;
}

/** An activity that is being done, and the one within it that is done first, and so on. */
export class Running<Result = void> {
  /** The innermost is last. */
  readonly #activities: Activity<unknown>[];

  constructor(activity: Activity<Result>) {
    this.#activities = [activity];
  }

  /** Goes on until the next step that takes time; gives the seconds, or what comes of it all. */
  next(): IteratorResult<number, Result> {
    const activities = this.#activities;
    let result: unknown;
    for (;;) {
      const { done, value } = this.#step(activities.at(-1)!, result);
      if (!done && typeof value === 'number') return { done: false, value };
      if (!done) activities.push(value as Activity<unknown>);
      else if (activities.length === 1) return { done: true, value: value as Result };
      else activities.pop();
      result = done ? value : undefined;
    }
  }

  #step(activity: Activity<unknown>, result: unknown): IteratorResult<number | Activity<unknown>, unknown> {
    try {
      return activity.next(result as void);
    } catch (error) {
      // No activity catches what another throws, but some have something to do finally.
      for (const outer of this.#activities.slice(0, -1).toReversed())
        try {
          outer.throw(error);
        } catch {
          // It is thrown below.
        }
      throw error;
    }
  }
}
