/** What stands in the field event: of another encoding, cut, empty, or no object. */
import { integer, pick } from '../../../src/base/random/index.ts';
import { dumps } from '../../../src/line/dumps.ts';
import { EARLY_DIALECTS } from '../../../src/spec/index.ts';
import type { ValidLine } from '../valid-line.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults } from '../fault.ts';

/** How events stand in lines; looking for that takes less time than parsing. */
const ENCODED = '"event": "{';
const OBJECT = '"event": {';
const EMPTY = '"event": ""';

/** Whether an event encodes its payload, or may do so. */
const isEncoded = ({ payload, shape }: ValidLine): boolean => payload !== undefined && shape?.encoding !== 'value';

export const eventFaults = lineFaults({ level: 'payload', verdict: 'reject', rule: 'event-json' }, [
  {
    // A tool that decodes what it finds encoded.
    id: 'event-as-object',
    wording: 'A browser’s event is the object itself, not a string that encodes it.',
    rule: 'event-shape',
    break(line) {
      const payload = line.text.includes(ENCODED) ? line.payload : undefined;
      return payload && line.shape?.encoding !== 'object'
        ? ifFits(line.with('event', payload), line.dialect)
        : undefined;
    },
  },
  {
    // The page's "string/json" allows it.
    id: 'event-as-text',
    wording: 'A server’s event is a string that encodes the object.',
    dialects: EARLY_DIALECTS,
    verdict: 'accept',
    rule: null,
    break(line) {
      if (!line.text.includes(OBJECT) || line.shape?.encoding !== 'object') return undefined;
      return ifFits(line.with('event', dumps(line.payload!)), line.dialect);
    },
  },
  {
    // Some scripts send an empty object where others send nothing.
    id: 'event-not-empty',
    wording: 'An event that is to be empty holds an empty object.',
    dialects: EARLY_DIALECTS,
    rule: 'event-empty',
    break(line) {
      if (!line.text.includes(EMPTY) || line.shape?.encoding !== 'empty') return undefined;
      return ifFits(line.with('event', '{}'), line.dialect);
    },
  },
  {
    // A payload that was left out.
    id: 'event-null',
    wording: 'An event is null.',
    rule: 'event-shape',
    break(line) {
      const encoding = line.shape?.encoding;
      return encoding === undefined || encoding === 'empty'
        ? undefined
        : ifFits(line.with('event', null), line.dialect);
    },
  },
  {
    // A field of a database that is too short for it.
    id: 'payload-cut',
    wording: 'An encoded event is cut within.',
    break(line, random) {
      if (!line.text.includes(ENCODED) || !line.payload) return undefined;
      const event = String(line.fields!['event']);
      return line.with('event', event.slice(0, integer(random, 1, event.length - 1)));
    },
  },
  {
    // A script that failed before it had anything to send.
    id: 'payload-empty',
    wording: 'An event that encodes an object is empty.',
    break: (line) => (isEncoded(line) ? line.with('event', '') : undefined),
  },
  {
    // What JSON.stringify makes of a variable that is not what the script took it for.
    id: 'payload-not-object',
    wording: 'An event encodes no object: a list, a number, null, the word undefined.',
    break: (line, random) =>
      isEncoded(line)
        ? ifFits(line.with('event', pick(random, ['[]', '0', 'null', 'undefined'])), line.dialect)
        : undefined,
  },
]);
