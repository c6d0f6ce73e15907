import type { TProperties } from 'typebox';
import { Type } from '../../base/type.ts';
import { answered } from '../current-shape.ts';
import { serverEvent } from '../event-type.ts';
import { courseKey, usageKey, userId } from '../keys.ts';
import { index, position, text, value } from '../values.ts';

/** [course_enrollment] */
const enrolled = (what: string, details: string) =>
  serverEvent(`edx.course.enrollment.${what}`, details, {
    current: answered({
      user_id: userId,
      course_id: courseKey,
      mode: value(Type.String({ pattern: '^[a-z-]+$' }), 'payload-value', 'a mode of enrolment, such as "audit"'),
      username: Type.Optional(text),
    }),
  });

export const enrolmentActivated = enrolled('activated', 'Somebody enrols in a course.');
export const enrolmentDeactivated = enrolled('deactivated', 'Somebody leaves a course.');
export const enrolmentModeChanged = enrolled('mode_changed', 'The kind of an enrolment is changed.');

const bookmark = {
  course_id: courseKey,
  bookmark_id: { ...text, description: 'username, comma, key of the unit' },
  component_type: { ...text, description: 'vertical, for a unit' },
  component_usage_id: usageKey,
};
const bookmarked = <P extends TProperties>(what: string, details: string, payload: P) =>
  serverEvent(`edx.bookmark.${what}`, details, { current: answered(payload) });

export const bookmarkAdded = bookmarked('added', 'A unit is bookmarked.', bookmark);
export const bookmarkRemoved = bookmarked('removed', 'A bookmark is taken away.', bookmark);
export const bookmarkListed = bookmarked('listed', 'Bookmarks are looked at.', {
  list_type: value(Type.Enum(['per_course', 'all_courses'] as const), 'payload-value', '"per_course" or "all_courses"'),
  bookmarks_count: index,
  page_size: position,
  page_number: position,
  course_id: Type.Optional(courseKey),
});
