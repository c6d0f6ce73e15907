import { dumps } from '../../../src/line/dumps.ts';
import type { LineFault } from '../fault.ts';

/** Shippers of logs that take each line for a text and write it as JSON once more. */
export const stringLine: LineFault = {
  scope: 'line',
  id: 'string-line',
  level: 'json',
  wording: 'A string that encodes the object stands in its place.',
  verdict: 'reject',
  rule: 'line-object',
  break: ({ text, fields }) => fields && dumps(text),
};
