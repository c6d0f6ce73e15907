import { EVENT_TYPES, eventTypeId, type EventType } from '../../spec/index.ts';
import * as assessment from '../../spec/events/assessment.ts';
import * as book from '../../spec/events/book.ts';
import * as course from '../../spec/events/course.ts';
import * as currentProblem from '../../spec/events/current-problem.ts';
import * as forum from '../../spec/events/forum.ts';
import * as grades from '../../spec/events/grades.ts';
import * as navigation from '../../spec/events/navigation.ts';
import * as openEnded from '../../spec/events/open-ended.ts';
import * as page from '../../spec/events/page.ts';
import * as problem from '../../spec/events/problem.ts';
import * as request from '../../spec/events/request.ts';
import * as sequence from '../../spec/events/sequence.ts';
import * as specialExam from '../../spec/events/special-exam.ts';
import * as staff from '../../spec/events/staff.ts';
import * as textbook from '../../spec/events/textbook.ts';
import * as video from '../../spec/events/video.ts';

/** Every event type among the exports of a family's file. */
function typesIn(part: object): EventType[] {
  if ('source' in part && 'name' in part) return [part as EventType];
  return Object.values(part).flatMap((inner: unknown) =>
    typeof inner === 'object' && inner !== null ? typesIn(inner) : [],
  );
}

const MODULES = {
  Video: [video],
  Problems: [problem, currentProblem, grades, specialExam],
  Navigation: [sequence, page, navigation, course],
  Textbook: [book, textbook],
  'Open-ended tasks': [openEnded, assessment],
  'Staff and requests': [staff, request],
  Forum: [forum],
} as const;

/** Groups of event types, few enough for a colour each: files of src/spec/events are one, and what no file knows is the last. */
export const FAMILIES = [...Object.keys(MODULES), 'Unknown'];

const familyOfType = new Map(
  Object.values(MODULES).flatMap((modules, family) =>
    modules.flatMap(typesIn).map((type) => [eventTypeId(type), family] as const),
  ),
);

/** Ids that events are counted by: one for each event type, and a last one for lines of no known type. */
export const TYPE_IDS = [...EVENT_TYPES.map(eventTypeId), 'unknown'];

/** The index of each of {@link TYPE_IDS} in {@link FAMILIES}. */
export const FAMILY_OF = TYPE_IDS.map((id) => familyOfType.get(id) ?? FAMILIES.length - 1);

/** The index of an event type in {@link TYPE_IDS}. */
export const indexOfType = new Map(EVENT_TYPES.map((type, index) => [type, index]));
