/** What the platform of the day wrote beyond the page, form by form, and what comes near it but was never written. */
import { describe, expect, test } from 'vitest';
import { eventTypeOf, type EventSource } from '../spec/index.ts';
import { schemaOracle } from '../../testing/schema-oracle.ts';
import { encodeLine } from './encode.ts';
import { parseLine } from './parse.ts';
import { validateLine } from './validate.ts';

type Fields = Record<string, unknown>;
const KEY = '5f1d0c2b3a495867768594a3b2c1d0e9';
const URL = 'https://courses.example.org/courses/ExampleX/EX101/2013_Fall/courseware/Intro/Bees/';
const PROBLEM = 'i4x://ExampleX/EX101/problem/Bees:P_1';
const INPUT = 'i4x-ExampleX-EX101-problem-Bees_P_1_2_1';

const COMMON = {
  username: 'anna',
  host: 'courses.example.org',
  time: '2013-09-09T08:07:06.000005',
  ip: '192.0.2.7',
  agent: '',
};
const server = (event_type: string, event: unknown, page: unknown = 'x_module'): Fields => ({
  ...COMMON,
  event_source: 'server',
  event_type,
  event,
  page,
});
const browser = (event_type: string, payload: unknown, more: Fields = {}): Fields => ({
  ...COMMON,
  session: KEY,
  event_source: 'browser',
  event_type,
  event: payload === '' ? '' : JSON.stringify(payload),
  page: URL,
  ...more,
});

const asked = (POST: Fields, GET: Fields = {}): Fields => server('/login_ajax', JSON.stringify({ POST, GET }), null);
const MASK = '********';

const STATE = { student_answers: {}, seed: 1, done: false, correct_map: {} };
const ENTRY = { hint: '', hintmode: null, correctness: 'incorrect', msg: '', npoints: null, queuestate: null };
const check = (more: Fields, entry: Fields = {}): Fields =>
  server('save_problem_check', {
    success: 'incorrect',
    correct_map: { [INPUT]: { ...ENTRY, ...entry } },
    attempts: 2,
    answers: { [INPUT]: '6' },
    state: STATE,
    problem_id: PROBLEM,
    ...more,
  });
const marked = { ...STATE, done: true, correct_map: { [INPUT]: ENTRY } };

const play = (more: Fields): Fields =>
  browser('play_video', {
    id: 'i4x-ExampleX-EX101-video-Bees',
    code: 'a-B_c4567_-',
    currentTime: 1.5,
    speed: '1.0',
    ...more,
  });
const move = (type: string, old: unknown, next: unknown): Fields =>
  browser(type, { old, new: next, id: 'i4x://ExampleX/EX101/sequential/Bees' });
const staff = (type: string, event: unknown = {}, page: unknown = 'idashboard'): Fields => server(type, event, page);
const refused = (what: string, failure: string): Fields => {
  const states = what === 'reset_problem_fail' ? { old_state: STATE } : { state: STATE, answers: {} };
  return server(what, { failure, problem_id: PROBLEM, ...states });
};

const RIGHT: Record<string, readonly Fields[]> = {
  'masked passwords': [
    asked({ email: ['anna@example.org'], password: MASK }),
    asked({ newpassword: MASK, new_password: MASK }, { oldpassword: MASK, old_password: MASK }),
  ],
  'keys of answers': [
    check({ answers: { [INPUT]: 'x', [`${INPUT}_dynamath`]: '<math/>', [`${INPUT}_comment`]: '' } }),
    check({ answers: {} }),
    check({ state: { ...STATE, student_answers: { other_2_1: ['choice_1'] } } }),
    check({ success: 'correct', correct_map: {} }),
  ],
  attempts: [check({ attempts: 1, state: marked })],
  correctness: [
    check({}, { correctness: null }),
    check({}, { correctness: 'unknown' }),
    check({ state: { ...marked, correct_map: { [INPUT]: { ...ENTRY, correctness: null } } } }),
  ],
  'npoints, hint': [check({}, { npoints: 0.5 }), check({}, { npoints: 0.00005 }), check({}, { hint: null })],
  videos: [
    play({ currentTime: '12.345' }),
    play({ currentTime: '0.000' }),
    play({ code: undefined }),
    play({ code: ' a-B_c4567_-' }),
    play({ code: 'html5', speed: '1.25' }),
    ...['0.50', '2.0', '1.5', '1', '10.0'].map((speed) => play({ speed })),
  ],
  'seq_next, seq_prev': [
    move('seq_prev', '3', 2),
    move('seq_next', '3', 2),
    move('seq_next', '3', '31'),
    move('seq_next', 3, 4),
  ],
  session: [
    browser('page_close', '', { session: `${KEY};${KEY}` }),
    browser('page_close', '', { session: `${KEY};${KEY};${KEY}` }),
  ],
  page: [browser('page_close', '', { page: `${URL}#The life of bees ` })],
  'staff events': [
    ...[
      'list-students',
      'dump-grades',
      'dump-grades-raw',
      'dump-grades-csv',
      'dump-grades-csv-raw',
      'dump-answer-dist-csv',
      'list-staff',
      'list-instructors',
      'list-beta-testers',
      'list-Administrator',
      'list-Community TA',
      'add-instructor ben',
      'remove-instructor ben',
      'add-or-remove-user-group ben staff',
      'git pull ex-101',
      'reload ex-101',
      `psychometrics ${PROBLEM}`,
      `anna reset attempts from 2 to 0 for ben on problem ${PROBLEM} in ExampleX/EX101/2013_Fall`,
      'add ben as Moderator for ExampleX/EX101/2013_Fall',
    ].map((type) => staff(type)),
    staff('list-students', '{}'),
  ],
  failures: [
    ...['closed', 'unreset'].map((failure) => refused('save_problem_check_fail', failure)),
    ...['closed', 'done'].map((failure) => refused('save_problem_fail', failure)),
    ...['closed', 'not_done'].map((failure) => refused('reset_problem_fail', failure)),
  ],
  'other server events': [
    server(
      'error:calc',
      {
        error: ["<class 'pyparsing.ParseException'>", 'Expected end of text', '<traceback object at 0x7f>'],
        equation: '1+',
      },
      'calc',
    ),
    server('open_ended_image_upload', { filename: 'bees.png' }),
    staff('reloaded ex-101', {}, 'migrate'),
    staff('reloaded ex-101 now at 5f1d0c2b (pid=812)', {}, 'migrate'),
    staff('reload ex-101 skipped already at 5f1d0c2b (pid=812)', {}, 'migrate'),
  ],
};

const NEAR: Record<string, readonly (readonly [rule: string, path: string, line: Fields])[]> = {
  'masked passwords': [
    ['payload-type', '/event/POST/password', asked({ password: [MASK] })],
    ['payload-value', '/event/POST/password', asked({ password: 'secret' })],
    ['payload-type', '/event/POST/passwords', asked({ passwords: MASK })],
    ['payload-type', '/event/GET/email', asked({}, { email: 'anna@example.org' })],
  ],
  correctness: [
    ['correctness', `/event/correct_map/${INPUT}/correctness`, check({}, { correctness: 'partially-correct' })],
    ['success-map', '/event/success', check({ success: 'correct' }, { correctness: null })],
    ['success-map', '/event/success', check({ success: 'correct' }, { correctness: 'unknown' })],
  ],
  attempts: [['attempts', '/event/attempts', check({ attempts: 0, state: marked })]],
  'npoints, hint': [
    ['payload-type', `/event/correct_map/${INPUT}/npoints`, check({}, { npoints: '0.5' })],
    ['payload-type', `/event/correct_map/${INPUT}/hint`, check({}, { hint: 0 })],
    ['payload-type', `/event/correct_map/${INPUT}/msg`, check({}, { msg: null })],
  ],
  videos: [
    ...['12.34', '12.3456', '12', '-1.000', '012.345', 'soon', ' 12.345', null].map(
      (currentTime) => ['video-time', '/event/currentTime', play({ currentTime })] as const,
    ),
    ...['a-B_c4567_- ', 'a-B_c4567_', 'html', ' html5', '', null].map(
      (code) => ['video-code', '/event/code', play({ code })] as const,
    ),
    ...[2, 'fast', '', '1.', '-1.0', '1.0x', null].map(
      (speed) => ['video-speed', '/event/speed', play({ speed })] as const,
    ),
  ],
  'seq_next, seq_prev': [
    ['position', '/event/old', move('seq_next', 'three', 4)],
    ['position', '/event/old', move('seq_prev', '', 2)],
    ['position', '/event/new', move('seq_next', '3', '3.1')],
    ['position', '/event/new', move('seq_next', 3, 0)],
  ],
  session: [`${KEY};`, `${KEY},${KEY}`, `${KEY}; ${KEY}`, `${KEY};${KEY.slice(1)}`].map(
    (session) => ['session-key', '/session', browser('page_close', '', { session })] as const,
  ),
  page: ['https://courses.example.org/a b#c', `${URL}#a\nb`, `${URL}?a b`, 'courses.example.org/#a b'].map(
    (page) => ['page-url', '/page', browser('page_close', '', { page })] as const,
  ),
  'staff events': [
    ['page-url', '/page', staff('list-students', {}, 'x_module')],
    ['field-type', '/page', staff('list-students', {}, null)],
    ['event-json', '/event', staff('list-students', '')],
    ['event-shape', '/event', staff('list-students', null)],
    ...[
      'list',
      'list-',
      'dump-grade',
      'dump-grades-raw-csv',
      'add-instructor',
      'git pull',
      'reload',
      'psychometrics',
      'two words',
    ].map((type) => ['event-type', '/event_type', staff(type)] as const),
    ['event-type', '/event_type', browser('list-students', {})],
    ['session-server', '/session', { ...staff('list-students'), session: KEY }],
  ],
  failures: [
    ['payload-value', '/event/failure', refused('save_problem_check_fail', 'done')],
    ['payload-value', '/event/failure', refused('save_problem_fail', 'unreset')],
    ['payload-value', '/event/failure', refused('reset_problem_fail', 'done')],
  ],
  'other server events': [
    ['page-url', '/page', server('error:calc', {}, 'x_module')],
    ['payload-type', '/event/equation', server('error:calc', { equation: 1 }, 'calc')],
    ['event-type', '/event_type', server('error:chat', {}, 'calc')],
    ['payload-missing', '/event/filename', server('open_ended_image_upload', {})],
    ['page-url', '/page', staff('reloaded ex-101', {}, 'idashboard')],
    ['page-url', '/page', staff('reload ex-101', {}, 'migrate')],
    ['event-type', '/event_type', staff('reloaded', {}, 'migrate')],
  ],
};

const accepts = schemaOracle();
const typeOf = ({ event_source: source, event_type: name }: Fields) =>
  eventTypeOf('deployed', source as EventSource, name as string);
const rows = <T>(table: Record<string, readonly T[]>) =>
  Object.entries(table).flatMap(([what, cases]) => cases.map((one) => [what, one] as const));

describe('what the platform wrote', () => {
  test.each(rows(RIGHT))('%s: %j conforms, to validateLine and to ajv, and survives', (_, line) => {
    const text = JSON.stringify(line);
    expect(validateLine(text, 'deployed')).toEqual([]);
    expect(accepts(JSON.parse(text) as Fields, 'deployed', typeOf(line)!)).toBe(true);
    const record = parseLine(text, 'deployed');
    expect(parseLine(encodeLine(record, 'deployed'), 'deployed')).toEqual(record);
  });

  test.each(rows(RIGHT).filter(([what]) => !/^(failures|videos|session|seq_next)/.test(what)))(
    '%s: %j is not the page’s',
    (_, line) => {
      const { host: _host, ...documented } = line;
      expect(validateLine(JSON.stringify(documented), 'documented')).not.toEqual([]);
    },
  );
});

describe('what it never wrote', () => {
  test.each(rows(NEAR))('%s: %j', (_, [rule, path, line]) => {
    const text = JSON.stringify(line);
    expect(validateLine(text, 'deployed').map((finding) => [finding.rule, finding.path])).toEqual([[rule, path]]);
    const type = typeOf(line);
    if (type && rule !== 'success-map') expect(accepts(JSON.parse(text) as Fields, 'deployed', type)).toBe(false);
  });
});

test('the order of keys is nobody’s business', () => {
  for (const [, line] of rows(RIGHT)) {
    const turn = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .map(([key, part]) => [key, turn(part)] as const)
              .toReversed(),
          )
        : value;
    expect(validateLine(JSON.stringify(turn(line)), 'deployed')).toEqual([]);
  }
});
