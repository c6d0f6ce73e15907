import type { TSchema } from 'typebox';
import { DIALECTS, type Dialect } from './dialect.ts';
import { eventTypeId, eventTypesOf, type KnownEventType } from './event-types.ts';
import { LINE_CUT, LINE_DROP, REQUEST_CUT, type Shape } from './event-type.ts';
import { FIELD_DETAILS, fieldOrder, fieldsOf } from './fields.ts';
import { RULES, sentencesOf, type RuleId } from './rules.ts';
import { formEncodedPattern } from './form.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { [keyword: string]: unknown };

const media = 'application/json';

/** A string that encodes JSON of a schema. The keywords annotate: a validator checks the text once it is decoded. */
const encodedString = (schema: JsonSchema): JsonSchema => ({
  type: 'string',
  contentMediaType: media,
  contentSchema: schema,
});

/** What the schemas of this folder carry beside JSON Schema's own keywords. */
interface Annotations {
  rule?: RuleId;
  encoded?: true;
  missing?: RuleId;
  float?: true;
  expected?: string;
}

/** Turns one of our schemas into plain JSON Schema: rules become comments, "string/json" an alternative. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const { rule, encoded, expected, missing: _missing, float: _float, ...keywords } = node as JsonSchema & Annotations;
  const schema: JsonSchema = Object.fromEntries(Object.entries(keywords).map(([key, part]) => [key, plain(part)]));
  const description = [keywords['description'], expected].filter(Boolean).join(': ');
  if (description) schema['description'] = description;
  if (rule) schema['$comment'] = `rule ${rule}: ${sentencesOf(RULES[rule])}`;
  return encoded
    ? { anyOf: [schema, { type: 'string', contentMediaType: media, description: 'the same, encoded' }] }
    : schema;
}

function eventSchema({ encoding }: Shape, ref: JsonSchema): JsonSchema {
  switch (encoding) {
    case 'empty':
      return { const: '' };
    case 'json':
    case 'dumped':
      return encodedString(ref);
    case 'value':
      return ref;
    case 'object':
      return { anyOf: [ref, encodedString(ref)] };
    case 'form':
      return {
        type: 'string',
        pattern: formEncodedPattern('form'),
        contentMediaType: 'application/x-www-form-urlencoded',
      };
    case 'form-text':
      return {
        type: 'string',
        anyOf: [{ const: '{}' }, { pattern: formEncodedPattern('form'), minLength: 1 }],
      };
    case 'form-literal':
      return { type: 'string', pattern: formEncodedPattern('form-literal'), contentMediaType: media };
    case 'request':
      return {
        type: 'string',
        maxLength: REQUEST_CUT,
        description: `JSON of the payload, cut at ${REQUEST_CUT} characters`,
      };
  }
}

function lineSchema(type: KnownEventType, dialect: Dialect, ref: JsonSchema): JsonSchema {
  const fields = fieldsOf(type, type.shape, dialect);
  const described = Object.entries(fields).map(([name, schema]) => {
    const { description, ...rest } = plain(schema) as JsonSchema;
    const details = FIELD_DETAILS[name as keyof typeof FIELD_DETAILS];
    return [name, { ...rest, description: description ? `${details}: ${String(description)}` : details }];
  });
  const event = { ...eventSchema(type.shape, ref), title: `${eventTypeId(type)}, event` };
  return {
    title: eventTypeId(type),
    description: type.details,
    type: 'object',
    required: fieldOrder(dialect, type.source).filter((name) => name === 'event' || !isOptional(fields[name])),
    properties: { ...Object.fromEntries(described), event },
  };
}

const isOptional = (schema: TSchema): boolean => (schema as { '~optional'?: boolean })['~optional'] === true;

/** What is said of lines that are long. */
const LENGTHS: Record<Dialect, JsonSchema> = {
  documented: {},
  deployed: { description: `A line is cut after ${LINE_CUT} characters, and then is no JSON.` },
  current: { description: `A line of more than ${LINE_DROP} characters is not written.` },
};

/**
 * The format as JSON Schema, draft 2020-12. It describes one line, parsed. `$defs` holds each
 * dialect, and under each dialect's name one definition an event type (`documented/browser/play_video`) and one
 * of its decoded payload (`documented/browser/play_video/event`), to be applied to strings that encode JSON.
 */
export function jsonSchema(): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  for (const dialect of DIALECTS) {
    const types = eventTypesOf(dialect);
    const key = (type: KnownEventType) => `${dialect}/${eventTypeId(type)}`;
    defs[dialect] = {
      title: `a line of the ${dialect} dialect`,
      ...LENGTHS[dialect],
      anyOf: types.map((type) => reference(key(type))),
    };
    for (const type of types) {
      const decoded = `${key(type)}/event`;
      const hasPayload = type.shape.encoding !== 'empty';
      defs[key(type)] = lineSchema(type, dialect, reference(decoded));
      if (hasPayload)
        defs[decoded] = { title: `${eventTypeId(type)}, decoded event`, ...(plain(type.shape.payload) as JsonSchema) };
    }
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:edxgen:tracking-log',
    title: 'edX tracking log line',
    description: 'One line of an edX tracking log, in one of its dialects.',
    anyOf: DIALECTS.map(reference),
    $defs: defs,
  };
}

/** A key as a part of a JSON pointer (RFC 6901). */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const reference = (key: string): JsonSchema => ({ $ref: `#/$defs/${pointerPart(key)}` });
