import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { record } from '../../conformance/inputs/payload.ts';
import { DIALECTS } from '../spec/index.ts';
import { BOUNDS } from '../base/bounds.ts';
import { show } from './check.ts';
import { encodeLine } from './encode.ts';
import { parseLine } from './parse.ts';
import { validateLine } from './validate.ts';

const DEEP = BOUNDS.depth.most - 2;
const deep = '['.repeat(DEEP) + ']'.repeat(DEEP);
const common = '"username": "", "ip": "::1", "agent": "", "page": "http://a", "time": "2013-03-04T05:06:07.000000"';
const line = (type: string, event: string): string => {
  const source = /save|show_answer/.test(type) ? 'server' : 'browser';
  return `{${common}, "event_source": "${source}", "event_type": "${type}", "event": ${event}}`;
};
const rules = (text: string): string[] => validateLine(text, 'documented').map(({ rule }) => rule);
const MEGABYTE = 2 ** 20;

describe('whatever a line holds, it is judged', () => {
  forAll(
    [
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.constantFrom(...DIALECTS).chain((d) => record(d).map((r) => encodeLine(r, d))),
      ),
      fc.nat(),
      fc.string({ maxLength: 2 }),
    ],
    { numRuns: 1000 },
  )('even damaged', (text, position, mark) => {
    const at = position % (text.length + 1);
    const damaged = text.slice(0, at) + mark + text.slice(at + 1);
    for (const dialect of DIALECTS) {
      const findings = validateLine(damaged, dialect);
      const broken = findings.some(({ rule }) => rule === 'line-json' || rule === 'line-object');
      if (broken) expect(() => parseLine(damaged, dialect)).toThrow(SyntaxError);
      else if (damaged.endsWith('}')) expect(() => parseLine(damaged, dialect)).not.toThrow();
    }
  });

  test.each([
    ['line-object', deep],
    ['event-empty', line('page_close', deep)],
    ['event-shape', line('show_answer', deep)],
    ['event-json', line('book', JSON.stringify(deep))],
    ['payload-type', line('show_answer', `{"problem_id": ${deep}}`)],
    ['payload-type', line('show_answer', JSON.stringify(`{"problem_id": ${deep}}`))],
  ])('%s: however deep it goes', (rule, text) => {
    const [finding] = validateLine(text, 'documented');
    expect(finding!.rule).toBe(rule);
    expect(finding!.message.length).toBeLessThan(200);
    if (rule !== 'line-object') expect(() => parseLine(text, 'documented')).not.toThrow();
  });

  test.each([
    ['', '['.repeat(2_000_000)],
    ['', `{"a":${'['.repeat(DEEP + 2)}${']'.repeat(DEEP + 2)}}`],
    ['', line('show_answer', `{"problem_id": [${'0,'.repeat(BOUNDS.values.most)}0]}`)],
    ['/event', line('book', JSON.stringify('{"a":'.repeat(DEEP + 3)))],
  ])('line-bounds at %j: nothing of it is read', (path, text) => {
    expect(validateLine(text, 'documented').map((finding) => [finding.rule, finding.path])).toEqual([
      ['line-bounds', path],
    ]);
    if (path === '') expect(() => parseLine(text, 'documented')).toThrow(SyntaxError);
  });

  test('however many brackets a text has, if they are only in its strings', () => {
    const text = line('page_close', '""').replace('"agent": ""', `"agent": "${'[{,'.repeat(500_000)}\\\\"`);
    expect(rules(text)).toEqual([]);
  });

  test('and a key of megabytes is shown shortened', () => {
    const [finding] = validateLine(
      line('save_problem_check', JSON.stringify({ correct_map: { [`a/${'b'.repeat(1e6)}`]: 1 } })),
      'documented',
    ).filter(({ path }) => path.includes('bbb'));
    expect(finding!.path).toBe(`/event/correct_map/a~1${'b'.repeat(198)}...`);
  });

  test('though its type or source only looks like text', () => {
    for (const type of ['{"toString": 1}', '["page_close"]', deep, '5', 'null']) {
      const text = `{${common}, "event_source": ${type}, "event_type": ${type}, "event": ""}`;
      expect(rules(text)).toEqual(['field-type']);
      expect(parseLine(text, 'documented').event).toBe('');
    }
  });

  test('and what it names __proto__ changes nothing', () => {
    expect(rules(`{"__proto__": ${line('page_close', '""')}}`)[0]).toBe('field-missing');
    expect(rules(line('show_answer', '{"__proto__": {"problem_id": "i4x://a/b/c/d"}}'))).toEqual(['payload-missing']);
    expect(rules(line('problem_check', '"input_=&__proto__=1"'))).toEqual(['event-form']);
    const event = parseLine(
      line('save_problem_check', '{"answers": {"__proto__": ["1"], "constructor": "2"}}'),
      'documented',
    ).event as { answers: object };
    expect(Object.keys(event.answers)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(event.answers)).toBe(Object.prototype);
  });
});

describe('megabytes are judged without a hitch', () => {
  test.each(['"', 'a', '/', '\u00e9', '😀', '1', ':', '%20', '&', '='])('%j all over', (unit) => {
    const much = unit.repeat(MEGABYTE / Buffer.byteLength(unit));
    const json = JSON.stringify(much);
    for (const field of ['username', 'ip', 'agent', 'time', 'session']) {
      const text = line('page_close', '""')
        .replace('{', `{${field === 'session' ? `"session": ${json}, ` : ''}`)
        .replace(new RegExp(`"${field}": "[^"]*"`), () => `"${field}": ${json}`);
      expect(rules(text)).toHaveLength(field === 'username' || field === 'agent' ? 0 : 1);
    }
    for (const start of ['http://', 'http://a/', 'i4x://a/b/c/', 'i4x-', 'input_a=']) {
      const value = JSON.stringify(start + much);
      const event = JSON.stringify(`{"id": ${value}, "code": ${value}, "currentTime": 0, "speed": ${value}}`);
      expect(rules(line('play_video', event).replace('"http://a"', () => value)).length).toBeGreaterThan(1);
      expect(() => rules(line('problem_check', value))).not.toThrow();
    }
  });

  test('as a form of one key, time and again', () => {
    const text = line('problem_check', JSON.stringify(`input_a=1${'&input_a=1'.repeat(400_000)}`));
    expect(rules(text)).toEqual([]);
    expect((parseLine(text, 'documented').event as Record<string, string[]>)['input_a']).toHaveLength(400_001);
  });

  test('as faults by the hundred thousand, of which enough are told', () => {
    const map = Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [n, n]));
    expect(rules(line('save_problem_check', JSON.stringify({ correct_map: map }))).length).toBe(1000);
  });
});

test('a value is shown shortened', () => {
  expect([show(undefined), show(null), show('é"'), show([1, { a: [] }])]).toEqual([
    'nothing',
    'null',
    '"é\\""',
    '[1,{"a":[]}]',
  ]);
  expect(show('x'.repeat(1e6))).toBe(`"${'x'.repeat(59)}...`);
  expect(show(Array.from({ length: 1e5 }, () => 0))).toBe(`[${'0,'.repeat(29)}0...`);
  expect(show({ [`${'k'.repeat(70)}`]: 1 })).toBe(`{"${'k'.repeat(58)}...`);
});
