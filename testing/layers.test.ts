/** Imports point down: from a row of the house to the rows below it, never to a neighbour, and no file to itself by a way round. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** From the top down. `.` stands for the files that lie in the folder itself. */
const ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '.': [['bin'], ['conformance'], ['generators'], ['src']],
  conformance: [['.'], ['reports', 'fixtures'], ['runner'], ['properties'], ['inputs', 'oracle'], ['subjects']],
  generators: [
    ['.'],
    ['run'],
    ['faults', 'site'],
    ['simulation'],
    ['incidents'],
    ['sessions'],
    ['platform'],
    ['model'],
    ['truth'],
    ['learners'],
    ['course'],
  ],
  src: [['report'], ['validation'], ['line'], ['archive'], ['store'], ['spec'], ['base']],
};

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDERS = ROWS['.']!.flat();

/** Tests and benches may look anywhere. */
const isPart = (file: string): boolean => file.endsWith('.ts') && !/\.(test|bench)\./.test(file);

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
)
  .filter(isPart)
  .sort();

/** The files that each imports, for their types too. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return [
      file,
      [...text.matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, path]) => normalize(join(dirname(file), path!))),
    ] as const;
  }),
);

/** A file's place in a folder: the folder in it that holds it, or `.`. */
function part(file: string, folder: string): string {
  const names = (folder === '.' ? file : file.slice(folder.length + 1)).split('/');
  return names.length === 1 ? '.' : names[0]!;
}

const isIn = (file: string, folder: string): boolean => folder === '.' || file.startsWith(`${folder}/`);

test.each(Object.entries(ROWS))('%s', (folder, rows) => {
  const rowOf = (file: string): number => rows.findIndex((row) => row.includes(part(file, folder)));
  const up: string[] = [];
  for (const [file, targets] of imports) {
    for (const target of targets) {
      if (!isIn(file, folder) || !isIn(target, folder) || part(file, folder) === part(target, folder)) continue;
      if (rowOf(target) <= rowOf(file)) up.push(`${file} -> ${target}`);
    }
  }
  expect(up).toEqual([]);
});

test('no file imports itself by a way round', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('the map in CONTRIBUTING.md has the same folders, in this order', () => {
  const map = /^bin\/ [^`]*/m.exec(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'))?.[0] ?? '';
  const drawn = Array.from(map.matchAll(/^( *)([\w-]+)\/ /gm), ([, indent, name]) => `${indent!}${name!}`);
  const folders = FOLDERS.flatMap((folder) => [
    folder,
    ...(ROWS[folder] ?? []).flat().flatMap((name) => (name === '.' ? [] : [`  ${name}`])),
  ]);
  expect(drawn).toEqual([...folders, 'testing']);
});
