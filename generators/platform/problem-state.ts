import type { Entries } from '../../src/line/entries.ts';
import type { Mark, ProblemState } from '../learners/progress.ts';
import { entriesIn, type KeyOrder } from './inputs.ts';

/** A problem's state as `save_problem_check` writes it. */
export interface LoggedState<Entry> {
  student_answers: Entries<ProblemState['answers'][number]>;
  seed: number;
  done: boolean;
  correct_map: Entries<Entry>;
}

/** Success is correct exactly when every entry of the map is. */
export const successOf = (marks: ProblemState['marks']): 'correct' | 'incorrect' =>
  marks.every(({ right, queued }) => right && !queued) ? 'correct' : 'incorrect';

/** Makes what writes a dialect's correct_map and state, from what writes one entry. */
export function problemState<Entry>(entry: (mark: Mark) => Entry) {
  /** @param ids in the order in which the map holds them */
  const correctMap = (ids: KeyOrder, marks: ProblemState['marks']): Entries<Entry> => entriesIn(ids, marks.map(entry));
  return {
    correctMap,
    /** @param ids of the marks, and of the answers, in the order in which the maps hold them */
    stateOf: ({ answers, marks, seed, done }: ProblemState, ids: KeyOrder, answered = ids): LoggedState<Entry> => ({
      student_answers: entriesIn(answered, answers),
      seed,
      done,
      correct_map: correctMap(ids, marks),
    }),
  };
}
