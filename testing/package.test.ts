/** The package as it is published. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { brokenLinks } from './links.ts';
import { CHECKOUT, PROGRAM } from './program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const MINUTES = 5 * 60_000;
/** Two million and more before the public types were kept apart from typebox's; @types/node takes fifty thousand alone. */
const INSTANTIATIONS = 240_000;

const folder = temporaryFolder();
const root = join(folder, 'node_modules', 'edxgen');
let tarball: string;

const run = (command: string, args: readonly string[], cwd = CHECKOUT, env: NodeJS.ProcessEnv = process.env): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  run('node', ['api-extractor.mjs']);
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]),
  ) as [{ filename: string }];
  tarball = join(folder, filename);
  mkdirSync(root, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', root, '--strip-components', '1']);
}, MINUTES);

const packed = (): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(root, path)).isFile());

test('links of its pages lead to files of its own', () => {
  const pages = packed().filter((path) => path.endsWith('.md'));
  expect(pages).toContain('README.md');
  const broken = pages.flatMap((page) => brokenLinks(root, page).map((link) => `${page}: ${link}`));
  expect(broken).toEqual([]);
});

test('it holds no tests, and no declarations but those of its entries', () => {
  expect(packed().filter((path) => /\.test\.|\.bench\.|testing\//.test(path))).toEqual([]);
  expect(
    packed()
      .filter((path) => path.endsWith('.d.ts'))
      .sort(),
  ).toEqual(
    ['conformance', 'edxgen', 'faults', 'spec', 'validate'].map((name) => join('dist', 'types', `${name}.d.ts`)),
  );
});

test(
  'its types cost a strict compiler little, and are right',
  () => {
    for (const name of ['fast-check', '@types', '@fast-check', 'pure-rand']) {
      const there = join(CHECKOUT, 'node_modules', name);
      if (existsSync(there)) symlinkSync(there, join(folder, 'node_modules', name));
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const options = {
      target: 'es2023',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['user.ts'] }));
    writeFileSync(
      join(folder, 'user.ts'),
      [
        "import { generate, simulate } from 'edxgen';",
        "import { conformance } from 'edxgen/conformance';",
        "import { EVENT_TYPES, jsonSchema } from 'edxgen/spec';",
        "export const made: Promise<{ totals: { lines: number } }> = generate({ users: 10, out: 'logs' });",
        'export const used = [simulate, conformance, EVENT_TYPES, jsonSchema];',
        '',
      ].join('\n'),
    );
    const told = run(
      'node',
      [join(CHECKOUT, 'node_modules', 'typescript', 'bin', 'tsc'), '--extendedDiagnostics'],
      folder,
    );
    expect(Number(/^Instantiations:\s+(\d+)/m.exec(told)?.[1])).toBeLessThan(INSTANTIATIONS);
  },
  MINUTES,
);

test(
  'npx in a checkout that is built does not build again',
  () => {
    const before = statSync(PROGRAM);
    const long = new Date('2020-01-01T00:00:00Z');
    utimesSync(PROGRAM, long, long);
    try {
      expect(run('npx', ['--offline', '--cache', join(folder, 'npx'), 'edxgen', '--version']).trim()).toMatch(
        /^\d+\.\d+\.\d+$/,
      );
      expect(statSync(PROGRAM).mtimeMs).toBe(long.getTime());
    } finally {
      utimesSync(PROGRAM, before.atime, before.mtime);
    }
  },
  MINUTES,
);

test(
  'the recipe for CI runs, with the package beside it',
  () => {
    // Not below the other folder: npm would take that for the package to install into.
    const repository = temporaryFolder();
    copyFileSync(tarball, join(repository, basename(tarball)));
    copyFileSync(join(CHECKOUT, 'examples', 'adapters', 'adapter.py'), join(repository, 'adapter.py'));
    const recipe = parse(readFileSync(join(CHECKOUT, 'examples', 'ci', 'github-actions.yml'), 'utf8')) as {
      jobs: Record<string, { steps: { run?: string }[] }>;
    };
    const commands = Object.values(recipe.jobs).flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []));
    expect(commands).toHaveLength(3);
    const env = { ...process.env, GITHUB_STEP_SUMMARY: join(repository, 'summary.md') };
    // As it stands, but for how often: what a parser does in a hundred runs is not the question here.
    for (const command of commands)
      run('bash', ['-e', '-c', command.replace(' conform ', ' conform --runs 1 --skip linear-time ')], repository, env);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('# Conformance of');
    expect(existsSync(join(repository, 'conformance.xml'))).toBe(true);
  },
  MINUTES,
);
