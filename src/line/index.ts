/** Encode a record to a line, parse a line, validate a line. */
export { encodeLine, lineEncoder, type LineEncoder } from './encode.ts';
export { Envelope } from './envelope.ts';
export { decodeForm, encodeForm, type Inputs } from './form.ts';
export { parseLine } from './parse.ts';
export type { CommonFields, Json, LogRecord } from './record.ts';
export { validateLine, type Finding } from './validate.ts';
export { DAY, dayName, formatInstant, HOUR, MINUTE, parseInstant, SECOND } from './time.ts';
