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

  test('is what json.dumps writes of it, so that what changes one part changes no other', () => {
    expect(lines.filter(({ text, fields }) => dumps(fields!) !== text)).toEqual([]);
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
