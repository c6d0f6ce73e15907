import type { RuleName } from './check.test.support.ts';
import type { Log } from './tampered-log.test.support.ts';

/** A way to spoil a good log, against one rule of the checker. */
export interface Case {
  readonly rule: RuleName;
  readonly what: string;
  readonly dialect?: 'deployed';
  /** Reads the log as that of a course that began on another day. */
  readonly start?: string;
  readonly tamper: (log: Log) => void;
}
