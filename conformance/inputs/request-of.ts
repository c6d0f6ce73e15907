import type { Json } from '../../src/line/index.ts';
import type { Dialect } from '../../src/spec/index.ts';

/** The payload of a request without parameters in its URL, in the order of its dialect. */
export const requestOf = (dialect: Dialect, posted: Json): Record<string, Json> =>
  dialect === 'current' ? { GET: {}, POST: posted } : { POST: posted, GET: {} };
