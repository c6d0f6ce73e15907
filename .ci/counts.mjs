// Prints 'N passed, N failed[, N skipped]' from vitest's JSON report; a run that left none has failed.
import { existsSync, readFileSync } from 'node:fs';

const path = process.argv[2];
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
const passed = report?.numPassedTests ?? 0;
// A file that could not even be loaded counts as a failure: it has no tests to count.
const broken =
  report?.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .length ?? 1;
const failed = (report?.numFailedTests ?? 0) + broken;
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
