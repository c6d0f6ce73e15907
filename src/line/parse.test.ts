import { describe, expect, test } from 'vitest';
import { parseLine } from './parse.ts';

const line = (source: string, type: string, event: unknown, more: object = {}): string =>
  JSON.stringify({ username: 'anna', ...more, event_source: source, event_type: type, event });

describe('what encodes something is decoded', () => {
  test.each([
    ['browser', 'book', '{"type":"nextpage","new":3}', { type: 'nextpage', new: 3 }],
    ['browser', 'page_close', '', null],
    ['browser', 'problem_check', 'input_a=x+y&input_b%5B%5D=1', { input_a: 'x y', 'input_b[]': ['1'] }],
    ['server', 'show_answer', '{"problem_id":"x"}', { problem_id: 'x' }],
    ['server', 'save_problem_check', { answers: '{"a":"1"}' }, { answers: { a: '1' } }],
  ])('%s %s: %j', (source, type, event, decoded) => {
    expect(parseLine(line(source, type, event), 'documented').event).toEqual(decoded);
  });
});

describe('what is wrong stays as it is', () => {
  test.each([
    ['browser', 'book', '{"type":'],
    ['browser', 'book', '5'],
    ['browser', 'book', { type: 'nextpage' }],
    ['browser', 'page_close', 'closed'],
    ['browser', 'problem_check', 'a=1'],
    ['browser', 'problem_check', 'input_a=%ff'],
    ['server', 'show_answer', ['x']],
    ['server', 'save_problem_check', { answers: '["a"]', state: 'no JSON', correct_map: 5 }],
    ['server', '/courses', '{"POST": {}, "GET": {}}'],
    ['phone', 'book', '{"type":"nextpage","new":3}'],
    ['browser', 'nonsense', '{}'],
  ])('%s %s: %j', (source, type, event) => {
    expect(parseLine(line(source, type, event), 'documented').event).toEqual(event);
  });

  test('fields that nobody knows among them', () => {
    expect(parseLine(line('browser', 'page_close', '', { context: { org: 'x' } }), 'documented')).toHaveProperty(
      'context',
      { org: 'x' },
    );
  });
});

test('a request’s event is decoded unless it was cut, and only in the deployed dialect', () => {
  const whole = '{"POST": {}, "GET": {"a": ["1"]}}';
  const cut = `{"POST": {"a": ["${'x'.repeat(512)}`.slice(0, 512);
  expect(parseLine(line('server', '/courses', whole), 'deployed').event).toEqual({ POST: {}, GET: { a: ['1'] } });
  expect(parseLine(line('server', '/courses', cut), 'deployed').event).toBe(cut);
});

test.each(['', 'x', '{"a": 1', '[]', 'null', '"{}"', '5', '{} {}', '\ufeff{}'])('%j is no line', (text) => {
  expect(() => parseLine(text, 'documented')).toThrow(SyntaxError);
  expect(() => parseLine(text, 'documented')).toThrow('expected a JSON object, got ');
});
