/**
 * The conformance kit: whether a parser reads edX tracking logs right, and if not, the smallest log that shows it.
 *
 * @packageDocumentation
 */
import { PROPERTIES as ALL } from './properties/index.ts';
import type { PropertyInfo } from './properties/property.ts';

/** All properties, in the order in which a run tries them. */
export const PROPERTIES: readonly PropertyInfo[] = ALL;

export { conformance, type Case, type Conformance, type ConformanceOptions } from './conformance.ts';
export { logFile, type LogFile } from './inputs/log-file.ts';
export { logLine, type LogLine } from './inputs/log-line.ts';
export { malformedLine } from './inputs/malformed-line.ts';
export type { MalformedLine } from './inputs/broken-by.ts';
export { LEVELS, type FaultInfo, type Level, type Verdict } from '../generators/faults/fault.ts';
export { serverTar, type DailyFile, type ServerTar } from './inputs/server-tar.ts';
export type { Difference } from './oracle/compare.ts';
export { MISMATCH_KINDS, type Mismatch, type MismatchKind } from './oracle/mismatch.ts';
export type { FileAnswer, LineAnswer, LogAnswer, Parser, ParserContext, ParserDepth } from './subjects/parser.ts';
export { DEPTHS, PROPERTY_LEVELS, type Depth, type PropertyInfo, type PropertyLevel } from './properties/property.ts';
export type { PropertyTried, SuiteOptions } from './runner/options.ts';
export type { Failure, PropertyResult, RunResult, Status } from './runner/result.ts';
export type { ShareDone, TaskControl } from '../src/base/task.ts';
export type { Claims } from './subjects/subject.ts';
export {
  TRAP_WAYS,
  type ArchiveCommand,
  type Command,
  type Expected,
  type ExpectedFile,
  type ExpectedLine,
  type ExpectedRecord,
  type Extent,
  type ParseCommand,
  type Step,
  type TrapMember,
  type TrapWay,
  type Trial,
} from './subjects/trial.ts';
export type { CommonFields, Json, LogRecord } from '../src/line/index.ts';
export {
  DIALECTS,
  EVENT_SOURCES,
  type Dialect,
  type EventSource,
  type ContextKind,
  type Encoding,
  type EventType,
  type EventTypeBase,
  type OpenNames,
  type RuleId,
  type SchemaKeywords,
  type SchemaNode,
  type Shape,
  type Shapes,
  type Source,
  type Violation,
} from '../src/spec/index.ts';
