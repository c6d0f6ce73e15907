import type { ArgumentsCamelCase } from 'yargs';
import { flagOption, pathsPositional } from './arguments.ts';
import type { Command } from './command.ts';
import { CHECK_FAILED, say } from './exit.ts';

interface Arguments {
  file: string[];
  quiet: boolean | undefined;
}

async function run({ file: files, quiet }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { checkFile } = await import('../generators/run/written-files.ts');
  const { FileMistakes } = await import('../src/base/user-files/read-file.ts');
  const told = (path: string): string[] => {
    try {
      return [`${path}: a ${checkFile(path)}, no mistakes`];
    } catch (error) {
      if (!(error instanceof FileMistakes)) throw error;
      process.exitCode = CHECK_FAILED;
      return error.details.length > 0 ? [...error.details] : [error.message];
    }
  };
  const lines = files.flatMap(told);
  if (!quiet) await say(...lines);
}

/** `edxgen check FILE...`: whether files that people write say what they may. */
export const checkCommand = {
  usage: 'check <file..>',
  about: 'check files of a course, a behaviour or a site, and tell every mistake',
  positionals: { file: pathsPositional('a course, behaviour or site file, YAML or JSON') },
  options: { quiet: flagOption('only the exit status') },
  examples: [['check course.yaml', 'before a run with --course course.yaml']],
  docs: ['examples/course.yaml', 'examples/behaviour.yaml', 'examples/site.yaml'],
  run,
} satisfies Command;
