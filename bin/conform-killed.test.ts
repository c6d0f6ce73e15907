/** A kit that is killed: what it leaves, and who takes it away. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const HELLO = String.raw`echo '{"protocol":1,"parser":"p","level":"lines","dialects":["documented"]}'`;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

test('its adapter dies with it, though it hangs, and the next run removes its folder, and nothing else', async () => {
  const cwd = temporaryFolder();
  const temporary = join(cwd, 'tmp');
  mkdirSync(temporary);
  writeFileSync(
    join(cwd, 'hangs.sh'),
    `echo $$ > pid\nread x\n${HELLO}\ntrap '' HUP INT TERM PIPE\nread x\n: > asked\nwhile :; do sleep 1; done\n`,
  );
  let kit: ChildProcess | undefined;
  const killed = shell(
    `export TMPDIR=${temporary}; exec "$NODE" "$PROGRAM" conform --timeout 60000 -- sh hangs.sh`,
    cwd,
    (child) => (kit = child),
  );
  await until(() => existsSync(join(cwd, 'asked')));
  kit!.kill('SIGKILL');
  await killed;
  const adapter = readFileSync(join(cwd, 'pid'), 'utf8').trim();
  await until(() => !existsSync(`/proc/${adapter}`));
  const [left] = readdirSync(temporary) as [string];
  expect(left).toMatch(/^edxgen-conform-/);

  const other = { kit: 'edxgen conform', machine: 'another', process: 1, start: '0' };
  const kept = {
    'edxgen-conform-aaaaaa': undefined,
    'edxgen-conform-bbbbbb': '{}',
    'edxgen-conform-cccccc': JSON.stringify(other),
  };
  for (const [name, record] of Object.entries(kept)) {
    mkdirSync(join(temporary, name));
    if (record !== undefined) writeFileSync(join(temporary, name, 'edxgen-run.json'), record);
  }
  symlinkSync(left, join(temporary, 'edxgen-conform-dddddd'));
  writeFileSync(join(cwd, 'good.sh'), `read x\n${HELLO}\n`);
  await shell(`TMPDIR=${temporary} edxgen conform --only crlf --runs 1 -- sh good.sh`, cwd);
  expect(readdirSync(temporary).toSorted()).toEqual([...Object.keys(kept), 'edxgen-conform-dddddd']);
});

test('places where nothing can be made, and no descriptors left, are told in one line', async () => {
  const adapter = `sh -c "read x; ${HELLO.replaceAll('"', '\\"')}; cat > /dev/null"`;
  const below = await shell(`edxgen conform --examples /proc/a/b -- ${adapter}`);
  expect(below).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringMatching(/^edxgen: cannot write to \/proc\/a\/b: .*\n$/),
  });
  const fixtures = await shell('edxgen fixtures /proc/a/b');
  expect(fixtures).toMatchObject({
    status: 2,
    err: expect.stringMatching(/^edxgen: cannot write to \/proc\/a\/b: .*\n$/),
  });
  const few = await shell(`ulimit -n 24; edxgen conform -- ${adapter}`);
  expect(few).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^edxgen: .*\n$/) });
});
