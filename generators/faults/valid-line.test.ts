import { describe, expect, test } from 'vitest';
import { dumps } from '../../src/line/dumps.ts';
import { DIALECTS } from '../../src/spec/index.ts';
import { ValidLine } from './valid-line.ts';
import { CLEAN } from './operators.test.support.ts';

test('a line that was cut has no fields, and no payload', () => {
  const { fields, payload } = new ValidLine('{"username": "ada', 'deployed');
  expect({ fields, payload }).toEqual({ fields: undefined, payload: undefined });
});

describe.each(DIALECTS)('a clean line, %s,', (dialect) => {
  const lines = CLEAN[dialect].filter(({ fields }) => fields !== undefined);

  test('is what the platform’s Python writes of it, so that what changes one part changes no other', () => {
    expect(lines.filter((line) => line.of(line.fields!) !== line.text)).toEqual([]);
  });

  test('is the same with its own field, and with its own payload', () => {
    const changed = lines.filter((line) => {
      const { text, fields, payload } = line;
      return (
        line.with('event', fields!['event']!) !== text || (payload !== undefined && line.withPayload(payload) !== text)
      );
    });
    expect(changed).toEqual([]);
  });
});

test('keys that look like whole numbers stay where they are, on every level of quoting', () => {
  const answers = { b: '1', '10': '2', '9': '3' };
  const order = '"b": "1", "10": "2", "9": "3"';
  const [line] = CLEAN.deployed.filter(({ eventType }) => eventType === 'save_problem_fail');
  const text = line!
    .with('event', { ...line!.payload, answers })
    .replace(/"answers": \{[^}]*\}/, `"answers": {${order}}`);
  const whole = new ValidLine(text, 'deployed');
  expect(text).toContain(order);
  expect(whole.withPayload(whole.payload!)).toBe(text);
  expect(whole.with('agent', 'Lynx')).toBe(text.replace(/"agent": "[^"]*"/, '"agent": "Lynx"'));
  expect(JSON.parse(whole.with('event', dumps(whole.payload!)))).toHaveProperty(
    'event',
    expect.stringContaining(order) as string,
  );
});
