/** The same options give the same bytes in every time zone, locale and folder. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { EARLY_DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { filesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { PROGRAM } from '../../testing/program.ts';

const run = promisify(execFile);

/** Clocks were changed in the United States on the second day. */
const OPTIONS = [
  '--users',
  '60',
  '--days',
  '2',
  '--start',
  '2013-03-09',
  '--servers',
  '2',
  '--seed',
  'somewhere',
  '--quiet',
];

const SURROUNDINGS: Record<string, NodeJS.ProcessEnv> = {
  'New York': { TZ: 'America/New_York', LANG: 'en_US.UTF-8' },
  'Kathmandu, a quarter of an hour off': { TZ: 'Asia/Kathmandu', LC_ALL: 'ne_NP.UTF-8', LANG: 'ne_NP.UTF-8' },
  'Istanbul, where I has a dot': { TZ: 'Europe/Istanbul', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  'Cairo, with other digits': { TZ: 'Africa/Cairo', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8', LANGUAGE: 'ar' },
  'Kiritimati, a day ahead': { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', NODE_OPTIONS: '--icu-data-dir=/nowhere' },
};

async function bytesIn(env: NodeJS.ProcessEnv, dialect: Dialect): Promise<Map<string, Buffer>> {
  const folder = temporaryFolder();
  const { PATH } = process.env;
  await run(process.execPath, [PROGRAM, ...OPTIONS, '--dialect', dialect, '--out', 'run'], {
    env: { PATH, ...env },
    cwd: folder,
  });
  return filesOf(`${folder}/run`);
}

describe.each(EARLY_DIALECTS)('%s', (dialect: Dialect) => {
  let expected: Map<string, Buffer>;
  beforeAll(async () => {
    expected = await bytesIn({ TZ: 'UTC', LC_ALL: 'C.UTF-8' }, dialect);
  });

  test.concurrent.each(Object.keys(SURROUNDINGS))('%s', async (name) => {
    const files = await bytesIn(SURROUNDINGS[name]!, dialect);
    expect([...files.keys()]).toEqual([...expected.keys()]);
    expect([...files].filter(([file, bytes]) => !bytes.equals(expected.get(file)!)).map(([file]) => file)).toEqual([]);
  });
});
