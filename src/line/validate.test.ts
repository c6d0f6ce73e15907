import { describe, expect, test } from 'vitest';
import { RULES, type Dialect, type RuleId } from '../spec/index.ts';
import { validateLine } from './validate.ts';

/** Rules that only current lines can break: shown in current.test.ts. */
const OF_CURRENT: readonly RuleId[] = [
  'line-dropped',
  'line-prefix',
  'event-name',
  'context-keys',
  'context-path',
  'context-course',
  'user-id',
  'worker-fields',
  'course-key',
  'usage-key',
  'course-block',
  'record-id',
  'tab-fields',
];

/** Broken by files and their bytes, not by the text of a line. */
const OF_FILES: readonly RuleId[] = [
  'line-length',
  'line-bounds',
  'line-utf8',
  'log-empty',
  'line-repeated',
  'session-user',
  'time-order',
  'file-day',
  'file-bounds',
  'file-archive',
  'file-gzip',
  'file-name',
  'file-server',
];

const P = 'i4x://ExampleX/EX101/problem/Bees:P_1';
const Q = 'i4x://ExampleX/EX101/sequential/Bees';
const VIDEO = { id: 'i4x-ExampleX-EX101-video-Bees', code: 'a-B_c4567_-', currentTime: 1.5, speed: '1.0' };
const BASE = { username: 'anna', ip: '192.0.2.7', agent: 'Mozilla/5.0', time: '2013-09-09T08:07:06.000005' };
const URL = 'https://courses.example.org/';
const KEY = '5f1d0c2b3a495867768594a3b2c1d0e9';

type Fields = Record<string, unknown>;
const browser = (type: string, event: unknown, more: Fields = {}) => ({
  ...BASE,
  session: KEY,
  page: URL,
  event_source: 'browser',
  event_type: type,
  event,
  ...more,
});
const server = (type: string, event: unknown, more: Fields = {}) => ({
  ...BASE,
  page: URL,
  event_source: 'server',
  event_type: type,
  event,
  ...more,
});
const deployed = (line: Fields, more: Fields = {}) => ({
  ...line,
  host: 'courses.example.org',
  ...(line['event_source'] === 'server' && { page: 'x_module' }),
  ...more,
});
const video = (more: Fields) => browser('play_video', JSON.stringify({ ...VIDEO, ...more }));
const ENTRY = {
  hint: '',
  hintmode: null,
  correctness: 'correct',
  npoints: null,
  msg: '',
  queuestate: { key: '', time: '' },
};
const STATE = { student_answers: {}, seed: 1, done: false, correct_map: {} };
const check = (more: Fields, entry: Fields = {}) =>
  server('save_problem_check', {
    problem_id: P,
    success: 'correct',
    attempts: 1,
    correct_map: { a: { ...ENTRY, ...entry } },
    state: STATE,
    answers: { a: '1' },
    ...more,
  });
const { event: _, ...noEvent } = server('show_answer', null);
const asked = (event: string, more: Fields = {}) => deployed(server('/a', event, more), { page: null });
const long = (length: number) => JSON.stringify(asked('{"POST": {}, "GET": {}}', { agent: 'x'.repeat(length) }));

type Case = readonly [rule: RuleId, line: unknown, path: string, message: string, dialect?: Dialect];
const BROKEN: readonly Case[] = [
  ['line-json', '{"username": "an', '', 'expected one JSON object, got "{\\"username\\": \\"an"'],
  ['line-json', '', '', 'expected one JSON object, got ""'],
  ['line-cut', long(9990), '', `expected no more than 10000 characters, got ${long(9990).length}`, 'deployed'],
  ['line-object', [1, 2], '', 'expected a JSON object, got [1,2]'],
  ['line-object', null, '', 'expected a JSON object, got null'],
  ['field-missing', noEvent, '/event', 'expected to be present'],
  ['field-missing', { ...noEvent, event_type: undefined }, '/event_type', 'expected to be present'],
  ['field-missing', { ...noEvent, event_source: undefined }, '/event_source', 'expected to be present'],
  [
    'field-missing',
    deployed(browser('page_close', '', { session: undefined })),
    '/session',
    'expected to be present',
    'deployed',
  ],
  ['field-type', browser('page_close', '', { agent: null }), '/agent', 'expected a string, got null'],
  [
    'field-type',
    browser('page_close', '', { session: 5 }),
    '/session',
    'expected 32 lowercase hexadecimal digits, or empty, got 5',
  ],
  ['field-type', browser('page_close', '', { page: 5 }), '/page', 'expected an absolute URL, got 5'],
  [
    'field-type',
    { ...browser('page_close', ''), event_source: null },
    '/event_source',
    'expected "browser" or "server", got null',
  ],
  [
    'field-type',
    browser('page_close', '', { event_type: ['page_close'] }),
    '/event_type',
    'expected a string, got ["page_close"]',
  ],
  [
    'session-key',
    browser('page_close', '', { session: 'ABC' }),
    '/session',
    'expected 32 lowercase hexadecimal digits, or empty, got "ABC"',
  ],
  [
    'session-server',
    deployed(server('show_answer', { problem_id: P }, { session: KEY })),
    '/session',
    `expected no session, got "${KEY}"`,
    'deployed',
  ],
  [
    'time-format',
    browser('page_close', '', { time: '2013-02-29T00:00:00.000000' }),
    '/time',
    'expected YYYY-MM-DDThh:mm:ss.xxxxxx, a real instant, got "2013-02-29T00:00:00.000000"',
  ],
  [
    'ip-address',
    browser('page_close', '', { ip: '192.0.2.256' }),
    '/ip',
    'expected an IPv4 or IPv6 address, got "192.0.2.256"',
  ],
  ['page-url', browser('page_close', '', { page: '/courses' }), '/page', 'expected an absolute URL, got "/courses"'],
  [
    'page-url',
    deployed(server('show_answer', { problem_id: P }), { page: URL }),
    '/page',
    `expected the word x_module, got "${URL}"`,
    'deployed',
  ],
  [
    'page-url',
    deployed(server('/a', '{"POST": {}, "GET": {}}'), { page: URL }),
    '/page',
    `expected null, got "${URL}"`,
    'deployed',
  ],
  [
    'event-source',
    { ...browser('page_close', ''), event_source: 'phone' },
    '/event_source',
    'expected "browser" or "server", got "phone"',
  ],
  [
    'event-type',
    browser('show_answer', ''),
    '/event_type',
    'expected a browser event of the documented dialect, got "show_answer"',
  ],
  ['event-type', server('/a', ''), '/event_type', 'expected a server event of the documented dialect, got "/a"'],
  [
    'event-shape',
    browser('book', { type: 'nextpage', new: 1 }),
    '/event',
    'expected a string that encodes a JSON object, got {"type":"nextpage","new":1}',
  ],
  [
    'event-shape',
    server('show_answer', null),
    '/event',
    'expected a JSON object, or a string that encodes one, got null',
  ],
  ['event-empty', browser('page_close', '{}'), '/event', 'expected an empty string, got "{}"'],
  ['event-json', browser('book', '[]'), '/event', 'expected a string that encodes a JSON object, got "[]"'],
  [
    'event-json',
    asked('{"POST": {'),
    '/event',
    'expected a string that encodes a JSON object, or one cut at 512 characters, got "{\\"POST\\": {"',
    'deployed',
  ],
  [
    'event-json',
    asked('x'.repeat(512)),
    '/event',
    `expected a string that encodes a JSON object, or one cut at 512 characters, got "${'x'.repeat(59)}...`,
    'deployed',
  ],
  [
    'event-cut',
    asked(`{"POST": {}, "GET": {}}${' '.repeat(500)}`),
    '/event',
    `expected no more than 512 characters, got "{\\"POST\\": {}, \\"GET\\": {}}${' '.repeat(32)}...`,
    'deployed',
  ],
  [
    'event-form',
    browser('problem_check', 'a=1'),
    '/event',
    'expected form-encoded inputs, input_ID=value joined by &, got "a=1"',
  ],
  [
    'event-form',
    browser('problem_check', 'input_a=%ff'),
    '/event',
    'expected percent escapes that are valid UTF-8, got "input_a=%ff"',
  ],
  [
    'event-form',
    deployed(browser('problem_check', 'input_a=1')),
    '/event',
    'expected form-encoded inputs, input_ID=value joined by &, as a JSON string, got "input_a=1"',
    'deployed',
  ],
  ['payload-missing', server('show_answer', {}), '/event/problem_id', 'expected to be present'],
  ['payload-missing', browser('book', '{"new":1}'), '/event/type', 'expected "gotopage" or "nextpage", got nothing'],
  [
    'payload-type',
    check({ state: { ...STATE, done: 1 } }),
    '/event/state/done',
    'expected true or false (whether the problem had been answered), got 1',
  ],
  [
    'payload-type',
    check({ correct_map: 'a' }),
    '/event/correct_map',
    'expected an object (answer id to entry), got "a"',
  ],
  ['payload-type', check({ answers: { a: 5 } }), '/event/answers/a', 'expected a string or a list, got 5'],
  ['payload-type', check({ answers: { a: ['1', 5] } }), '/event/answers/a/1', 'expected a string, got 5'],
  [
    'payload-value',
    browser('book', '{"type":"prevpage","new":1}'),
    '/event/type',
    'expected "gotopage" or "nextpage", got "prevpage"',
  ],
  [
    'payload-value',
    deployed(server('save_problem_check_fail', { failure: 'late', state: STATE, problem_id: P, answers: {} })),
    '/event/failure',
    'expected "closed" or "unreset", got "late"',
    'deployed',
  ],
  ['video-speed', video({ speed: '2.0' }), '/event/speed', 'expected one of "0.75", "1.0", "1.25", "1.50", got "2.0"'],
  [
    'video-time',
    video({ currentTime: -1 }),
    '/event/currentTime',
    'expected seconds into the video, at least 0, got -1',
  ],
  ['video-id', video({ id: P }), '/event/id', `expected a location with - for / and _ for other marks, got "${P}"`],
  ['video-code', video({ code: 'html5' }), '/event/code', 'expected a YouTube id of 11 characters, got "html5"'],
  [
    'position',
    browser('seq_next', JSON.stringify({ id: Q, old: 0, new: 1 })),
    '/event/old',
    'expected an element’s number, from 1, got 0',
  ],
  [
    'location',
    server('show_answer', { problem_id: 'P_1' }),
    '/event/problem_id',
    'expected a location: i4x://org/course/category/name, got "P_1"',
  ],
  ['success', check({ success: true }), '/event/success', 'expected "correct" or "incorrect", got true'],
  ['attempts', check({ attempts: 0 }), '/event/attempts', 'expected an integer from 1, got 0'],
  [
    'correctness',
    check({}, { correctness: 'incomplete' }),
    '/event/correct_map/a/correctness',
    'expected "correct" or "incorrect", got "incomplete"',
  ],
  [
    'hintmode',
    check({}, { hintmode: 'always' }),
    '/event/correct_map/a/hintmode',
    'expected true, false or null, got "always"',
  ],
  [
    'answer-id',
    check({ correct_map: { 'a\tb': ENTRY } }),
    '/event/correct_map/a\tb',
    'expected an answer id without control characters, got "a\\tb"',
  ],
  [
    'answer-id',
    check({ state: { ...STATE, student_answers: { 'a\x7f': '1' } } }),
    '/event/state/student_answers/a\x7f',
    'expected an answer id without control characters, got "a\x7f"',
  ],
  [
    'answer-id',
    browser('problem_check', 'input_a%00=1'),
    '/event/input_a\0',
    'expected an answer id without control characters, got "input_a\\u0000"',
  ],
  [
    'queue-state',
    check({}, { queuestate: null }),
    '/event/correct_map/a/queuestate',
    'expected an object of key and time, both empty when nothing is queued, got null',
  ],
  [
    'success-map',
    check({}, { correctness: 'incorrect' }),
    '/event/success',
    'expected "incorrect", as correct_map says',
  ],
  ['answer-keys', check({ answers: {} }), '/event/answers', 'expected the same keys as correct_map'],
  [
    'answer-keys',
    check({ answers: { 'a b': '1' }, correct_map: { a: ENTRY, b: ENTRY } }),
    '/event/answers',
    'expected the same keys as correct_map',
  ],
  [
    'answer-keys',
    check({ state: { ...STATE, student_answers: { '': '' } } }),
    '/event/state/student_answers',
    'expected the same keys as correct_map, or none',
  ],
  [
    'attempts-state',
    check({ state: { ...STATE, correct_map: { a: ENTRY } } }),
    '/event/attempts',
    'expected more than 1, as the state holds marks',
  ],
];

const textOf = (line: unknown): string => (typeof line === 'string' ? line : JSON.stringify(line));

describe('each rule', () => {
  test.each(BROKEN)('%s: %j', (rule, line, path, message, dialect = 'documented') => {
    expect(validateLine(textOf(line), dialect as Dialect)).toEqual([{ rule, path, message }]);
  });

  test('has an example here, or is about files', () => {
    const shown = new Set<RuleId>([...BROKEN.map(([rule]) => rule), ...OF_FILES, ...OF_CURRENT]);
    expect([...shown].toSorted()).toEqual(Object.keys(RULES).toSorted());
  });
});

describe('of several faults', () => {
  const findings = (line: unknown, dialect: Dialect = 'documented') =>
    validateLine(textOf(line), dialect).map(({ rule, path }) => `${rule} ${path}`);

  test('each is told', () => {
    expect(findings({ ...video({ id: '', speed: 1 }), ip: '', time: 0 })).toEqual([
      'ip-address /ip',
      'field-type /time',
      'video-id /event/id',
      'video-speed /event/speed',
    ]);
  });

  test('those of a line whose type is unknown are told too, as far as all types are alike', () => {
    expect(findings({ event_source: 'phone' })).toEqual([
      'event-source /event_source',
      ...['username', 'time', 'ip', 'agent'].map((name) => `field-missing /${name}`),
    ]);
    expect(findings({ ...BASE, event_source: 'server', event_type: 'x' }, 'deployed')).toEqual([
      'event-type /event_type',
      'field-missing /host',
    ]);
  });

  test('none hides behind others, however many', () => {
    const entries = Array.from(
      { length: 50 },
      (_, n) => [`a/${n}~`, { ...ENTRY, hint: n, queuestate: { key: n } }] as const,
    );
    const told = findings(check({ correct_map: Object.fromEntries(entries) }));
    expect(told).toHaveLength(150);
    expect(told).toContain('payload-type /event/correct_map/a~149~0/queuestate/key');
    expect(told).toContain('payload-missing /event/correct_map/a~149~0/queuestate/time');
    expect(findings(check({ answers: { a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } }))).toHaveLength(10);
  });

  test('relations between parts wait until the parts are right', () => {
    expect(findings(check({ answers: {}, attempts: 0 }))).toEqual(['attempts /event/attempts']);
    expect(findings(check({ answers: {}, success: 'incorrect' }))).toEqual([
      'success-map /event/success',
      'answer-keys /event/answers',
    ]);
  });
});
