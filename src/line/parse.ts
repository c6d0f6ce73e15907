import { eventTypeOf, partLine, type Dialect } from '../spec/index.ts';
import { tryJson } from './decode.ts';
import type { LogRecord } from './record.ts';
import { lineKind } from './validate.ts';

/**
 * Reads one line, without its newline; a prefix, which a current one may have, is passed over. What is wrong inside a JSON object is passed on as it stands; validateLine tells
 * what it is. An `event` that encodes JSON or a form is decoded where it can be.
 *
 * @throws SyntaxError when the line is no JSON object
 */
export function parseLine(text: string, dialect: Dialect): LogRecord {
  const line = tryJson(dialect === 'current' ? text.slice(partLine(text).start) : text);
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    throw new SyntaxError(`expected a JSON object, got ${text.slice(0, 60)}`);
  }
  const record = line as unknown as LogRecord;
  const { event_source: source, event_type: name } = record;
  const type = typeof source === 'string' && typeof name === 'string' ? eventTypeOf(dialect, source, name) : undefined;
  if (type) {
    const decoded = lineKind(type, dialect).decode(record.event);
    if ('value' in decoded) record.event = decoded.value as LogRecord['event'];
  }
  return record;
}
