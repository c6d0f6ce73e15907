import type { ArgumentsCamelCase } from 'yargs';
import { endpointOption, flagOption } from './arguments.ts';
import { grouped } from '../src/base/format-number.ts';
import type { ShareDone } from '../src/base/task.ts';
import type { Command } from './command.ts';
import { printJson, say } from './exit.ts';
import { interruption } from './interruption.ts';
import { StatusLine } from './status-line.ts';
import { sayIfNobody, summary } from './summary.ts';

interface Arguments {
  out: string;
  endpoint: string | undefined;
  json: boolean | undefined;
  quiet: boolean | undefined;
}

async function run({ out, endpoint, json, quiet }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { merge } = await import('../generators/run/merge.ts');
  const status = new StatusLine(process.stderr, quiet === true);
  const signal = interruption('the shares are as they were');
  const onProgress = ({ done, all }: ShareDone) =>
    status.progress(done / all, () => `checked ${grouped(done)} of ${grouped(all)}`);
  const manifest = await merge(out, { onProgress, onMerged: status.merging, signal }).finally(() => status.end());
  sayIfNobody(manifest.totals.learners);
  if (json) await printJson({ out, ...manifest });
  else if (!quiet) await say(...summary(manifest, { out, endpoint }));
}

/** `edxgen merge OUT`: puts a run together whose shares have been made. */
export const mergeCommand = {
  usage: 'merge <out>',
  about: 'put a run together whose shares were made with --part, or by a job array',
  positionals: {
    out: { type: 'string', describe: 'where the shares were written to: a folder, or s3://BUCKET/PREFIX/' },
  },
  options: {
    endpoint: endpointOption,
    json: flagOption('summary as JSON on standard output'),
    quiet: flagOption('only the exit status'),
  },
  examples: [['merge s3://course-data/2013-spring/', 'when all shares are there']],
  docs: ['docs/large.md'],
  run,
} satisfies Command;
