import type { Mark, ProblemState } from '../learners/progress.ts';

/** A problem's state as `save_problem_check` writes it. */
export interface LoggedState<Entry> {
  student_answers: Record<string, string | string[]>;
  seed: number;
  done: boolean;
  correct_map: Record<string, Entry>;
}

/** Makes what writes a dialect's correct_map and state, from what writes one entry. */
export function problemState<Entry extends { correctness: string | null }>(entry: (mark: Mark) => Entry) {
  const correctMap = (marks: ProblemState['marks']): Record<string, Entry> => {
    const map: Record<string, Entry> = {};
    for (const id of Object.keys(marks)) map[id] = entry(marks[id]!);
    return map;
  };
  return {
    correctMap,
    /** Success is correct exactly when every entry is. */
    successOf: (map: Record<string, Entry>): 'correct' | 'incorrect' =>
      Object.values(map).every(({ correctness }) => correctness === 'correct') ? 'correct' : 'incorrect',
    stateOf: ({ answers, marks, seed, done }: ProblemState): LoggedState<Entry> => ({
      student_answers: answers,
      seed,
      done,
      correct_map: correctMap(marks),
    }),
  };
}
