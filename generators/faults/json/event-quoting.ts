/** Events that are encoded once too often, or once too seldom. */
import { dumps } from '../../../src/line/dumps.ts';
import { ifUnreadable } from '../ensure.ts';
import { lineFaults } from '../fault.ts';
import { tokensOf } from './tokens.ts';

/** The quote before an event that encodes an object. */
const START = /(?<="event": )"\{\\"/;
const ESCAPE = /\\(["\\])/g;

export const eventQuotingFaults = lineFaults({ level: 'json', verdict: 'reject', rule: 'line-json' }, [
  {
    // A program that encodes what is encoded already. Only an event that is JSON by its type shows it for sure.
    id: 'event-encoded-twice',
    wording: 'An event is encoded once too often: a string that encodes a string.',
    rule: 'event-json',
    break(line) {
      const encoding = line.shape?.encoding;
      if (encoding !== 'json' && encoding !== 'object' && encoding !== 'dumped') return undefined;
      const event = line.fields!['event']!;
      return line.with('event', dumps(typeof event === 'string' ? event : dumps(event)));
    },
  },
  {
    // Lines put together by a template that pastes the payload between two quotes.
    id: 'event-unescaped',
    wording: 'An event that encodes JSON stands between its quotes as it is, its own quotes not escaped.',
    break({ text, fields, dialect }) {
      const start = text.search(START);
      if (start < 0 || !fields) return undefined;
      const event = tokensOf(text).find((token) => token.start === start)!.text;
      const end = start + event.length;
      return ifUnreadable(text.slice(0, start) + event.replace(ESCAPE, '$1') + text.slice(end), dialect);
    },
  },
]);
