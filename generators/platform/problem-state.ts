import type { Mark, ProblemState } from '../learners/progress.ts';

/** A problem's state as `save_problem_check` writes it. */
export interface LoggedState<Entry> {
  student_answers: ProblemState['answers'];
  seed: number;
  done: boolean;
  correct_map: Record<string, Entry>;
}

/** Makes what writes a dialect's correct_map and state, from what writes one entry. */
export function problemState<Entry extends { correctness: string | null }>(entry: (mark: Mark) => Entry) {
  /** @param ids in the order in which the map holds them */
  const correctMap = (
    marks: ProblemState['marks'],
    ids: readonly string[] = Object.keys(marks),
  ): Record<string, Entry> => {
    const map: Record<string, Entry> = {};
    for (const id of ids) map[id] = entry(marks[id]!);
    return map;
  };
  return {
    correctMap,
    /** Success is correct exactly when every entry is. */
    successOf: (map: Record<string, Entry>): 'correct' | 'incorrect' =>
      Object.values(map).every(({ correctness }) => correctness === 'correct') ? 'correct' : 'incorrect',
    /** @param ids of the marks, in the order in which the map holds them */
    stateOf: ({ answers, marks, seed, done }: ProblemState, ids?: readonly string[]): LoggedState<Entry> => ({
      student_answers: answers,
      seed,
      done,
      correct_map: correctMap(marks, ids),
    }),
  };
}
