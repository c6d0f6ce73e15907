import type { LineFault } from '../fault.ts';

/** 2,048 bytes, which a receiver of syslog should take (RFC 5424, section 6.1), less a priority such as `<142>`. */
const MESSAGE = 2043;

/** A relay that takes messages up to a size and drops what is beyond. Only lines that are longer can be cut so: checks. */
export const syslogCut: LineFault = {
  scope: 'line',
  id: 'syslog-cut',
  level: 'bytes',
  wording: 'A long line is cut at 2,043 characters, as a syslog relay does.',
  verdict: 'reject',
  rule: 'line-json',
  break: ({ text }) => (text.length > MESSAGE ? text.slice(0, MESSAGE) : undefined),
};
