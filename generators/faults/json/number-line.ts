import type { LineFault } from '../fault.ts';

/** What a JSON reader takes, but no reader of logs should: counters and times that some tool writes between the lines. */
export const numberLine: LineFault = {
  scope: 'line',
  id: 'number-line',
  level: 'json',
  wording: 'A number, its time in microseconds since 1970, stands in place of the object.',
  verdict: 'reject',
  rule: 'line-object',
  break: ({ time }) => String(time),
};
