/** Later versions of Node give the same bytes. `.ci/install` puts them where this test looks. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Manifest } from 'edxgen';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const CHECKOUT = fileURLToPath(new URL('../', import.meta.url));
const PROGRAM = join(CHECKOUT, 'dist', 'bin', 'edxgen.js');
const VERSIONS = [22, 24];
const RUNS = [
  ['--users', '30', '--days', '2'],
  ['--users', '30', '--days', '2', '--dialect', 'deployed', '--servers', '1', '--faults', '0.02'],
];

const edxgen = (node: string, args: readonly string[], cwd: string): string =>
  execFileSync(node, [PROGRAM, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** What a version of Node makes: the hashes of the uncompressed logs of some runs and of all that is beside them, and of the fixtures. */
function madeBy(node: string): unknown {
  const folder = temporaryFolder();
  const runs = RUNS.map((options, i) => {
    edxgen(node, [...options, '--out', `${i}`, '--quiet'], folder);
    const { servers, totals } = JSON.parse(readFileSync(join(folder, `${i}`, 'manifest.json'), 'utf8')) as Manifest;
    const beside = filesIn(join(folder, `${i}`)).filter(
      (path) => !path.endsWith('.tar') && !path.endsWith('manifest.json'),
    );
    return {
      totals,
      files: servers.flatMap(({ files }) => files),
      beside: beside.map((path) => [path.slice(folder.length), sha256(readFileSync(path))]),
    };
  });
  edxgen(node, ['fixtures', 'fixtures'], folder);
  // Archives are compressed, which is zlib's own affair: the logs of the corpus are compared, the archives by what they are named.
  const fixtures = filesIn(join(folder, 'fixtures')).map((path) => [
    path.slice(folder.length),
    path.endsWith('.tar') ? 'archive' : sha256(readFileSync(path)),
  ]);
  return { runs, fixtures };
}

let here: unknown;
beforeAll(() => {
  here = madeBy(process.execPath);
}, 300_000);

test.each(VERSIONS)(
  'Node %i gives the same bytes',
  (version) => {
    const node = join(CHECKOUT, '.ci', 'node', `${version}`, 'node_modules', 'node', 'bin', 'node');
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\.`));
    expect(madeBy(node)).toEqual(here);
  },
  300_000,
);
