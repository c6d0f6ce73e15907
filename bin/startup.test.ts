/** Small commands start at once: what they do not need is not loaded. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Tells the address of each module on standard error. */
const HOOK =
  "import fs from 'node:fs';\nexport const load = (url, context, next) => { fs.writeSync(2, `loads ${url}\\n`); return next(url, context); };\n";

/** The modules that a file of the bundle holds: each stands behind a comment with its path. */
const modulesIn = (text: string): string[] => [...text.matchAll(/^\/\/ (\S+\.m?js)$/gm)].map(([, path]) => path!);

test.each(['--help', '--version', 'validate --help', 'conform --help', 'completion bash'])(
  'edxgen %s loads no package but yargs, nor what reads and writes runs',
  async (command) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'hook.mjs'), HOOK);
    writeFileSync(
      join(folder, 'tell.mjs'),
      "import { register } from 'node:module';\nregister(new URL('hook.mjs', import.meta.url));\n",
    );
    const { status, err } = await shell(`"$NODE" --import ./tell.mjs "$PROGRAM" ${command}`, folder);
    expect(status).toBe(0);
    const loaded = [...err.matchAll(/^loads (file:\S+)$/gm)].map(([, url]) => url!);
    expect(loaded.filter((url) => url.includes('/node_modules/'))).toEqual([]);
    const modules = loaded.flatMap((url) => modulesIn(readFileSync(new URL(url), 'utf8')));
    expect(modules).toContain('build/bin/command-line.js');
    const needless =
      /node_modules\/(@faker-js|seedrandom|typebox|yaml)\/|^build\/(src\/(spec\/events|line\/(check|decode)|report|store\/store)|generators\/(run\/manifest|simulation)|conformance\/(properties|subjects))/;
    expect(modules.filter((module) => needless.test(module))).toEqual([]);
  },
);
