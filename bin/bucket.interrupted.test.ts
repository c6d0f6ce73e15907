/** Runs in a bucket that are cut off in the middle: what is there then, and what a second run makes of it. */
import { generate } from 'edxgen';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeBucket, type Bucket } from '../src/store/bucket.test.support.ts';
import { hashesOf, leftIn, objectsIn, s3, swift, withSwift } from './s3.test.support.ts';
import { shell, type Run } from '../testing/command-line.ts';
import { filesOf } from '../testing/runs.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

withSwift();

/** Some parts of each archive are sent before it is complete. Most of it are heartbeats, which are made in no time. */
const LARGE = '--dialect deployed --users 5 --days 30 --servers 1 --compress none --quiet';

/** Waits until something holds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

describe('in the middle of an upload', () => {
  const folder = temporaryFolder();
  let large: Record<string, string>;
  beforeAll(async () => {
    await shell(`edxgen ${LARGE} --out run`, folder);
    large = hashesOf(join(folder, 'run'));
  });

  const isUnderWay = async (bucket: Bucket): Promise<boolean> =>
    (await bucket.sent()).some((part) => /\.tar\/.*\/1$/.test(part));

  /** Starts a run, and does something when parts of its archives are in the bucket. */
  async function interrupt(bucket: Bucket, act: (pid: number) => unknown, environment = ''): Promise<Run> {
    let pid = 0;
    const run = s3(`${environment} exec "$NODE" "$PROGRAM" ${LARGE} --out s3://${bucket.name}/run`, {
      started: (child) => (pid = child.pid!),
    });
    await until(() => isUnderWay(bucket));
    await act(pid);
    return run;
  }

  /** The same command again makes the run complete, and nothing more is left. */
  async function completes(bucket: Bucket): Promise<void> {
    expect(await s3(`edxgen ${LARGE} --out s3://${bucket.name}/run`)).toEqual({ status: 0, out: '', err: '' });
    expect(await objectsIn(bucket, 'run/')).toEqual(large);
    expect(await leftIn(bucket)).toEqual([]);
  }

  test('a process that is killed leaves nothing that looks finished, and a second run completes it', async () => {
    const bucket = await makeBucket(swift, 'killed');
    await interrupt(bucket, (pid) => process.kill(pid, 'SIGKILL'));
    expect(Object.keys(await bucket.sizes())).toEqual(['run/.parts/run.json']);
    await completes(bucket);
  });

  test('a process that is told to stop leaves nothing at all', async () => {
    const bucket = await makeBucket(swift, 'stopped');
    const { status, err } = await interrupt(bucket, (pid) => process.kill(pid, 'SIGTERM'));
    expect({ status, err }).toEqual({ status: 143, err: 'edxgen: stopped by SIGTERM; nothing was written\n' });
    expect([await bucket.sizes(), await leftIn(bucket)]).toEqual([{}, []]);
  });

  test('a store that goes away is told in one line; when it is back, a second run completes it', async () => {
    const bucket = await makeBucket(swift, 'gone');
    const { status, err } = await interrupt(bucket, () => swift.kill());
    await swift.start();
    expect({ status, err }).toEqual({
      status: 2,
      err: expect.stringMatching(
        /^edxgen: cannot write to s3:\/\/gone\/run\/: (nothing answers|the connection was cut); .*\n$/,
      ),
    });
    expect(Object.keys(await bucket.sizes())).toEqual(['run/.parts/run.json']);
    await completes(bucket);
  });

  test('a store that is away for a moment is waited for', async () => {
    const bucket = await makeBucket(swift, 'moment');
    // On a busy machine a store takes some seconds to start.
    const patient = 'AWS_MAX_ATTEMPTS=15';
    const act = async () => {
      await swift.kill();
      await swift.start();
    };
    const run = await interrupt(bucket, act, patient);
    expect(run).toEqual({ status: 0, out: '', err: '' });
    expect(await objectsIn(bucket, 'run/')).toEqual(large);
  });

  test('a quota that is full is told in one line, and no part stays', async () => {
    const bucket = await makeBucket(swift, 'full');
    await bucket.limit(12 * 2 ** 20);
    const { status, err } = await s3(`edxgen ${LARGE} --out s3://full/run`);
    expect({ status, err }).toEqual({
      status: 2,
      err: 'edxgen: cannot write to s3://full/run/: the quota is used up; free some space or raise it\n',
    });
    expect([await bucket.sizes(), await leftIn(bucket)]).toEqual([{}, []]);
  });

  test('files that get their names in that moment go too', async () => {
    Object.assign(process.env, swift.env);
    const bucket = await makeBucket(swift, 'named');
    const stop = new AbortController();
    // A pool is reported just before its files get their names.
    const report = () => void setTimeout(() => stop.abort(new Error('stopped')), 10);
    await expect(
      generate(
        { users: 60, days: 1, servers: 8, jobs: 2, out: 's3://named' },
        { signal: stop.signal, onProgress: report },
      ),
    ).rejects.toThrow('stopped');
    await pause(500);
    expect([await bucket.sizes(), await leftIn(bucket)]).toEqual([{}, []]);
  });

  test('a repair that is told to stop leaves nothing', async () => {
    const bucket = await makeBucket(swift, 'repair');
    for (const [name, bytes] of filesOf(join(folder, 'run'))) await bucket.put(`run/${name}`, bytes);
    const before = await bucket.sizes();
    let pid = 0;
    const run = s3('exec "$NODE" "$PROGRAM" repair s3://repair/run --out s3://repair/clean', {
      started: (child) => (pid = child.pid!),
    });
    await until(async () => (await bucket.keys()).includes('clean/.parts/run.json'));
    process.kill(pid, 'SIGINT');
    expect(await run).toEqual({ status: 130, out: '', err: 'edxgen: stopped by SIGINT; nothing was written\n' });
    expect([await bucket.sizes(), await leftIn(bucket)]).toEqual([before, []]);
  });

  test('with --resume, what is finished stays and is left', async () => {
    const bucket = await makeBucket(swift, 'resumed');
    const run = '--dialect deployed --users 5 --days 3 --servers 6 --compress none --jobs 1';
    let pid = 0;
    const stopped = s3(`exec "$NODE" "$PROGRAM" ${run} --out s3://resumed --resume`, {
      started: (child) => (pid = child.pid!),
    });
    await until(async () => (await bucket.keys()).includes('.parts/pool-002.json'));
    process.kill(pid, 'SIGTERM');
    expect(await stopped).toMatchObject({
      status: 143,
      err: 'edxgen: stopped by SIGTERM; servers that are finished stay, and --resume leaves them as they are\n',
    });
    expect(await leftIn(bucket)).toEqual([]);
    await bucket.put('prod-edxapp-001.tar', 'something else');
    const share = await s3(`edxgen ${run} --out s3://resumed --resume --part 1/1 --json`);
    expect(JSON.parse(share.out)).toMatchObject({ skipped: ['prod-edxapp-003', 'prod-edxapp-004'] });
    expect(await s3(`edxgen ${run} --out s3://resumed --resume --quiet`)).toEqual({ status: 0, out: '', err: '' });
    const cwd = temporaryFolder();
    await shell(`edxgen ${run} --out run`, cwd);
    expect(await objectsIn(bucket)).toEqual(hashesOf(join(cwd, 'run')));
  });
});
