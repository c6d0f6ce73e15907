import { Type } from '../../base/type.ts';
import { sent } from '../current-shape.ts';
import { browserEvent } from '../event-type.ts';
import { courseKey, usageKey } from '../keys.ts';
import { text, value } from '../values.ts';

const ofCourse = { org_key: { ...text, description: 'organisation of the course' }, courserun_key: courseKey };
const url = { ...text, description: 'where the link leads' };
const here = { ...text, description: 'URL of the page' };

/** The learning app's home page, and what stands around its units. */
export const resumeCourse = browserEvent(
  'edx.course.home.resume_course.clicked',
  'A course is begun, or gone on with, from its home page.',
  {
    current: sent({
      ...ofCourse,
      event_type: value(Type.Enum(['start', 'resume'] as const), 'payload-value', '"start" or "resume"'),
      url,
    }),
  },
);
export const toolAccessed = browserEvent(
  'edx.course.tool.accessed',
  'A tool of a course is opened from its home page.',
  {
    current: sent({
      ...ofCourse,
      course_id: courseKey,
      is_staff: Type.Boolean(),
      tool_name: { ...text, description: 'such as edx.bookmarks' },
    }),
  },
);
export const coursewareSearched = browserEvent('edx.course.home.courseware_search.submit', 'A course is searched.', {
  current: sent({
    ...ofCourse,
    event_type: value(Type.Literal('searchKeyword'), 'payload-value', '"searchKeyword"'),
    keyword: { ...text, description: 'what is looked for' },
  }),
});

const placed = <const W extends string>(where: W) => value(Type.Literal(where), 'payload-value', `"${where}"`);

export const jumpNavSelected = browserEvent(
  'edx.ui.lms.jump_nav.selected',
  'A part of the course is picked above a unit.',
  {
    current: sent({
      target_name: { ...text, description: 'title of the part' },
      id: { ...text, description: 'path of the part' },
      current_id: courseKey,
      widget_placement: placed('breadcrumb'),
    }),
  },
);
/** Two of the older pages: in place of the second the app sends seq_goto. */
export const linkClicked = browserEvent(
  'edx.ui.lms.link_clicked',
  'A link is followed, on a page of the older courseware.',
  {
    current: sent({ current_url: here, target_url: url }),
  },
);
export const outlineSelected = browserEvent('edx.ui.lms.outline.selected', 'A part of the older outline is picked.', {
  current: sent({
    current_url: here,
    target_name: { ...text, description: 'title of the part' },
    target_url: url,
    widget_placement: placed('accordion'),
  }),
});
export const bookmarkAccessed = browserEvent('edx.bookmark.accessed', 'A bookmark is followed.', {
  current: sent({
    bookmark_id: { ...text, description: 'username, comma, key of the unit' },
    component_type: text,
    component_usage_id: usageKey,
  }),
});
