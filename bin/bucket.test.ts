/** Runs in a bucket of a real store, by the command line: all that can be done with those of a folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeBucket, type Bucket } from '../src/store/bucket.test.support.ts';
import { hashesOf, leftIn, objectsIn, s3, swift, withSwift } from './s3.test.support.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

withSwift();

const SMALL = '--users 30 --days 2 --servers 2 --faults 0.03';

describe('a run in a bucket', () => {
  let bucket: Bucket;
  const folder = temporaryFolder();
  let local: Record<string, string>;
  beforeAll(async () => {
    bucket = await makeBucket(swift, 'course-data');
    await shell(`edxgen ${SMALL} --out run; edxgen repair run --out clean`, folder);
    local = hashesOf(join(folder, 'run'));
  });

  test('has the bytes of one in a folder', async () => {
    const { status, err, out } = await s3(`edxgen ${SMALL} --out s3://course-data/2013-spring/`);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('edxgen validate s3://course-data/2013-spring/\n');
    expect(await objectsIn(bucket, '2013-spring/')).toEqual(local);
    expect(await leftIn(bucket)).toEqual([]);
  });

  test('is validated, with its labels, as one in a folder', async () => {
    const there = await s3(
      'edxgen validate s3://course-data/2013-spring --labels s3://course-data/2013-spring/faults.jsonl',
    );
    const here = await shell('edxgen validate run --labels run/faults.jsonl', folder);
    expect(there).toEqual(here);
    const one = await s3('edxgen validate s3://course-data/2013-spring/prod-edxapp-001.tar --json');
    const same = await shell('edxgen validate run/prod-edxapp-001.tar --json', folder);
    expect(one.out.replaceAll('s3://course-data/2013-spring/', 'run/')).toBe(same.out);
  });

  test('is repaired, from a bucket and to one', async () => {
    const clean = hashesOf(join(folder, 'clean'));
    expect(await s3('edxgen repair s3://course-data/2013-spring/ --out s3://course-data/clean --quiet')).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    expect(await objectsIn(bucket, 'clean/')).toEqual(clean);
    const cwd = temporaryFolder();
    await s3('edxgen repair s3://course-data/2013-spring/ --out here', { cwd });
    expect(hashesOf(join(cwd, 'here'))).toEqual(clean);
    expect(await leftIn(bucket)).toEqual([]);
  });

  test('is reported, into the bucket or here, as one in a folder', async () => {
    expect(await s3('edxgen report s3://course-data/2013-spring/')).toEqual({
      status: 0,
      out: 's3://course-data/2013-spring/report.html\n',
      err: '',
    });
    await shell('cp -r run 2013-spring; edxgen report 2013-spring', folder);
    expect(String(await bucket.read('2013-spring/report.html'))).toBe(
      readFileSync(join(folder, '2013-spring/report.html'), 'utf8'),
    );
    const there = await s3('edxgen report s3://course-data/2013-spring/ --terminal');
    expect(there).toEqual(await shell('edxgen report 2013-spring --terminal', folder));
    await bucket.put('other/report.html', 'mine');
    const { status, err } = await s3(
      'edxgen report s3://course-data/2013-spring/ --out s3://course-data/other/report.html',
    );
    expect({ status, err }).toMatchObject({
      status: 2,
      err: expect.stringContaining('s3://course-data/other/report.html is no report of edxgen'),
    });
  });

  test('is made of shares, twice over, and merged', async () => {
    const shares = [2, 1, 2]
      .map((part) => `edxgen ${SMALL} --out s3://course-data/shares --part ${part}/2 --quiet &`)
      .join('\n');
    expect(await s3(`${shares}\nwait`)).toEqual({ status: 0, out: '', err: '' });
    expect((await objectsIn(bucket, 'shares/'))['manifest.json']).toBeUndefined();
    expect(await s3('edxgen merge s3://course-data/shares --quiet')).toEqual({ status: 0, out: '', err: '' });
    expect(await objectsIn(bucket, 'shares/')).toEqual(local);
  });

  test('of today in one log is put together there, whole or of shares, and repaired', async () => {
    const native = '--dialect current --packaging native --users 60 --days 1 --servers 2 --quiet';
    const dirty = `${native} --faults 0.02 --fault wrapped-array`;
    const shares = [1, 2].map((part) => `edxgen ${native} --out s3://course-data/log --part ${part}/2`);
    const merged = [...shares, 'edxgen merge s3://course-data/log --quiet'];
    const repaired = [
      `edxgen ${dirty} --out s3://course-data/dirty`,
      'edxgen repair s3://course-data/dirty --out mended',
    ];
    const cwd = temporaryFolder();
    const { status, err } = await s3([...merged, ...repaired, `edxgen ${native} --out log`].join(' && '), { cwd });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const whole = hashesOf(join(cwd, 'log'));
    expect(Object.keys(whole).filter((name) => name.startsWith('tracking.log')).length).toBeGreaterThan(1);
    expect(await objectsIn(bucket, 'log/')).toEqual(whole);
    expect(hashesOf(join(cwd, 'mended'))).toEqual(whole);
    const labels = 's3://course-data/dirty/faults.jsonl';
    expect((await s3(`edxgen validate s3://course-data/dirty --labels ${labels}`)).status).toBe(0);
    // Swift, unlike S3, keeps the parts of an object that takes the place of one which is finished at the same moment, as those of shares are.
    expect((await leftIn(bucket)).filter((name) => !name.startsWith('shares/'))).toEqual([]);
  });

  test('takes the place of another only with --force, and of anything else never', async () => {
    const again = await s3(`edxgen --users 5 --days 1 --out s3://course-data/2013-spring/`);
    expect(again).toMatchObject({
      status: 2,
      err: expect.stringContaining('holds an earlier run; replace it with --force'),
    });
    const forced = await s3(
      `edxgen --users 5 --days 1 --servers 1 --out s3://course-data/2013-spring/ --force --quiet`,
    );
    expect(forced).toEqual({ status: 0, out: '', err: '' });
    expect(Object.keys(await objectsIn(bucket, '2013-spring/')).filter((name) => name.endsWith('.tar'))).toEqual([
      'prod-edxapp-001.tar',
    ]);
    await bucket.put('real/prod-edxapp-001.tar', 'real logs');
    const strange = await s3(`edxgen ${SMALL} --out s3://course-data/real/ --force`);
    expect(strange).toMatchObject({
      status: 2,
      err: expect.stringContaining('holds something else (prod-edxapp-001.tar)'),
    });
    expect(String(await bucket.read('real/prod-edxapp-001.tar'))).toBe('real logs');
  });

  test('with faults that are named has the bytes of one in a folder too', async () => {
    const named = '--users 20 --days 1 --servers 2 --fault tar-checksum=1 --fault line-twice=2 --quiet';
    expect(await s3(`edxgen ${named} --out s3://course-data/named`)).toEqual({ status: 0, out: '', err: '' });
    await shell(`edxgen ${named} --out named`, folder);
    expect(await objectsIn(bucket, 'named/')).toEqual(hashesOf(join(folder, 'named')));
    const labels = 's3://course-data/named/faults.jsonl';
    expect((await s3(`edxgen validate s3://course-data/named --labels ${labels}`)).status).toBe(0);
  });
});
