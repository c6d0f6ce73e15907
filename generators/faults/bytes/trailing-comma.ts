import { ifUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** Lines that were part of a JSON array, and exports that part records so. */
export const trailingComma: LineFault = {
  scope: 'line',
  id: 'trailing-comma',
  level: 'bytes',
  wording: 'A line has a comma at its end.',
  verdict: 'reject',
  rule: 'line-json',
  break: ({ text, dialect }) => ifUnreadable(`${text},`, dialect),
};
