import type { LineFault } from '../fault.ts';
import { tokensOf } from './tokens.ts';

/** Any JSON writer but Python's. */
export const spacesRemoved: LineFault = {
  scope: 'line',
  id: 'spaces-removed',
  level: 'json',
  wording: 'No spaces follow the commas and colons of a line.',
  verdict: 'accept',
  rule: null,
  break: ({ text, fields }) =>
    fields &&
    tokensOf(text)
      .map((token) => token.text)
      .join(''),
};
