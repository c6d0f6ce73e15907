/** Fields that are missing, of another type, or unknown, whichever they are. */
import { integer, pick } from '../../../src/base/random/index.ts';
import type { Json } from '../../../src/line/record.ts';
import { fieldOrder, type Dialect, type EventSource, type FieldName } from '../../../src/spec/index.ts';
import type { ValidLine } from '../valid-line.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults } from '../fault.ts';

type Unknown = readonly (readonly [name: string, value: Json])[];

/** Fields that versions of the platform write which came after 2013. */
const SINCE: Unknown = [
  ['accept_language', 'en-US,en;q=0.8'],
  ['referer', 'https://www.edx.org/'],
  ['context', { course_id: 'MITx/6.00x/2013_Spring', org_id: 'MITx', user_id: 9 }],
  ['nonInteraction', 1],
];

/** Fields that the format does not know: of later versions, and for today's lines those that collectors of logs add. */
const UNKNOWN: Record<Dialect, Unknown> = {
  documented: SINCE,
  deployed: SINCE,
  current: [
    ['nonInteraction', 1],
    ['@version', '1'],
    ['kubernetes', { namespace: 'openedx', pod: 'lms-7d9f' }],
  ],
};

/** The fields that the format knows; a release may have added others, which nobody misses. */
function knownFields({ dialect, fields = {} }: ValidLine): FieldName[] {
  const known: readonly string[] = fieldOrder(dialect, (fields['event_source'] ?? 'server') as EventSource);
  return Object.keys(fields).filter((name): name is FieldName => known.includes(name));
}

/** The fields that hold text and must: all but event, whose type is its event type's affair, and a page that is null. */
const textFields = (line: ValidLine): FieldName[] =>
  knownFields(line).filter((name) => name !== 'event' && typeof line.fields![name] === 'string');

export const anyFieldFaults = lineFaults({ level: 'fields', verdict: 'reject', rule: 'field-type' }, [
  {
    // An older writer that did not know the field yet, or a filter that dropped it. Only session may be undefined.
    id: 'field-missing',
    wording: 'A field is missing.',
    rule: 'field-missing',
    break(line, random) {
      const names = knownFields(line).filter((name) => name !== 'session');
      return names.length === 0 ? undefined : line.without(pick(random, names));
    },
  },
  {
    // A table's empty cell, after a round trip through a database.
    id: 'field-null',
    wording: 'A field that holds text is null.',
    break(line, random) {
      const names = textFields(line);
      return names.length === 0 ? undefined : ifFits(line.with(pick(random, names), null), line.dialect);
    },
  },
  {
    // A converter that guesses types, or a header that came twice and became a list.
    id: 'field-type',
    wording: 'A field that holds text is a list, an object, a number or true.',
    break(line, random) {
      const names = textFields(line);
      if (names.length === 0) return undefined;
      const name = pick(random, names);
      const value = line.fields![name]!;
      return ifFits(line.with(name, pick(random, [[value], { [name]: value }, 0, true])), line.dialect);
    },
  },
  {
    // A log of a later version: whoever knows only this format passes over what it does not know.
    id: 'field-unknown',
    wording: 'A field that the format does not know is added.',
    verdict: 'accept',
    rule: null,
    break(line, random) {
      const { fields, dialect } = line;
      if (!fields) return undefined;
      const entries = Object.entries(fields);
      const index = integer(random, 1, entries.length);
      const [...added] = pick(
        random,
        UNKNOWN[dialect].filter(([name]) => !(name in fields)),
      );
      return ifFits(line.of(Object.fromEntries(entries.toSpliced(index, 0, added))), dialect);
    },
  },
]);
