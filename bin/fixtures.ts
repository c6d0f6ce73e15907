import type { ArgumentsCamelCase } from 'yargs';
import { DIALECTS, type Dialect } from '../src/spec/dialect.ts';
import { choiceOption } from './arguments.ts';
import type { Command } from './command.ts';
import { say } from './exit.ts';
import { counted } from '../src/base/format-number.ts';

interface Arguments {
  dir: string;
  dialect: Dialect | undefined;
}

async function run({ dir, dialect }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { writeFixtures } = await import('../conformance/fixtures/write.ts');
  await say(`${counted(writeFixtures(dir, dialect), 'case')} in ${dir}; index.json lists them`);
}

/** `edxgen fixtures DIR`: the static corpus. */
export const fixturesCommand = {
  usage: 'fixtures <dir>',
  about: 'write small logs and archives with what a parser must make of them',
  positionals: { dir: { type: 'string', describe: 'the folder to write to' } },
  options: { dialect: choiceOption('dialect', 'only this dialect', DIALECTS, 'all') },
  examples: [
    ['fixtures test/fixtures', 'for tests that start no processes'],
    ['fixtures test/fixtures --dialect current', 'of today’s logs alone'],
  ],
  docs: ['docs/conformance.md'],
  run,
} satisfies Command;
