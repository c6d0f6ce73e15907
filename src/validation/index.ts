/**
 * edxgen/validate: what is wrong with logs, whole or line by line.
 *
 * @packageDocumentation
 */
export { validateLine, type Finding } from '../line/index.ts';
export {
  validateLogs,
  type LogFinding,
  type LogWatch,
  type ValidateOptions,
  type ValidationSummary,
} from './validate-logs.ts';
export { DIALECTS, type Dialect, type Prefix, type RuleId, type Violation } from '../spec/index.ts';
export type { LogFile } from '../archive/log-file.ts';
export type { ReadOptions } from '../archive/read.ts';
export type { ShareDone, TaskControl } from '../base/task.ts';
