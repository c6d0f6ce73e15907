import type { ArgumentsCamelCase, CommandModule } from 'yargs';
import { print } from './exit.ts';
import { counted } from '../src/numbers.ts';

interface Arguments {
  dir: string;
}

async function run({ dir }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { writeFixtures } = await import('../conformance/fixtures/write.ts');
  await print(`${counted(writeFixtures(dir), 'case')} in ${dir}; index.json lists them\n`);
}

/** `edxgen fixtures DIR`: the static corpus. */
export const fixturesCommand: CommandModule<object, Arguments> = {
  command: 'fixtures <dir>',
  describe: 'write small logs and archives with what a parser must make of them',
  builder: (yargs) => yargs.positional('dir', { type: 'string', demandOption: true, describe: 'folder to write to' }) as never,
  handler: run,
};
