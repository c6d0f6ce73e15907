/**
 * edxgen: makes realistic, reproducible edX tracking logs, and validates them.
 *
 * @packageDocumentation
 */
export { generate, type GenerateHooks } from './generate.ts';
export type { Manifest } from './manifest.ts';
export type { GenerateOptions, SimulateOptions } from './options.ts';
export { repair } from './repair.ts';
export { simulate, type Simulation } from './simulate.ts';
export { encodeLine, parseLine, validateLine, type CommonFields, type Finding, type Json, type LogRecord } from '../src/line/index.ts';
export { UserError } from '../src/user-error.ts';
