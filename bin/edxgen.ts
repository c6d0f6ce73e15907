#!/usr/bin/env node
/** Where the program begins. All else is loaded from here, so that a module that cannot be read is told as other breakdowns are. */
import { setFlagsFromString } from 'node:v8';
import { fail, guard } from './exit.ts';

/**
 * V8 11, which is that of Node 20, compiles a function for speed after half as much work as V8 before it did. Threads that compile
 * then take a third of the processor time of a small run, and a tenth of a large one's is saved by the older figure, in bytes of
 * bytecode; four times as much makes large runs slower again. Later versions count otherwise.
 */
const COMPILES_AFTER = 132 * 1024;

guard();
try {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${COMPILES_AFTER}`);
  await import('./main.ts');
} catch (error) {
  fail(error);
}
