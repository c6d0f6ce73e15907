/**
 * Validates a million mutated lines, or as many as asked for, and tells the slowest and the most memory. A fault that
 * throws ends it; one that hangs is seen.
 */
import { parseArgs } from 'node:util';
import { Readable } from 'node:stream';
import { simulate } from '../../generators/index.ts';
import { mutate } from '../../testing/mutate.ts';
import { stream } from '../base/random/index.ts';
import { DIALECTS } from '../spec/index.ts';
import { validateLogs } from './validate-logs.ts';

const { values } = parseArgs({
  options: { mutations: { type: 'string', default: '1000000' }, seed: { type: 'string', default: 'fuzz' } },
});
const total = Number(values.mutations);
const random = stream(values.seed, 'mutations');

const pool: Buffer[] = [];
for (const dialect of DIALECTS) {
  for await (const line of simulate({ users: 60, days: 7, servers: 1, dialect }).lines()) {
    if (!line.includes('/heartbeat')) pool.push(Buffer.from(line.slice(0, -1)));
  }
}

let newlines = 0;
function* mutated(): Generator<Buffer> {
  for (let n = 0; n < total; n += 1) {
    const line = mutate(pool[Math.floor(random() * pool.length)]!, random);
    for (let at = line.indexOf(10); at >= 0; at = line.indexOf(10, at + 1)) newlines += 1;
    newlines += 1;
    yield Buffer.concat([line, Buffer.from('\n')]);
  }
}

const begin = performance.now();
let rules = 0;
const summary = await validateLogs(['-'], { onFinding: () => (rules += 1), stdin: Readable.from(mutated()) });
const seconds = (performance.now() - begin) / 1000;
if (summary.lines !== newlines) throw new Error(`${newlines} lines were written, ${summary.lines} read`);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  `${total} mutations of ${pool.length} lines: ${summary.lines} lines read in ${seconds.toFixed(1)} s, ${summary.conforming} conform, ${rules} findings, peak memory ${peak} MiB\n`,
);
