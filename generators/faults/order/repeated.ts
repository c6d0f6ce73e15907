/** Lines that stand twice. */
import { integer } from '../../../src/base/random/index.ts';
import { lineFaults } from '../fault.ts';

const MAX_TAIL = 20;

export const repeatedFaults = lineFaults({ level: 'order', verdict: 'either', rule: 'line-repeated' }, [
  {
    // A shipper that sends again what was not acknowledged.
    id: 'line-twice',
    wording: 'A line stands twice, the copy right behind it.',
    adds: 'after',
    break: ({ whole, fields }) => (fields ? whole : undefined),
  },
  {
    // A rotation that copies the file and empties it later.
    id: 'tail-repeated',
    wording: 'The last lines of one day’s file stand again at the head of the next.',
    adds: 'before',
    break(_, random, { number, before }) {
      if (number > 1) return undefined;
      const tail = [...before()].slice(0, integer(random, 1, MAX_TAIL));
      return tail.length > 0 ? tail.toReversed().join('\n') : undefined;
    },
  },
]);
