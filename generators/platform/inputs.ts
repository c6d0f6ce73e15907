import type { Inputs } from '../../src/line/form.ts';
import type { Problem } from '../course/course.ts';
import type { ProblemState } from '../learners/progress.ts';

/** A problem's answers as its form sends them: each under `input_` and its answer id, checkboxes with `[]`. */
export function checkInputs({ inputs }: Problem, answers: ProblemState['answers']): Inputs {
  const form: Inputs = {};
  for (const { id, kind } of inputs) {
    const answer = answers[id];
    if (answer !== undefined) form[kind === 'checkboxes' ? `input_${id}[]` : `input_${id}`] = answer;
  }
  return form;
}
