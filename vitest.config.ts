import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,generators,conformance,bin,examples,testing}/**/*.test.ts'],
    // Many tests wait for other processes: two files at once go together well even on two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', ['json', { outputFile: '.test-report.json' }]],
  },
});
