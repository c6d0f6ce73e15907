import { onceFor } from '../../src/base/remember.ts';
import type { Inputs } from '../../src/line/form.ts';
import type { Problem } from '../course/course.ts';
import type { ProblemState } from '../learners/progress.ts';

/** The answer ids of a problem, and the names of its form's fields: `input_` and the id, those of checkboxes with `[]`. */
const fieldsOf = onceFor(({ inputs }: Problem) =>
  inputs.map(({ id, kind }) => ({ id, name: kind === 'checkboxes' ? `input_${id}[]` : `input_${id}` })),
);

/** A problem's answers as its form sends them. */
export function checkInputs(problem: Problem, answers: ProblemState['answers']): Inputs {
  const form: Inputs = {};
  for (const { id, name } of fieldsOf(problem)) {
    const answer = answers[id];
    if (answer !== undefined) form[name] = answer;
  }
  return form;
}
