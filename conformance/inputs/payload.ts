/** Arbitrary records, made from the spec's own schemas. Only tests and the conformance kit import it. */
import fc from 'fast-check';
import { completed, keysOf } from './current-record.ts';
import { anyKey, anyText, wellFormedText, withoutControls } from './any-text.ts';
import type { LogRecord } from '../../src/line/record.ts';
import type { Dialect } from '../../src/spec/dialect.ts';
import { REQUEST_CUT, type EventType } from '../../src/spec/event-type.ts';
import { eventTypesOf } from '../../src/spec/event-types.ts';
import { fieldsOf, type FieldName } from '../../src/spec/fields.ts';
import type { RuleId } from '../../src/spec/rules.ts';
import type { SchemaNode } from '../../src/spec/schema-node.ts';

/** What records are made of: arbitraries of the values that no schema spells out. */
export interface ValueGenerators {
  /** A text of which the format says nothing. */
  readonly text: fc.Arbitrary<string>;
  /** Text without halves of surrogate pairs: what form encoding can carry. */
  readonly formText: fc.Arbitrary<string>;
  /** A key of an object whose keys are free. */
  readonly key: fc.Arbitrary<string>;
  /** A key that names an input of a problem. */
  readonly answerId: fc.Arbitrary<string>;
  /** The rest of a form's key, after `input_`. */
  readonly input: fc.Arbitrary<string>;
  /** A whole number, at least so much. */
  readonly integer: (least: number) => fc.Arbitrary<number>;
  /** A number, at least so much. */
  readonly number: (least: number) => fc.Arbitrary<number>;
  /** How many inputs a form has at least. */
  readonly leastInputs: number;
  /** A text of a pattern, which stands for a rule of the format. */
  matching(pattern: string, rule: RuleId | undefined): fc.Arbitrary<string>;
  /** Common fields that are drawn otherwise than by their schema. */
  readonly fields?: { readonly [F in FieldName]?: fc.Arbitrary<string> };
}

const mapOf = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 3 }).map(Object.fromEntries<T>);

const patterns = new Map<string, fc.Arbitrary<string>>();

/** A string of a pattern; made once, because making it takes far longer than drawing from it. */
function matching(pattern: string): fc.Arbitrary<string> {
  const known = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  patterns.set(pattern, known);
  return known;
}

/** One of some examples of a pattern, or one with a text behind it that still is of the pattern. */
function likeExamples(pattern: string, examples: readonly string[], { text }: ValueGenerators): fc.Arbitrary<string> {
  const isOfPattern = new RegExp(pattern, 'u');
  const example = fc.constantFrom(...examples);
  const longer = fc
    .tuple(example, text)
    .map((parts) => parts.join(''))
    .filter((name) => isOfPattern.test(name));
  return fc.oneof({ arbitrary: example, weight: 4 }, { arbitrary: longer, weight: 1 });
}

/** A value of a schema. */
function valueOf(node: SchemaNode, values: ValueGenerators): fc.Arbitrary<unknown> {
  const inner = (part: SchemaNode) => valueOf(part, values);
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  if (node.anyOf) return fc.oneof(...node.anyOf.map(inner));
  if (node.additionalProperties)
    return mapWith(
      node.properties ?? {},
      node.additionalProperties,
      node.propertyNames ? values.answerId : values.key,
      values,
    );
  if (node.prefixItems) return fc.tuple(...node.prefixItems.map(inner));
  if (node.properties) return objectOf(node.properties, node.required ?? [], values);
  switch (node.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return values.integer(node.minimum ?? Number.MIN_SAFE_INTEGER);
    case 'number':
      return values.number(node.minimum ?? -Number.MAX_VALUE);
    case 'array':
      return fc.array(inner(node.items!), { maxLength: 3 });
    case 'string':
      if (node.pattern === undefined) return values.text;
      return node.examples
        ? likeExamples(node.pattern, node.examples, values)
        : values.matching(node.pattern, node.rule);
    case undefined:
      return fc.oneof(values.text, values.integer(0), fc.boolean(), fc.constant(null));
    default:
      throw new Error(`no arbitrary for the schema ${JSON.stringify(node)}`);
  }
}

/** An object whose keys are free, now and then with some that have a meaning. */
function mapWith(
  properties: NonNullable<SchemaNode['properties']>,
  others: SchemaNode,
  keys: fc.Arbitrary<string>,
  values: ValueGenerators,
): fc.Arbitrary<Record<string, unknown>> {
  const free = mapOf(
    keys.filter((key) => !Object.hasOwn(properties, key)),
    valueOf(others, values),
  );
  const names = Object.keys(properties);
  if (names.length === 0) return free;
  const named = fc
    .constantFrom(...names)
    .chain((name) => valueOf(properties[name]!, values).map((value) => ({ [name]: value })));
  return fc
    .tuple(free, fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: named, weight: 1 }))
    .map((parts) => Object.assign({}, ...parts) as Record<string, unknown>);
}

function objectOf(
  properties: NonNullable<SchemaNode['properties']>,
  required: readonly string[],
  values: ValueGenerators,
  drawn: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<Record<string, unknown>> {
  const possible = Object.entries(properties).filter(([, node]) => !node.not);
  const parts = Object.fromEntries(possible.map(([name, node]) => [name, drawn[name] ?? valueOf(node, values)]));
  return fc.record(parts, { requiredKeys: required.filter((name) => name in parts), noNullPrototype: true });
}

/** Inputs of a form; a list for a key that comes more than once or ends in `[]`, as decoding gives it. */
export const formInputsOf = ({
  input,
  formText,
  leastInputs,
}: ValueGenerators): fc.Arbitrary<Record<string, string | string[]>> =>
  fc
    .uniqueArray(fc.tuple(input, fc.constantFrom('', '[]'), fc.array(formText, { minLength: 1, maxLength: 3 })), {
      selector: ([id, suffix]) => id + suffix,
      minLength: leastInputs,
      maxLength: 4,
    })
    .map((inputs) =>
      Object.fromEntries(
        inputs.map(([id, suffix, values]) => {
          const key = `input_${id}${suffix}`;
          return [key, values.length > 1 || key.endsWith('[]') ? values : values[0]!];
        }),
      ),
    );

/** At least the length of json.dumps of a value. */
const dumpLength = (value: unknown): number =>
  JSON.stringify(value)
    .replace(/[^ -~]/g, '\\uxxxx')
    .replace(/[,:]/g, '$& ').length;

/** A request's parameters, or what is left of them when they are too long. */
const requestPayload = (schema: SchemaNode, values: ValueGenerators): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: valueOf(schema, values).filter((value) => dumpLength(value) <= REQUEST_CUT), weight: 4 },
    {
      arbitrary: fc
        .string({ unit: 'grapheme-ascii', minLength: REQUEST_CUT, maxLength: REQUEST_CUT })
        .map((text) => `{"${text}`.slice(0, REQUEST_CUT)),
      weight: 1,
    },
  );

interface Check {
  success: string;
  attempts: number;
  correct_map: Record<string, { correctness: string | null }>;
  answers: Record<string, unknown>;
  state: { student_answers: Record<string, unknown>; correct_map: object };
}

/** A check whose success is what correct_map says. */
function withSuccess<C extends Check>(check: C): C {
  const correct = Object.values(check.correct_map).every(({ correctness }) => correctness === 'correct');
  return { ...check, success: correct ? 'correct' : 'incorrect' };
}

/** A check whose maps name the same inputs; the first, or a further one. */
const evenCheck = (schema: SchemaNode, values: ValueGenerators): fc.Arbitrary<Check> =>
  fc.tuple(fc.uniqueArray(values.answerId, { minLength: 1, maxLength: 3 }), fc.boolean()).chain(([names, first]) =>
    (sameKeys(schema, names, values) as fc.Arbitrary<Check>).map((check) => {
      const state = first ? { ...check.state, student_answers: {}, correct_map: {} } : check.state;
      return withSuccess({ ...check, state, attempts: first ? check.attempts : Math.max(2, check.attempts) });
    }),
  );

/** What is posted beside an input's answer: what it looks like, a comment. */
const SUFFIXES = ['_dynamath', '_comment'];

/** A check as the platform may log it: with any answers to any inputs, and an attempt that staff have set back. */
const unevenCheck = (schema: SchemaNode, values: ValueGenerators): fc.Arbitrary<Check> =>
  fc.oneof(
    (valueOf(schema, values) as fc.Arbitrary<Check>).map(withSuccess),
    fc.tuple(evenCheck(schema, values), fc.subarray(SUFFIXES), fc.nat(3)).map(([check, suffixes, answered]) => {
      const answers = Object.entries(check.answers);
      const more = answers.flatMap(([id, answer]) => suffixes.map((what) => [id + what, answer] as const));
      const student_answers = Object.fromEntries(Object.entries(check.state.student_answers).slice(1));
      return {
        ...check,
        attempts: 1,
        answers: Object.fromEntries([...answers.slice(0, answered), ...more]),
        state: { ...check.state, student_answers },
      };
    }),
  );

/** A value of a schema all of whose free-key objects have the same keys. */
function sameKeys(node: SchemaNode, names: readonly string[], values: ValueGenerators): fc.Arbitrary<unknown> {
  if (node.additionalProperties) {
    const item = valueOf(node.additionalProperties, values);
    return fc
      .tuple(...names.map(() => item))
      .map((items) => Object.fromEntries(names.map((name, index) => [name, items[index]])));
  }
  if (!node.properties) return valueOf(node, values);
  const parts = Object.entries(node.properties).map(([name, part]) => [name, sameKeys(part, names, values)] as const);
  return fc.record(Object.fromEntries(parts), { noNullPrototype: true });
}

/** The same leaves but for what must agree in a line of today. */
const agreeing = (values: ValueGenerators): ValueGenerators => ({
  ...values,
  matching: (pattern, rule) => keysOf(pattern, rule) ?? values.matching(pattern, rule),
});

/** Payloads of an event type that a dialect knows, decoded. */
export function payloadOf(dialect: Dialect, type: EventType, values: ValueGenerators): fc.Arbitrary<unknown> {
  const { encoding, payload, consistency } = type[dialect]!;
  const isForm = encoding === 'form' || encoding === 'form-literal' || encoding === 'form-text';
  if (dialect === 'current' && !isForm && encoding !== 'request') return valueOf(payload, agreeing(values));
  if (consistency)
    return dialect === 'documented'
      ? evenCheck(payload, values)
      : fc.oneof(evenCheck(payload, values), unevenCheck(payload, values));
  if (isForm) return formInputsOf(values);
  return encoding === 'request' ? requestPayload(payload, values) : valueOf(payload, values);
}

/** All fields of an event type but `event`. */
export function commonFieldsOf(
  dialect: Dialect,
  type: EventType,
  values: ValueGenerators,
): fc.Arbitrary<Record<string, unknown>> {
  const { name: _name, ...fields } = fieldsOf(type, type[dialect]!, dialect) as Record<string, SchemaNode>;
  const required = Object.keys(fields).filter((name) => name !== 'session' || dialect !== 'documented');
  const drawn = Object.entries(values.fields ?? {}).filter(([name]) => fields[name]?.const === undefined);
  return objectOf(fields, required, dialect === 'current' ? agreeing(values) : values, Object.fromEntries(drawn));
}

/** A record whose parts were drawn by themselves, with what follows from others, if anything does in its dialect. */
export const wholeRecord = (dialect: Dialect, type: EventType, record: LogRecord): LogRecord =>
  dialect === 'current' ? completed(type, record) : record;

function recordOf(dialect: Dialect, type: EventType, values: ValueGenerators): fc.Arbitrary<LogRecord> {
  if (!type[dialect]) throw new Error(`the ${dialect} dialect has no event type ${type.source}/${type.name}`);
  return fc
    .tuple(commonFieldsOf(dialect, type, values), payloadOf(dialect, type, values))
    .map(([common, event]) => wholeRecord(dialect, type, { ...common, event } as unknown as LogRecord));
}

/** ValueGenerators that hold whatever JSON can carry. */
const HOSTILE: ValueGenerators = {
  text: anyText,
  formText: wellFormedText,
  key: anyKey,
  answerId: withoutControls(anyKey),
  input: withoutControls(wellFormedText),
  leastInputs: 0,
  integer: (min) => fc.integer({ min, max: Number.MAX_SAFE_INTEGER }),
  number: (min) => fc.double({ min, noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  matching,
};

/** Inputs of a form whose texts are {@link wellFormedText}. */
export const formInputs = formInputsOf(HOSTILE);

/**
 * A record whose every field is legal, of one event type or of any that the dialect knows; its texts are whatever JSON can
 * carry. As a line it may be longer than the deployed platform's cut.
 */
export const record = (dialect: Dialect, type?: EventType): fc.Arbitrary<LogRecord> =>
  type
    ? recordOf(dialect, type, HOSTILE)
    : fc.oneof(...eventTypesOf(dialect).map((known) => recordOf(dialect, known, HOSTILE)));
