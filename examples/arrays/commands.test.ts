import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { hashesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { batch, kubernetes, type KubernetesJobs } from './requests.test.support.ts';
import { PROGRAM } from '../../testing/program.ts';

const SIZE = new Map([
  ['--users', '60'],
  ['--days', '2'],
]);

const edxgen = async (args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  promisify(execFile)(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...variables } });

/** What follows `npx edxgen` in a command, with few users and days, and a folder to write to instead of its bucket. */
function sized(command: readonly string[], out: string): string[] {
  const args = command.slice(command.indexOf('edxgen') + 1);
  return args.map((word, index) => (word.startsWith('s3://') ? out : (SIZE.get(args[index - 1] ?? '') ?? word)));
}

/** The command lines of a file, and the variables that its engine sets for a task. */
interface Engine {
  readonly size: number;
  readonly share: readonly string[];
  readonly merge: readonly string[];
  readonly variables: (index: number) => Readonly<Record<string, string>>;
}

const commandOf = ({ spec }: KubernetesJobs[number]): string[] => {
  const { command, args } = spec!.template.spec!.containers[0]!;
  return [...command!, ...args!];
};

const engines: Record<string, Engine> = {
  'kubernetes.yaml': {
    size: kubernetes[0].spec!.completions!,
    share: commandOf(kubernetes[0]),
    merge: commandOf(kubernetes[1]),
    variables: (index) => ({ JOB_COMPLETION_INDEX: `${index}` }),
  },
  'aws-batch.json': {
    size: batch.shares.arrayProperties!.size!,
    share: batch.shares.containerOverrides!.command!,
    merge: batch.merge.containerOverrides!.command!,
    variables: (index) => ({
      AWS_BATCH_JOB_ARRAY_INDEX: `${index}`,
      AWS_BATCH_JOB_ARRAY_SIZE: `${batch.shares.arrayProperties!.size!}`,
    }),
  },
};

const alone = join(temporaryFolder(), 'logs');
beforeAll(() => edxgen([...SIZE].flat().concat('--servers', '16', '--out', alone)));

test.each(Object.entries(engines))(
  'the commands of %s make the run that one machine makes',
  async (_, { size, share, merge, variables }) => {
    const out = join(temporaryFolder(), 'logs');
    // Two at a time, the last ones first: shares know nothing of each other.
    const indexes = Array.from({ length: size }, (_, index) => size - 1 - index);
    const next = async (): Promise<void> => {
      for (let index = indexes.shift(); index !== undefined; index = indexes.shift())
        await edxgen(sized(share, out), variables(index));
    };
    await Promise.all([next(), next()]);
    await edxgen(sized(merge, out));
    expect(hashesOf(out)).toEqual(hashesOf(alone));
  },
);
