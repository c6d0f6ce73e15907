/** What stands before or behind a line that does not belong to it. */
import { integer, pick } from '../../../src/base/random/index.ts';
import { EARLY_DIALECTS } from '../../../src/spec/index.ts';
import { ifFits, ifUnreadable } from '../ensure.ts';
import { lineFaults } from '../fault.ts';

/** U+FEFF in UTF-8, as a binary string. */
const BYTE_ORDER_MARK = '\xef\xbb\xbf';

const MAX_SPACES = 8;

/** The start of a syslog message of RFC 3164: `Sep  9 00:00:48 localhost `. The day is padded with a space. */
export function syslogHeader(time: number): string {
  const [, day, month, , clock] = new Date(time / 1000).toUTCString().split(' ');
  return `${month} ${day!.replace(/^0/, ' ')} ${clock} localhost `;
}

export const edgeFaults = lineFaults({ level: 'bytes', verdict: 'reject', rule: 'line-json' }, [
  {
    // Editors of Windows. A JSON text must not start with the mark; who reads it may pass over it (RFC 8259, section 8.1).
    id: 'bom-first',
    wording: 'A file starts with a UTF-8 byte order mark.',
    verdict: 'either',
    whole: true,
    break: ({ whole }, _random, { number }) => (number === 1 ? BYTE_ORDER_MARK + whole : undefined),
  },
  {
    // Files put together, of which a later one started with the mark.
    id: 'bom-inside',
    wording: 'A line inside a file starts with a UTF-8 byte order mark.',
    verdict: 'either',
    whole: true,
    break: ({ whole }, _random, { number }) => (number > 1 ? BYTE_ORDER_MARK + whole : undefined),
  },
  {
    // The platform's lines reach their files through syslog, whose template may leave its own header before the message.
    id: 'syslog-prefix',
    wording: 'A line has the date and host of a syslog relay before its brace.',
    dialects: EARLY_DIALECTS,
    break: ({ text, time }) => syslogHeader(time) + text,
  },
  {
    // Lines that were part of a JSON array, and exports that part records so.
    id: 'trailing-comma',
    wording: 'A line has a comma at its end.',
    break: ({ text, dialect }) => ifUnreadable(`${text},`, dialect),
  },
  {
    // Hand edits, and fixed-width exports. Spaces and tabs around a JSON text mean nothing (RFC 8259, section 2).
    id: 'trailing-spaces',
    wording: 'A line has spaces or tabs at its end.',
    verdict: 'accept',
    rule: null,
    break: ({ text, dialect }, random) =>
      ifFits(text + pick(random, [' ', '\t']).repeat(integer(random, 1, MAX_SPACES)), dialect),
  },
  {
    // A file that went through a Windows machine. A carriage return is white space to JSON (RFC 8259, section 2).
    id: 'crlf',
    wording: 'A line ends with a carriage return and a newline.',
    verdict: 'accept',
    rule: null,
    break: ({ text, dialect }) => ifFits(`${text}\r`, dialect),
  },
  {
    // Hand edits, and writers that end a line twice. The format knows no blank lines; whether to mind is the reader's affair.
    id: 'blank-line',
    wording: 'A blank line follows a line.',
    verdict: 'either',
    adds: 'after',
    break: () => '',
  },
]);
