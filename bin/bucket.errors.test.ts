/** What is told of buckets that cannot be read or written to. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeBucket } from '../src/store/bucket.test.support.ts';
import { s3, swift, withSwift } from './s3.test.support.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

withSwift();

describe('one line says what is wrong:', () => {
  beforeAll(() => makeBucket(swift, 'wrong'));
  const make = '--users 5 --days 1 --quiet';
  const unset = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' };
  const cases: [string, string, Record<string, string>, string][] = [
    [
      'a wrong secret',
      `${make} --out s3://wrong/x`,
      { AWS_SECRET_ACCESS_KEY: 'wrong' },
      'cannot read s3://wrong/x/: the secret key is wrong; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with AWS_PROFILE',
    ],
    [
      'no credentials',
      `${make} --out s3://wrong/x`,
      unset,
      'cannot read s3://wrong/x/: there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with AWS_PROFILE',
    ],
    [
      'a missing bucket',
      `${make} --out s3://missing/x`,
      {},
      'cannot read s3://missing/x/: there is no such bucket; create it, or check the name',
    ],
    [
      'a missing bucket to validate',
      'validate s3://missing/x',
      {},
      'cannot read s3://missing/x/: there is no such bucket; create it, or check the name',
    ],
    [
      'nothing to validate',
      'validate s3://wrong/x',
      {},
      'no log files in s3://wrong/x: name a tar, a gz, a log file, or a folder that holds some',
    ],
    [
      'nothing to repair',
      'repair s3://wrong/x --out y',
      {},
      'cannot read s3://wrong/x/manifest.json: there is no such object; check the name; name the folder of a run that edxgen has made',
    ],
    [
      'nothing to merge',
      'merge s3://wrong/x',
      {},
      's3://wrong/x/ holds no shares of a run; name the place that --out named',
    ],
    ['no bucket', `${make} --out s3://`, {}, 's3:// names no bucket; name one as s3://BUCKET/PREFIX/'],
    [
      'another region',
      `${make} --out s3://wrong/x`,
      { AWS_REGION: 'eu-west-1' },
      'cannot read s3://wrong/x/: the bucket is in another region; name it with AWS_REGION',
    ],
    [
      'another region, where one object is asked for',
      'validate s3://wrong/x.log',
      { AWS_REGION: 'eu-west-1' },
      'cannot read s3://wrong/x.log: the request is refused without a word; check AWS_REGION and the credentials',
    ],
    [
      'nobody at the endpoint',
      `${make} --out s3://wrong/x --endpoint http://127.0.0.1:9`,
      {},
      'cannot read s3://wrong/x/: nothing answers; check the network, and --endpoint or AWS_ENDPOINT_URL_S3',
    ],
    [
      'no address for an endpoint',
      `${make} --out s3://wrong/x --endpoint localhost`,
      {},
      '--endpoint must be an address such as http://localhost:8080, not "localhost"',
    ],
  ];
  test.each(cases)('%s', async (_, command, env, line) => {
    expect(await s3(`edxgen ${command}`, { env })).toEqual({ status: 2, out: '', err: `edxgen: ${line}\n` });
  });

  test('the SDK is not installed', async () => {
    const folder = temporaryFolder();
    const root = fileURLToPath(new URL('..', import.meta.url));
    for (const part of ['dist', 'presets', 'package.json'])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync(join(root, 'node_modules'))) {
      if (!name.startsWith('@aws-sdk'))
        symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    const run = await s3(
      `"$NODE" dist/bin/edxgen.js --users 5 --days 1 --out s3://wrong/x; echo $?; "$NODE" dist/bin/edxgen.js --users 5 --days 1 --out x --quiet`,
      { cwd: folder },
    );
    expect(run).toEqual({
      status: 0,
      out: '2\n',
      err: 'edxgen: s3:// addresses need the AWS SDK; install it: npm install @aws-sdk/client-s3\n',
    });
  });
});
