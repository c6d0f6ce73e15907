import * as archive from './archive/index.ts';
import * as bytes from './bytes/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import type { Fault, LineFault } from './fault.ts';
import * as fields from './fields/index.ts';
import * as json from './json/index.ts';
import * as order from './order/index.ts';
import * as payload from './payload/index.ts';

/** By id: what a module exports has no order that every loader keeps. */
const byId = (a: Fault, b: Fault): number => (a.id < b.id ? -1 : 1);

/** Every fault operator, by level. */
export const FAULTS: readonly Fault[] = [bytes, json, fields, payload, order, archive].flatMap((level) =>
  Object.values<Fault>(level).toSorted(byId),
);

/** Whether an operator acts on a dialect. */
export const actsOn = ({ dialects }: Fault, dialect: Dialect): boolean => dialects?.includes(dialect) ?? true;

/** The operators that act on lines. */
export const LINE_FAULTS: readonly LineFault[] = FAULTS.filter((fault) => fault.scope === 'line');

/** The operators that a share of a dialect’s lines is drawn from: those named, or all that act without being named. */
export const drawnFrom = (names: readonly string[], dialect: Dialect): LineFault[] =>
  LINE_FAULTS.filter((fault) =>
    names.length > 0 ? names.includes(fault.id) : actsOn(fault, dialect) && !fault.onlyNamed,
  );
