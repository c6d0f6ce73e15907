/**
 * edxgen/faults: what can be broken in a log, and the labels that tell where it was.
 *
 * @packageDocumentation
 */
import { DIALECTS } from '../src/spec/index.ts';
import type { FaultInfo } from './faults/fault.ts';
import { FAULTS as OPERATORS } from './faults/index.ts';

/** A fault operator, as data. */
export interface FaultOperator extends Required<FaultInfo> {
  /** What it breaks: lines, a daily file, an archive. */
  readonly scope: 'line' | 'file' | 'archive';
}

/** All operators, in the order in which `edxgen faults` lists them. */
export const FAULTS: readonly FaultOperator[] = OPERATORS.map(
  ({ id, level, scope, wording, verdict, rule, dialects = DIALECTS }) => ({
    id,
    level,
    scope,
    wording,
    verdict,
    rule,
    dialects,
  }),
);

export { LEVELS, type FaultInfo, type Level, type Verdict } from './faults/fault.ts';
export { DIALECTS, EARLY_DIALECTS, type Dialect, type RuleId } from '../src/spec/index.ts';
export type { Label, TextPosition } from './faults/label.ts';
