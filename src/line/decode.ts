import { nestsDeeper } from '../base/bounded-json.ts';
import { BOUNDS } from '../base/bounds.ts';
import { isObject } from '../base/shape.ts';
import {
  isFormEncoded,
  LINE_CUT,
  REQUEST_CUT,
  type Dialect,
  type RuleId,
  type SchemaNode,
  type Shape,
} from '../spec/index.ts';
import { decodeForm } from './form.ts';
import type { Json } from './record.ts';

/** A payload that could be decoded, or the rule that kept it from being decoded. */
export type Decoded = { readonly value: unknown } | { readonly rule: RuleId; readonly expected: string };

/** Whether a JSON text goes beyond what is read of a line. A text that is no longer than the depth cannot, and is not looked at. */
export const isBeyondBounds = (text: string, mostValues = BOUNDS.values.most): boolean =>
  text.length > BOUNDS.depth.most && nestsDeeper(text, BOUNDS.depth.most, mostValues);

/**
 * JSON.parse, or undefined for what is no JSON, or goes beyond the bounds.
 *
 * @param mostValues how many values it may hold; by default as many as a line
 */
export function tryJson(text: string, mostValues?: number): Json | undefined {
  if (text === '' || isBeyondBounds(text, mostValues)) return undefined;
  // Nobody looks at the stack of what is thrown, and gathering it takes two thirds of the time of refusing a line.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Whether a line that is no JSON can be one that the platform has cut. */
export const isCutLine = (text: string, dialect: Dialect): boolean =>
  dialect === 'deployed' && text.length === LINE_CUT && text.startsWith('{"');

type Decoder = (value: Json) => Json;

/** Decodes, at any depth, what the page calls "string/json"; undefined for a schema without any. */
function nestedDecoder(node: SchemaNode): Decoder | undefined {
  if (node.anyOf) return node.anyOf.map(nestedDecoder).find((decoder) => decoder !== undefined);
  const inside = node.properties
    ? propertyDecoder(node.properties)
    : node.additionalProperties && valueDecoder(node.additionalProperties);
  if (!node.encoded) return inside;
  return (value) => {
    const parsed = typeof value === 'string' ? tryJson(value) : value;
    if (!isObject(parsed)) return value;
    return inside ? inside(parsed) : parsed;
  };
}

function propertyDecoder(properties: NonNullable<SchemaNode['properties']>): Decoder | undefined {
  const decoders = Object.entries(properties).flatMap(([key, node]) => {
    const decoder = nestedDecoder(node);
    return decoder ? [[key, decoder] as const] : [];
  });
  if (decoders.length === 0) return undefined;
  return (value) => {
    if (!isObject(value)) return value;
    for (const [key, decode] of decoders) if (key in value) value[key] = decode(value[key]!);
    return value;
  };
}

function valueDecoder(node: SchemaNode): Decoder | undefined {
  const decode = nestedDecoder(node);
  if (!decode) return undefined;
  return (value) => {
    if (!isObject(value)) return value;
    for (const key of Object.keys(value)) value[key] = decode(value[key]!);
    return value;
  };
}

const asObject = (value: unknown, what: string): Decoded =>
  isObject(value) ? { value } : { rule: 'event-json', expected: what };

const asShape = (holds: boolean, value: unknown, expected: string): Decoded =>
  holds ? { value } : { rule: 'event-shape', expected };

function decodeFormEvent(event: unknown, shape: Shape): Decoded {
  const expected = 'form-encoded inputs, input_ID=value joined by &';
  if (typeof event !== 'string') return { rule: 'event-shape', expected: `a string of ${expected}` };
  const literal = shape.encoding === 'form-literal';
  const text = literal ? /^"(.*)"$/.exec(event)?.[1] : event;
  if (text === '{}' && shape.encoding === 'form-text') return { value: {} };
  if (text === undefined || !isFormEncoded(text) || (text === '' && shape.encoding === 'form-text')) {
    return { rule: 'event-form', expected: literal ? `${expected}, as a JSON string` : expected };
  }
  try {
    return { value: decodeForm(text) };
  } catch {
    return { rule: 'event-form', expected: 'percent escapes that are valid UTF-8' };
  }
}

function decodeRequest(event: string): Decoded {
  if (event.length > REQUEST_CUT) return { rule: 'event-cut', expected: `no more than ${REQUEST_CUT} characters` };
  const value = tryJson(event);
  if (event.length === REQUEST_CUT && event.startsWith('{"') && !isObject(value)) return { value: event };
  return asObject(value, `a string that encodes a JSON object, or one cut at ${REQUEST_CUT} characters`);
}

function decodeOuter(event: unknown, shape: Shape): Decoded {
  switch (shape.encoding) {
    case 'empty':
      return event === '' ? { value: null } : { rule: 'event-empty', expected: 'an empty string' };
    case 'json':
    case 'dumped':
      if (typeof event !== 'string') return { rule: 'event-shape', expected: 'a string that encodes a JSON object' };
      return asObject(tryJson(event), 'a string that encodes a JSON object');
    case 'object':
      if (typeof event === 'string') return asObject(tryJson(event), 'a JSON object, or a string that encodes one');
      return isObject(event)
        ? { value: event }
        : { rule: 'event-shape', expected: 'a JSON object, or a string that encodes one' };
    case 'value':
      return shape.payload.type === 'array'
        ? asShape(Array.isArray(event), event, 'a list')
        : asShape(isObject(event), event, 'a JSON object');
    case 'request':
      if (typeof event !== 'string') return { rule: 'event-shape', expected: 'a string that encodes a JSON object' };
      return decodeRequest(event);
    default:
      return decodeFormEvent(event, shape);
  }
}

/** A function that decodes a line's `event` of one shape: strings that encode JSON, or a form, become objects. */
export function payloadDecoder(shape: Shape): (event: unknown) => Decoded {
  const nested = nestedDecoder(shape.payload);
  return (event) => {
    const decoded = decodeOuter(event, shape);
    return nested && 'value' in decoded ? { value: nested(decoded.value as Json) } : decoded;
  };
}
