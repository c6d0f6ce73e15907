/** The pages speak of what there is: tables as the code has them, and links, scripts and files that exist. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../bin/commands.ts';
import { PROPERTIES } from '../conformance/properties/index.ts';
import { sourceOf } from '../generators/faults/fault.ts';
import { FAULTS } from '../generators/faults/index.ts';
import { RULES, type Source } from '../src/spec/index.ts';
import { pagesWithTables } from './docs.ts';
import { brokenLinks, withoutPrograms } from './links.ts';

const CHECKOUT = new URL('../', import.meta.url);
const root = fileURLToPath(CHECKOUT);
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');
const pages = files.filter((file) => file.endsWith('.md') && existsSync(join(root, file)));
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

test.each(pagesWithTables(CHECKOUT).map((page) => [relative(root, fileURLToPath(page.url)), page] as const))(
  '%s has its tables as npm run docs writes them',
  (_, { is, shouldBe }) => {
    expect(is).toBe(shouldBe);
  },
);

const SCRIPTS = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;
const TOP = new Set(files.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))));
/** Names in capitals stand for names. */
const isPattern = (path: string): boolean => /\b[A-Z]{2,}\b/.test(path.replace(/\.md$/, ''));

/** Files that a page names as `folder/file.ts` or `folder/`, by their place in the checkout or beside the page, and that are not there. */
function missingFiles(page: string): string[] {
  const named = Array.from(
    withoutPrograms(textOf(page)).matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g),
    ([, path]) => path!,
  );
  return named.filter(
    (path) =>
      path.includes('/') &&
      TOP.has(path.slice(0, path.indexOf('/'))) &&
      !isPattern(path) &&
      !existsSync(join(root, path)) &&
      !existsSync(join(root, dirname(page), path)),
  );
}

const missingScripts = (page: string): string[] =>
  Array.from(
    textOf(page).matchAll(/npm (?:run )?(\b(?:test|[a-z]+:[a-z]+(?:-[a-z]+)*)\b|(?<=run )[a-z]+)/g),
    ([, script]) => script!,
  ).filter((script) => !(script in SCRIPTS));

describe.each(pages)('%s', (page) => {
  test('links lead somewhere', () => expect(brokenLinks(root, page)).toEqual([]));
  test('files that it names exist', () => expect(missingFiles(page)).toEqual([]));
  test('scripts that it names exist', () => expect(missingScripts(page)).toEqual([]));
});

test('every option of every command is told in a page', () => {
  const text = pages.map(textOf).join('\n');
  const options = COMMANDS.flatMap((command) => Object.keys(command.options));
  expect([...new Set(options)].filter((name) => !text.includes(`--${name}`))).toEqual([]);
});

describe('every source is a heading of its page', () => {
  const headings = new Set(
    ['format', 'protocol'].flatMap((page) =>
      Array.from(
        withoutPrograms(textOf(`docs/${page}.md`)).matchAll(/^#+ (.+)$/gm),
        ([, heading]) => `${page}: ${heading!}`,
      ),
    ),
  );
  const strays = (sources: readonly (readonly [id: string, source: Source])[]) =>
    sources.filter(([, source]) => !headings.has(source));

  test('of rules', () => expect(strays(Object.entries(RULES).map(([id, { source }]) => [id, source]))).toEqual([]));
  test('of properties', () => expect(strays(PROPERTIES.map(({ id, source }) => [id, source]))).toEqual([]));
  test('of faults', () => expect(strays(FAULTS.map((fault) => [fault.id, sourceOf(fault)]))).toEqual([]));
});

test('CI runs the command that the README gives for the tests', () => {
  const [, command] = /```sh\n(\.ci\/install .*)\n```/.exec(textOf('README.md'))!;
  expect(textOf('.github/workflows/ci.yml')).toContain(`- run: ${command!}\n`);
});
