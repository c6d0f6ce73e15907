import type { Fault, LineFault } from './fault.ts';
import * as bytes from './bytes/index.ts';

/** Every fault operator, by level. */
export const FAULTS: readonly Fault[] = [...Object.values(bytes)];

/** The operators that `--faults RATE` draws from. */
export const LINE_FAULTS: readonly LineFault[] = FAULTS.filter((fault) => fault.scope === 'line');
