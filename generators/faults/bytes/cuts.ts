/** Lines whose end is missing. */
import { LINE_CUT } from '../../../src/spec/index.ts';
import { integer } from '../../../src/base/random/index.ts';
import { lineFaults } from '../fault.ts';

/** In an entry of correct_map, a message of any length can stand. */
const MESSAGE = '"msg": "';
const LONG_MESSAGE = ''.padEnd(LINE_CUT, '<li>Your output: 0 1 2 3 4 5 6 7 8 9</li>');

/** 2,048 bytes, which a receiver of syslog should take (RFC 5424, section 6.1), less a priority such as `<142>`. */
const SYSLOG_CUT = 2043;

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
    break({ text }) {
      if (text.length <= LINE_CUT && !text.includes(MESSAGE)) return undefined;
      return (text.length > LINE_CUT ? text : text.replace(MESSAGE, MESSAGE + LONG_MESSAGE)).slice(0, LINE_CUT);
    },
  },
  {
    // A relay that takes messages up to a size and drops what is beyond. Only lines that are longer can be cut so: checks.
    id: 'syslog-cut',
    wording: 'A long line is cut at 2,043 characters, as a syslog relay does.',
    break: ({ text }) => (text.length > SYSLOG_CUT ? text.slice(0, SYSLOG_CUT) : undefined),
  },
]);
