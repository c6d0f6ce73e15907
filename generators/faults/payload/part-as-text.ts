import { dumps } from '../../../src/line/dumps.ts';
import { placeFault } from './place-fault.ts';

/** The page lets correct_map, state, answers and queuestate be "string/json". */
export const partAsText = placeFault(
  {
    id: 'part-as-text',
    wording: 'An object within a server event is a string that encodes it.',
    verdict: 'accept',
    rule: null,
  },
  (node) => node.encoded === true,
  (part) => dumps(part),
);
