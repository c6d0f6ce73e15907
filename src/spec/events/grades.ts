import type { TProperties } from 'typebox';
import { Type } from '../../base/type.ts';
import { handledPastRuntime, worked } from '../current-shape.ts';
import { serverEvent } from '../event-type.ts';
import { base64Hash, courseKey, courseVersion, usageKey, userId, userIdText, uuid } from '../keys.ts';
import { offsetInstant, printedInstant, text, value } from '../values.ts';

const points = value(Type.Number({ minimum: 0 }), 'payload-value', 'points, at least 0');
/** What cannot be weighed, as nothing can be had for it, has null. */
const weighted = value(
  Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
  'payload-value',
  'points, at least 0, or null',
);
const totalPoints = { ...points, float: true as const };
const share = { ...value(Type.Number({ minimum: 0 }), 'payload-value', 'a share, from 0 to 1'), float: true as const };

const SUBMITTED = 'edx.grades.problem.submitted';
const whose = { user_id: userIdText, course_id: courseKey };
/** All that one check of a problem brings about shares them. */
const transaction = {
  event_transaction_id: uuid,
  event_transaction_type: { ...text, description: 'what began it all' },
};

/** [grades/events.py] */
export const problemSubmitted = serverEvent(SUBMITTED, 'A problem’s points are handed to the grade book.', {
  current: handledPastRuntime({
    ...whose,
    problem_id: usageKey,
    ...transaction,
    weighted_earned: weighted,
    weighted_possible: weighted,
  }),
});

/** [completion/models.py] */
export const completionChanged = serverEvent(
  'edx.completion.block_completion.changed',
  'How much of a block somebody has done is kept, changed or not.',
  {
    current: handledPastRuntime({
      user_id: userId,
      course_id: courseKey,
      block_id: usageKey,
      block_type: { ...text, description: 'such as problem or video' },
      completion: share,
      modified: offsetInstant,
      created: offsetInstant,
    }),
  },
);

const graded = <P extends TProperties>(name: string, details: string, payload: P) =>
  serverEvent(name, details, { current: worked(payload) });

export const subsectionGraded = graded(
  'edx.grades.subsection.grade_calculated',
  'A subsection’s grade is worked out.',
  {
    ...whose,
    block_id: usageKey,
    course_version: courseVersion,
    weighted_total_earned: totalPoints,
    weighted_total_possible: totalPoints,
    weighted_graded_earned: totalPoints,
    weighted_graded_possible: totalPoints,
    first_attempted: printedInstant,
    subtree_edited_timestamp: printedInstant,
    ...transaction,
    visible_blocks_hash: base64Hash,
  },
);
export const courseGraded = graded('edx.grades.course.grade_calculated', 'A course’s grade is worked out.', {
  ...whose,
  course_version: courseVersion,
  percent_grade: share,
  letter_grade: { ...text, description: 'empty below the first' },
  course_edited_timestamp: printedInstant,
  ...transaction,
  grading_policy_hash: base64Hash,
});

const standing = (what: string, details: string) =>
  graded(`edx.course.grade.${what}`, details, { ...whose, ...transaction });

export const nowPassed = standing('now_passed', 'A course’s grade is one that passes.');
export const nowFailed = standing('now_failed', 'A course’s grade is one that does not pass.');
export const passedFirstTime = standing('passed.first_time', 'A course’s grade passes for the first time.');
