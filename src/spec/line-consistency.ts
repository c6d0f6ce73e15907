/** What must hold between the fields of a line, beyond the schema of each. */
import { contextKeys, type ContextKind } from './context.ts';
import type { Dialect } from './dialect.ts';
import type { Shape, Violation } from './event-type.ts';
import { courseOfPath, isOfCourse, isUsageKey, organisationOf, pathOfUrl } from './keys.ts';

/** A line whose fields are of their schemas. */
export type LineFields = Readonly<Record<string, unknown>>;

/** The parts that are looked at here. */
interface CurrentLine {
  readonly name: string;
  readonly event_type: string;
  readonly page: string | null;
  readonly context: {
    readonly path?: string;
    readonly course_id: string;
    readonly org_id: string;
    readonly course_user_tags?: object;
    readonly module?: { readonly usage_key: string };
  };
}

const unlike = (rule: Violation['rule'], path: string, expected: unknown, got: unknown, why: string): Violation[] =>
  expected === got
    ? []
    : [{ rule, path, message: `expected ${JSON.stringify(expected)}, ${why}, got ${JSON.stringify(got)}` }];

/** A request is named by its path, and its context has the keys that its path calls for. */
function ofRequest({ name, event_type: type, context }: CurrentLine): Violation[] {
  const [key] = contextKeys('course').filter((each) => !contextKeys('server').includes(each));
  const isOfSome = courseOfPath(type) !== '';
  const has = context.course_user_tags !== undefined;
  const message = isOfSome
    ? 'expected to be present, as the path is of a course'
    : 'expected no such key, as the path is of no course';
  return [
    ...unlike('event-name', '/name', type, name, 'as event_type says'),
    ...unlike('context-path', '/context/path', type, context.path, 'as event_type says'),
    ...(isOfSome === has ? [] : [{ rule: 'context-keys' as const, path: `/context/${key}`, message }]),
  ];
}

/** The course that a line's path, or a browser's page, says it is of; undefined where that leaves it open. */
const COURSES: Record<ContextKind, (line: CurrentLine) => string | undefined> = {
  request: ({ event_type: path }) => courseOfPath(path),
  handler: ({ context }) => courseOfPath(context.path!),
  'past-runtime': ({ context }) => courseOfPath(context.path!),
  browser: ({ page, name }) => {
    const path = pathOfUrl(page!);
    return courseOfPath(path) || (name === 'page_close' && path.startsWith('/xblock/') ? '' : undefined);
  },
  server: () => undefined,
  worker: () => undefined,
};

/** Where a payload names a course. */
const NAMED = ['course_id', 'courserun_key'];

/** The course that a payload names. */
function namedCourse(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return '';
  const named = NAMED.map((key) => (payload as LineFields)[key]).find((course) => typeof course === 'string');
  return (named as string | undefined) ?? '';
}

function ofCourse(line: CurrentLine, kind: ContextKind, payload: unknown): Violation[] {
  const { course_id: course, org_id: org } = line.context;
  const expected = COURSES[kind](line);
  const named = namedCourse(payload);
  const path = '/context/course_id';
  if (expected !== undefined && expected !== course)
    return unlike(
      'context-course',
      path,
      expected,
      course,
      kind === 'browser' ? 'as the page says' : 'as the path says',
    );
  if (course !== '' && named !== '' && named !== course)
    return unlike('context-course', path, named, course, 'as the event says');
  const owner = course === '' ? '' : organisationOf(course);
  return unlike('context-course', '/context/org_id', owner, org, 'as course_id says');
}

function ofBlocks({ context: { course_id: own, module } }: CurrentLine, payload: unknown): Violation[] {
  const course = own || namedCourse(payload);
  if (course === '') return [];
  const found: Violation[] = [];
  const see = (key: unknown, path: () => string): void => {
    if (typeof key !== 'string' || !isUsageKey(key) || isOfCourse(key, course)) return;
    const message = `expected a block of ${JSON.stringify(course)}, got ${JSON.stringify(key)}`;
    found.push({ rule: 'course-block', path: path(), message });
  };
  if (module) see(module.usage_key, () => '/context/module/usage_key');
  // No type has one further down than among its payload's own members.
  if (typeof payload === 'object' && payload !== null)
    for (const key of Object.keys(payload)) see((payload as LineFields)[key], () => `/event/${key}`);
  else see(payload, () => '/event');
  return found;
}

/** What must hold between the fields of a dialect's lines; those of some dialects have nothing of the kind. */
export const LINE_CONSISTENCY: {
  readonly [D in Dialect]?: (line: LineFields, shape: Shape, payload: unknown) => Violation[];
} = {
  current: (line, { context }, payload) => {
    const fields = line as unknown as CurrentLine;
    const course = ofCourse(fields, context!, payload);
    return [
      ...(context === 'request' ? ofRequest(fields) : []),
      ...(course.length > 0 ? course : ofBlocks(fields, payload)),
    ];
  },
};
