/** What is told of a problem: its state, its marks, and what was answered. */
import type { PayloadOf } from '../../../src/spec/index.ts';
import type * as events from '../../../src/spec/events/index.ts';
import type { Problem } from '../../course/course.ts';
import { drawnSeed, type Mark, type ProblemState } from '../../learners/progress.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { entriesIn, idsOf } from '../inputs.ts';
import { formatQueueTime } from '../queue-time.ts';
import { answerText, inAnyOrder, questionOf, TYPES } from './questions.ts';
import type { CorrectMap, Trial } from './standing.ts';

type State = PayloadOf<typeof events.problemChecked, 'current'>['state'];
type Answers = ProblemState['answers'];

const mapEntry = ({ right, hint, message, points, queued }: Mark): CorrectMap[string] => ({
  correctness: queued ? 'incomplete' : right ? 'correct' : 'incorrect',
  npoints: points,
  msg: message,
  hint,
  hintmode: hint === '' ? null : points === null ? 'on_request' : 'always',
  queuestate: queued ? { key: queued.key, time: formatQueueTime(queued.time) } : null,
  answervariable: null,
});

/** Map of marks, in the order of the problem's inputs. */
export const correctMap = ({ inputs }: Problem, marks: ProblemState['marks']): CorrectMap =>
  Object.fromEntries(marks.map((mark, place) => [inputs[place]!.id, mapEntry(mark)]));

/** State that a request finds in the database. */
export function stateOf(problem: Problem, { answers, marks, seed, done }: ProblemState, trial: Trial): State {
  return {
    seed: drawnSeed(seed),
    student_answers: entriesIn(idsOf(problem), trial.saved ?? answers).record,
    has_saved_answers: trial.saved !== undefined,
    correct_map: correctMap(problem, marks),
    correct_map_history: trial.history,
    input_state: Object.fromEntries(problem.inputs.map(({ id }) => [id, {}])),
    done: done || (trial.wasReset ? false : null),
  };
}

/** Answers of a request, in the order in which the platform has put them. */
export const shuffled = (
  visit: SessionContext,
  { inputs }: Problem,
  answers: Answers,
): Record<string, string | string[]> =>
  Object.fromEntries(
    inAnyOrder(
      visit.networkRandom,
      answers.map((answer, place) => [inputs[place]!.id, answer] as const),
    ),
  );

/** Points that marks give: one for each right answer. */
export const pointsOf = (marks: ProblemState['marks']): number => marks.filter(({ right }) => right).length;

/** What was answered in words. */
export function submissionOf(
  problem: Problem,
  given: Record<string, string | string[]>,
  { marks, seed }: ProblemState,
) {
  const places = new Map(problem.inputs.map(({ id }, place) => [id, place]));
  return Object.fromEntries(
    Object.entries(given).map(([id, answer]) => {
      const place = places.get(id)!;
      const [input, mark] = [problem.inputs[place]!, marks[place]!];
      const [response_type, input_type] = TYPES[input.kind];
      return [
        id,
        {
          question: questionOf(input),
          answer: answerText(input, answer),
          response_type,
          input_type,
          correct: mark.queued ? ('' as const) : mark.right,
          variant: problem.randomized ? drawnSeed(seed) : ('' as const),
          group_label: '',
        },
      ];
    }),
  );
}
