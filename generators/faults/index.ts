import * as archive from './archive/index.ts';
import * as bytes from './bytes/index.ts';
import type { Fault, LineFault } from './fault.ts';
import * as fields from './fields/index.ts';
import * as json from './json/index.ts';
import * as order from './order/index.ts';
import * as payload from './payload/index.ts';

/** Every fault operator, by level. */
export const FAULTS: readonly Fault[] = [bytes, json, fields, payload, order, archive].flatMap((level) => Object.values<Fault>(level));

/** The operators that act on lines. */
export const LINE_FAULTS: readonly LineFault[] = FAULTS.filter((fault) => fault.scope === 'line');
