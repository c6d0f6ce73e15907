import { pick } from '../../../src/base/random/index.ts';
import { book } from '../../../src/spec/events/index.ts';
import { payloadFault } from './payload-fault.ts';

/** A reader with more buttons. */
export const bookTypeUnknown = payloadFault(
  {
    id: 'book-type-unknown',
    wording: 'A page of the textbook is turned in a way that the format does not know.',
    verdict: 'reject',
    rule: 'payload-value',
  },
  book,
  (payload, random) => ({ ...payload, type: pick(random, ['lastpage', 'NextPage', '']) }),
);
