import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../conformance/inputs/any-text.ts';
import { record } from '../../conformance/inputs/payload.ts';
import {
  DIALECTS,
  EARLY_DIALECTS,
  eventTypeId,
  EVENT_TYPES,
  eventTypeOf,
  eventTypesOf,
  fieldOrder,
  LINE_CUT,
  request,
  REQUEST_CUT,
  type Dialect,
  type EventType,
  type PayloadOf,
} from '../spec/index.ts';
import { problemCheck, saveProblemCheck } from '../spec/events/index.ts';
import { schemaOracle } from '../../testing/schema-oracle.ts';
import { encodeLine, lineEncoder } from './encode.ts';
import { Entries } from './entries.ts';
import { EncodedCommonFields } from './encoded-common-fields.ts';
import type { Inputs } from './form.ts';
import { parseLine } from './parse.ts';
import type { LogRecord } from './record.ts';
import { formatInstant } from '../base/time.ts';
import { validateLine } from './validate.ts';

const kinds = DIALECTS.flatMap((dialect) =>
  eventTypesOf(dialect).map((type) => ({ dialect, type, id: eventTypeId(type) })),
);
const accepts = schemaOracle();

describe.each(kinds)('$dialect $id', ({ dialect, type }) => {
  forAll([record(dialect, type)], { numRuns: 30 })('survives, conforms, and is a line of ASCII', (given) => {
    const line = encodeLine(given, dialect);
    expect(validateLine(line, dialect)).toEqual([]);
    expect(line).toMatch(/^\{[ -~]*$/);
    if (line.length === LINE_CUT) return;
    const parsed = parseLine(line, dialect);
    expect(parsed).toEqual(given);
    expect(encodeLine(parsed, dialect)).toBe(line);
    expect(accepts(JSON.parse(line) as Record<string, unknown>, dialect, type)).toBe(true);
  });
});

const entriesOf = (map: object) => new Entries(Object.keys(map), Object.values(map));

/** A check's payload with its maps by their entries. */
function checkByEntries({ answers, correct_map, state, ...rest }: PayloadOf<typeof saveProblemCheck, 'deployed'>) {
  const before = { student_answers: entriesOf(state.student_answers), correct_map: entriesOf(state.correct_map) };
  return { ...rest, answers: entriesOf(answers), correct_map: entriesOf(correct_map), state: { ...state, ...before } };
}

describe.each(EARLY_DIALECTS)('a map that is given by its entries is written as an object, %s', (dialect) => {
  const written = (type: EventType, byEntries: (event: never) => unknown) =>
    fc.property(record(dialect, type), (given) => {
      const event = byEntries(given.event as never) as LogRecord['event'];
      expect(encodeLine({ ...given, event }, dialect)).toBe(encodeLine(given, dialect));
    });

  test('in a form', () => fc.assert(written(problemCheck, entriesOf)));
  test('in a check', () => fc.assert(written(saveProblemCheck, checkByEntries)));
});

/** jQuery's serialize. */
const serialize = (inputs: Inputs): string =>
  Object.entries(inputs)
    .flatMap(([key, value]) => [value].flat().map((item) => `${encodeURIComponent(key)}=${encodeURIComponent(item)}`))
    .join('&')
    .replace(/%20/g, '+');

/** What the platform gave to json.dumps; a request's event, still to be dumped and cut by itself, as an object. */
function undumped(given: LogRecord, dialect: Dialect): Record<string, unknown> {
  const type = eventTypeOf(dialect, given.event_source, given.event_type)!;
  const event = {
    empty: () => '',
    json: () => JSON.stringify(given.event),
    dumped: () => given.event,
    object: () => given.event,
    value: () => given.event,
    form: () => serialize(given.event as Inputs),
    'form-text': () => serialize(given.event as Inputs) || '{}',
    'form-literal': () => JSON.stringify(serialize(given.event as Inputs)),
    request: () => given.event,
  }[type[dialect]!.encoding]();
  const fields: Record<string, unknown> = { ...given, event };
  const names = fieldOrder(dialect, given.event_source).filter((name) => name in fields);
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** Members of payloads that are Python's floats. */
const FLOATS = [
  'completion',
  'percent_grade',
  ...['total', 'graded'].flatMap((of) => [`weighted_${of}_earned`, `weighted_${of}_possible`]),
];

const PYTHON = `
import json, sys
for given in sys.stdin.buffer:
    dialect, line = json.loads(given)
    if line['event_type'].startswith('/') and isinstance(line['event'], dict):
        line['event'] = json.dumps(line['event'])[:${REQUEST_CUT}]
    if dialect == 'current' and isinstance(line['event'], dict):
        for name in set(${JSON.stringify(FLOATS)}) & set(line['event']):
            line['event'][name] = float(line['event'][name])
        if line['event_source'] == 'browser':
            line['event'] = json.dumps(line['event'])
    text = json.dumps(line)
    print(text[:${LINE_CUT}] if dialect == 'deployed' else text)
`;

test('writes what Python writes', () => {
  const records = kinds.flatMap(({ dialect, type }) =>
    fc.sample(record(dialect, type), { seed: 2013, numRuns: 12 }).map((given) => ({ dialect, given })),
  );
  const input = records
    .map(({ dialect, given }) => `${JSON.stringify([dialect, undumped(given, dialect)])}\n`)
    .join('');
  const output = execFileSync('python3', ['-c', PYTHON], { input, maxBuffer: 2 ** 28 }).toString('latin1');
  const expected = output.split('\n').slice(0, -1);
  expect(expected).toHaveLength(records.length);
  for (const [index, { dialect, given }] of records.entries()) expect(encodeLine(given, dialect)).toBe(expected[index]);
});

const common = {
  username: 'anna',
  host: 'localhost',
  ip: '192.0.2.1',
  agent: '',
  page: null,
  time: '2013-03-04T05:06:07',
};
const asked = (event: LogRecord['event']): LogRecord => ({
  ...common,
  event_source: 'server',
  event_type: '/a',
  event,
});
const eventOf = (line: string): unknown => (JSON.parse(line) as LogRecord).event;

describe('the cuts of the deployed dialect', () => {
  forAll([fc.array(anyText, { minLength: 60 })])(`keep ${REQUEST_CUT} characters of a request’s event`, (texts) => {
    const whole = { POST: { body: texts, more: ['x'.repeat(REQUEST_CUT)] }, GET: {} };
    const line = encodeLine(asked(whole), 'deployed');
    const event = eventOf(line) as string;
    expect(event).toHaveLength(REQUEST_CUT);
    expect(event).toMatch(/^\{"POST": \{"body": \[/);
    expect(validateLine(line, 'deployed')).toEqual([]);
    expect(encodeLine(parseLine(line, 'deployed'), 'deployed')).toBe(line);
  });

  test('leave an event of just as many characters whole', () => {
    const padded = (length: number) => ({ POST: { a: ['x'.repeat(length)] }, GET: {} });
    const room =
      REQUEST_CUT - JSON.stringify(eventOf(encodeLine(asked(padded(0)), 'deployed'))).replaceAll('\\', '').length + 2;
    expect(parseLine(encodeLine(asked(padded(room)), 'deployed'), 'deployed').event).toEqual(padded(room));
    expect(parseLine(encodeLine(asked(padded(room + 1)), 'deployed'), 'deployed').event).toHaveLength(REQUEST_CUT);
  });

  test(`keep ${LINE_CUT} characters of a line, and its newline`, () => {
    const encode = lineEncoder(request, 'deployed');
    const line = (length: number) =>
      encode(new EncodedCommonFields({ ...common, agent: 'a'.repeat(length) }), 0, { POST: {}, GET: {} }, '/');
    const room = LINE_CUT - (line(0).length - 1);
    expect(line(room)).toMatch(/^\{.*null\}\n$/);
    for (const more of [0, 1, 500]) {
      expect(line(room + more)).toHaveLength(LINE_CUT + 1);
      expect(line(room + more)).toMatch(/\n$/);
      expect(validateLine(line(room + more).trimEnd(), 'deployed')).toEqual([]);
    }
  });
});

describe('an encoder', () => {
  test('of another dialect’s type is refused', () => {
    expect(() => lineEncoder(request, 'documented')).toThrow('the documented dialect has no event type server/request');
    expect(() => encodeLine({ ...asked({}), event_type: 'nonsense' }, 'deployed')).toThrow(
      'has no event type server/nonsense',
    );
  });

  test('is compiled once', () => {
    for (const type of EVENT_TYPES) {
      for (const dialect of DIALECTS.filter((name) => type[name]))
        expect(lineEncoder(type, dialect)).toBe(lineEncoder(type, dialect));
    }
  });

  forAll([record('documented'), fc.integer({ min: 0, max: Date.UTC(2200, 0) * 1000 })])(
    'writes times as encodeLine does',
    (given, time) => {
      const type = eventTypeOf('documented', given.event_source, given.event_type)!;
      const line = encodeLine({ ...given, time: formatInstant(time) }, 'documented');
      expect(lineEncoder(type, 'documented')(new EncodedCommonFields(given), time, given.event, given.event_type)).toBe(
        `${line}\n`,
      );
    },
  );

  forAll([record('deployed'), record('deployed')])(
    'takes quoted fields from common fields of the same person',
    (given, next) => {
      const encode = lineEncoder(eventTypeOf('deployed', next.event_source, next.event_type)!, 'deployed');
      const lineWith = (encoded: EncodedCommonFields) => encode(encoded, 0, next.event, next.event_type);
      const first = new EncodedCommonFields(given);
      lineWith(first);
      const { page, session } = next;
      expect(lineWith(first.on(page, session))).toBe(lineWith(new EncodedCommonFields({ ...given, page, session })));
    },
  );
});
