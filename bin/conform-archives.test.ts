/** Parsers that read their archives from a bucket, of a real Swift, or from a folder of the user's. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBucket, type Bucket } from '../src/store/bucket.test.support.ts';
import { startSwift, type Swift } from '../src/store/swift.test.support.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { ADAPTER } from '../testing/program.ts';

let swift: Swift;
let bucket: Bucket;
beforeAll(async () => {
  swift = await startSwift();
  bucket = await makeBucket(swift, 'course-data');
});
afterAll(() => swift?.stop());

const ARCHIVES = '--archives s3://course-data/logs';

interface Surroundings {
  readonly cwd?: string;
  /** Variables that are not as the Swift needs them. */
  readonly env?: Record<string, string>;
  readonly started?: (child: ChildProcess) => void;
}

/** Runs a command in a shell that has the Swift's variables. */
function atSwift(command: string, { cwd, env, started }: Surroundings = {}) {
  const variables = Object.entries({ ...swift.env, ...env }).map(([name, value]) => `export ${name}='${value}'\n`);
  return shell(variables.join('') + command, cwd, started);
}

async function expectEmpty(): Promise<void> {
  expect([await bucket.sizes(), await bucket.uploads(), await bucket.orphans()]).toEqual([{}, [], []]);
}

/** Waits for an archive to be in a bucket, and gives its key. */
async function archiveIn(archives: Bucket): Promise<string> {
  for (;;) {
    const key = Object.keys(await archives.sizes()).find((each) => !each.endsWith('empty.tar'));
    if (key !== undefined) return key;
    await pause(20);
  }
}

/** A folder with an adapter that does something with each archive, in a shell in which its $id and $path are set. */
function workshop(deed: string): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'adapter.sh'),
    `read -r hello
echo '{"protocol":1,"parser":"p","level":"lines","dialects":["documented"],"archives":true}'
while read -r command; do
  case $command in *'"bye"'*) exit 0 ;; esac
  id=$(echo "$command" | sed 's/.*"id":\\([0-9]*\\).*/\\1/')
  path=$(echo "$command" | sed 's/.*"path":"\\([^"]*\\)".*/\\1/')
  ${deed}
done
`,
  );
  return folder;
}

const WRONG = 'echo "{\\"id\\":$id,\\"files\\":[]}"';

test('a right adapter reads them, and none is left', async () => {
  const { status, out } = await atSwift(
    `edxgen conform --only 'archive-*' --dialect deployed --runs 1 ${ARCHIVES} -- "$NODE" ${ADAPTER}`,
  );
  expect(out).toMatch(/\(deployed\), payload: (\d+) of \1 properties\n/);
  expect(status).toBe(0);
  await expectEmpty();
});

test('none is left by one that hangs', async () => {
  const cwd = workshop('sleep 60');
  const { status, out } = await atSwift(
    `edxgen conform --only archive-files --timeout 200 ${ARCHIVES} -- sh adapter.sh`,
    { cwd },
  );
  expect(out).toContain('it gives no answer within');
  expect(status).toBe(1);
  await expectEmpty();
});

test('none is left by one that crashes, which is seen again with the command that is told', async () => {
  const nowhere = { cwd: workshop('exit 3'), env: { AWS_ENDPOINT_URL_S3: '' } };
  const { out } = await atSwift(
    `edxgen conform --only archive-files ${ARCHIVES} --endpoint ${swift.endpoint} -- sh adapter.sh`,
    nowhere,
  );
  const [again] = /edxgen conform --replay .*/.exec(out)!;
  await expectEmpty();
  const second = await atSwift(again, nowhere);
  expect(second).toMatchObject({ status: 1, err: '' });
  expect(second.out).toContain('it exits with 3');
});

test('none is left after an interruption', async () => {
  let pid: number | undefined;
  const options = { cwd: workshop('sleep 60'), started: (child: ChildProcess) => (pid = child.pid) };
  const ended = atSwift(`exec "$NODE" "$PROGRAM" conform --only archive-files ${ARCHIVES} -- sh adapter.sh`, options);
  expect(await archiveIn(bucket)).toMatch(/^logs\/edxgen-conform-[0-9a-f]{8}\/\d+\/prod-edxapp-001\.tar$/);
  process.kill(pid!, 'SIGINT');
  expect(await ended).toEqual({ status: 130, out: '', err: 'edxgen: stopped by SIGINT\n' });
  await expectEmpty();
});

test('what is wrong with the store is told before anything is tried', async () => {
  const cwd = temporaryFolder();
  const env = { AWS_SECRET_ACCESS_KEY: 'wrong' };
  const { status, out, err } = await atSwift(`edxgen conform ${ARCHIVES} -- touch started`, { cwd, env });
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^edxgen: cannot write to s3:\/\/course-data\/logs\/: the secret key is wrong; .*\n$/);
  expect(existsSync(join(cwd, 'started'))).toBe(false);
});

test('a store that fails later, while a failing archive is made smaller, is no failure of the parser', async () => {
  const cwd = workshop(`while [ ! -e go ]; do sleep 0.05; done\n${WRONG}`);
  const full = await makeBucket(swift, 'full');
  const ended = atSwift('edxgen conform --only archive-files --archives s3://full/ -- sh adapter.sh', { cwd });
  await archiveIn(full);
  await full.limit(0);
  writeFileSync(join(cwd, 'go'), '');
  const { status, out, err } = await ended;
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^edxgen: cannot write to s3:\/\/full\/: the quota is used up; .*\n$/);
  expect(await full.sizes()).toEqual({});
});

test('in a folder they leave what was there, and nothing else', async () => {
  const cwd = workshop('(cd "$(dirname "$path")" && tar -xPf "$path")\n  echo "{\\"id\\":$id,\\"error\\":\\"no\\"}"');
  mkdirSync(join(cwd, 'logs'));
  writeFileSync(join(cwd, 'logs/mine'), '');
  expect(
    (await shell(`edxgen conform --only archive-files --runs 2 --archives new -- "$NODE" ${ADAPTER}`, cwd)).status,
  ).toBe(0);
  const unpacking = await shell('edxgen conform --only archive-paths --archives logs -- sh adapter.sh', cwd);
  expect(unpacking.out).toMatch(/logs\/edxgen-conform-[0-9a-f]{8}\/.*edxgen-trap-/);
  expect(unpacking.status).toBe(1);
  expect(readdirSync(cwd).toSorted()).toEqual(['adapter.sh', 'edxgen-failures', 'logs']);
  expect(readdirSync(join(cwd, 'logs'))).toEqual(['mine']);
});
