/** Lines whose end is missing. */
import { LINE_CUT } from '../../../src/spec/index.ts';
import { integer } from '../../../src/base/random/index.ts';
import { lineFaults } from '../fault.ts';
import type { ValidLine } from '../valid-line.ts';

/** In an entry of correct_map, a message of any length can stand. */
const MESSAGE = '"msg": "';
const OUTPUT = '<li>Your output: 0 1 2 3 4 5 6 7 8 9</li>';

/** The first characters of a line, which gets a message of the grader's where it is too short to be cut there. */
function cutAt(length: number, { text, prefix }: ValidLine): string | undefined {
  const left = length - prefix.length;
  if (text.length > left) return text.slice(0, left);
  return text.includes(MESSAGE) ? text.replace(MESSAGE, MESSAGE + ''.padEnd(length, OUTPUT)).slice(0, left) : undefined;
}

/** 2,048 bytes, which a receiver of syslog should take (RFC 5424, section 6.1), less a priority such as `<142>`. */
const SYSLOG_CUT = 2043;

const RSYSLOG_CUT = 32_768;

export const cutFaults = lineFaults({ level: 'bytes', verdict: 'reject', rule: 'line-json' }, [
  {
    // A writer that dies in the middle of a line, or a disk that fills up.
    id: 'line-cut',
    wording: 'A line is cut at a random byte.',
    break: ({ text }, random) => text.slice(0, integer(random, 1, text.length - 1)),
  },
  {
    // The platform cuts every line there [TRACK_MAX_EVENT]. The page does not know of it, so that documented lines are longer,
    // and it is a fault in those alone. Few lines are as long: a shorter check gets a message of the grader's that makes it so.
    id: 'line-cut-10000',
    wording: 'A line is cut at 10,000 characters, as the platform does; a shorter check is made long first.',
    dialects: ['documented'],
    break: (line) => cutAt(LINE_CUT, line),
  },
  {
    // rsyslog takes so many bytes a message; lines of today may be longer, and the platform writes those up to 50,000 whole.
    id: 'rsyslog-cut',
    wording: 'A line is cut at 32,768 bytes, as rsyslog does; a shorter check is made long first.',
    dialects: ['current'],
    break: (line) => cutAt(RSYSLOG_CUT, line),
  },
  {
    // A relay that takes messages up to a size and drops what is beyond. Only lines that are longer can be cut so: checks.
    id: 'syslog-cut',
    wording: 'A long line is cut at 2,043 characters, as a syslog relay does.',
    break: ({ text }) => (text.length > SYSLOG_CUT ? text.slice(0, SYSLOG_CUT) : undefined),
  },
]);
