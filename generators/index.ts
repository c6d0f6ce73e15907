/**
 * edxgen: makes realistic, reproducible edX tracking logs, and validates them.
 *
 * @packageDocumentation
 */
export { generate, type GenerateHooks } from './generate.ts';
export type { Report } from './simulation/run-pools.ts';
export type { PoolProgress } from './simulation/run-pool.ts';
export type { Manifest } from './manifest.ts';
export type { GenerateOptions, SimulateOptions } from './options.ts';
export type { PresetName } from './learners/presets.ts';
export { repair, type RepairOptions } from './repair.ts';
export { merge, type MergeHooks } from './shares/merge.ts';
export { runShare, type ShareResult } from './shares/run-share.ts';
export type { Share } from './shares/share.ts';
export { simulate, type Simulation } from './simulate.ts';
export { encodeLine, parseLine, validateLine, type CommonFields, type Finding, type Json, type LogRecord } from '../src/line/index.ts';
export type { Dialect, EventSource, Violation } from '../src/spec/index.ts';
export { UserError } from '../src/user-error.ts';
