/** What today's problems log: states, maps and submissions. */
import { Type } from '../../base/type.ts';
import { handled } from '../current-shape.ts';
import { consistent, serverEvent, type Violation } from '../event-type.ts';
import { usageKey } from '../keys.ts';
import { attempts, hintmode, html, index, integer, mapOf, points, queueTime, success, text, value } from '../values.ts';

const anything = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: {} });

/** [capa/correctmap.py] */
const correctMap = mapOf(
  Type.Object({
    correctness: value(
      Type.Enum(['correct', 'incorrect', 'partially-correct', 'incomplete'] as const),
      'correctness',
      '"correct", "incorrect", "partially-correct" or "incomplete"',
    ),
    npoints: points,
    msg: html,
    hint: html,
    hintmode,
    queuestate: value(
      Type.Union([
        Type.Null(),
        Type.Object({
          key: text,
          time: queueTime,
        }),
      ]),
      'queue-state',
      'null, or an object of key and time of the queue',
    ),
    answervariable: { ...Type.Union([text, Type.Null()]), description: 'name of the answer in its script, or null' },
  }),
  { description: 'answer id to entry' },
);

const answer = Type.Union([text, Type.Array(text), anything]);
const answers = mapOf(answer, { description: 'answer id to answer, a list where several are allowed' });

/** [capa_problem.py] */
const state = Type.Object(
  {
    seed: { ...integer, description: 'seeds the problem’s random numbers' },
    student_answers: mapOf(answer, { description: 'the answers before this event' }),
    has_saved_answers: Type.Boolean(),
    correct_map: correctMap,
    correct_map_history: { ...Type.Array(correctMap), description: 'the maps of all checks' },
    input_state: mapOf(anything, { description: 'answer id to what its input keeps' }),
    done: {
      ...Type.Union([Type.Boolean(), Type.Null()]),
      description: 'whether the problem had been answered; false after a reset, null before any check',
    },
  },
  { description: 'the problem’s state before this event' },
);

const problemId = { ...usageKey, description: 'key of the problem' };

/** What the learner saw: the text of a choice, where its name was sent. */
const submission = mapOf(
  Type.Object({
    question: text,
    answer,
    response_type: { ...text, description: 'such as choiceresponse' },
    input_type: { ...text, description: 'such as checkboxgroup' },
    correct: { ...Type.Union([Type.Boolean(), Type.Literal('')]), description: 'whether it is right, or empty' },
    variant: { ...Type.Union([integer, Type.Literal('')]), description: 'the seed, where it matters, or empty' },
    group_label: text,
  }),
  { description: 'answer id to what was answered, in words' },
);

/** Two parts of a list, each of its own kind. */
export const pair = <A, B>(first: object, second: object, description: string) =>
  Type.Unsafe<[A, B]>({ type: 'array', prefixItems: [first, second], minItems: 2, maxItems: 2, description });

const permutation = mapOf(
  pair<string, string[]>(
    value(Type.Enum(['shuffle', 'answerpool'] as const), 'payload-value', '"shuffle" or "answerpool"'),
    Type.Array(text),
    'how choices were put in another order, and in which',
  ),
  { description: 'answer id to the order of its choices' },
);

const grade = value(Type.Number({ minimum: 0 }), 'payload-value', 'points, at least 0');

const checked = handled({
  state,
  problem_id: problemId,
  answers,
  grade: { ...grade, description: 'points after this check' },
  max_grade: grade,
  correct_map: correctMap,
  success,
  attempts,
  submission,
  permutation: Type.Optional(permutation),
});

const isRight = ({ correctness }: { correctness: string }) =>
  correctness === 'correct' || correctness === 'partially-correct';

function checkSuccess(check: { success: string; correct_map: Record<string, { correctness: string }> }): Violation[] {
  const expected = Object.values(check.correct_map).every(isRight) ? 'correct' : 'incorrect';
  if (check.success === expected) return [];
  return [{ rule: 'success-map', path: '/success', message: `expected "${expected}", as correct_map says` }];
}

export const problemChecked = serverEvent('problem_check', 'A problem’s answers are marked.', {
  current: consistent(checked, checkSuccess),
});

const failure = <const F extends readonly string[]>(...reasons: F) =>
  value(Type.Enum(reasons), 'payload-value', reasons.map((reason) => `"${reason}"`).join(' or '));

const saved = { state, problem_id: problemId, answers };
export const problemCheckFail = serverEvent('problem_check_fail', 'A check is refused.', {
  current: handled({ ...saved, failure: failure('closed', 'unreset', 'missing_answer') }),
});
export const saveProblemSuccess = serverEvent('save_problem_success', 'Answers are saved without a check.', {
  current: handled(saved),
});
export const saveRefused = handled({ ...saved, failure: failure('closed', 'done') });
export const resetDone = handled({ old_state: state, problem_id: problemId, new_state: state });
export const resetRefused = handled({
  old_state: state,
  problem_id: problemId,
  failure: failure('closed', 'not_done'),
});
export const showanswer = serverEvent('showanswer', 'A problem’s answer is sent to the learner.', {
  current: handled({ problem_id: problemId }),
});

const module_id = { ...usageKey, description: 'key of the problem' };
export const demandHintDisplayed = serverEvent('edx.problem.hint.demandhint_displayed', 'A hint is asked for.', {
  current: handled({
    module_id,
    hint_index: { ...index, description: 'which of the hints' },
    hint_len: { ...index, description: 'how many there are' },
    hint_text: html,
  }),
});
export const feedbackDisplayed = serverEvent(
  'edx.problem.hint.feedback_displayed',
  'What an author says to an answer is shown.',
  {
    current: handled({
      module_id,
      problem_part_id: { ...text, description: 'answer id' },
      trigger_type: failure('single', 'compound'),
      hint_label: text,
      hints: Type.Array(Type.Object({ text: html, trigger: Type.Optional(Type.Array(anything)) })),
      correctness: Type.Boolean(),
      student_answer: Type.Array(text),
      question_type: { ...text, description: 'such as choiceresponse' },
      choice_all: Type.Optional(Type.Array(text)),
    }),
  },
);
