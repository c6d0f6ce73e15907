import type { ArgumentsCamelCase } from 'yargs';
import { RUN_DEFAULTS } from '../generators/run/defaults.ts';
import type { Manifest } from '../generators/run/manifest.ts';
import { ALL, type Share } from '../generators/run/share.ts';
import { UserError } from '../src/base/user-error.ts';
import { endpointOption, flagOption, listOption, numberOption, textOption } from './arguments.ts';
import { inGroup, type Command } from './command.ts';
import { collectSoon, compileLess } from './engine.ts';
import { print, printJson, say } from './exit.ts';
import { interruption } from './interruption.ts';
import { Progress } from './progress.ts';
import { checkPacking, runOptions, type RunArguments } from './run-options.ts';
import { sayIfNobody, shareSummary, summary } from './summary.ts';

interface Arguments extends RunArguments {
  out: string | undefined;
  stdout: boolean | undefined;
  jobs: number | undefined;
  report: boolean | undefined;
  force: boolean | undefined;
  part: string | undefined;
  parts: number | undefined;
  resume: boolean | undefined;
  endpoint: string | undefined;
  faults: number | undefined;
  fault: string[] | undefined;
  quiet: boolean | undefined;
  json: boolean | undefined;
}

const options = {
  ...runOptions,
  ...inGroup('Where to', {
    out: textOption('out', 'folder to write to, or s3://BUCKET/PREFIX/', RUN_DEFAULTS.out),
    endpoint: endpointOption,
    force: flagOption('replace the files of an earlier run'),
    stdout: flagOption('write the lines to standard output, merged in time order; no files'),
    report: flagOption('write a page about the run too, report.html'),
  }),
  ...inGroup('Faults', {
    faults: numberOption('faults', 'share of the lines to break', '0'),
    fault: listOption(
      'fault',
      'which faults, NAME or NAME=COUNT; may be given more than once, or with several names',
      'all line operators',
    ),
  }),
  ...inGroup('Shares of a run', {
    part: textOption(
      'part',
      'make one share of the servers, I/N; edxgen merge puts them together',
      'all, or as the job array says',
    ),
    parts: numberOption(
      'parts',
      'how many shares there are, in a job array that does not say so',
      'as the job array says',
    ),
    resume: flagOption('leave servers that are there already, and keep what is finished when stopped'),
  }),
  jobs: numberOption('jobs', 'how many threads', 'processors'),
  quiet: flagOption('no progress and no summary'),
  json: flagOption('summary as JSON on standard output'),
};

/** Options that say how files are written, and so mean nothing without files. */
const FILE_OPTIONS = [
  'out',
  'packaging',
  'compress',
  'gzipLevel',
  'gpgRecipient',
  'jobs',
  'report',
  'force',
  'part',
  'parts',
  'resume',
  'endpoint',
  'json',
] as const;

function contradiction(given: Arguments): string | undefined {
  const file = FILE_OPTIONS.find((name) => given[name] !== undefined && given[name] !== false);
  const flag = file?.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  if (given.stdout && file) return `--stdout writes no files, so --${flag} has no meaning; leave one of them out`;
  return undefined;
}

const CHUNK = 64 * 1024;

/** How a line begins that the site wrote of nobody who is logged in. */
const NOBODY = '{"username": ""';

async function toStandardOutput(given: Arguments): Promise<void> {
  const { simulate } = await import('../generators/run/simulate.ts');
  const clean = simulate(given).lines();
  const lines =
    given.faults === undefined && given.fault === undefined
      ? clean
      : (await import('../generators/run/faulty-lines.ts')).faultyLines(clean, given);
  let chunk = '';
  let active = 0;
  for await (const line of lines) {
    if (!line.startsWith(NOBODY)) active += 1;
    chunk += line;
    if (chunk.length > CHUNK) {
      await print(Buffer.from(chunk, 'latin1'));
      chunk = '';
    }
  }
  await print(Buffer.from(chunk, 'latin1'));
  sayIfNobody(active);
}

const LEFT = 'servers that are finished stay, and --resume leaves them as they are';

/** Which share is to be made; undefined for a whole run. */
async function shareOf({ part, parts, quiet }: Arguments): Promise<Share | undefined> {
  const { parseShare, shareOfTask } = await import('../generators/run/share.ts');
  if (part !== undefined && parts !== undefined)
    throw new UserError('--part says how many shares there are, so --parts has no meaning; leave one of them out');
  if (part === 'all') return undefined;
  if (part !== undefined) return parseShare(part);
  const share = shareOfTask(process.env, parts);
  if (share === undefined && parts !== undefined)
    throw new UserError('--parts is for tasks of a job array, which this is not; name the share with --part I/N');
  if (share && !quiet)
    process.stderr.write(`edxgen: share ${share.part}/${share.parts}, by ${share.from}; --part all makes everything\n`);
  return share;
}

type Control = {
  readonly onProgress: Progress['report'];
  readonly onMerged: Progress['merging'];
  readonly signal: AbortSignal;
};

async function whole(given: Arguments, control: Control): Promise<Manifest> {
  const { generate } = await import('../generators/run/generate.ts');
  return generate(given, control);
}

/** A run that can be gone on with is one share, which is put together when it is there. */
async function resumed(given: Arguments, control: Control): Promise<Manifest> {
  const [{ runShare }, { merge }] = await Promise.all([
    import('../generators/run/run-share.ts'),
    import('../generators/run/merge.ts'),
  ]);
  await runShare({ ...given, ...ALL }, control);
  return merge(given.out ?? RUN_DEFAULTS.out, {
    signal: control.signal,
    onMerged: control.onMerged,
    page: given.report,
  });
}

async function toFiles(given: Arguments): Promise<void> {
  const share = await shareOf(given);
  const progress = new Progress(given);
  const control = {
    onProgress: progress.report.bind(progress),
    onMerged: progress.merging,
    signal: interruption(share || given.resume ? LEFT : 'nothing was written'),
  };
  const output = { out: given.out ?? RUN_DEFAULTS.out, endpoint: given.endpoint };
  if (share) {
    if (given.report) throw new UserError('--report is about a whole run; make the page when the shares are merged');
    const { runShare } = await import('../generators/run/run-share.ts');
    const made = await runShare({ ...given, ...share }, control).finally(() => progress.end());
    if (given.json) await printJson({ out: output.out, ...made });
    else if (!given.quiet) await say(...shareSummary(made, output));
    return;
  }
  const manifest = await (given.resume ? resumed(given, control) : whole(given, control)).finally(() => progress.end());
  sayIfNobody(manifest.totals.learners);
  if (given.json) await printJson({ out: output.out, ...manifest });
  else if (!given.quiet) await say(...summary(manifest, output, given.report === true));
}

async function run(given: ArgumentsCamelCase<Arguments>): Promise<void> {
  const conflict = contradiction(given);
  if (conflict) throw new UserError(conflict);
  checkPacking(given);
  compileLess(given);
  collectSoon();
  if (given.stdout) await toStandardOutput(given);
  else await toFiles(given);
}

/** `edxgen [generate]`: the main job. */
export const generateCommand = {
  usage: 'generate',
  about: 'simulate learners and write their tracking logs',
  options,
  examples: [
    ['--users 1000 --days 7', 'a thousand people in the first week of a course'],
    ['--faults 0.01 --out dirty', 'one line in a hundred broken, each with a label'],
    ['--stdout --users 50 | your-parser', 'the lines themselves'],
  ],
  docs: ['README.md', 'docs/faults.md', 'docs/large.md', 'docs/packaging.md', 'docs/truth.md'],
  run,
} satisfies Command;
