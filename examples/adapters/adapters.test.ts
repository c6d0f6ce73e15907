import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { shell } from '../../testing/command-line.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { ADAPTER } from '../../testing/program.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** A few trials of each property: `edxgen conform -- COMMAND` makes the usual hundred. */
const RUNS = 2;
/** Milliseconds: the Java adapter is compiled whenever it is started, which takes long on a busy machine. */
const TIMEOUT = 30_000;

/** What takes seconds is measured with Python here, and with TypeScript in bin/conform.test.ts. */
const QUICKLY = '--skip linear-time';

const ADAPTERS = [
  { language: 'Python', has: ['python3', '--version'], command: `python3 ${here('adapter.py')}`, options: '' },
  {
    language: 'TypeScript',
    has: ['node', '--version'],
    command: `node ${ADAPTER}`,
    options: QUICKLY,
  },
  { language: 'Perl', has: ['perl', '--version'], command: `perl ${here('adapter.pl')}`, options: QUICKLY },
  {
    language: 'Java',
    has: ['javac', '-version'],
    command: `java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${here('Adapter.java')}`,
    options: QUICKLY,
  },
] as const;

interface Report {
  readonly conforms: boolean;
  readonly summary: Record<'passed' | 'failed' | 'known', number>;
  readonly properties: readonly { id: string; status: string; depth: string; words: string }[];
}

describe.each(ADAPTERS)('the $language adapter', ({ language, has: [program, option], command, options }) => {
  const missing = spawnSync(program, [option]).status !== 0;
  if (missing) console.warn(`\n!!! ${language} IS NOT TESTED: "${program}" cannot be run. Install it.\n`);

  test.skipIf(missing)('keeps the protocol', { timeout: 2 * TIMEOUT }, async () => {
    const { out, err, status } = await shell(`edxgen conform --check --timeout ${TIMEOUT} -- ${command}`);
    expect({ out, err, status }).toMatchObject({ err: '', status: 0 });
  });

  test.skipIf(missing)('has every property that it claims', { timeout: 10 * TIMEOUT }, async () => {
    const folder = temporaryFolder();
    const { out, status } = await shell(
      `edxgen conform --runs ${RUNS} --timeout ${TIMEOUT} ${options} --report json=report.json -- ${command}`,
      folder,
    );
    const { conforms, summary, properties } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
    expect(out).toContain('reads edX tracking logs (current), payload');
    expect({ conforms, status, failed: summary.failed, known: summary.known }).toEqual({
      conforms: true,
      status: 0,
      failed: 0,
      known: 0,
    });
    const skipped = properties
      .filter((property) => property.status === 'skipped' && property.depth !== 'strict')
      .map(({ id }) => id);
    expect(skipped).toEqual(options === '' ? [] : ['linear-time']);
  });
});
