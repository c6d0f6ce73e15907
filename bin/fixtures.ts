import type { ArgumentsCamelCase } from 'yargs';
import type { Command } from './command.ts';
import { say } from './exit.ts';
import { counted } from '../src/base/format-number.ts';

interface Arguments {
  dir: string;
}

async function run({ dir }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { writeFixtures } = await import('../conformance/fixtures/write.ts');
  await say(`${counted(writeFixtures(dir), 'case')} in ${dir}; index.json lists them`);
}

/** `edxgen fixtures DIR`: the static corpus. */
export const fixturesCommand = {
  usage: 'fixtures <dir>',
  about: 'write small logs and archives with what a parser must make of them',
  positionals: { dir: { type: 'string', describe: 'the folder to write to' } },
  options: {},
  examples: [['fixtures test/fixtures', 'for tests that start no processes']],
  docs: ['docs/conformance.md'],
  run,
} satisfies Command;
