/** How the program ends: 1 only where a check failed, 2 when the surroundings break down, 130 and 143 when it is stopped. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Processes by the dozen, on a machine that may be busy. */
const SLOW = 240_000;

vi.setConfig({ testTimeout: SLOW });

let cwd: string;
beforeAll(async () => {
  cwd = temporaryFolder();
  await shell(
    `edxgen --users 20 --days 1 --out run --quiet; edxgen --users 20 --days 1 --faults 0.1 --out dirty --quiet
    edxgen --users 10 --days 2 --servers 4 --dialect deployed --heartbeats elb --faults 0.001 --out large --quiet`,
    cwd,
  );
}, SLOW);

const COMMANDS = [
  'generate --users 20 --days 1 --out new',
  '--stdout --users 20 --days 1',
  'validate run',
  'report run',
  'merge run',
  'repair dirty --out mended',
  'plan --users 10',
  'faults',
  'schema',
  'fixtures corpus --dialect documented',
  'conform --list',
  '--help',
  '--version',
];

/** Limits at which modules cannot be loaded, threads not begun, files not opened: which it is depends on the machine. */
test.each(COMMANDS)('edxgen %s without file descriptors is told in one line', async (command) => {
  for (const limit of [24, 110]) {
    const { status, err } = await shell(`ulimit -n ${limit}; rm -rf new mended corpus; edxgen ${command}`, cwd);
    if (status !== 0)
      expect({ limit, status, err }).toEqual({
        limit,
        status: 2,
        err: expect.stringMatching(/^edxgen: [^\n]*\(ulimit -n\)[^\n]*\n$/),
      });
    if (limit <= 24) expect(status).toBe(2);
  }
});

test.each(COMMANDS)('edxgen %s ends with 2 when standard output is full, and says so', async (command) => {
  const { status, err } = await shell(`rm -rf new mended corpus; edxgen ${command} > /dev/full`, cwd);
  expect({ status, err }).toEqual({
    status: 2,
    err: 'edxgen: cannot write to standard output: the disk is full; free some space or choose another place\n',
  });
});

test.each(['2> /dev/full', '2>&-', '> /dev/full 2>&1'])('with %s an error still ends with 2', async (where) => {
  const { status } = await shell(`edxgen validate nowhere ${where}`, cwd);
  expect(status).toBe(2);
});

test('what cannot be said on standard error does not stop the work, but shows in the status', async () => {
  const folder = temporaryFolder();
  const { status } = await shell(
    'SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_COUNT=1 edxgen --users 5 --days 1 --out run 2> /dev/full; echo $? > status; edxgen merge run --quiet',
    folder,
  );
  expect([status, readdirSync(join(folder, 'run'))]).toEqual([0, expect.arrayContaining(['manifest.json'])]);
  expect((await shell('cat status', folder)).out).toBe('2\n');
});

const LONG = [
  'generate --users 200000 --days 30 --out new',
  '--users 200000 --days 30 --out new --resume',
  '--users 200000 --days 30 --out new --part 1/2',
  '--stdout --users 200000 --days 30 > /dev/null',
  'plan --users 10000000 --days 98',
  'validate $(yes large | head -n 60) --quiet',
  'report $(yes large | head -n 60) --out page.html',
  'repair large --out new',
  'conform -- sleep 60',
];

/** Loaded before the program: sends it a signal when it listens to it, and has begun to work. (A ? would begin the query of the address.) */
const stopper = (signal: string): string =>
  `data:text/javascript,const wait=()=>setTimeout(()=>process.listenerCount('${signal}')&&setTimeout(()=>process.kill(process.pid,'${signal}'),100).unref()||wait(),10).unref();wait()`;

test.each(
  LONG.map(
    (command, index) =>
      [command, ...(index % 2 === 0 ? (['SIGINT', 130] as const) : (['SIGTERM', 143] as const))] as const,
  ),
)('edxgen %s ends on %s with %i, and its one line', async (command, signal, ended) => {
  const { status, err } = await shell(
    `rm -rf new; exec "$NODE" --import "${stopper(signal)}" "$PROGRAM" ${command}`,
    cwd,
  );
  expect({ status, err }).toEqual({
    status: ended,
    err: expect.stringMatching(new RegExp(`^edxgen: stopped by ${signal}(; [^\\n]*)?\\n$`)),
  });
  expect(existsSync(join(cwd, 'page.html'))).toBe(false);
});
