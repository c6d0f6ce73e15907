/** Maps about a problem's inputs, such as its answers: what they hold is in the order of the inputs, and what is written in the order of a map. */
import { onceFor } from '../../src/base/remember.ts';
import { Entries } from '../../src/line/entries.ts';
import type { Inputs } from '../../src/line/form.ts';
import type { Problem } from '../course/course.ts';
import type { ProblemState } from '../learners/progress.ts';

/** Keys of a map about a problem's inputs in the order in which they are written, and for each the place of its input. */
export interface KeyOrder {
  readonly keys: readonly string[];
  readonly places: readonly number[];
}

const NOTHING = new Entries<never>([], []);

/** The entries of a map, of values in the order of the inputs, or of none. */
export const entriesIn = <T>({ keys, places }: KeyOrder, values: readonly T[]): Entries<T> =>
  values.length === 0
    ? NOTHING
    : new Entries(
        keys,
        places.map((place) => values[place]!),
      );

/** The answer ids of a problem, as it has its inputs. */
export const idsOf = onceFor(({ inputs }: Problem): KeyOrder => ({
  keys: inputs.map(({ id }) => id),
  places: inputs.map((_, place) => place),
}));

/** The names of the fields of a problem's form: `input_` and the id, those of checkboxes with `[]`. */
export const fieldsOf = onceFor(({ inputs }: Problem): KeyOrder => ({
  keys: inputs.map(({ id, kind }) => (kind === 'checkboxes' ? `input_${id}[]` : `input_${id}`)),
  places: inputs.map((_, place) => place),
}));

/** A problem's answers as its form sends them. */
export const checkInputs = (problem: Problem, answers: ProblemState['answers']): Entries<Inputs[string]> =>
  entriesIn(fieldsOf(problem), answers);
