/** Small commands start at once: what they do not need is not loaded. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Tells the address of each module on standard error. */
const HOOK =
  "import fs from 'node:fs';\nexport const load = (url, context, next) => { fs.writeSync(2, `loads ${url}\\n`); return next(url, context); };\n";

test.each(['--help', '--version', 'validate --help', 'conform --help', 'completion bash'])(
  'edxgen %s loads no package but those of yargs, nor what reads and writes runs',
  async (command) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'hook.mjs'), HOOK);
    writeFileSync(
      join(folder, 'tell.mjs'),
      "import { register } from 'node:module';\nregister(new URL('hook.mjs', import.meta.url));\n",
    );
    const { status, err } = await shell(`"$NODE" --import ./tell.mjs "$PROGRAM" ${command}`, folder);
    expect(status).toBe(0);
    const loaded = [...err.matchAll(/^loads (\S+)$/gm)].map(([, url]) => url!);
    expect(loaded.some((url) => url.endsWith('/dist/bin/command-line.js'))).toBe(true);
    expect(
      loaded.filter((url) =>
        /node_modules\/(@aws-sdk|@faker-js|fast-check|pure-rand|seedrandom|typebox|yaml)\//.test(url),
      ),
    ).toEqual([]);
    expect(
      loaded.filter((url) =>
        /\/dist\/(src\/(spec\/events|line\/(check|decode)|report|store\/store)|generators\/(manifest|simulation)|conformance\/(properties|adapter))/.test(
          url,
        ),
      ),
    ).toEqual([]);
  },
);
