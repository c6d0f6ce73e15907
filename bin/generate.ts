import type { ArgumentsCamelCase, CommandModule } from 'yargs';
import { DEFAULTS } from '../generators/defaults.ts';
import { UserError } from '../src/user-error.ts';
import { flagOption, listOption, numberOption, textOption } from './arguments.ts';
import { print } from './exit.ts';
import { Progress } from './progress.ts';
import { checkPacking, runOptions, type RunArguments } from './run-options.ts';
import { summary } from './summary.ts';

interface Arguments extends RunArguments {
  out: string | undefined;
  stdout: boolean | undefined;
  jobs: number | undefined;
  report: boolean | undefined;
  force: boolean | undefined;
  faults: number | undefined;
  fault: string[] | undefined;
  quiet: boolean | undefined;
  json: boolean | undefined;
}

const options = {
  ...runOptions,
  out: textOption('out', 'folder to write to', DEFAULTS.out),
  stdout: flagOption('write the lines to standard output, merged in time order; no files'),
  jobs: numberOption('jobs', 'how many threads', 'processors'),
  report: flagOption('write a page about the run too, report.html'),
  faults: numberOption('faults', 'share of the lines to break', '0'),
  fault: listOption('fault', 'which faults, NAME or NAME=COUNT; may be given more than once, or with several names', 'all line operators'),
  force: flagOption('replace the files of an earlier run'),
  quiet: flagOption('no progress and no summary'),
  json: flagOption('summary as JSON on standard output'),
};

/** Options that say how files are written, and so mean nothing without files. */
const FILE_OPTIONS = ['out', 'compress', 'gzipLevel', 'jobs', 'report', 'force', 'json'] as const;

function contradiction(given: Arguments): string | undefined {
  const file = FILE_OPTIONS.find((name) => given[name] !== undefined);
  const flag = file === 'gzipLevel' ? 'gzip-level' : file;
  if (given.stdout && file) return `--stdout writes no files, so --${flag} has no meaning; leave one of them out`;
  return undefined;
}

const CHUNK = 64 * 1024;

async function toStandardOutput(given: Arguments): Promise<void> {
  const { simulate } = await import('../generators/simulate.ts');
  const clean = simulate(given).lines();
  const lines = given.faults === undefined && given.fault === undefined ? clean : (await import('../generators/faults/faulty-lines.ts')).faultyLines(clean, given);
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length > CHUNK) {
      await print(Buffer.from(chunk, 'latin1'));
      chunk = '';
    }
  }
  await print(Buffer.from(chunk, 'latin1'));
}

/** A signal that says when the user wants to stop. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new UserError(`stopped by ${signal}; nothing was written`)));
  }
  return controller.signal;
}

async function toFiles(given: Arguments): Promise<void> {
  const { generate } = await import('../generators/generate.ts');
  const progress = new Progress(process.stderr, given.quiet === true);
  const report = progress.report.bind(progress);
  const manifest = await generate(given, { report, signal: interruption() }).finally(() => progress.end());
  const folder = given.out ?? DEFAULTS.out;
  if (given.report) await (await import('./report.ts')).writeReport([folder]);
  if (given.json) await print(`${JSON.stringify({ out: folder, ...manifest })}\n`);
  else if (!given.quiet) await print(summary(manifest, folder, given.report === true));
}

async function run(given: ArgumentsCamelCase<Arguments>): Promise<void> {
  const conflict = contradiction(given);
  if (conflict) throw new UserError(conflict);
  checkPacking(given);
  if (given.stdout) await toStandardOutput(given);
  else await toFiles(given);
}

/** `edxgen [generate]`: the main job. */
export const generateCommand: CommandModule<object, Arguments> = {
  command: ['generate', '$0'],
  describe: 'simulate learners and write their tracking logs',
  builder: options as unknown as CommandModule<object, Arguments>['builder'] & object,
  handler: run,
};
