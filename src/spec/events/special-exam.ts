import { Type } from '../../base/type.ts';
import { answered } from '../current-shape.ts';
import { serverEvent } from '../event-type.ts';
import { usageKey, userId } from '../keys.ts';
import { offsetInstant, text, value } from '../values.ts';

const number = value(Type.Integer({ minimum: 1 }), 'payload-value', 'a number, from 1');
const minutes = value(Type.Integer({ minimum: 0 }), 'payload-value', 'minutes, at least 0');
const seconds = value(Type.Number({ minimum: 0 }), 'payload-value', 'seconds, at least 0');

/** An attempt at a part of a course that is an exam by itself [edx-proctoring, by the fixtures of event-routing-backends]. */
const attempt = <const K extends string, const W extends string>(kind: K, what: W, details: string) =>
  serverEvent(`edx.special_exam.${kind}.attempt.${what}`, details, {
    current: answered({
      exam_id: number,
      exam_content_id: usageKey,
      exam_name: text,
      exam_default_time_limit_mins: minutes,
      exam_is_proctored: Type.Boolean(),
      exam_is_practice_exam: Type.Boolean(),
      exam_is_active: Type.Boolean(),
      attempt_id: number,
      attempt_user_id: userId,
      attempt_started_at: Type.Union([offsetInstant, Type.Null()]),
      attempt_completed_at: Type.Union([offsetInstant, Type.Null()]),
      attempt_code: text,
      attempt_allowed_time_limit_mins: Type.Union([minutes, Type.Null()]),
      attempt_status: text,
      attempt_event_elapsed_time_secs: Type.Union([seconds, Type.Null()]),
    }),
  });

const attempts = <const K extends string>(kind: K, exam: string) => ({
  created: attempt(kind, 'created', `Somebody is about to begin ${exam}.`),
  submitted: attempt(kind, 'submitted', `Somebody hands in ${exam}.`),
});

/** By the kind of exam. */
export const specialExams = {
  timed: attempts('timed', 'a timed exam'),
  practice: attempts('practice', 'a practice exam'),
  proctored: attempts('proctored', 'a proctored exam'),
};
