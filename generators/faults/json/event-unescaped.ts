import { ifUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { tokensOf } from './tokens.ts';

/** The quote before an event that encodes an object. */
const START = /(?<="event": )"\{\\"/;
const ESCAPE = /\\(["\\])/g;

/** Lines put together by a template that pastes the payload between two quotes. */
export const eventUnescaped: LineFault = {
  scope: 'line',
  id: 'event-unescaped',
  level: 'json',
  wording: 'An event that encodes JSON stands between its quotes as it is, its own quotes not escaped.',
  verdict: 'reject',
  rule: 'line-json',
  break({ text, fields, dialect }) {
    const start = text.search(START);
    if (start < 0 || !fields) return undefined;
    const event = tokensOf(text).find((token) => token.start === start)!.text;
    return ifUnreadable(text.slice(0, start) + event.replace(ESCAPE, '$1') + text.slice(start + event.length), dialect);
  },
};
