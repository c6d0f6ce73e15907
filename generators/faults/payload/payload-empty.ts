import type { LineFault } from '../fault.ts';

/** A script that failed before it had anything to send. */
export const payloadEmpty: LineFault = {
  scope: 'line',
  id: 'payload-empty',
  level: 'payload',
  wording: 'An event that encodes an object is empty.',
  verdict: 'reject',
  rule: 'event-json',
  break(line) {
    return line.payload ? line.with('event', '') : undefined;
  },
};
