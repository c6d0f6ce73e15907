/** Arbitrary records, made from the spec's own schemas. For tests only: nothing that is published imports it. */
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import type { LogRecord } from '../line/record.ts';
import type { Dialect } from './dialect.ts';
import { REQUEST_CUT, type EventType, type Shape } from './event-type.ts';
import { eventTypesOf } from './event-types.ts';
import { fieldsOf } from './fields.ts';

interface Node extends TSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Node[];
  not?: Node;
  pattern?: string;
  minimum?: number;
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: Node;
}

type Keys = fc.Arbitrary<string>;

/** Marks that some writer or reader has its own idea of. */
const MARKS = ['"', '\\', '/', '\0', '\b', '\n', '\r', '\t', '\x1f', '\x7f', '\x80', '\u2028', '\u2029', '\ufeff', '<', '&', '=', '+', '%', '%41', ' ', 'é', 'e\u0301', 'Ж', '月', 'ع', '😀', '\u{10ffff}'];

/** Text of any script, without halves of surrogate pairs: what form encoding can carry. */
export const wellFormedText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...MARKS) }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

/** Any text that JSON can carry, halves of surrogate pairs included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: wellFormedText, weight: 9 },
  { arbitrary: fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '"', 'a') }), weight: 1 },
);

/** A key of an object whose keys are free, now and then one that JavaScript has its own idea of. */
export const anyKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'length', '', '0', '10', '2', 'a b', 'a', 'b', 'a~1b/c'),
  anyText,
);

const mapOf = <T>(key: Keys, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 3 }).map(Object.fromEntries<T>);

const patterns = new Map<string, fc.Arbitrary<string>>();

/** A string of a pattern; made once, because making it takes far longer than drawing from it. */
function matching(pattern: string): fc.Arbitrary<string> {
  const known = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  patterns.set(pattern, known);
  return known;
}

/** A value of a schema. */
function valueOf(node: Node, keys: Keys): fc.Arbitrary<unknown> {
  const inner = (part: Node) => valueOf(part, keys);
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  if (node.anyOf) return fc.oneof(...node.anyOf.map(inner));
  if (node.properties) return objectOf(node.properties, node.required ?? [], keys);
  if (node.additionalProperties) return mapOf(keys, inner(node.additionalProperties));
  switch (node.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: node.minimum ?? Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    case 'number':
      return fc.double({ ...(node.minimum !== undefined && { min: node.minimum }), noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
    case 'array':
      return fc.array(inner(node.items!), { maxLength: 3 });
    case 'string':
      return node.pattern === undefined ? anyText : matching(node.pattern);
    default:
      throw new Error(`no arbitrary for the schema ${JSON.stringify(node)}`);
  }
}

function objectOf(properties: Record<string, Node>, required: readonly string[], keys: Keys): fc.Arbitrary<Record<string, unknown>> {
  const possible = Object.entries(properties).filter(([, node]) => !node.not);
  const parts = Object.fromEntries(possible.map(([name, node]) => [name, valueOf(node, keys)]));
  return fc.record(parts, { requiredKeys: required.filter((name) => name in parts), noNullPrototype: true });
}

/** Inputs of a form; a list for a key that comes more than once or ends in `[]`, as decoding gives it. */
export const formInputs: fc.Arbitrary<Record<string, string | string[]>> = fc
  .uniqueArray(
    fc.tuple(wellFormedText, fc.constantFrom('', '[]'), fc.array(wellFormedText, { minLength: 1, maxLength: 3 })),
    { selector: ([id, suffix]) => id + suffix, maxLength: 4 },
  )
  .map((inputs) =>
    Object.fromEntries(
      inputs.map(([id, suffix, values]) => {
        const key = `input_${id}${suffix}`;
        return [key, values.length > 1 || key.endsWith('[]') ? values : values[0]!];
      }),
    ),
  );

/** At least the length of json.dumps of a value. */
const dumpLength = (value: unknown): number => JSON.stringify(value).replace(/[^ -~]/g, '\\uxxxx').replace(/[,:]/g, '$& ').length;

/** A request's parameters, or what is left of them when they are too long. */
const requestPayload = (schema: Node): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: valueOf(schema, anyKey).filter((value) => dumpLength(value) <= REQUEST_CUT), weight: 4 },
    { arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: REQUEST_CUT, maxLength: REQUEST_CUT }).map((text) => `{"${text}`.slice(0, REQUEST_CUT)), weight: 1 },
  );

interface Check {
  success: string;
  attempts: number;
  correct_map: Record<string, { correctness: string }>;
  state: { student_answers: object; correct_map: object };
}

/** A check whose maps name the same inputs, and whose success is what correct_map says; the first, or a further one. */
const consistentCheck = (schema: Node): fc.Arbitrary<unknown> =>
  fc.tuple(fc.uniqueArray(anyKey, { minLength: 1, maxLength: 3 }), fc.boolean()).chain(([names, first]) =>
    (sameKeys(schema, names) as fc.Arbitrary<Check>).map((check) => {
      const correct = Object.values(check.correct_map).every(({ correctness }) => correctness === 'correct');
      const state = first ? { ...check.state, student_answers: {}, correct_map: {} } : check.state;
      const attempts = first ? check.attempts : Math.max(2, check.attempts);
      return { ...check, state, attempts, success: correct ? 'correct' : 'incorrect' };
    }),
  );

/** A value of a schema all of whose free-key objects have the same keys. */
function sameKeys(node: Node, names: readonly string[]): fc.Arbitrary<unknown> {
  if (node.additionalProperties) {
    const item = valueOf(node.additionalProperties, anyKey);
    return fc.tuple(...names.map(() => item)).map((items) => Object.fromEntries(names.map((name, place) => [name, items[place]])));
  }
  if (!node.properties) return valueOf(node, anyKey);
  const parts = Object.entries(node.properties).map(([name, part]) => [name, sameKeys(part, names)] as const);
  return fc.record(Object.fromEntries(parts), { noNullPrototype: true });
}

function payloadOf(type: EventType, { encoding, payload }: Shape): fc.Arbitrary<unknown> {
  if (type.consistency) return consistentCheck(payload);
  if (encoding === 'form' || encoding === 'form-literal') return formInputs;
  return encoding === 'request' ? requestPayload(payload) : valueOf(payload, anyKey);
}

function recordOf(dialect: Dialect, type: EventType): fc.Arbitrary<LogRecord> {
  const shape = type[dialect];
  if (!shape) throw new Error(`the ${dialect} dialect has no event type ${type.source}/${type.name}`);
  const fields = fieldsOf(type, shape, dialect);
  const required = Object.keys(fields).filter((name) => name !== 'session' || dialect === 'deployed');
  return fc
    .tuple(objectOf(fields, required, anyKey), payloadOf(type, shape))
    .map(([common, event]) => ({ ...common, event }) as unknown as LogRecord);
}

/**
 * A record whose every field is legal, of one event type or of any that the dialect knows. As a line it may be longer
 * than the deployed platform's cut.
 */
export const record = (dialect: Dialect, type?: EventType): fc.Arbitrary<LogRecord> =>
  type ? recordOf(dialect, type) : fc.oneof(...eventTypesOf(dialect).map((known) => recordOf(dialect, known)));
