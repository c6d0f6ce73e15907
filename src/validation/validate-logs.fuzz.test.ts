/** Whatever a log holds, it is read to its end: no input stops the validator, and a line after a broken one is always read. */
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect } from 'vitest';
import { sniff } from '../archive/sniff.ts';
import { encodeLine } from '../line/index.ts';
import { mutate } from '../../testing/mutate.ts';
import { stream } from '../base/random/index.ts';
import { record } from '../../conformance/inputs/payload.ts';
import { DIALECTS } from '../spec/index.ts';
import { validateLogs, type LogFinding } from './validate-logs.ts';

const LIMIT = 4096;
const GOOD = Buffer.from(
  '{"username": "", "session": "", "time": "2013-03-04T00:00:00.000000", "ip": "::1", "agent": "", "page": "http://a", "event_source": "browser", "event_type": "page_close", "event": ""}',
);
const lines = fc.constantFrom(...DIALECTS).chain((dialect) =>
  fc.array(
    record(dialect).map((one) => Buffer.from(encodeLine(one, dialect))),
    { minLength: 1, maxLength: 8 },
  ),
);

forAll([lines, fc.integer(), fc.integer({ min: 1, max: 64 })], { numRuns: 800 })(
  'mutated lines are all read, and so is the last one, which conforms',
  async (clean, seed, size) => {
    const random = stream('fuzz', seed);
    const broken = Buffer.concat(clean.flatMap((line) => [mutate(line, random), Buffer.from('\n')]));
    const log = Buffer.concat([broken, Buffer.from('noise"}\n'), GOOD, Buffer.from('\n')]);
    fc.pre(sniff(log) === 'lines');
    const pieces = Array.from({ length: Math.ceil(log.length / size) }, (_, n) =>
      log.subarray(n * size, (n + 1) * size),
    );
    const found: LogFinding[] = [];
    const summary = await validateLogs(['-'], {
      onFinding: (finding) => found.push(finding),
      stdin: Readable.from(pieces),
      maxLine: LIMIT,
      dialect: 'documented',
    });
    const count = log.reduce((sum, byte) => sum + Number(byte === 10), 0);
    expect(summary.lines).toBe(count);
    expect(found.filter(({ line }) => line === count - 1).map(({ rule }) => rule)).toContain('line-json');
    expect(found.filter(({ line, rule }) => line === count && rule !== 'session-user')).toEqual([]);
    expect(summary.conforming).toBe(count - new Set(found.map(({ line }) => line)).size);
  },
);
