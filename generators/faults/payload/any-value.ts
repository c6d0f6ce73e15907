/** Parts of payloads that are missing, of another type, or unknown, whichever they are. */
import { pick } from '../../../src/base/random/index.ts';
import { dumps } from '../../../src/line/dumps.ts';
import type { Json } from '../../../src/line/record.ts';
import { EARLY_DIALECTS, type Dialect } from '../../../src/spec/index.ts';
import { lineFaults } from '../fault.ts';
import { fitPayload } from './payload-fault.ts';
import { slotsIn } from './slots.ts';
import { ofType, valueFaults } from './value-fault.ts';

type Unknown = readonly (readonly [name: string, value: Json])[];

/** Keys that versions of the platform write which came after 2013. */
const SINCE: Unknown = [
  ['duration', 181.5],
  ['grade', 1],
  ['max_grade', 1],
  ['submission', {}],
];

/** Keys that the format does not know: of later versions, and for today's payloads those that operators' plugins add. */
const UNKNOWN: Record<Dialect, Unknown> = {
  documented: SINCE,
  deployed: SINCE,
  current: [
    ['cohort', 'default'],
    ['experiment_variant', 1],
    ['device', { online: true }],
  ],
};

const asNumber = (text: string): number => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text.length);

export const anyValueFaults = [
  ...valueFaults('payload-type', [
    {
      // A value that the page's script did not have at hand.
      id: 'payload-null',
      wording: 'A part of a payload is null where it may not be.',
      of: ofType('string', 'integer', 'number', 'boolean', 'array', 'object'),
      change: () => null,
    },
    {
      // JavaScript reads numbers back from a page as text.
      id: 'payload-number-as-text',
      wording: 'A number of a payload is text.',
      of: ofType('integer', 'number'),
      change: (value) => String(value),
    },
    {
      // A tool that guesses types: an answer 42 becomes a number.
      id: 'payload-text-as-number',
      wording: 'A text of a payload is a number.',
      of: ofType('string'),
      change: (value) => asNumber(String(value)),
    },
    {
      // The page lets correct_map, state, answers and queuestate be "string/json".
      id: 'part-as-text',
      wording: 'An object within a server event is a string that encodes it.',
      dialects: EARLY_DIALECTS,
      verdict: 'accept',
      rule: null,
      of: (node) => node.encoded === true,
      change: (part) => dumps(part),
    },
  ]),
  ...lineFaults({ level: 'payload', verdict: 'reject', rule: 'payload-missing' }, [
    {
      // A page's script that does not send it yet, or no longer.
      id: 'payload-missing',
      wording: 'A part of a payload is missing.',
      break(line, random) {
        const { payload } = line;
        if (!payload) return undefined;
        const slots = [...slotsIn(line.shape!.payload, payload)].filter(({ required }) => required);
        if (slots.length === 0) return undefined;
        const { holder, key } = pick(random, slots);
        delete holder[key];
        return fitPayload(line, payload);
      },
    },
    {
      // A log of a later version: whoever knows only this format passes over what it does not know.
      id: 'payload-unknown',
      wording: 'A key that the format does not know is added to a payload.',
      verdict: 'accept',
      rule: null,
      break(line, random) {
        const { payload } = line;
        if (!payload) return undefined;
        const [name, value] = pick(random, UNKNOWN[line.dialect]);
        return fitPayload(line, { ...payload, [name]: value });
      },
    },
  ]),
];
