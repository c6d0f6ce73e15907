/** Where the built program lies: what users get, also for tests and benches. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const CHECKOUT = dirname(createRequire(import.meta.url).resolve('edxgen/package.json'));

export const PROGRAM = join(CHECKOUT, 'dist', 'bin', 'edxgen.js');

/** The adapter in TypeScript of examples/, built. */
export const ADAPTER = join(CHECKOUT, 'dist', 'examples', 'adapters', 'adapter.js');

/** A program of testing/bench, as the compiler writes it. */
export const benchProgram = (name: string): string => join(CHECKOUT, 'build', 'testing', 'bench', `${name}.js`);
