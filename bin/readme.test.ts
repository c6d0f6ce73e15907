import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** A block of commands that the page gives with `npx`, and the block of output after it. */
const doors = Array.from(
  README.matchAll(/```sh\n([^`]+)```[^`]*```text\n([^`]+)```/g),
  ([, commands, output]) => [commands!.replaceAll(/npm ci && |npx /g, '').trim(), output!.trimEnd()] as const,
);

test('there are three doors', () => expect(doors).toHaveLength(3));

test.each(doors)('%s', async (commands, output) => {
  const { out } = await shell(commands);
  expect(out).toContain(output);
});
