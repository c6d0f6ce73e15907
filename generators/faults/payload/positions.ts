import type { SchemaNode } from '../../../src/spec/index.ts';
/** Positions in a sequence, and pages of the textbook. */
import { pick } from '../../../src/base/random/index.ts';
import { book } from '../../../src/spec/events/index.ts';
import { payloadFaults } from './payload-fault.ts';
import { ofRule, ofType, valueFaults, type IsKind } from './value-fault.ts';

const isPosition = ofRule('position');

/** Positions that meet a condition. */
const where =
  (condition: IsKind): IsKind =>
  (node, key) =>
    isPosition(node, key) && condition(node, key);

/** The least of the numbers that a value may be. */
const leastOf = ({ minimum, anyOf }: SchemaNode): number | undefined =>
  minimum ?? anyOf?.map(leastOf).find((least) => least !== undefined);

export const positionFaults = [
  ...valueFaults('position', [
    {
      // A script that counts from 0.
      id: 'position-zero',
      wording: 'A position in a sequence is 0.',
      of: where((node) => leastOf(node) === 1),
      change: () => 0,
    },
    {
      // The first element's predecessor.
      id: 'position-negative',
      wording: 'A position or page number is negative.',
      change: (position) => (typeof position === 'number' ? -1 : '-1'),
    },
    {
      // Half a page on, as arithmetic on floats gives it.
      id: 'position-fraction',
      wording: 'A position or page number is no integer.',
      rule: 'payload-type',
      of: where(ofType('integer')),
      change: (position) => (position as number) + 0.5,
    },
    {
      // The deployed scripts read numbers back from the page; what they find there may be none.
      id: 'position-not-digits',
      wording: 'A position that may be text is one that is no digits.',
      dialects: ['deployed'],
      of: where(({ type }) => type !== 'integer'),
      change: (_, random) => pick(random, ['', '2.5', 'NaN', 'undefined']),
    },
  ]),
  ...payloadFaults(book, 'payload-value', [
    {
      // A reader with more buttons.
      id: 'book-type-unknown',
      wording: 'A page of the textbook is turned in a way that the format does not know.',
      change: (payload, random) => ({ ...payload, type: pick(random, ['lastpage', 'NextPage', '']) }),
    },
  ]),
];
