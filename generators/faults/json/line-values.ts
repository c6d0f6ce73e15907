/** Lines that are JSON, but no object; and objects that are larger or deeper than readers are ready for. */
import { integer, type Stream } from '../../../src/base/random/index.ts';
import { dumps } from '../../../src/line/dumps.ts';
import { lineFaults } from '../fault.ts';

/** Beyond the limits of parsers that have one (Go's and jq's are 10,000) and the stacks of many that have none. */
const DEPTH = [12_000, 25_000] as const;

/** Arrays within arrays, thousands deep. */
function deepArrays(random: Stream): string {
  const depth = integer(random, ...DEPTH);
  return '['.repeat(depth) + ']'.repeat(depth);
}

const MEBIBYTE = 2 ** 20;

/** A line with so many spaces in it that readers with a buffer of some size fail on it; pieces that are put together when it is written. */
function spread(text: string, random: Stream): string {
  const start = text.indexOf('{') + 1;
  return text.slice(0, start) + ' '.repeat(integer(random, 2 * MEBIBYTE, 4 * MEBIBYTE)) + text.slice(start);
}

export const lineValueFaults = lineFaults({ level: 'json', verdict: 'reject', rule: 'line-object' }, [
  {
    // Exports that name the columns once, in another place.
    id: 'array-line',
    wording: 'An array of its values stands in place of the object.',
    whole: true,
    break: (line) => line.fields && line.of(Object.values(line.fields)),
  },
  {
    // What a JSON reader takes, but no reader of logs should: counters and times that some tool writes between the lines.
    id: 'number-line',
    wording: 'A number, its time in microseconds since 1970, stands in place of the object.',
    whole: true,
    break: ({ time }) => String(time),
  },
  {
    // Shippers of logs that take each line for a text and write it as JSON once more.
    id: 'string-line',
    wording: 'A string that encodes the object stands in its place.',
    whole: true,
    break: ({ text, fields }) => fields && dumps(text),
  },
  {
    // As deep-nesting, where even a reader that passes over the event meets it.
    id: 'deep-line',
    wording: 'A line is arrays within arrays, thousands deep.',
    whole: true,
    break: (_line, random) => deepArrays(random),
  },
  {
    // Attacks on readers that call themselves for each level. An event that is to be empty would break another rule, and one that is to be a list
    // would break its parts'.
    id: 'deep-nesting',
    wording: 'An event is arrays within arrays, thousands deep.',
    rule: 'event-shape',
    break(line, random) {
      const { encoding, payload } = line.shape ?? {};
      return encoding === undefined || encoding === 'empty' || payload!.type === 'array'
        ? undefined
        : line.withRaw('event', deepArrays(random));
    },
  },
  {
    // A documented line may be as long as it likes, and spaces between its parts mean nothing (RFC 8259, section 2).
    id: 'megabytes',
    wording: 'A line is several megabytes long, by spaces between its parts.',
    verdict: 'accept',
    rule: null,
    onlyNamed: true,
    dialects: ['documented'],
    break: ({ text }, random) => spread(text, random),
  },
  {
    // The platform cuts lines at 10,000 characters: a longer one is not its own.
    id: 'megabytes-uncut',
    wording: 'A line is several megabytes long, by spaces between its parts, where the platform would have cut it.',
    rule: 'line-cut',
    onlyNamed: true,
    dialects: ['deployed'],
    break: ({ text }, random) => spread(text, random),
  },
]);
