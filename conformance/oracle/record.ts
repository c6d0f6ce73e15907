import { isObject } from '../../src/base/shape.ts';
import { eventTypeOf, type Dialect, type Shape } from '../../src/spec/index.ts';
import type { Json } from '../../src/line/index.ts';
import type { ParserDepth } from '../subjects/parser.ts';
import type { ExpectedRecord } from '../subjects/trial.ts';
import { differences, sameInstant, type Difference } from './compare.ts';

type Fields = Record<string, unknown>;

/** Only the fields asked for; a session that is not there is null, with or without its key. The protocol's record has no host. */
function* inFields(expected: Fields, got: Fields): Generator<Difference> {
  for (const [name, value] of Object.entries(expected)) {
    if (name === 'host' && !Object.hasOwn(got, name)) continue;
    const read = Object.hasOwn(got, name) ? got[name] : name === 'session' ? null : undefined;
    const alike = name === 'time' && sameInstant(value) === sameInstant(read);
    if (!alike) yield* differences(value, read, undefined, `/${name}`);
  }
}

const shapeOf = ({ type }: ExpectedRecord, dialect: Dialect): Shape | undefined =>
  type && eventTypeOf(dialect, type.source, type.name)?.[dialect];

/** A payload in which those parts stand as text that were left so, where they may be. */
function leaving(payload: Json, left: ExpectedRecord['left'], got: unknown): Json {
  if (!left || !isObject(got)) return payload;
  return {
    ...(payload as Record<string, Json>),
    ...Object.fromEntries(Object.entries(left).filter(([key, text]) => got[key] === text)),
  };
}

/** Where the record of a line differs from what the line means, as deep as the parser reads. */
export function recordDifferences(
  truth: ExpectedRecord,
  record: unknown,
  depth: ParserDepth,
  dialect: Dialect,
): Difference[] {
  if (depth === 'lines') return [];
  if (!isObject(record)) return [{ path: '', expected: truth.fields ?? {}, got: record }];
  const found = [...inFields(truth.fields ?? {}, record)];
  const event = depth === 'payload' ? truth.payload : truth.event;
  if (event === undefined) return found;
  const schema = typeof event === 'object' ? shapeOf(truth, dialect)?.payload : undefined;
  const got = Object.hasOwn(record, 'event') ? record['event'] : undefined;
  return [
    ...found,
    ...differences(depth === 'payload' ? leaving(event, truth.left, got) : event, got, schema, '/event'),
  ];
}
