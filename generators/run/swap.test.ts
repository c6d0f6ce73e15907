/** One run takes the place of another, and the process is killed at every change of a name: one of the two is whole. */
import { merge } from 'edxgen';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { FolderStore } from '../../src/store/folder.ts';
import { jsonBytes, type Manifest } from './manifest.ts';
import { Publication } from './publication.ts';
import { filesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { checkSettled } from './swap.ts';

const PROGRAM = fileURLToPath(new URL('../../build/generators/run/swap.kill.test.support.js', import.meta.url));

/** Copies the folder before each of the changes that the process makes, or kills it before one: a kill leaves what a copy shows. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { FOLDER, COPIES, KILL_AT } = process.env;
  let step = 0;
  let isCopying = false;
  const copy = () => {
    isCopying = true;
    fs.cpSync(FOLDER, COPIES + '/' + step, { recursive: true });
    isCopying = false;
  };
  for (const name of ['renameSync', 'rmSync', 'rmdirSync', 'mkdirSync']) {
    const real = fs[name];
    fs[name] = (...given) => {
      if (isCopying) return real(...given);
      if (KILL_AT === String(step)) process.kill(process.pid, 'SIGKILL');
      if (COPIES && fs.existsSync(FOLDER)) copy();
      step += 1;
      return real(...given);
    };
  }
  syncBuiltinESMExports();`)}`;

/** A run of few files, with right hashes. */
function makeRun(servers: number, beside: readonly string[], mark: string): string {
  const folder = temporaryFolder();
  const write = (name: string) => {
    const bytes = Buffer.from(`${name} ${mark}`);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const entries = Array.from({ length: servers }, (_, index) => {
    const name = `prod-edxapp-00${index + 1}`;
    return { ...write(`${name}.tar`), name, archive: `${name}.tar`, files: [] };
  });
  const totals = { lines: 0, bytes: 0, learners: 0, sessions: 0, faults: 0, byEventType: {} };
  const options = { servers, compress: 'none' };
  const manifest: Manifest = {
    edxgen: '0.1.0',
    dialect: 'documented',
    seed: mark,
    options,
    totals,
    files: beside.map(write),
    servers: entries,
  };
  writeFileSync(join(folder, 'manifest.json'), jsonBytes(manifest));
  return folder;
}

let earlier: string;
let next: string;
beforeAll(() => {
  earlier = makeRun(2, ['truth.json', 'truth/videos.jsonl'], 'earlier');
  next = makeRun(1, ['truth.json', 'truth/learners.jsonl'], 'next');
});

/** Puts the next run there, in a process of its own. */
const replace = (folder: string, watch: { readonly COPIES: string } | { readonly KILL_AT: string }) =>
  promisify(execFile)(process.execPath, ['--import', WATCH, PROGRAM, folder, next], {
    env: { ...process.env, FOLDER: folder, ...watch },
  });

/** What a kill before each change leaves of a folder, and what it is in the end. */
async function* killed(
  folder: string,
): AsyncGenerator<{ readonly step: number; readonly left: string; isDone: boolean }> {
  const COPIES = temporaryFolder();
  const [first, last] = [join(COPIES, 'first'), join(COPIES, 'last')];
  cpSync(folder, first, { recursive: true });
  await replace(folder, { COPIES });
  const steps = readdirSync(COPIES).length - 1;
  // One is really killed.
  const KILL_AT = `${Math.floor(steps / 2)}`;
  await expect(replace(first, { KILL_AT })).rejects.toMatchObject({ signal: 'SIGKILL' });
  expect(visible(first)).toEqual(visible(join(COPIES, KILL_AT)));
  cpSync(folder, last, { recursive: true });
  for (let step = 0; step < steps; step += 1) yield { step, left: join(COPIES, `${step}`), isDone: false };
  yield { step: steps, left: last, isDone: true };
}

/** Commands that may be the next one there; both want more than there is, and say so. */
const COMMANDS = [
  (folder: string) => merge(folder),
  (folder: string) => Publication.open(new FolderStore(folder), { edxgen: '0.1.0', options: { servers: 1 } }, {}),
];

const visible = (folder: string): Map<string, string> =>
  new Map(
    [...filesOf(folder)]
      .filter(([name]) => !name.startsWith('.parts/'))
      .map(([name, bytes]) => [name, bytes.toString()]),
  );

test(
  'after a kill at any step, the earlier run or the new one is whole when the next command has begun',
  { timeout: 600_000 },
  async () => {
    const seen = { earlier: 0, next: 0, told: 0 };
    const whole = temporaryFolder();
    cpSync(earlier, whole, { recursive: true });
    for await (const { step, left: folder, isDone } of killed(whole)) {
      if (!existsSync(join(folder, 'manifest.json'))) {
        seen.told += 1;
        await expect(checkSettled(new FolderStore(folder)), `step ${step}`).rejects.toThrow(
          `edxgen merge ${folder} has it whole again`,
        );
      }
      await COMMANDS[step % 2]!(folder).catch(() => {});
      const found = visible(folder);
      const which = found.has('truth/learners.jsonl') ? 'next' : 'earlier';
      seen[which] += 1;
      expect(found, `step ${step}`).toEqual(visible(which === 'next' ? next : earlier));
      if (step % 2 === 0) expect(existsSync(join(folder, '.parts')), `step ${step}`).toBe(false);
      if (isDone) expect(which).toBe('next');
    }
    expect(seen.told).toBeGreaterThan(5);
    expect(seen.earlier).toBeGreaterThan(5);
    expect(seen.next).toBeGreaterThan(5);
  },
);

test('where there was no run, it is whole or there is none', { timeout: 600_000 }, async () => {
  for await (const { step, left: folder } of killed(temporaryFolder())) {
    await merge(folder).catch(() => {});
    const found = visible(folder);
    if (found.size > 0) expect(found, `step ${step}`).toEqual(visible(next));
  }
});

test('what is in the way is left alone, and the earlier run comes back', async () => {
  const folder = temporaryFolder();
  cpSync(next, folder, { recursive: true });
  const store = new FolderStore(folder);
  const output = await Publication.open(store, { edxgen: '0.1.0', options: { servers: 2 } }, { force: true });
  const manifest = JSON.parse(filesOf(earlier).get('manifest.json')!.toString()) as Manifest;
  for (const [name, bytes] of filesOf(earlier)) {
    if (name === 'manifest.json') continue;
    const draft = output.store.draft(name);
    draft.write(bytes);
    draft.close();
  }
  writeFileSync(join(folder, 'prod-edxapp-002.tar'), 'mine');
  await expect(output.complete(manifest)).rejects.toThrow(
    /cannot write to .*prod-edxapp-002\.tar: something has the name already/,
  );
  await output.abandon();
  expect(filesOf(folder)).toEqual(
    new Map([...filesOf(next), ['prod-edxapp-002.tar', Buffer.from('mine')]].sort() as [string, Buffer][]),
  );
});
