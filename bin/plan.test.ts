import { generate, type GenerateOptions } from 'edxgen';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { CHECKOUT } from '../testing/program.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { STREAMED } from '../src/archive/file-names.ts';

interface Planned {
  readonly lines: number;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly truthBytes: number;
  readonly dailyFiles: number;
  readonly standardError: number;
  readonly sample: { readonly learners: number };
  readonly parts: number;
}

const SIZES = ['lines', 'bytes', 'packedBytes', 'truthBytes', 'dailyFiles'] as const;

async function planned(options: string): Promise<Planned> {
  const { status, out, err } = await shell(`edxgen plan ${options} --json`);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as Planned;
}

/** Options as the command line takes them. */
const flags = (options: GenerateOptions): string =>
  Object.entries(options)
    .flatMap(([name, value]) => [value as unknown].flat().map((each) => `--${name} ${String(each)}`))
    .join(' ');

/** What a run shows of what is planned. */
async function run(options: GenerateOptions): Promise<Record<(typeof SIZES)[number], number>> {
  const out = join(temporaryFolder(), 'run');
  const { totals, servers } = await generate({ ...options, out, jobs: 1 });
  const truth = STREAMED.map((name) => statSync(join(out, `truth/${name}.jsonl`)).size);
  return {
    lines: totals.lines,
    bytes: totals.bytes,
    packedBytes: servers.reduce((sum, { bytes }) => sum + bytes, 0),
    truthBytes: truth.reduce((sum, size) => sum + size, 0),
    dailyFiles: servers.reduce((sum, { files }) => sum + files.length, 0),
  };
}

test('a large run is what a hundredth of it is, times a hundred, as near as it says', async () => {
  const plan = await planned('--users 1000000 --days 1 --servers 200 --seed b');
  const part = await run({ users: 10_000, days: 1, servers: 2, seed: 'b' });
  expect(plan.standardError).toBeLessThan(0.05);
  expect(plan.standardError).toBeGreaterThan(0.005);
  // People differ as much in the part as in the sample, whose size hangs on how fast the machine is.
  const own = plan.standardError * Math.sqrt(plan.sample.learners / 10_000);
  const near = 2.5 * Math.hypot(plan.standardError, own);
  for (const size of SIZES) {
    const ratio = plan[size] / (100 * part[size]);
    expect({ size, isNear: Math.abs(ratio - 1) < near }).toEqual({ size, isNear: true });
  }
});

const SMALL: Readonly<Record<string, GenerateOptions>> = {
  documented: { users: 50, days: 3, servers: 5 },
  deployed: { users: 50, days: 1, servers: 3, dialect: 'deployed', seed: 'other' },
  'in one log': { users: 30, days: 2, servers: 3, dialect: 'current', packaging: 'tutor' },
  'in files that are cut': {
    users: 60,
    days: 2,
    servers: 2,
    dialect: 'current',
    packaging: 'native',
    compress: 'none',
  },
  'a site': { users: 40, days: 3, site: join(CHECKOUT, 'examples/site.yaml') },
  'with incidents': {
    users: 60,
    days: 2,
    servers: 2,
    incident: ['outage=at:0.5,hours:6', 'harvester=share:0.5'],
  },
  'not compressed': { users: 30, days: 2, servers: 2, compress: 'none', preset: 'campus' },
};

test.each(Object.entries(SMALL))('a small run is told to the byte: %s', async (_, options) => {
  const { standardError, ...plan } = await planned(flags(options));
  expect(standardError).toBe(0);
  expect(plan).toMatchObject(await run(options));
});

test('the files of a log that all servers write to are foreseen as they pack', async () => {
  const options = { users: 500, days: 4, servers: 4, dialect: 'current', packaging: 'native' } as const;
  const [plan, really] = [await planned(flags(options)), await run(options)];
  expect(plan.dailyFiles).toBe(really.dailyFiles);
  expect(Math.abs(plan.packedBytes / really.packedBytes - 1)).toBeLessThan(0.05);
});

test('people read what it will take, and how to split it', async () => {
  const { status, out } = await shell('edxgen plan --users 40 --days 1');
  expect(status).toBe(0);
  expect(out).toMatch(
    /^40 users, 1 day, 4 servers, dialect documented\n\n {2}lines +\d+\n {2}text +[\d.]+ kB in \d daily files\n {2}packed/,
  );
  expect(out).toMatch(/by the whole run: 40 learners simulated/);
  expect(out).toMatch(/best in one part/);
});

test.each([
  ['--users 0', '--users must be a whole number from 1 to 10000000, not 0'],
  [
    '--compress none --gzip-level 3',
    '--compress none does not compress, so --gzip-level has no meaning; leave one of them out',
  ],
  ['--course missing.yaml', 'missing.yaml: there is no such file'],
])('plan %s is told in one line', async (options, message) => {
  expect(await shell(`edxgen plan ${options}`)).toEqual({ status: 2, out: '', err: `edxgen: ${message}\n` });
});
