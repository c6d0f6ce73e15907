import { ofType } from './kinds.ts';
import { placeFault } from './place-fault.ts';

const asNumber = (text: string): number => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text.length);

/** A tool that guesses types: an answer 42 becomes a number. */
export const payloadTextAsNumber = placeFault(
  {
    id: 'payload-text-as-number',
    wording: 'A text of a payload is a number.',
    verdict: 'reject',
    rule: 'payload-type',
  },
  ofType('string'),
  (value) => asNumber(String(value)),
);
