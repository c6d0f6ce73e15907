/** `edxgen conform --init`: what it writes is right as it stands. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCAFFOLDS } from '../conformance/scaffold.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const MINUTES = 5 * 60_000;

test.each(SCAFFOLDS)(
  '%s: the adapter keeps the protocol and reads lines right',
  async (language) => {
    const folder = temporaryFolder();
    const { status, out } = await shell(`edxgen conform --init ${language}`, folder);
    expect(status).toBe(0);
    // The commands that it prints, run as they stand; what costs most in a run is not the question here.
    const next = out
      .slice(out.indexOf('then:') + 5)
      .trim()
      .split('\n')
      .map((line) => line.trim().replace(/ conform -- /, ' conform --runs 5 --skip linear-time -- '));
    const ran = await shell(next.join(' && '), folder);
    expect(ran.out).toContain('my-parser reads edX tracking logs (documented), lines:');
    expect(ran.status).toBe(0);
    const command = / -- (.*)$/.exec(next.at(-1)!)![1]!;
    expect(readFileSync(join(folder, '.github/workflows/edx-tracking-logs.yml'), 'utf8')).toMatch(
      new RegExp(`edxgen conform .* -- ${command.replaceAll('.', '\\.')}$`, 'm'),
    );
  },
  MINUTES,
);

test('files that are there stay as they are', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'adapter.py'), 'mine');
  const { status, err } = await shell('edxgen conform --init python', folder);
  expect(status).toBe(2);
  expect(err).toBe(
    'edxgen: adapter.py is there already, and is left as it is; move it away, or write another one elsewhere\n',
  );
  expect(readFileSync(join(folder, 'adapter.py'), 'utf8')).toBe('mine');
});
