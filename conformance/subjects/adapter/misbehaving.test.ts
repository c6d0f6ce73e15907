import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mustAccept, log } from '../../inputs/compose.ts';
import { listOf } from '../../inputs/list.ts';
import { lineOf, logLine, type LogLine } from '../../inputs/log-line.ts';
import type { MismatchKind } from '../../oracle/mismatch.ts';
import type { TrialProperty } from '../../properties/property.ts';
import { run } from '../../runner/run.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { AdapterSubject } from './adapter-subject.ts';

const PROGRAM = fileURLToPath(
  new URL('../../../build/conformance/subjects/adapter/misbehaving.test.support.js', import.meta.url),
);
/** Milliseconds; those that never answer are given up early. */
const TIMEOUT = { hang: 700, other: 5000 };

/** One line, so that a failing log is soon as small as it goes: what shrinks is tested elsewhere. */
const [LINE] = fc.sample(logLine('documented'), { seed: 1, numRuns: 1 }) as [LogLine];

const named = (line: LogLine, username: string): LogLine => lineOf({ ...line.record, username }, line.dialect);

/** Logs of lines, in some of which a user occurs. */
const property = (id: string, users: fc.Arbitrary<string>): TrialProperty => ({
  id,
  level: 'must',
  depth: 'lines',
  statement: 'Every line is accepted.',
  source: 'format: A line',
  trials: (dialect) =>
    listOf(users, 1, 3).map((names) => ({
      steps: [
        log(
          dialect,
          names.map((name) => mustAccept(named(LINE, name))),
        ),
      ],
    })),
});

/** In turn, so that what goes wrong in one is near the others. */
const calm = (number: number) => property(`calm-${number}`, fc.constant('calm'));
const PROPERTIES = [calm(1), property('wild', fc.constantFrom('calm', 'calm', 'wild')), calm(2), calm(3)];

async function failures(
  mode: string,
  window: number,
  timeout: number,
  runs = 60,
): Promise<{ failed: [string, MismatchKind][]; noise: number }> {
  const children = join(temporaryFolder(), 'children');
  const subject = await AdapterSubject.start([process.execPath, PROGRAM, mode, String(window), children], {
    timeout,
  });
  const { results, noise } = await run(subject, { runs, effort: EFFORT }, PROPERTIES);
  await subject.close();
  if (mode.endsWith('-with-child')) {
    const started = readFileSync(children, 'utf8').trim().split('\n');
    expect(started.filter(isRunning)).toEqual([]);
  }
  const failed = results.filter(({ status }) => status === 'failed');
  return { failed: failed.map(({ property: { id }, failure }) => [id, failure!.mismatch.kind]), noise: noise.count };
}

/** Milliseconds for making a failure smaller and confirming it: there is one in a run, and its log is small. */
const EFFORT = 1000;

const MISBEHAVIOURS = [
  ['twice', 'protocol'],
  ['wrong-id', 'protocol'],
  ['no-id', 'protocol'],
  ['no-lines', 'protocol'],
  ['bad-line', 'protocol'],
  ['short-count', 'count'],
  ['fault', 'fault'],
  ['exit-0', 'crash'],
  ['exit-1', 'crash'],
  ['signal', 'crash'],
  ['exit-after', 'crash'],
  ['exit-with-child', 'crash'],
] as const;

test.each(MISBEHAVIOURS)('%s is a %s of the property that asked, and of no other', async (mode, kind) => {
  expect((await failures(mode, 8, TIMEOUT.other)).failed).toEqual([['wild', kind]]);
});

test.each(['twice', 'exit-0', 'exit-after'])(
  '%s is told of the right property too when one command waits at a time',
  async (mode) => {
    expect((await failures(mode, 1, TIMEOUT.other)).failed.map(([id]) => id)).toEqual(['wild']);
  },
);

test.each([
  ['good', 8, false],
  ['two-halves', 1, false],
  ['noise', 8, true],
] as const)('%s is no failure', async (mode, window, noisy) => {
  const { failed, noise } = await failures(mode, window, TIMEOUT.other, 250);
  expect(failed).toEqual([]);
  expect(noise > 0).toBe(noisy);
});

test.each(['half-line', 'late', 'hang-with-child'])(
  '%s is a hang of the property that asked, and of no other',
  async (mode) => {
    expect((await failures(mode, 8, TIMEOUT.hang)).failed).toEqual([['wild', 'hang']]);
  },
);

/** Whether a process runs: one that is dead may wait for its parent to notice [proc_pid_stat(5)]. */
function isRunning(id: string): boolean {
  try {
    return !readFileSync(`/proc/${id}/stat`, 'latin1').replace(/^.*\)/s, '').startsWith(' Z');
  } catch {
    return false;
  }
}

test.each([
  [['no-such-program-anywhere'], /cannot be started/],
  [['sh', '-c', 'echo broken >&2; exit 3'], /exits with 3 before it answers hello; its last words: broken/],
  [['sh', '-c', 'echo "{\\"protocol\\": 2}"; cat'], /speaks protocol 2/],
  [
    ['sh', '-c', 'echo "{\\"protocol\\": 1, \\"parser\\": \\"x\\", \\"level\\": \\"deep\\"}"; cat'],
    /level must be lines, fields or payload, not "deep"/,
  ],
  [['cat'], /speaks protocol 1|parser must be the name/],
  [['sleep', '5'], /does not answer hello within/],
])('an adapter that fails hello is told of: %j', async (command, message) => {
  await expect(AdapterSubject.start(command, { timeout: TIMEOUT.other, start: 1000 })).rejects.toThrow(message);
});
