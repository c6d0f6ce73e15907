import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const FOLDERS = ['src', 'generators', 'conformance', 'bin', 'examples', 'testing'];

const TESTS = `{${FOLDERS.join()}}/**/*.test.ts`;

/** Tests of whole runs, of the built program, of stores, clusters and browsers: they take minutes, and some need root. */
const SYSTEM_TESTS = [
  '{bin,examples}/**/*.test.ts',
  'conformance/subjects/**/*.test.ts',
  'generators/faults/{each,runs}.test.ts',
  'generators/run/{generate.*,hostile,incidents,loadable,merge,packaging*,publication,swap}.test.ts',
  'src/store/*.test.ts',
  'testing/{package,calibration/calibration,mutants/mutants}.test.ts',
];

/** What takes a minute and more. */
const LONG =
  /\/(mutants|calibration|presets|adapters|swap|bucket|bucket\.interrupted|slurm|incidents|plan|validate|each|conform|generate|exit|readers)\.test\.ts$/;

/** What takes longest begins first, so that it does not run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(LONG.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a));
  }
}

const ROOT = import.meta.dirname;

const isModule = (name: string): boolean => name.endsWith('.ts') && !name.includes('.test.');

/** Whether no module is newer than what tsc has built. */
function isBuilt(): boolean {
  const changed = (path: string): number => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const built = changed('build/.tsbuildinfo');
  return FOLDERS.every((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).every(
      (name) => !isModule(name) || changed(join(folder, name)) <= built,
    ),
  );
}

/** Node loads what tsc has built: vitest takes longer to transform a module than most tests take, for each file anew. */
const builtModules: Plugin = {
  name: 'built-modules',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || !source.startsWith('.') || !isModule(source)) return null;
    const { id } = (await this.resolve(source, importer, { skipSelf: true })) ?? {};
    return id && join(ROOT, 'build', relative(ROOT, id).replace(/\.ts$/, '.js'));
  },
};

export default defineConfig({
  plugins: isBuilt() ? [builtModules] : [],
  test: {
    server: { deps: { external: [/\/(build|dist)\/.*\.js$/] } },
    // Many tests wait for other processes: twice as many files at once keep the processors busy.
    maxWorkers: 2 * availableParallelism(),
    // They leave more behind than a run does: collecting it seldom takes a tenth of the time of some.
    execArgv: ['--max-semi-space-size=32'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    sequence: { sequencer: LongestFirst },
    // To load what they test takes longer than most tests: files share it.
    isolate: false,
    setupFiles: ['testing/setup.ts'],
    reporters: ['default', ['json', { outputFile: '.test-report.json' }]],
    projects: [
      { extends: true, test: { name: 'unit', include: [TESTS], exclude: ['node_modules', ...SYSTEM_TESTS] } },
      { extends: true, test: { name: 'system', include: SYSTEM_TESTS } },
    ],
  },
});
