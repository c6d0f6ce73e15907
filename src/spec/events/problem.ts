import type { TProperties, TSchema } from 'typebox';
import { Type } from '../../base/type.ts';
import { browserEvent, consistent, serverEvent, shape, type Violation } from '../event-type.ts';
import { sent, sentAs } from '../current-shape.ts';
import { usageKey } from '../keys.ts';
import { asDict } from '../python-dict.ts';
import { pair, resetDone, resetRefused, saveRefused } from './current-problem.ts';
import { isFormEncoded } from '../form.ts';
import {
  attempts,
  encoded,
  hintmode,
  html,
  integer,
  location,
  mapOf,
  points,
  queueTime,
  success,
  text,
  value,
  xModule,
} from '../values.ts';

/** Answer id to entry; see correct_map in docs/format.md. */
const documentedMap = mapOf(
  Type.Object({
    hint: html,
    hintmode: value(Type.Union([Type.Boolean(), Type.Null()]), 'hintmode', 'true, false or null'),
    correctness: value(Type.Enum(['correct', 'incorrect'] as const), 'correctness', '"correct" or "incorrect"'),
    npoints: { ...Type.Union([integer, Type.Null()]), description: 'points given, or null' },
    msg: html,
    queuestate: value(
      encoded({ key: text, time: text }, 'key and time of the queue'),
      'queue-state',
      'an object of key and time, both empty when nothing is queued',
    ),
  }),
  { encoded: true, description: 'answer id to entry' },
);

const queueKey = value(Type.String({ pattern: '^[0-9a-f]{32}$' }), 'queue-state', '32 lowercase hexadecimal digits');

/**
 * [capa/correctmap.py]. Correctness is null where the queue could not be reached, unknown where an author's own grader did
 * not say; external graders give parts of a point.
 */
const deployedMap = mapOf(
  Type.Object(
    asDict('literal', {
      correctness: value(
        Type.Union([Type.Enum(['correct', 'incorrect', 'incomplete', 'unknown'] as const), Type.Null()]),
        'correctness',
        '"correct", "incorrect", "incomplete", "unknown" or null',
      ),
      npoints: points,
      msg: html,
      hint: { ...Type.Union([text, Type.Null()]), description: html.description },
      hintmode,
      queuestate: value(
        Type.Union([
          Type.Null(),
          encoded(asDict('literal', { key: queueKey, time: queueTime }), 'key and time of the queue'),
        ]),
        'queue-state',
        'null, or an object of key and time of the queue',
      ),
    }),
  ),
  { encoded: true, description: 'answer id to entry' },
);

const answer = Type.Union([text, Type.Array(text)]);
const answers = mapOf(answer, { encoded: true, description: 'answer id to answer, a list where several are allowed' });

const stateWith = <T extends TSchema>(map: T) =>
  encoded(
    asDict('literal', {
      seed: { ...integer, description: 'seeds the problem’s random numbers' },
      student_answers: mapOf(answer, { description: 'the answers before this event' }),
      correct_map: map,
      done: Type.Boolean({ description: 'whether the problem had been answered' }),
    }),
    'the problem’s state before this event',
  );
const documentedState = stateWith(documentedMap);
const deployedState = stateWith(deployedMap);

const problemId = { ...location, description: 'location of the problem' };
/** @param payload in the order in which the platform puts its keys in */
const serverShape = <P extends TProperties>(payload: P) =>
  shape('object', Type.Object(asDict('plain', payload)), xModule);

interface Check {
  success: string;
  attempts: number;
  correct_map: Record<string, { correctness: string | null }>;
  answers: Record<string, unknown>;
  state: { student_answers: Record<string, unknown>; correct_map: Record<string, unknown> };
}

const isEmpty = (map: object): boolean => Object.keys(map).length === 0;
const haveSameKeys = (a: object, b: object): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
};

/**
 * "success is correct exactly when every entry of correct_map is correct". On the page the maps also "name the same inputs",
 * and attempts "counts up by one for each check", so that a state with marks has seen one. The platform took what was posted
 * for answers, and staff could set attempts back.
 */
function checkSuccess({ success: verdict, correct_map: map }: Check): Violation[] {
  const allCorrect = Object.values(map).every(({ correctness }) => correctness === 'correct');
  const expected = allCorrect ? 'correct' : 'incorrect';
  return verdict === expected
    ? []
    : [{ rule: 'success-map', path: '/success', message: `expected "${expected}", as correct_map says` }];
}

function checkCounts({ attempts: count, correct_map: map, answers: given, state }: Check): Violation[] {
  const violations: Violation[] = [];
  const before = state.student_answers;
  if (!haveSameKeys(given, map)) {
    violations.push({ rule: 'answer-keys', path: '/answers', message: 'expected the same keys as correct_map' });
  }
  if (!isEmpty(before) && !haveSameKeys(before, map)) {
    const message = 'expected the same keys as correct_map, or none';
    violations.push({ rule: 'answer-keys', path: '/state/student_answers', message });
  }
  if (count === 1 && !isEmpty(state.correct_map)) {
    violations.push({
      rule: 'attempts-state',
      path: '/attempts',
      message: 'expected more than 1, as the state holds marks',
    });
  }
  return violations;
}

export const saveProblemCheck = serverEvent('save_problem_check', 'A problem’s answers are marked.', {
  documented: consistent(
    shape(
      'object',
      Type.Object({
        problem_id: problemId,
        success,
        attempts,
        correct_map: documentedMap,
        state: documentedState,
        answers,
      }),
    ),
    (check: Check) => [...checkSuccess(check), ...checkCounts(check)],
  ),
  deployed: consistent(
    serverShape({
      state: deployedState,
      problem_id: problemId,
      answers,
      correct_map: deployedMap,
      success,
      attempts,
    }),
    checkSuccess,
  ),
});

export const showAnswer = serverEvent('show_answer', 'A problem’s answer is sent to the learner.', {
  documented: shape('object', Type.Object({ problem_id: problemId })),
  deployed: serverShape({ problem_id: problemId }),
});

export const resetProblem = serverEvent('reset_problem', 'A problem is set back to its start.', {
  documented: shape('object', Type.Object({ problem_id: problemId })),
  deployed: serverShape({ old_state: deployedState, problem_id: problemId, new_state: deployedState }),
  current: resetDone,
});

export const saveProblemCheckFail = serverEvent('save_problem_check_fail', 'A check is refused.', {
  deployed: serverShape({
    state: deployedState,
    problem_id: problemId,
    answers,
    failure: value(Type.Enum(['closed', 'unreset'] as const), 'payload-value', '"closed" or "unreset"'),
  }),
});

export const saveProblemFail = serverEvent(
  'save_problem_fail',
  'Answers are not saved; in deployed logs written on success too, by a mistake of that day’s code.',
  {
    deployed: serverShape({
      state: deployedState,
      problem_id: problemId,
      answers,
      failure: Type.Optional(value(Type.Enum(['closed', 'done'] as const), 'payload-value', '"closed" or "done"')),
    }),
    current: saveRefused,
  },
);

export const resetProblemFail = serverEvent('reset_problem_fail', 'A reset is refused.', {
  deployed: serverShape({
    old_state: deployedState,
    problem_id: problemId,
    failure: value(Type.Enum(['closed', 'not_done'] as const), 'payload-value', '"closed" or "not_done"'),
  }),
  current: resetRefused,
});

const inputs = mapOf(answer, { description: 'input_ and answer id to answer, a list for ids that end in []' });
const posted = sentAs('form-text', inputs);
const form = { documented: shape('form', inputs), deployed: shape('form-literal', inputs) };
const laterForm = { deployed: form.deployed, current: posted };

export const problemCheck = browserEvent('problem_check', 'A problem’s answers are sent to be checked.', {
  ...form,
  current: posted,
});
export const problemSave = browserEvent('problem_save', 'A problem’s answers are sent to be kept.', laterForm);
export const problemReset = browserEvent('problem_reset', 'A problem is asked to start again.', laterForm);

const shown = shape('json', Type.Object({ problem: { ...location, description: 'location of the problem' } }));
export const problemShow = browserEvent('problem_show', 'A problem’s answer is asked for.', {
  documented: shown,
  deployed: shown,
  current: sent({ problem: { ...usageKey, description: 'key of the problem' } }),
});

/** A form and what the server made of it: html, or null where it refused the check. */
const graded = pair<string, string | null>(
  text,
  Type.Union([text, Type.Null()]),
  'the form as it was sent, and the problem as it is shown now',
);
const checkForm = ([given]: readonly [string, string | null]): Violation[] =>
  isFormEncoded(given)
    ? []
    : [{ rule: 'event-form', path: '/0', message: 'expected form-encoded inputs, input_ID=value joined by &' }];
export const problemGraded = browserEvent('problem_graded', 'A problem’s marks are shown.', {
  current: consistent(sentAs('value', graded), checkForm),
});

/** Parts of a payload that a parser may decode or leave where the line gives them as text [protocol: The record at level payload]. */
export const LEFT_AS_TEXT = ['old_state', 'new_state'] as const;
