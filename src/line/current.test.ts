/** Lines of today: what conforms, how it is written, and what each rule refuses. */
import { describe, expect, test } from 'vitest';
import { eventTypeId, eventTypeOf, eventTypesOf, LINE_DROP, type RuleId } from '../spec/index.ts';
import { schemaOracle } from '../../testing/schema-oracle.ts';
import { COURSE, CURRENT_LINES, PROBLEM } from './current-lines.test.support.ts';
import { encodeLine } from './encode.ts';
import { parseLine } from './parse.ts';
import { validateLine } from './validate.ts';

type Values = Record<string, unknown>;

const parsed = (line: string) => JSON.parse(line) as Values;
const accepts = schemaOracle();
const typeOf = (line: string) => {
  const { event_source: source, event_type: name } = parsed(line);
  return eventTypeOf('current', source as 'browser', name as string)!;
};
const examples = CURRENT_LINES.map((line) => ({ id: eventTypeId(typeOf(line)), line }));
const PREFIX = '2026-03-05 10:11:12,341 INFO 27 [tracking] [user 77] [ip 2001:db8::7] logger.py:41 - ';

test.each(examples)('$id: conforms, to validateLine and to ajv, and is written as it was read', ({ line }) => {
  expect(validateLine(line, 'current')).toEqual([]);
  expect(accepts(parsed(line), 'current', typeOf(line))).toBe(true);
  const record = parseLine(line, 'current');
  expect(encodeLine(record, 'current')).toBe(line);
  expect(validateLine(PREFIX + line, 'current')).toEqual([]);
  expect(parseLine(PREFIX + line, 'current')).toEqual(record);
});

test('every event type has an example', () => {
  expect([...new Set(examples.map(({ id }) => id))].toSorted()).toEqual(
    eventTypesOf('current').map(eventTypeId).toSorted(),
  );
});

test.each(examples)('$id: reads the same with its keys in any order and any space between them', ({ line }) => {
  const turned = JSON.stringify(Object.fromEntries(Object.entries(parsed(line)).toReversed()), null, '\t');
  expect(validateLine(turned, 'current')).toEqual([]);
  expect(parseLine(turned, 'current')).toEqual(parseLine(line, 'current'));
});

/** The line of an event type; the first where there are several. */
const lineOf = (id: string): string => examples.find((example) => example.id === id)!.line;

const changed = (line: string, change: (fields: Values) => void): string => {
  const fields = parsed(line);
  change(fields);
  return JSON.stringify(fields);
};
const context = (line: string, values: Values) =>
  changed(line, (fields) => Object.assign(fields['context'] as Values, values));
const payload = (line: string, values: Values) =>
  changed(line, (fields) => {
    const { event } = fields;
    if (typeof event === 'string') fields['event'] = JSON.stringify({ ...parsed(event), ...values });
    else Object.assign(event as Values, values);
  });

const CHECK = lineOf('server/problem_check');
const WORKED = lineOf('server/edx.course.grade.now_passed');
const PLAY = lineOf('browser/play_video');
const REQUEST = examples[1]!.line;
const OTHER = 'course-v1:OtherX+O1+R';

/** A line for each way to break a rule, with the path at which it is told. */
const BROKEN: readonly (readonly [rule: RuleId, path: string, line: string])[] = [
  ['line-dropped', '', changed(PLAY, (fields) => (fields['agent'] = 'x'.repeat(LINE_DROP)))],
  ...['2026-03-05 10:11:12,341', PREFIX.slice(5), PREFIX + PREFIX, PREFIX.replace('03-05', '02-30'), 'x'].map(
    (prefix) => ['line-prefix', '', prefix + PLAY] as const,
  ),
  ['line-json', '', PLAY.slice(0, 700)],
  ['field-missing', '/context', changed(PLAY, (fields) => delete fields['context'])],
  ['field-type', '/context', changed(PLAY, (fields) => (fields['context'] = null))],
  ['field-missing', '/accept_language', changed(PLAY, (fields) => delete fields['accept_language'])],
  ['field-missing', '/session', changed(CHECK, (fields) => delete fields['session'])],
  ['session-key', '/session', changed(CHECK, (fields) => (fields['session'] = 'x'))],
  ...[
    '2026-03-05T10:11:12.000340',
    '2026-03-05T10:11:12.000340Z',
    '2026-03-05T10:11:12.00034+00:00',
    '2026-02-30T10:11:12+00:00',
  ].map((time) => ['time-format', '/time', changed(PLAY, (fields) => (fields['time'] = time))] as const),
  ['page-url', '/page', changed(CHECK, (fields) => (fields['page'] = 'x'))],
  ['event-name', '/name', changed(lineOf('browser/seq_next'), (fields) => (fields['name'] = 'seq_next'))],
  ['event-name', '/name', changed(REQUEST, (fields) => (fields['name'] = '/'))],
  ['event-type', '/event_type', changed(PLAY, (fields) => (fields['event_type'] = 'save_problem_check'))],
  ['context-keys', '/context/user_id', context(PLAY, { user_id: undefined })],
  ['context-keys', '/context/user_id', context(WORKED, { user_id: 77 })],
  ['context-keys', '/context/asides', context(CHECK, { asides: undefined })],
  ['context-keys', '/context/asides', context(lineOf('server/edx.grades.problem.submitted'), { asides: {} })],
  ['context-keys', '/context/course_user_tags', context(REQUEST, { course_user_tags: undefined })],
  ['context-keys', '/context/course_user_tags', context(examples[0]!.line, { course_user_tags: {} })],
  [
    'context-keys',
    '/context/module/display_name',
    context(lineOf('server/showanswer'), { module: { usage_key: PROBLEM } }),
  ],
  ['field-type', '/context/enterprise_uuid', context(PLAY, { enterprise_uuid: null })],
  ['field-type', '/context/course_user_tags', context(CHECK, { course_user_tags: [] })],
  ['user-id', '/context/user_id', context(PLAY, { user_id: '77' })],
  ['user-id', '/event/user_id', payload(WORKED, { user_id: 'anna' })],
  ['payload-type', '/event/user_id', payload(WORKED, { user_id: 77 })],
  ['context-path', '/context/path', context(PLAY, { path: '/' })],
  ['context-path', '/context/path', context(REQUEST, { path: '/' })],
  ['context-path', '/context/path', context(CHECK, { path: '/' })],
  ['course-key', '/context/course_id', context(PLAY, { course_id: 'ExampleX' })],
  ['context-course', '/context/course_id', context(REQUEST, { course_id: '', org_id: '' })],
  ['context-course', '/context/course_id', context(CHECK, { course_id: OTHER, org_id: 'OtherX' })],
  ['context-course', '/context/course_id', context(lineOf('browser/seq_next'), { course_id: '', org_id: '' })],
  [
    'context-course',
    '/context/course_id',
    context(lineOf('browser/page_close'), { course_id: COURSE, org_id: 'ExampleX' }),
  ],
  ['context-course', '/context/course_id', payload(WORKED, { course_id: OTHER })],
  ['context-course', '/context/org_id', context(PLAY, { org_id: '' })],
  ['worker-fields', '/ip', changed(WORKED, (fields) => (fields['ip'] = '192.0.2.1'))],
  ['worker-fields', '/session', changed(WORKED, (fields) => (fields['session'] = '0'.repeat(32)))],
  ['ip-address', '/ip', changed(PLAY, (fields) => (fields['ip'] = ''))],
  ['usage-key', '/event/problem_id', payload(CHECK, { problem_id: 'a1' })],
  ['course-block', '/event/problem_id', payload(CHECK, { problem_id: 'i4x://ExampleX/EX101/problem/a1' })],
  [
    'course-block',
    '/event/problem',
    payload(lineOf('browser/problem_show'), { problem: `block-v1:OtherX+O1+R+type@problem+block@a` }),
  ],
  ['record-id', '/event/event_transaction_id', payload(WORKED, { event_transaction_id: 'x' })],
  ['tab-fields', '/event/new', payload(lineOf('browser/seq_next'), { new: 3 })],
  ['tab-fields', '/event/old', payload(lineOf('browser/seq_goto'), { old: 2 })],
  ['tab-fields', '/event/current_tab', payload(lineOf('browser/seq_next'), { current_tab: 3, old: 3, new: 4 })],
  [
    'tab-fields',
    '/event/current_tab',
    payload(lineOf('browser/edx.ui.lms.sequence.next_selected'), { current_tab: 1 }),
  ],
  ['event-json', '/event', changed(lineOf('browser/page_close'), (fields) => (fields['event'] = ''))],
  ['event-shape', '/event', changed(PLAY, (fields) => (fields['event'] = parsed(fields['event'] as string)))],
  ['event-shape', '/event', changed(CHECK, (fields) => (fields['event'] = JSON.stringify(fields['event'])))],
  ['event-shape', '/event', changed(lineOf('browser/problem_graded'), (fields) => (fields['event'] = 'input_a=b'))],
  ['payload-type', '/event', changed(lineOf('browser/problem_graded'), (fields) => (fields['event'] = ['input_a=b']))],
  ['event-form', '/event/0', changed(lineOf('browser/problem_graded'), (fields) => (fields['event'] = ['a b', null]))],
  ['payload-type', '/event/1', changed(lineOf('browser/problem_graded'), (fields) => (fields['event'] = ['', 1]))],
  ['event-form', '/event', changed(lineOf('browser/problem_check'), (fields) => (fields['event'] = ''))],
  ['event-form', '/event', changed(lineOf('browser/problem_check'), (fields) => (fields['event'] = '"input_a=b"'))],
  ['event-cut', '/event', changed(REQUEST, (fields) => (fields['event'] = `{"${'x'.repeat(600)}`))],
  ['success-map', '/event/success', payload(CHECK, { success: 'incorrect' })],
];

/** What real lines of the last years lack, or have. */
test.each([
  ['the thread of what is reported', payload(lineOf('server/edx.forum.response.reported'), { discussion: undefined })],
  ['whether all are told', payload(lineOf('server/edx.forum.thread.created'), { options: { followed: true } })],
  ['what cannot be weighed', payload(lineOf('server/edx.grades.problem.submitted'), { weighted_possible: null })],
])('%s may be missing', (_, line) => {
  expect(validateLine(line, 'current')).toEqual([]);
});

/** Rules about what stands in several places, which no schema tells; a problem's form is checked where it is decoded. */
const BEYOND_SCHEMAS: readonly RuleId[] = [
  'event-name',
  'context-keys',
  'context-path',
  'context-course',
  'course-block',
  'tab-fields',
  'success-map',
  'event-form',
];

describe('each rule', () => {
  test.each(BROKEN)('%s at %s', (rule, path, line) => {
    expect(validateLine(line, 'current').map((finding) => [finding.rule, finding.path])).toEqual([[rule, path]]);
  });
});

/** Fields, keys of the context, and members of the payload: where they stand, and a copy of the line with another value there. */
function slotsOf(line: string): { path: string; set: (value: unknown) => string; rule: RuleId }[] {
  const fields = parsed(line);
  const keys = (of: unknown): string[] => (typeof of === 'object' && of !== null ? Object.keys(of) : []);
  const { event } = fields;
  const decoded: unknown =
    typeof event === 'string' && event.startsWith('{"') && event.length < 512 ? JSON.parse(event) : event;
  return [
    ...Object.keys(fields).map((key) => ({
      path: `/${key}`,
      rule: 'field-missing' as const,
      set: (value: unknown) => changed(line, (all) => (all[key] = value)),
    })),
    ...keys(fields['context']).map((key) => ({
      path: `/context/${key}`,
      rule: 'context-keys' as const,
      set: (value: unknown) => context(line, { [key]: value }),
    })),
    ...(Array.isArray(decoded) || typeof decoded !== 'object' ? [] : keys(decoded)).map((key) => ({
      path: `/event/${key}`,
      rule: 'payload-missing' as const,
      set: (value: unknown) => payload(line, { [key]: value }),
    })),
  ];
}

/** Keys that a payload may lack. */
const MAY_LACK = /\/(permutation|discussion|chapter|name|category_name|category_id|target_tab_count|choice_all)$/;

test.each(examples)('$id: lacks nothing, and has no other values than ajv says', ({ line }) => {
  const type = typeOf(line);
  for (const { path, set, rule } of slotsOf(line)) {
    const without = validateLine(set(undefined), 'current');
    if (!(path.startsWith('/event/') && MAY_LACK.test(path)))
      expect(without.map((finding) => `${finding.rule} ${finding.path}`)).toContain(`${rule} ${path}`);
    for (const value of [null, -1, 'x\n', [[]], { x: 1 }]) {
      const text = set(value);
      const findings = validateLine(text, 'current');
      const known = eventTypeOf(
        'current',
        parsed(text)['event_source'] as 'server',
        parsed(text)['event_type'] as string,
      );
      if (known === type && accepts(parsed(text), 'current', type))
        for (const finding of findings) expect(BEYOND_SCHEMAS).toContain(finding.rule);
      else
        expect(
          findings.map((finding) => finding.path).filter((each) => each.startsWith(path)),
          text,
        ).not.toEqual([]);
    }
  }
});
