import { expect, test } from 'vitest';
import { StatusLine, timeLeft } from './status-line.ts';

test.each([
  [1000, 0, ''],
  [1000, 1, ''],
  [1000, 0.5, '1 s left'],
  [10_000, 0.1, '90 s left'],
  [60_000, 0.1, '9 min left'],
  [3_600_000, 0.25, '3.0 h left'],
])('%i ms for a share of %f: %s', (elapsed, share, left) => expect(timeLeft(elapsed, share)).toBe(left));

test('a line changes in place on a terminal, and nothing is written elsewhere', () => {
  let text = '';
  const terminal = { isTTY: true, write: (more: string) => (text += more) };
  const line = new StatusLine(terminal, false);
  line.progress(0.5, () => 'half');
  line.progress(0.6, () => 'too soon to be shown');
  line.end();
  expect(text).toMatch(/^\r\u001b\[K 50% {2}half {2}\d+ s left\r\u001b\[K$/);
  text = '';
  for (const silent of [new StatusLine({ ...terminal, isTTY: false }, false), new StatusLine(terminal, true)]) {
    silent.progress(0.5, () => 'half');
    silent.end();
  }
  expect(text).toBe('');
});
