/** Compares what a parser read with what was written. */
import { isObject } from '../../src/base/shape.ts';
import { pointerPart } from '../../src/spec/json-schema.ts';
import { memberOf, type SchemaNode } from '../../src/spec/schema-node.ts';

/** A path at which two values differ. */
export interface Difference {
  /** JSON pointer. */
  readonly path: string;
  /** Undefined where there should be nothing. */
  readonly expected: unknown;
  /** Undefined where there is nothing. */
  readonly got: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const pointer = (path: string, key: string): string => `${path}/${pointerPart(key)}`;

function* inObjects(expected: Fields, got: Fields, node: SchemaNode | undefined, path: string): Generator<Difference> {
  for (const [key, value] of Object.entries(expected)) {
    const there = Object.hasOwn(got, key);
    const part = node?.properties?.[key] ?? node?.additionalProperties;
    if (there) yield* differences(value, got[key], part, pointer(path, key));
    else yield { path: pointer(path, key), expected: value, got: undefined };
  }
  for (const [key, value] of Object.entries(got)) {
    if (Object.hasOwn(expected, key) || value === undefined) continue;
    // A key that the format does not name is the parser's own affair, and so is null for one that may be missing.
    const named =
      node?.properties && !node.additionalProperties ? Object.hasOwn(node.properties, key) && value !== null : true;
    if (named) yield { path: pointer(path, key), expected: undefined, got: value };
  }
}

const isSafe = (value: bigint): boolean => Number.isSafeInteger(Number(value));

/**
 * Where a value differs from the expected one. Numbers compare by value, strings code point by code point, objects whatever
 * the order of their keys.
 *
 * @param schema of the value; without one every key counts
 */
export function* differences(expected: unknown, got: unknown, schema?: SchemaNode, path = ''): Generator<Difference> {
  const node = schema && memberOf(schema, expected);
  if (typeof got === 'bigint') return yield* differences(expected, isSafe(got) ? Number(got) : `${got}`, schema, path);
  if (expected === got || (Number.isNaN(expected) && Number.isNaN(got))) return;
  if (isObject(expected) && isObject(got)) {
    yield* inObjects(expected, got, node, path);
  } else if (Array.isArray(expected) && Array.isArray(got) && expected.length === got.length) {
    for (const [i, item] of expected.entries()) yield* differences(item, got[i], node?.items, `${path}/${i}`);
  } else yield { path, expected, got };
}

const INSTANT = /^(\d{4,})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|\+00:?00)?$/;

/** A time that names the same microsecond as another text does, as one text; any other text as it is. */
export function sameInstant(time: unknown): unknown {
  if (typeof time !== 'string') return time;
  const [, year, month, day, hours, minutes, seconds, fraction = ''] = INSTANT.exec(time) ?? [];
  if (year === undefined) return time;
  return `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${fraction.padEnd(6, '0').replace(/(?<=.{6})0+$/, '')}`;
}
