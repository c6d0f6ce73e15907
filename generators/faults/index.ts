import type { Fault, LineFault } from './fault.ts';
import * as bytes from './bytes/index.ts';
import * as fields from './fields/index.ts';
import * as payload from './payload/index.ts';

/** Every fault operator, by level. */
export const FAULTS: readonly Fault[] = [...Object.values(bytes), ...Object.values(fields), ...Object.values(payload)];

/** The operators that `--faults RATE` draws from. */
export const LINE_FAULTS: readonly LineFault[] = FAULTS.filter((fault) => fault.scope === 'line');
