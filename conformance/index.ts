/**
 * The conformance kit: whether a parser reads edX tracking logs right, and if not, the smallest log that shows it.
 *
 * @packageDocumentation
 */
export { conformance, type Case, type ConformanceOptions } from './conformance.ts';
export { logFile, type LogFile } from './inputs/log-file.ts';
export { logLine, type LogLine } from './inputs/log-line.ts';
export { malformedLine } from './inputs/malformed-line.ts';
export type { MalformedLine } from './inputs/broken-by.ts';
export { serverTar, type DailyFile, type ServerTar } from './inputs/server-tar.ts';
export type { Difference } from './oracle/compare.ts';
export type { Mismatch, MismatchKind } from './oracle/mismatch.ts';
export type { FileAnswer, LineAnswer, LogAnswer, Parser, ParserContext, ParserDepth } from './subjects/parser.ts';
export { PROPERTIES } from './properties/index.ts';
export type { Depth, PropertyInfo, PropertyLevel } from './properties/property.ts';
export type { PropertyTried } from './runner/options.ts';
export type { Failure, PropertyResult, RunResult, Status } from './runner/result.ts';
export type { ShareDone, TaskControl } from '../src/base/task.ts';
export type { Claims } from './subjects/subject.ts';
export type { ExpectedLine, Step, Trial, ExpectedRecord } from './subjects/trial.ts';
