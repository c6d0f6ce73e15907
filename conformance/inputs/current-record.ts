/** What must hold between the parts of a record of `current`, made to hold: its course, its path, its names, its tabs. */
import fc from 'fast-check';
import type { Json, LogRecord } from '../../src/line/index.ts';
import type { EventType } from '../../src/spec/event-type.ts';
import type { RuleId } from '../../src/spec/rules.ts';
import { courseOfPath, organisationOf, pathOfUrl } from '../../src/spec/keys.ts';

type Fields = { [key: string]: Json };

/** The course whose keys are drawn. Those of a record become those of its own course. */
const DRAWN_COURSE = 'course-v1:EdgenX+Bees+2026';
const COURSES = [DRAWN_COURSE, 'course-v1:MITx+6.00x+2026_Spring', 'course-v1:ÉcoleX+é.1+R-1'] as const;
/** What a context may name. */
const COURSES_OR_NONE = ['', ...COURSES] as const;

const withoutTag = (course: string): string => course.slice(course.indexOf(':') + 1);
/** Keys of blocks of the course that is drawn. */
const DRAWN_BLOCKS = ['problem', 'video', 'vertical', 'sequential', 'openassessment'].flatMap((type, index) =>
  ['0a', 'intro-'].map(
    (id) => `block-v1:${withoutTag(DRAWN_COURSE)}+type@${type}+block@${id.repeat(16 - index).slice(0, 32)}`,
  ),
);

/** Pages that name a course, and that name none. */
const PAGES = [
  'https://www.edx.org/',
  `https://www.edx.org/xblock/${DRAWN_BLOCKS[4]}?show_title=0&view=student_view`,
  `https://apps.edx.org/learning/course/${DRAWN_COURSE}/home`,
  `https://apps.edx.org/learning/course/${COURSES[1]}/progress?a=b&c=%C3%A9#top`,
];

/** Texts that tell of courses, blocks and paths, which must agree in a line; undefined for others. */
export function keysOf(pattern: string, rule: RuleId | undefined): fc.Arbitrary<string> | undefined {
  switch (rule) {
    case 'course-key':
      return fc.constantFrom(...(new RegExp(pattern).test('') ? COURSES_OR_NONE : [DRAWN_COURSE]));
    case 'usage-key':
      return fc.constantFrom(...DRAWN_BLOCKS);
    case 'page-url':
      return fc.constantFrom(...PAGES);
    case 'context-path':
      return fc.constantFrom('/change_enrollment', '/api/bookmarks/v1/bookmarks/');
    default:
      return undefined;
  }
}

/** A value with the keys of the drawn course turned into those of another. */
function moved<T>(value: T, course: string): T {
  const from = withoutTag(DRAWN_COURSE);
  const to = withoutTag(course || DRAWN_COURSE);
  return from === to ? value : (JSON.parse(JSON.stringify(value).replaceAll(from, to)) as T);
}

const isRight = ({ correctness }: { correctness: string }) =>
  correctness === 'correct' || correctness === 'partially-correct';

const tab = (value: Json | undefined): number => 1 + (Number(value) % 50);

/** A form of the letters of a text. */
const formOf = (text: Json | undefined): string => `input_a=${String(text).replaceAll(/\W/g, '')}`;

/** Payloads that say a thing twice, and say the same. */
const AGREEING: Record<string, (payload: Fields) => Json> = {
  'browser/problem_graded': (payload) => [formOf(payload[0]), payload[1]!],
  'server/problem_check': (payload) => {
    const entries = Object.values(payload['correct_map'] as Record<string, { correctness: string }>);
    return { ...payload, success: entries.every(isRight) ? 'correct' : 'incorrect' };
  },
  'browser/seq_next': (payload) => {
    const from = tab(payload['current_tab']);
    return { ...payload, current_tab: from, tab_count: from + tab(payload['tab_count']), old: from, new: from + 1 };
  },
  'browser/seq_prev': (payload) => {
    const from = 1 + tab(payload['current_tab']);
    return { ...payload, current_tab: from, tab_count: from + tab(payload['tab_count']), old: from, new: from - 1 };
  },
  'browser/seq_goto': (payload) => {
    const [from, to] = [tab(payload['current_tab']), tab(payload['target_tab'])];
    return { ...payload, current_tab: from, target_tab: to, tab_count: Math.max(from, to), old: from, new: to };
  },
  'browser/edx.ui.lms.sequence.next_selected': (payload) => ({ ...payload, current_tab: payload['tab_count']! }),
  'browser/edx.ui.lms.sequence.previous_selected': (payload) => ({ ...payload, current_tab: 1 }),
};

/** The parts of a context, as far as they follow from the rest of the line. */
function contextOf(type: EventType, { context: drawn = {}, page, event_type: requested }: LogRecord): Fields {
  const { context: kind } = type.current!;
  const whole = (course: string, own: Fields = {}): Fields => ({
    ...drawn,
    ...own,
    course_id: course,
    org_id: organisationOf(course),
  });
  switch (kind) {
    case 'request': {
      const { course_user_tags: _tags, ...rest } = whole(courseOfPath(requested), { path: requested });
      return rest['course_id'] === '' ? rest : { ...rest, course_user_tags: {} };
    }
    case 'handler':
    case 'past-runtime': {
      const course = String(drawn['course_id'] || DRAWN_COURSE);
      const module = moved(drawn['module'] as { usage_key: string }, course);
      return whole(course, { path: `/courses/${course}/xblock/${module.usage_key}/handler/x`, module });
    }
    case 'browser': {
      const path = pathOfUrl(page!);
      const isFrame = type.name === 'page_close' && path.startsWith('/xblock/');
      return whole(courseOfPath(path) || (isFrame ? '' : String(drawn['course_id'])));
    }
    default:
      return whole(String(drawn['course_id']));
  }
}

/** A record all of whose parts were drawn by themselves, with what follows from others as it must be. */
export function completed(type: EventType, record: LogRecord): LogRecord {
  const { source, name, names } = type;
  const context = contextOf(type, record);
  const agreeing = AGREEING[`${source}/${name}`];
  const event = agreeing ? agreeing(record.event as Fields) : record.event;
  return {
    ...record,
    name: names ? record.event_type : (type.current!.alias ?? name),
    context,
    event: moved(event, String(context['course_id'])) as LogRecord['event'],
  };
}
