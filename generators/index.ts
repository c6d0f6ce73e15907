/**
 * edxgen: makes realistic, reproducible edX tracking logs, and validates them.
 *
 * @packageDocumentation
 */
export { generate } from './run/generate.ts';
export type { PoolProgress } from './run/run-pool.ts';
export type { Manifest } from './run/manifest.ts';
export type { GenerateOptions, RunControl, SimulateOptions } from './run/options.ts';
export { PRESETS, type PresetName } from './learners/preset-names.ts';
export { repair, type RepairOptions } from './run/repair.ts';
export { merge, type MergeOptions } from './run/merge.ts';
export { runShare, type ShareOptions, type ShareResult } from './run/run-share.ts';
export type { Share } from './run/share.ts';
export { simulate, type Simulation } from './run/simulate.ts';
export {
  encodeLine,
  parseLine,
  validateLine,
  type CommonFields,
  type Finding,
  type Json,
  type LogRecord,
} from '../src/line/index.ts';
export {
  DIALECTS,
  EVENT_SOURCES,
  type Dialect,
  type EventSource,
  type Packaging,
  type Prefix,
  type RuleId,
  type Violation,
} from '../src/spec/index.ts';
export type { HashedFile, StoredFile } from '../src/store/store.ts';
export type { ShareDone, TaskControl } from '../src/base/task.ts';
export { OptionError, UserError, type OptionName, type UserErrorOptions, type Words } from '../src/base/user-error.ts';
