import { createRequire } from 'node:module';

/** The version of edxgen, as its package says. */
export const { version: VERSION } = createRequire(import.meta.url)('edxgen/package.json') as { version: string };
