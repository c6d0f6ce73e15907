import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashesOf, leftIn, objectsIn, swift, withSwift } from '../../bin/s3.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { makeBucket } from '../../src/store/bucket.test.support.ts';
import { startSlurm, type Slurm } from './slurm.test.support.ts';
import { CHECKOUT, PROGRAM } from '../../testing/program.ts';

withSwift();

const SCRIPT = join(import.meta.dirname, 'slurm.sh');

/** How the script says in its comments that it is submitted, with the merge after it. */
const SUBMISSION = readFileSync(SCRIPT, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('#   '))
  .map((line) => line.slice(4))
  .join('\n');

const SIZE = { USERS: '2000', DAYS: '14' };

let slurm: Slurm;
beforeAll(async () => {
  slurm = await startSlurm();
});
afterAll(() => slurm?.stop());

/** A folder from which jobs are submitted, in which npx finds the built package. */
function submissionFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(CHECKOUT, join(folder, 'node_modules/edxgen'));
  symlinkSync(PROGRAM, join(folder, 'node_modules/.bin/edxgen'));
  chmodSync(PROGRAM, 0o755);
  copyFileSync(SCRIPT, join(folder, 'slurm.sh'));
  return folder;
}

/** What the jobs have said that were submitted from a folder. */
const outputOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => /\.(log|out)$/.test(name))
    .map((name) => `--- ${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('');

/** The program in a task of an array, below the shell and npx. */
const programIn = (job: string, task: number): number | undefined =>
  slurm.processes(job, task).find(({ command }) => /^\S*node \S+\/edxgen /.test(command))?.pid;

/** Milliseconds after which a task is killed: it has begun, and is not over yet. */
const BEGUN = 300;

/**
 * Makes a run by the example's array of eight tasks and the merge after it. One task is killed in the middle; the script has it
 * started again.
 *
 * @param out where to, as the program is told: a folder or a bucket
 * @param env what the program needs to write there
 * @throws Error with the output of the jobs, when one fails or nothing moves
 */
async function runByArray(out: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const folder = submissionFolder();
  const submitted = await slurm.shell(`${SUBMISSION}\necho $job`, folder, { ...SIZE, ...env, OUT: out });
  const [, merge, job] = /^Submitted batch job (\d+)\n(\d+)\n$/.exec(submitted) as unknown as [string, string, string];
  const deadline = Date.now() + 240_000;
  let killed = false;
  for (let state = '', looks = 0; state !== 'COMPLETED'; looks += 1) {
    const victim: number | undefined = killed ? undefined : programIn(job, 1);
    if (victim !== undefined) {
      await sleep(BEGUN);
      process.kill(victim, 'SIGKILL');
      killed = true;
    }
    await sleep(killed ? 300 : 20);
    // The scheduler takes its time over an answer, in which the task to kill may be over.
    if (!killed && looks % 25 > 0) continue;
    const tasks = await slurm.states(job);
    state = (await slurm.states(merge))['N/A']!;
    const failed = [...Object.values(tasks), state].some((each) => /FAIL|CANCEL|TIMEOUT/.test(each));
    if (failed || Date.now() > deadline)
      throw new Error(`tasks: ${JSON.stringify(tasks)}, merge: ${state}\n${outputOf(folder)}`);
  }
  expect(await slurm.starts(job)).toEqual({ 0: 1, 1: 2, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1 });
}

test(
  'an array of tasks makes the run in a bucket that one machine makes in a folder, though a task is killed and started again',
  { timeout: 300_000 },
  async () => {
    const alone = join(temporaryFolder(), 'logs');
    await slurm.shell(`node ${PROGRAM} --users ${SIZE.USERS} --days ${SIZE.DAYS} --servers 16 --out ${alone}`);
    const bucket = await makeBucket(swift, 'array');
    await runByArray('s3://array/logs/', swift.env);
    expect(await objectsIn(bucket, 'logs/')).toEqual(hashesOf(alone));
    expect(await leftIn(bucket)).toEqual([]);
  },
);
