import type { TProperties } from 'typebox';
import { Type } from '../../base/type.ts';
import { handled, sent } from '../current-shape.ts';
import { browserEvent, serverEvent } from '../event-type.ts';
import { anonymousId, courseKey, rubricHash, usageKey, uuid } from '../keys.ts';
import { attempts, index, offsetInstant, text, value } from '../values.ts';

/** Open response assessment: an essay, and what peers, oneself and staff think of it [edx-ora2]. */
const BLOCK = 'openassessmentblock';

const assessed = <P extends TProperties>(name: string, details: string, payload: P) =>
  serverEvent(name, details, { current: handled(payload) });

const parts = Type.Array(Type.Object({ text }));
const texts = Type.Optional(Type.Array(text));

export const submissionSaved = assessed(`${BLOCK}.save_submission`, 'An essay is kept, not yet handed in.', {
  saved_response: { ...text, description: 'JSON of the essay, {parts: [{text}]}' },
});
export const submissionCreated = assessed(`${BLOCK}.create_submission`, 'An essay is handed in.', {
  submission_uuid: uuid,
  attempt_number: attempts,
  created_at: offsetInstant,
  submitted_at: offsetInstant,
  answer: Type.Object({
    parts,
    file_keys: texts,
    files_descriptions: texts,
    files_names: texts,
    files_sizes: Type.Optional(Type.Array(index)),
  }),
});

const options = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: text,
  description: 'criterion to option',
});
export const trainingAssessed = assessed(
  'openassessment.student_training_assess_example',
  'An example is assessed, to learn how to.',
  { submission_uuid: uuid, options_selected: options, corrections: options },
);

const returned = { submission_returned_uuid: Type.Union([uuid, Type.Null()]) };
export const peerSubmissionGot = assessed(`${BLOCK}.get_peer_submission`, 'An essay to be assessed is handed out.', {
  requesting_student_id: anonymousId,
  course_id: courseKey,
  item_id: usageKey,
  ...returned,
});

const kind = value(Type.Enum(['full-grade', 'regrade'] as const), 'payload-value', '"full-grade" or "regrade"');
export const staffSubmissionGot = assessed(
  `${BLOCK}.get_submission_for_staff_grading`,
  'An essay to be assessed is handed out to staff.',
  { type: kind, requesting_staff_id: anonymousId, item_id: usageKey, ...returned },
);

const assessment = <const T extends string>(type: T) => ({
  feedback: text,
  rubric: Type.Object({ content_hash: rubricHash }),
  scorer_id: anonymousId,
  score_type: value(Type.Literal(type), 'payload-value', `"${type}"`),
  scored_at: offsetInstant,
  submission_uuid: uuid,
  parts: Type.Array(
    Type.Object({
      option: Type.Union([Type.Null(), Type.Object({ name: text, points: index })]),
      criterion: Type.Object({ name: text, points_possible: index }),
      feedback: text,
    }),
  ),
});
export const peerAssessed = assessed(`${BLOCK}.peer_assess`, 'A peer’s essay is assessed.', assessment('PE'));
export const selfAssessed = assessed(`${BLOCK}.self_assess`, 'One’s own essay is assessed.', assessment('SE'));
export const staffAssessed = assessed(`${BLOCK}.staff_assess`, 'Staff assess an essay.', {
  ...assessment('ST'),
  type: kind,
});
export const feedbackSubmitted = assessed(
  `${BLOCK}.submit_feedback_on_assessments`,
  'Feedback on assessments is answered.',
  {
    submission_uuid: uuid,
    feedback_text: text,
    options: { ...Type.Array(text), description: 'what was ticked' },
  },
);

export const fileUploaded = browserEvent('openassessment.upload_file', 'A file is sent with an essay.', {
  current: sent({ fileName: text, fileSize: index, fileType: text }),
});
export const fileUploadFailed = browserEvent('openassessment.upload_file_error', 'A file could not be sent.', {
  current: sent({ statusText: text }),
});
