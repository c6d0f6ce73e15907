/** Whatever is recognized conforms, and says what it would say parsed; and what edxgen writes is recognized, nearly all of it. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { record } from '../../conformance/inputs/payload.ts';
import { logLine } from '../../conformance/inputs/log-line.ts';
import { simulate } from '../../generators/index.ts';
import { mutate } from '../../testing/mutate.ts';
import { stream } from '../base/random/index.ts';
import {
  DIALECTS,
  EARLY_DIALECTS,
  eventTypeId,
  eventTypeOf,
  eventTypesOf,
  type Dialect,
  type Prefix,
} from '../spec/index.ts';
import { readLine } from '../validation/log-rules/line-read.ts';
import { encodeLine } from './encode.ts';
import type { LogRecord } from './record.ts';
import { recognize } from './recognize.ts';
import { validateLine } from './validate.ts';

const kinds = DIALECTS.flatMap((dialect) =>
  eventTypesOf(dialect).map((type) => ({ dialect, type, id: eventTypeId(type) })),
);

/** Whether a line is recognized; what that says is compared with what parsing and searching it says. */
function recognized(text: string, dialect: Dialect): boolean {
  const line = recognize(text, dialect);
  if (line === undefined) return false;
  expect(validateLine(text, dialect), text).toEqual([]);
  const parsed = JSON.parse(text.slice(text.indexOf('{')));
  const { type, event, byWorker, ...fields } = line;
  expect(fields).toEqual({ username: parsed.username, session: parsed.session ?? '', time: parsed.time });
  expect(JSON.parse(event)).toEqual(parsed.event);
  expect(type).toBe(eventTypeOf(dialect, parsed.event_source, parsed.event_type));
  const found = readLine(text, [])!;
  expect(found.byWorker).toBe(byWorker);
  expect(found.time).toBe(line.time);
  if (found.session !== '' || line.session.length === 32)
    expect(found).toMatchObject({
      session: line.session,
      ...(line.username.length < 1000 && { username: line.username }),
    });
  return true;
}

/** A line that somebody typed: plain texts, so that most of them are recognized before they are damaged. */
const PLAIN = /[^ !#-[\]-~]/g;
const plain = (dialect: Dialect, type: (typeof kinds)[number]['type']) =>
  fc.oneof(
    record(dialect, type).map((one) => encodeLine(one, dialect)),
    logLine(dialect, [type]).map(({ text }) => text.replace(PLAIN, '')),
  );

describe.each(kinds)('$dialect $id', ({ dialect, type }) => {
  forAll([plain(dialect, type), fc.integer()], { numRuns: dialect === 'current' ? 12 : 150 })(
    'is recognized only where it conforms',
    (text, seed) => {
      recognized(text, dialect);
      const random = stream('recognize', seed);
      for (let times = 0; times < 4; times += 1)
        recognized(mutate(Buffer.from(text, 'latin1'), random).toString('latin1'), dialect);
    },
  );
});

describe.each(DIALECTS)('lines of a run in %s', (dialect) => {
  test.each(dialect === 'current' ? ['none', 'tutor'] : ['none'])(
    'behind the prefix %s are recognized, but for some names and texts',
    async (prefix) => {
      let [all, known] = [0, 0];
      for await (const text of simulate({ users: 60, days: 7, dialect, prefix: prefix as Prefix }).lines()) {
        if (all === 3000) break;
        all += 1;
        if (recognized(text.trimEnd(), dialect)) known += 1;
      }
      expect(all).toBeGreaterThan(500);
      expect(known / all).toBeGreaterThan(0.9);
    },
  );
});

describe.each(EARLY_DIALECTS)('%s', (dialect) => {
  const common = '"time": "2013-03-04T05:06:07.000000", "ip": "::1", "agent": "", "page": "http://a"';
  const mark = (key: string) =>
    `"${key}": {"hint": "", "hintmode": null, "correctness": "correct", "npoints": null, "msg": "", "queuestate": {"key": "", "time": ""}}`;
  const check = (answers: string, map = '') =>
    `{"username": "a", ${common}, "event_source": "server", "event_type": "save_problem_check", "event": {"problem_id": "i4x://a/b/c/d", "success": "correct", "attempts": 1, "correct_map": {${map}}, "state": {"student_answers": {}, "seed": 1, "done": true, "correct_map": {}}, "answers": {${answers}}}}`;
  test.each([
    ['a name of 9,000 letters without an end', `{"username": "${'a'.repeat(9000)}`],
    ['a name of nothing but escapes, without an end', `{"username": "${'\\n'.repeat(4500)}`],
    ['an address without an end', `{"username": "", "session": "", ${common.replace('::1', ':1'.repeat(3000))}`],
    ['a page', `{"username": "", "session": "", ${common.replace('http://a', `http://${'a/'.repeat(4000)}`)} `],
    ['answers without an end', check('"a": "b", '.repeat(800))],
    ['a key that a common field has', check('"username": "b"', mark('username'))],
    ['lists without an end', check('"a": ["b", "c"], '.repeat(500))],
    [
      'a form',
      `{"username": "", ${common}, "event_source": "browser", "event_type": "problem_check", "event": "${'input_a=%41&'.repeat(700)}`,
    ],
  ])('%s is left', (_, text) => expect(recognize(text, dialect)).toBeUndefined());

  test('what those lines are made of is recognized', () => {
    expect(recognized(check('"a": ["b", "c"]', mark('a')), 'documented')).toBe(true);
  });

  const browser = (type: string, event: object | null, username = 'a') =>
    encodeLine(
      {
        username,
        session: '',
        time: '2013-03-04T05:06:07.000001',
        ip: '::1',
        agent: '',
        page: 'http://a',
        host: 'a',
        event_source: 'browser',
        event_type: type,
        event: event as LogRecord['event'],
      },
      dialect,
    );
  const jump = browser('seq_goto', { id: 'i4x://a/b/c/d', old: 7, new: 8 });
  const play = browser('play_video', { id: 'i4x-a', code: 'abcdefghijk', currentTime: 7.5, speed: '1.0' });
  test.each([
    [jump, '7,', ['0,', '07,', '-7,', '7.0,', '7e0,', '1234567890123456,', 'null,', '{},', ' 7,']],
    [jump, 'i4x://a', ['i4x:/a', 'i4x://a/', 'i4x://a b', 'i4x://', 'i4x://\\\\\\"a', 'i4x://\u00e9']],
    [play, '7.5', ['-7.5', '.5', '7.', '07.5', 'Infinity', '7.5.5']],
    [play, 'abcdefghijk', ['abcdefghij', 'abcdefghijkl', 'abcdefgh"jk', 'abcdefghij ']],
    [play, '2013-03-04', ['2013-02-29', '2013-3-04', '2013-13-04', '12013-03-04']],
    [play, '::1', ['::1::', '1.2.3', '1.2.3.256', ':1', '', '\\u003a:1']],
    [play, 'http://a', ['ftp://a', 'http:///', 'http://a b', 'http://a", "b": "', 'x_module']],
  ])('%s with other values than %s is left', (text, value, others) => {
    expect(recognized(text, dialect)).toBe(true);
    for (const other of others) expect(recognized(text.replace(value, other), dialect), other).toBe(false);
  });

  test('a line that is too long is left', () => {
    const text = (name: string) => browser('page_close', null, name);
    const fits = 10_000 - text('').length;
    expect(recognized(text('a'.repeat(fits)), dialect)).toBe(true);
    expect(recognize(text('a'.repeat(fits)) + ' ', dialect)).toBeUndefined();
    expect(recognized(text('a'.repeat(fits + 1)), dialect)).toBe(false);
  });
});
