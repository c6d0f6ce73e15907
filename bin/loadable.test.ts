import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const RUN = '--users 80 --days 4 --servers 1 --dialect deployed --loadable --quiet';

test('a run of whole lines conforms by its manifest, and away from it by the option alone', async () => {
  const folder = temporaryFolder();
  expect(
    await shell(
      `edxgen ${RUN} --out run; edxgen validate --quiet run; mkdir alone; cp run/*.tar alone; edxgen validate --quiet --loadable alone`,
      folder,
    ),
  ).toEqual({ status: 0, out: '', err: '' });
  // The run beside it decides nothing.
  const { status, out } = await shell('edxgen validate run alone', folder);
  expect(status).toBe(1);
  expect(out).toMatch(/^(alone\/.*: line-cut: .*\n)+.* findings?, dialect deployed\n {2}line-cut {2}\d+\n$/);
}, 300_000);

test('faults, the way back and the page', async () => {
  const { status, err } = await shell(
    `set -e; edxgen ${RUN} --faults 0.1 --fault line-cut ip-invalid --out dirty; edxgen validate --quiet dirty --labels dirty/faults.jsonl
     edxgen repair dirty --out clean; edxgen validate --quiet clean; edxgen report clean`,
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
}, 300_000);

test('a cut line is no line of such a run', async () => {
  const { out } = await shell(
    `printf '{"username": "%9986s\\n' x > log; edxgen validate --dialect deployed log; edxgen validate --dialect deployed --loadable log`,
  );
  expect(out).toMatch(/^1 line in 1 file: it conforms.*\nlog:1: line-json/);
});

test.each(['', 'plan'])('%s refuses it where lines are documented', async (command) => {
  expect(await shell(`edxgen ${command} --loadable`)).toEqual({
    status: 2,
    out: '',
    err: 'edxgen: --loadable is for --dialect deployed; every loader takes documented lines as they are\n',
  });
});

test.each([
  ['--spice', '--spice is for --dialect deployed; documented lines know none of what it adds'],
  ['--heartbeats elb', '--heartbeats is for --dialect deployed; documented lines hold no requests'],
  ['--dialect current --heartbeats local', '--heartbeats is for --dialect deployed; current lines hold no heartbeats'],
  [
    '--dialect deployed --loadable --spice',
    '--spice contradicts --loadable, which keeps what is rare from loaders; leave one of them out',
  ],
  [
    '--dialect deployed --loadable --heartbeats elb',
    '--heartbeats elb contradicts --loadable, which leaves heartbeats out; leave one of them out',
  ],
])('%s is refused', async (options, message) => {
  expect(await shell(`edxgen ${options}`)).toEqual({ status: 2, out: '', err: `edxgen: ${message}\n` });
});
