/** Encode a record to a line, parse a line, validate a line. */
export { encodeLine } from './encode.ts';
export { jsonFault, type JsonFault } from './json-fault.ts';
export { parseLine } from './parse.ts';
export type { CommonFields, Json, LogRecord } from './record.ts';
export { validateLine, type Finding } from './validate.ts';
