import type { ArgumentsCamelCase } from 'yargs';
import { UserError } from '../src/base/user-error.ts';
import { endpointOption, flagOption, textOption } from './arguments.ts';
import type { Command } from './command.ts';
import { say } from './exit.ts';
import { interruption } from './interruption.ts';
import { counted } from '../src/base/format-number.ts';
import { machinesIn } from './summary.ts';
import { StatusLine } from './status-line.ts';

interface Arguments {
  folder: string;
  out: string | undefined;
  force: boolean | undefined;
  endpoint: string | undefined;
  quiet: boolean | undefined;
}

async function run({ folder, out, force, quiet }: ArgumentsCamelCase<Arguments>): Promise<void> {
  if (!out) throw new UserError('repair needs --out DIR, the folder for the clean data set');
  const { repair } = await import('../generators/run/repair.ts');
  const status = new StatusLine(process.stderr, quiet === true);
  const manifest = await repair(folder, {
    out,
    force,
    onProgress: status.reading,
    signal: interruption('nothing was written'),
  }).finally(() => status.end());
  if (!quiet)
    await say(
      `${counted(manifest.totals.lines, 'clean line')} of ${counted(machinesIn(manifest), 'server')} in ${out}`,
    );
}

/** `edxgen repair DIR --out DIR2`: undoes the faults of a run. */
export const repairCommand = {
  usage: 'repair <folder>',
  about: 'undo the faults of a run by its labels',
  positionals: { folder: { type: 'string', describe: 'the folder of a run with faults' } },
  options: {
    out: textOption('out', 'folder for the clean data set; it must be named'),
    force: flagOption('replace the files of an earlier run there'),
    endpoint: endpointOption,
    quiet: flagOption('only the exit status'),
  },
  examples: [['repair dirty --out clean', 'the run as it was before its faults']],
  docs: ['docs/faults.md'],
  run,
} satisfies Command;
