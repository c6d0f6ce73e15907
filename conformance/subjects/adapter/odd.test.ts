/** What adapters do that no test of a property would think of: dying late, dying where they are free, never answering. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { either, mustAccept, log } from '../../inputs/compose.ts';
import { lineOf, logLine, type LogLine } from '../../inputs/log-line.ts';
import type { PropertyLevel, TrialProperty } from '../../properties/property.ts';
import { readTrial, writeTrial } from '../../runner/stored-trial.ts';
import { run } from '../../runner/run.ts';
import type { RunOptions } from '../../runner/options.ts';
import { tryTrial } from '../../runner/try.ts';
import type { Trial } from '../trial.ts';
import { AdapterSubject } from './adapter-subject.ts';
import { oddAdapter } from './odd.test.support.ts';

const TIMEOUT = 20_000;
const [LINE] = fc.sample(logLine('documented'), { seed: 1, numRuns: 1 }) as [LogLine];
const named = (username: string): LogLine => lineOf({ ...LINE.record, username }, LINE.dialect);

const property = (id: string, level: PropertyLevel, users: readonly string[]): TrialProperty => ({
  id,
  level,
  depth: 'lines',
  statement: 'Every line is accepted.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.constantFrom(...users).map((user) => ({
      steps: [log(dialect, [level === 'may' ? either(named(user).text) : mustAccept(named(user))])],
    })),
  ...(level === 'may' && { observe: () => 'answers' }),
});

const start = (command: readonly string[], timeout = TIMEOUT) => AdapterSubject.start(command, { timeout });

async function results(
  command: readonly string[],
  properties: readonly TrialProperty[],
  { timeout = TIMEOUT, ...options }: RunOptions & { timeout?: number } = {},
) {
  const subject = await start(command, timeout);
  const result = await run(subject, { runs: 40, ...options }, properties);
  await subject.close();
  return result;
}

describe.each([
  ['crash', 'count > 20 ? process.exit(3) : say({ id: asked.id, lines });'],
  ['fault', 'say(count > 20 ? { id: asked.id, fault: "full" } : { id: asked.id, lines });'],
  ['refused', 'say({ id: asked.id, lines: count > 20 ? lines.map(() => ({ ok: false })) : lines });'],
])('a %s that comes only after some commands (%s)', (kind, answer) => {
  test('keeps them, and its file shows it again', async () => {
    const command = oddAdapter(answer);
    const [result] = (await results(command, [property('calm', 'must', ['ada'])])).results;
    const { mismatch, trial } = result!.failure!;
    expect(mismatch).toMatchObject({ kind });
    expect(mismatch.flaky).toBeUndefined();
    expect(trial.before!.length).toBeGreaterThanOrEqual(19);
    expect(trial.before!.length).toBeLessThanOrEqual(21);
    const stored = readTrial(writeTrial(temporaryFolder(), { property: 'calm', dialect: 'documented', trial }));
    const again = async (each: Trial) => {
      const subject = await start(command);
      const { mismatch: found } = await tryTrial(subject, each);
      await subject.close();
      return found?.kind;
    };
    expect(await again(stored.trial)).toBe(kind);
    expect(await again({ steps: trial.steps })).toBeUndefined();
  });
});

test('a failure is confirmed, after those before it too, when a run has no time left for it', async () => {
  const command = oddAdapter('say({ id: asked.id, lines: count > 20 ? lines.map(() => ({ ok: false })) : lines });');
  const [result] = (await results(command, [property('calm', 'must', ['ada'])], { effort: 0 })).results;
  const { mismatch, trial } = result!.failure!;
  expect(mismatch.flaky).toBeUndefined();
  expect(trial.before!.length).toBeGreaterThanOrEqual(19);
});

test('slow answers are not waited for without end', async () => {
  const command = oddAdapter(
    'setTimeout(say, count > 5 ? 150 : 0, { id: asked.id, lines: count > 5 ? lines.map(() => ({ ok: false })) : lines });',
  );
  const many = Array.from({ length: 4 }, (_, i) => property(`calm-${i}`, 'must', ['ada']));
  const { results: each } = await results(command, many, { effort: 0, timeout: 400 });
  expect(each.map(({ status }) => status)).toEqual(Array(4).fill('failed'));
});

describe('dying is never free', () => {
  const dies = 'text.includes("wild") ? process.exit(1) : say({ id: asked.id, lines });';
  const free = [property('free', 'may', ['ada', 'wild'])];

  test('where the format leaves the answer free', async () => {
    const {
      results: [result],
      conforms,
    } = await results(oddAdapter(dies), free);
    expect(result).toMatchObject({ status: 'failed', failure: { mismatch: { kind: 'crash' } } });
    expect(conforms).toBe(false);
  });

  test('other than dying, everything is', async () => {
    const {
      results: [result],
    } = await results(oddAdapter('say({ id: asked.id, fault: "no" });'), free);
    expect(result).toMatchObject({ status: 'told', words: expect.stringContaining('an answer is impossible: no') });
  });

  test.each([{ lineBytes: 20 }, { depth: 1 }])('but beyond a limit that is stated: %j', async (limits) => {
    const deep = {
      ...property('free', 'may', ['ada']),
      trials: () => fc.constant({ steps: [log('documented', [either('{"username": "wild", "event": {"a": {}}}')])] }),
    };
    const {
      results: [result],
    } = await results(oddAdapter(dies, { limits }), [deep], { runs: 3 });
    expect(result).toMatchObject({ status: 'told', words: 'ends, beyond a limit that it states' });
  });
});

test('an adapter that answers nothing is given up', async () => {
  const many = Array.from({ length: 8 }, (_, i) => property(`calm-${i}`, 'must', ['ada']));
  const { results: each, stopped, conforms } = await results(oddAdapter(''), many, { timeout: 300 });
  expect(each.map(({ status }) => status)).toEqual([...Array(3).fill('failed'), ...Array(5).fill('skipped')]);
  expect(stopped).toBe('not tried: the parser had answered nothing to 3 properties in a row');
  expect(conforms).toBe(false);
});

test.each([
  [
    'a record 5,000 deep',
    'const deep = "[".repeat(5000) + "]".repeat(5000); process.stdout.write(`{"id":${asked.id},"lines":[{"ok":true,"record":{"username":${deep}}}]}\\n`);',
    /nests deeper than 500 levels/,
  ],
  [
    'a line without end',
    'const piece = "x".repeat(1 << 20); process.stdout.write(`{"id":${asked.id},"lines":"`); for (let i = 0; i < 80; i += 1) process.stdout.write(piece);',
    /a line of more than 67108864 bytes/,
  ],
])('%s is a failure of the adapter', async (_, answer, message) => {
  const subject = await start(oddAdapter(answer, { level: 'fields' }));
  const { mismatch } = await tryTrial(subject, { steps: [log('documented', [mustAccept(named('ada'))])] });
  await subject.close();
  expect(mismatch).toMatchObject({ kind: 'protocol', message: expect.stringMatching(message) });
});

test('what it says to skip must be there', async () => {
  await expect(
    results(oddAdapter('say({ id: asked.id, lines });', { skip: ['crlf', 'no-such'] }), [
      property('calm', 'must', ['ada']),
    ]),
  ).rejects.toThrow('the parser’s skip names the property "no-such"');
});

test('one that ends, and fails hello while its suspects are asked again, is told so and goes on', async () => {
  const [node, program] = oddAdapter('text.includes("wild") ? process.exit(3) : say({ id: asked.id, lines });');
  const starts = join(temporaryFolder(), 'starts');
  // The second time it starts, it ends at once.
  const script = `echo >> "${starts}"; [ $(wc -l < "${starts}") = 2 ] && exit 7; exec "$@"`;
  const subject = await start(['sh', '-c', script, 'sh', node!, program!]);
  const ask = (user: string) => subject.ask(log('documented', [mustAccept(named(user))]).command);
  const replies = await Promise.all(['ada', 'wild', 'eve'].map(ask));
  expect(replies).toMatchObject([
    { kind: 'lines' },
    { kind: 'crash', reason: expect.stringMatching(/fails hello: it exits with 7 before it answers hello/) },
    { kind: 'lines' },
  ]);
  expect(await ask('bob')).toMatchObject({ kind: 'lines' });
  await subject.close();
});

const HELLO = String.raw`{\"protocol\":1,\"parser\":\"p\",\"level\":\"lines\",\"dialects\":[\"documented\"]}`;

test.each([
  [
    'does not flush',
    ['sh', '-c', `read x; while read -r y; do :; done; echo "${HELLO}"`],
    /does not answer hello within 1000 ms, but does when its input ends: it does not flush; .*flush=True/,
  ],
  [
    'does not end its line',
    ['sh', '-c', `printf %s "${HELLO}"; exec sleep 60`],
    /it has begun a line, but not ended it: \{"protocol"/,
  ],
  [
    'only chats',
    ['sh', '-c', 'echo ready; exec sleep 60'],
    /it has printed 1 lines that are no JSON object, the first: ready/,
  ],
  [
    'begins with a byte order mark',
    ['sh', '-c', `printf '\\357\\273\\277'; echo "${HELLO}"; exec sleep 60`],
    /its first line begins with a byte order mark/,
  ],
  ['writes UTF-16', ['sh', '-c', `printf '\\377\\376{\\000}\\000\\n'; exec sleep 60`], /perhaps UTF-16/],
])('an adapter that %s at hello is told what is likely', async (_, command, message) => {
  await expect(AdapterSubject.start(command, { timeout: TIMEOUT, start: 1000 })).rejects.toThrow(message);
});
