import { describe, expect, test } from 'vitest';
import { EARLY_DIALECTS, eventTypeId, eventTypeOf, eventTypesOf, type EventSource } from '../spec/index.ts';
import { schemaOracle } from '../../testing/schema-oracle.ts';
import { encodeLine } from './encode.ts';
import { parseLine } from './parse.ts';
import type { LogRecord } from './record.ts';
import { validateLine } from './validate.ts';

type Early = (typeof EARLY_DIALECTS)[number];

const KEY = '5f1d0c2b3a495867768594a3b2c1d0e9';
const URL = 'https://courses.example.org/courses/ExampleX/EX101/2013_Fall/courseware/Intro/Bees/';
const PROBLEM = 'i4x://ExampleX/EX101/problem/Bees:P_1';
const [FIRST, SECOND] = ['i4x-ExampleX-EX101-problem-Bees_P_1_2_1', 'i4x-ExampleX-EX101-problem-Bees_P_1_3_1'];
const ENTRY = {
  documented: '"npoints": null, "msg": "", "queuestate": {"key": "", "time": ""}',
  deployed: '"msg": "", "npoints": null, "queuestate": null',
};

/** A correct_map entry, as a dialect prints it. */
const entry = (dialect: Early, correctness: string): string =>
  `{"hint": "", "hintmode": null, "correctness": "${correctness}", ${ENTRY[dialect]}}`;

const state = (dialect: Early): string =>
  `{"student_answers": {"${FIRST}": "6", "${SECOND}": ["choice_1"]}, "seed": 1, "done": true, "correct_map": {"${FIRST}": ${entry(dialect, 'incorrect')}, "${SECOND}": ${entry(dialect, 'correct')}}}`;
const FRESH = '{"student_answers": {}, "seed": -77, "done": false, "correct_map": {}}';
const FORM = `input_${FIRST}=h%C3%A9x+%26+%22&input_${SECOND}%5B%5D=choice_1&input_${SECOND}%5B%5D=choice_2`;
const ANSWERS = `{"${FIRST}": "h\\u00e9x & \\"", "${SECOND}": ["choice_1", "choice_2"]}`;

/** A line as its dialect writes it; event is its text in the line. */
const lineOf: Record<Early, (source: EventSource, type: string, event: string, page: string) => string> = {
  documented: (source, type, event) =>
    `{"username": "anna", "session": "${KEY}", "time": "2013-09-09T08:07:06.000005", "ip": "192.0.2.7", "agent": "Mozilla/5.0", "page": "${URL}", "event_source": "${source}", "event_type": "${type}", "event": ${event}}`,
  deployed: (source, type, event, page) =>
    `{"username": "anna", "host": "courses.example.org", ${source === 'browser' ? `"session": "${KEY}", ` : ''}"event_source": "${source}", "event_type": "${type}", "time": "2013-09-09T08:07:06", "ip": "192.0.2.7", "event": ${event}, "agent": "Mozilla/5.0", "page": ${page}}`,
};

const SHARED = [
  ['server/show_answer', `{"problem_id": "${PROBLEM}"}`],
  ['browser/page_close', '""'],
  ['browser/problem_show', `"{\\"problem\\":\\"${PROBLEM}\\"}"`],
  ['browser/book', String.raw`"{\"type\":\"gotopage\",\"old\":2,\"new\":25}"`],
  ['browser/book', String.raw`"{\"type\":\"nextpage\",\"new\":26}"`],
  [
    'browser/play_video',
    String.raw`"{\"id\":\"i4x-ExampleX-EX101-video-Bees\",\"code\":\"a-B_c4567_-\",\"currentTime\":0,\"speed\":\"1.0\"}"`,
  ],
  [
    'browser/pause_video',
    String.raw`"{\"id\":\"i4x-ExampleX-EX101-video-Bees\",\"code\":\"a-B_c4567_-\",\"currentTime\":12.0625,\"speed\":\"1.50\"}"`,
  ],
] as const;
const sequence = 'i4x://ExampleX/EX101/sequential/Bees';
const task = String.raw`"{\"location\":\"i4x://ExampleX/EX101/combinedopenended/Essay\"}"`;
const views = ['oe', 'peer_grading', 'staff_grading'];
const prompts = (what: string) =>
  views.flatMap((view) => ['show', 'hide'].map((verb) => [`browser/${view}_${verb}_${what}`, task] as const));

const EXAMPLES: Record<Early, readonly (readonly [id: string, event: string])[]> = {
  documented: [
    ...SHARED,
    [
      'server/save_problem_check',
      `{"problem_id": "${PROBLEM}", "success": "incorrect", "attempts": 2, "correct_map": {"${FIRST}": ${entry('documented', 'incorrect')}, "${SECOND}": ${entry('documented', 'correct')}}, "state": ${state('documented')}, "answers": ${ANSWERS}}`,
    ],
    ['server/reset_problem', `{"problem_id": "${PROBLEM}"}`],
    ['browser/problem_check', `"${FORM}"`],
    ['browser/seq_goto', `"{\\"id\\":\\"${sequence}\\",\\"old\\":1,\\"new\\":4}"`],
    ['browser/seq_next', `"{\\"id\\":\\"${sequence}\\",\\"old\\":1,\\"new\\":2}"`],
    [
      'browser/rubric_select',
      String.raw`"{\"location\":\"i4x://ExampleX/EX101/combinedopenended/Essay\",\"category\":0,\"value\":2}"`,
    ],
    ...prompts('problem'),
    ['browser/oe_show_full_feedback', '""'],
    ['browser/oe_show_respond_to_feedback', '""'],
    ['browser/oe_feedback_response_selected', String.raw`"{\"value\":3}"`],
  ],
  deployed: [
    ...SHARED,
    [
      'server/save_problem_check',
      `{"success": "incorrect", "correct_map": {"${FIRST}": {"hint": "", "hintmode": "on_request", "correctness": "incomplete", "msg": "<b>queued</b>", "npoints": 2, "queuestate": {"key": "${KEY}", "time": "20130909080706"}}}, "attempts": 1, "answers": {"${FIRST}": "def f(): pass"}, "state": ${FRESH}, "problem_id": "${PROBLEM}"}`,
    ],
    ['server/reset_problem', `{"old_state": ${state('deployed')}, "problem_id": "${PROBLEM}", "new_state": ${FRESH}}`],
    [
      'server/save_problem_check_fail',
      `{"failure": "closed", "state": ${state('deployed')}, "problem_id": "${PROBLEM}", "answers": ${ANSWERS}}`,
    ],
    ['server/save_problem_fail', `{"state": ${FRESH}, "problem_id": "${PROBLEM}", "answers": ${ANSWERS}}`],
    ['server/reset_problem_fail', `{"old_state": ${FRESH}, "failure": "not_done", "problem_id": "${PROBLEM}"}`],
    ['server/open_ended_image_upload', '{"filename": "bees.png"}'],
    [
      'server/error:calc',
      String.raw`{"equation": "1/0", "error": ["<type 'exceptions.ZeroDivisionError'>", "float division", "<traceback object at 0x7f>"]}`,
    ],
    ['server/list-students', '{}'],
    ['server/reloaded ex-101', '{}'],
    ['server//heartbeat', String.raw`"{\"POST\": {}, \"GET\": {}}"`],
    [
      'server//courses/\\u00e9/"q',
      String.raw`"{\"POST\": {\"a[]\": [\"1\", \"h\\u00e9x\"]}, \"GET\": {\"_\": [\"2\"]}}"`,
    ],
    ['server//cut', String.raw`"{\"POST\": {\"reply\": [\"${String.raw`\\u00e9`.repeat(81)}\\u00e"`],
    ['browser/book', String.raw`"{\"type\":\"prevpage\",\"new\":\"24\"}"`],
    ['browser/play_video', String.raw`"{\"id\":\"i4x-ExampleX-EX101-video-Bees\",\"code\":\"html5\"}"`],
    ...['check', 'save', 'reset'].map((verb) => [`browser/problem_${verb}`, `"\\"${FORM}\\""`] as const),
    ['browser/seq_goto', `"{\\"old\\":\\"1\\",\\"new\\":4,\\"id\\":\\"${sequence}\\"}"`],
    ['browser/seq_next', `"{\\"old\\":1,\\"new\\":2,\\"id\\":\\"${sequence}\\"}"`],
    ['browser/seq_prev', `"{\\"old\\":2,\\"new\\":1,\\"id\\":\\"${sequence}\\"}"`],
    [
      'browser/rubric_select',
      String.raw`"{\"location\":\"i4x://ExampleX/EX101/combinedopenended/Essay\",\"selection\":\"2\",\"category\":0}"`,
    ],
    ...prompts('question'),
    ['browser/oe_show_full_feedback', '"{}"'],
    ['browser/oe_show_respond_to_feedback', '"{}"'],
    ['browser/oe_feedback_response_selected', String.raw`"{\"value\":\"3\"}"`],
    ['browser/accordion', String.raw`"{\"newheader\":\"Bees \u2028\",\"oldheader\":\"\u0416\"}"`],
  ],
};

/** Server events whose page is neither a URL nor x_module. */
const PAGES: Record<string, string> = {
  'error:calc': '"calc"',
  'list-students': '"idashboard"',
  'reloaded ex-101': '"migrate"',
};

const parsed = (line: string) => JSON.parse(line) as Record<string, unknown>;
const accepts = schemaOracle();

describe.each(EARLY_DIALECTS)('%s', (dialect) => {
  const examples = EXAMPLES[dialect].map(([id, event]) => {
    const source = id.startsWith('browser/') ? 'browser' : 'server';
    const name = id.slice(source.length + 1).replaceAll('"', '\\"');
    const page = source === 'browser' ? `"${URL}"` : (PAGES[name] ?? (name.startsWith('/') ? 'null' : '"x_module"'));
    return { id, line: lineOf[dialect](source, name, event, page) };
  });
  const typeOf = ({ event_source: source, event_type: name }: LogRecord) => eventTypeOf(dialect, source, name)!;

  test.each(examples)('$id: conforms, to validateLine and to ajv, and is written as it was read', ({ line }) => {
    expect(validateLine(line, dialect)).toEqual([]);
    const record = parseLine(line, dialect);
    expect(accepts(parsed(line), dialect, typeOf(record))).toBe(true);
    expect(encodeLine(record, dialect)).toBe(line);
  });

  test('every event type has an example', () => {
    const met = new Set(examples.map(({ line }) => eventTypeId(typeOf(parseLine(line, dialect)))));
    expect([...met].toSorted()).toEqual(eventTypesOf(dialect).map(eventTypeId).toSorted());
  });

  test.each(examples)('$id: reads the same with its keys in any order and any space between them', ({ line }) => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(parsed(line)).toReversed()), null, '\t');
    expect(validateLine(turned, dialect)).toEqual([]);
    expect(parseLine(turned, dialect)).toEqual(parseLine(line, dialect));
  });
});

test('what the page calls string/json may be a string at any depth', () => {
  const record = parseLine(
    lineOf.documented('server', 'save_problem_check', EXAMPLES.documented[SHARED.length]![1], ''),
    'documented',
  );
  const event = record.event as Record<string, unknown>;
  const map = event['correct_map'] as Record<string, Record<string, unknown>>;
  const queued = { ...map[FIRST], queuestate: JSON.stringify(map[FIRST]!['queuestate']) };
  const nested = {
    ...event,
    correct_map: JSON.stringify({ ...map, [FIRST]: queued }),
    state: JSON.stringify(event['state']),
    answers: JSON.stringify(event['answers']),
  };
  for (const given of [nested, JSON.stringify(nested)]) {
    const line = JSON.stringify({ ...record, event: given });
    expect(validateLine(line, 'documented')).toEqual([]);
    expect(parseLine(line, 'documented')).toEqual(record);
  }
});
