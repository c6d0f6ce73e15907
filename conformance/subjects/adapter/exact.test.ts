import { expect, test } from 'vitest';
import { FilterSubject } from '../filter/filter-subject.ts';
import type { ParseCommand } from '../trial.ts';
import { AdapterSubject } from './adapter-subject.ts';

const RECORD = '{"event": {"seed": 9007199254740993}}';
const ADAPTER = `
let id = 0;
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  if (line.includes('hello')) console.log('{"protocol": 1, "parser": "x", "level": "payload", "dialects": ["documented"]}');
  else if (line.includes('bye')) process.exit(0);
  else console.log('{"id": ' + (id += 1) + ', "lines": [{"ok": true, "record": ${RECORD}}]}');
});`;
const FILTER = `process.stdin.resume().on('end', () => console.log('{"ok": true, "record": ${RECORD}}'));`;

const asked = (exact: boolean): ParseCommand => ({
  cmd: 'parse',
  dialect: 'documented',
  want: 'records',
  chunks: [Buffer.from('{}\n')],
  ...(exact && { exact }),
});
const answered = (seed: unknown) => ({ kind: 'lines', lines: [{ ok: true, record: { event: { seed } } }] });

test('an adapter’s integers are read to the last digit where a trial asks for them', async () => {
  const subject = await AdapterSubject.start([process.execPath, '-e', ADAPTER], { timeout: 30_000 });
  expect(await subject.ask(asked(true))).toMatchObject(answered('9007199254740993'));
  expect(await subject.ask(asked(false))).toMatchObject(answered(9_007_199_254_740_992));
  expect(await subject.close()).toBeUndefined();
});

test('a filter’s too', async () => {
  const subject = await FilterSubject.start([process.execPath, '-e', FILTER], 30_000);
  expect(await subject.ask(asked(true))).toMatchObject(answered('9007199254740993'));
});
