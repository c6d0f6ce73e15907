import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const PAGE = readFileSync(new URL('../docs/ten-minutes.md', import.meta.url), 'utf8');

/** The programs of the page that say which file they are. */
const programs = new Map(
  Array.from(PAGE.matchAll(/```python\n# (\S+)\n([^]*?)```/g), ([, name, text]) => [name!, text!] as const),
);

const hasPython = (() => {
  try {
    execFileSync('python3', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

/** Milliseconds: what is measured takes its time on a busy machine. */
const PATIENCE = 600_000;

test.skipIf(!hasPython)('the parser of the ten minutes conforms, in its own words', { timeout: PATIENCE }, async () => {
  const folder = temporaryFolder();
  expect([...programs.keys()]).toEqual(['parser.py', 'adapter.py']);
  for (const [name, text] of programs) writeFileSync(join(folder, name), text);
  const { status, out } = await shell('edxgen conform --runs 10 -- python3 adapter.py', folder);
  expect(status).toBe(0);
  // A busy machine may leave it unclear how time grows, which is told, and not counted.
  if (!out.includes('not measurable here')) expect(PAGE).toContain(out.trimEnd().split('\n').at(-1));
});

test.skipIf(!hasPython)('--check says of the first adapter what the page says', async () => {
  const folder = temporaryFolder();
  const [parser, adapter] = Array.from(PAGE.matchAll(/```py\n([^]*?)```/g), ([, text]) => text!);
  writeFileSync(join(folder, 'parser.py'), parser!);
  writeFileSync(join(folder, 'adapter.py'), adapter!);
  const { status, out } = await shell('edxgen conform --check -- python3 adapter.py', folder);
  expect(status).toBe(1);
  expect(PAGE).toContain(
    out
      .split('\n')
      .filter((line) => !line.startsWith('ok'))
      .join('\n')
      .trim(),
  );
});
