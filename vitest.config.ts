import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,generators,conformance,bin,examples}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.test-report.json' }]],
  },
});
