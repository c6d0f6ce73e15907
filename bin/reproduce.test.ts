import { expect, test } from 'vitest';
import { linearTime } from '../conformance/properties/linear-time.ts';
import { reproductions } from './reproduce.ts';

test('a failure that was measured is seen again by what is stored, and by measuring all', () => {
  const mismatch = { kind: 'slow' as const, message: '', step: 0, differences: [] };
  const result = {
    property: linearTime,
    dialect: 'documented' as const,
    status: 'failed' as const,
    words: '',
    runs: 1,
    ms: 0,
    failure: { mismatch, trial: { steps: [] }, shrinks: 0 },
  };
  expect(reproductions(result, { command: ['./adapter'], way: ['--endpoint', 'a b'] }, 'a.json')).toEqual([
    "edxgen conform --replay a.json --endpoint 'a b' -- ./adapter",
    "edxgen conform --only linear-time --dialect documented --endpoint 'a b' -- ./adapter",
  ]);
});
