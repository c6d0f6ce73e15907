import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = '{src,generators,conformance,bin,examples,testing}/**/*.test.ts';

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
const LONG = /\/(mutants|calibration|adapters|swap|bucket\.interrupted|slurm)\.test\.ts$/;

/** What takes longest begins first, so that it does not run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(LONG.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a));
  }
}

export default defineConfig({
  test: {
    // Many tests wait for other processes: twice as many files at once keep the processors busy.
    maxWorkers: 2 * availableParallelism(),
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', ['json', { outputFile: '.test-report.json' }]],
    projects: [
      {
        extends: true,
        // To load what they test takes longer than most of these tests: files share it.
        test: { name: 'unit', include: [TESTS], exclude: ['node_modules', ...SYSTEM_TESTS], isolate: false },
      },
      { extends: true, test: { name: 'system', include: SYSTEM_TESTS } },
    ],
  },
});
