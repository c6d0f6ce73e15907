/** What a run leaves when it ends badly: a place where the next one can be made. Workers run what is built. */
import { generate, merge, runShare } from 'edxgen';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderStore } from '../../src/store/folder.ts';
import { optionsOf } from './manifest.ts';
import { resolveRun } from './resolve-run.ts';
import { Publication } from './publication.ts';
import { hashesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { wholeLockOf } from './run-lock.ts';

const OPTIONS = { users: 5, days: 1, servers: 4, jobs: 1 } as const;

test('when an archive cannot get its name, the earlier run is as it was', async () => {
  const out = temporaryFolder();
  await generate({ ...OPTIONS, servers: 6, out });
  const before = hashesOf(out);
  const inTheWay = join(out, 'prod-edxapp-007.tar');
  mkdirSync(inTheWay);
  await expect(generate({ ...OPTIONS, servers: 8, out, force: true })).rejects.toThrow(
    /^cannot write to .*prod-edxapp-007\.tar: something has the name already/,
  );
  expect(hashesOf(out)).toEqual(before);
  rmdirSync(inTheWay);
  await generate({ ...OPTIONS, servers: 8, out, force: true });
});

test('when it takes the place of shares and is stopped, nothing is there', async () => {
  const out = temporaryFolder();
  await runShare({ ...OPTIONS, servers: 8, out, part: 1, parts: 2 });
  const stop = new AbortController();
  const hooks = { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) };
  await expect(generate({ ...OPTIONS, out, force: true }, hooks)).rejects.toThrow('stopped');
  expect(hashesOf(out)).toEqual(new Map());
  await generate({ ...OPTIONS, out });
});

test('when it is killed while a larger run makes way for it, the same command goes on', async () => {
  const out = temporaryFolder();
  await generate({ ...OPTIONS, servers: 8, out });
  const store = new FolderStore(out);
  const plan = await resolveRun({ ...OPTIONS, out });
  await Publication.open(store, wholeLockOf(plan, optionsOf(plan, OPTIONS)), { force: true });
  rmSync(join(out, 'manifest.json'));
  rmSync(join(out, 'prod-edxapp-002.tar'));
  await generate({ ...OPTIONS, out });
  expect([...hashesOf(out).keys()].filter((name) => name.endsWith('.tar'))).toHaveLength(4);
});

test('when it is killed while its archives get their names, the same command goes on, and so do shares of it', async () => {
  const out = temporaryFolder();
  const site = { ...OPTIONS, servers: undefined, site: 'examples/site.yaml' };
  const plan = await resolveRun(site);
  const killed = async () => {
    await Publication.open(new FolderStore(out), wholeLockOf(plan, optionsOf(plan, site)), { force: true });
    writeFileSync(join(out, 'prod-edge-002.tar'), '');
  };
  await killed();
  await generate({ ...site, out });
  const whole = hashesOf(out);
  for (const name of whole.keys()) rmSync(join(out, name));
  await killed();
  for (const part of [1, 2]) await runShare({ ...site, out, part, parts: 2 });
  await merge(out);
  expect(hashesOf(out)).toEqual(whole);
});

test('when another run has begun there meanwhile, it gives way, and leaves that one alone', async () => {
  const out = temporaryFolder();
  let other: Promise<unknown> | undefined;
  const onProgress = () => {
    other ??= generate({ ...OPTIONS, users: 6, out });
  };
  const one = generate({ ...OPTIONS, servers: 12, out }, { onProgress });
  await expect(one).rejects.toThrow(/another run has begun in|cannot write to/);
  await other;
  const alone = temporaryFolder();
  await generate({ ...OPTIONS, users: 6, out: alone });
  expect(hashesOf(out)).toEqual(hashesOf(alone));
});
