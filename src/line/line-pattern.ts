/**
 * Compiles an event type to a regular expression that only conforming lines match: those that have their keys in the order, and
 * their JSON in the spelling, in which the platform writes them. It need not match all: what it does not, is parsed.
 *
 * No part of it can match a text in two ways, so that a line that does not match is left in linear time. It matches printable ASCII alone.
 */
import {
  contextForms,
  fieldOrder,
  fieldsOf,
  type Dialect,
  type EventType,
  type FieldName,
  type Shape,
} from '../spec/index.ts';
import type { SchemaNode } from '../spec/schema-node.ts';
import { Type } from '../base/type.ts';

/** Fields that the pattern gives, each as a group. They hold no escapes, so that they need not be decoded. */
export const GROUPS = ['username', 'session', 'time', 'event'] as const satisfies readonly FieldName[];

/** Those of today beside them, as JSON: what must agree with each other. */
export const GROUPS_TODAY = ['name', 'context', 'event_type', 'page'] as const satisfies readonly FieldName[];

/** What matches nothing, in place of a schema that no pattern is made of. */
const NEVER = '(?!)';

const PLAIN_CHARACTERS = '[ !#-[\\]-~]*';
const ESCAPE = '\\\\(?:["\\\\/bfnrt]|u[\\dA-Fa-f]{4})';
/** Neither between quotes, nor printable ASCII: added to what a class leaves out. */
const NOT_PLAIN = '"\\\\\\x00-\\x1f\\x7f-\\uffff';

/** How JSON is spelled, in patterns. */
interface Spelling {
  readonly quote: string;
  readonly comma: string;
  readonly colon: string;
  /** Any text between quotes. */
  readonly text: string;
}

const PYTHON: Spelling = {
  quote: '"',
  comma: ', ',
  colon: ': ',
  text: `${PLAIN_CHARACTERS}(?:${ESCAPE}${PLAIN_CHARACTERS})*`,
};
/** JSON inside of a string; texts that need an escape of their own would need two. */
const PYTHON_INSIDE: Spelling = { ...PYTHON, quote: '\\\\"', text: PLAIN_CHARACTERS };
const BROWSER: Spelling = { ...PYTHON_INSIDE, comma: ',', colon: ':' };

const group = (alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The parts of a schema's pattern that stand for more than plain text, or for a group that would be counted. */
const PATTERN_PARTS = /\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\./g;

/** What a schema's pattern matches of the text between two quotes, all of it. */
function between(pattern: string): string {
  const inner = pattern.replace(PATTERN_PARTS, (part) => {
    if (part.startsWith('[^')) return `[^${NOT_PLAIN}${part.slice(2)}`;
    if (part === '(') return '(?:';
    if (part === '.') return '[ !#-[\\]-~]';
    return part === '\\S' ? '[!#-[\\]-~]' : part;
  });
  return `(?:${inner.replace(/^\^/, '').replace(/\$$/, '')})${inner.endsWith('$') ? '' : PLAIN_CHARACTERS}`;
}

/** An integer from a least one, of so few digits that none is lost. */
function integer(least = -Infinity): string {
  if (least === 1) return '[1-9]\\d{0,14}';
  if (least === 0) return '(?:0|[1-9]\\d{0,14})';
  return least === -Infinity ? '-?(?:0|[1-9]\\d{0,14})' : NEVER;
}

/** Items with commas between them: each is followed by one, or by the end. */
const items = (item: string, comma: string, end: string): string => `(?:${item}(?:${comma}(?!${end})|(?=${end})))*`;

/** Names of common fields, which are no keys of a payload here: who looks for a field finds that of the line. */
const NO_FIELD = `(?!(?:${GROUPS.join('|')})")`;

/** An object with free keys. Keys that are named have schemas of their own, and do not match. */
function map({ properties = {}, propertyNames, additionalProperties }: SchemaNode, spelling: Spelling): string {
  const { quote, comma, colon } = spelling;
  const others = Object.keys(properties).map((key) => `(?!${literally(key)}${quote})`);
  const key = propertyNames?.pattern === undefined ? PLAIN_CHARACTERS : between(propertyNames.pattern);
  const value = valuePattern(additionalProperties!, spelling);
  return `\\{${items(`${quote}${NO_FIELD}${others.join('')}${key}${quote}${colon}${value}`, comma, '\\}')}\\}`;
}

/** An object with its keys in the order of the schema, which must begin with one that is required. */
function object({ properties = {}, required = [] }: SchemaNode, spelling: Spelling): string {
  const { quote, comma, colon } = spelling;
  const keys = Object.keys(properties);
  const first = keys.findIndex((key) => required.includes(key));
  if (first < 0 && keys.length > 0) return NEVER;
  const members = keys.map((key, index) => {
    // Who looks for the line's own name would find two.
    const value = key === 'username' ? NEVER : valuePattern(properties[key]!, spelling);
    const member = `${quote}${literally(key)}${quote}${colon}${value}`;
    const placed = index < first ? `${member}${comma}` : index === first ? member : `${comma}${member}`;
    return required.includes(key) ? placed : `(?:${placed})?`;
  });
  return `\\{${members.join('')}\\}`;
}

/** A JSON value of a schema. */
function valuePattern(node: SchemaNode, spelling: Spelling): string {
  const { quote, comma, text } = spelling;
  const quoted = (inner: string) => `${quote}${inner}${quote}`;
  if (node.anyOf) return group(node.anyOf.map((member) => valuePattern(member, spelling)));
  const only = node.enum ?? (node.const === undefined ? [] : [node.const]);
  if (only.length > 0)
    return only.every((value) => typeof value === 'string') ? quoted(group(only.map(literally))) : NEVER;
  switch (node.type) {
    case 'null':
      return 'null';
    case 'boolean':
      return '(?:true|false)';
    case 'integer':
      return integer(node.minimum);
    case 'number':
      return `${integer(node.minimum)}(?:\\.\\d{1,20})?`;
    case 'string':
      return quoted(node.pattern === undefined ? text : between(node.pattern));
    case 'array':
      if (node.prefixItems) return `\\[${node.prefixItems.map((item) => valuePattern(item, spelling)).join(comma)}\\]`;
      return node.items ? `\\[${items(valuePattern(node.items, spelling), comma, '\\]')}\\]` : NEVER;
    case 'object':
      return node.additionalProperties ? map(node, spelling) : object(node, spelling);
    default:
      return NEVER;
  }
}

/** Form-encoded inputs, ASCII once they are decoded; keys without control characters. */
const FORM_CHARACTER = "[\\w.!~*'()+-]";
const INPUT = `input_(?:${FORM_CHARACTER}|%(?:[2-6][\\dA-Fa-f]|7[\\dA-Ea-e]))*=(?:${FORM_CHARACTER}|%[0-7][\\dA-Fa-f])*`;
const FORM = `(?:${INPUT}(?:&${INPUT})*)?`;

function eventPattern({ encoding, payload }: Shape): string {
  switch (encoding) {
    case 'empty':
      return '""';
    case 'json':
      return `"${valuePattern(payload, BROWSER)}"`;
    case 'dumped':
      return `"${valuePattern(payload, PYTHON_INSIDE)}"`;
    case 'object':
    case 'value':
      return valuePattern(payload, PYTHON);
    case 'form':
      return `"${FORM}"`;
    case 'form-text':
      return `"(?:\\{\\}|${FORM})"`;
    case 'form-literal':
      return `"\\\\"${FORM}\\\\""`;
    case 'request':
      return `"${valuePattern(payload, PYTHON_INSIDE)}"`;
  }
}

/** The pattern of the lines of an event type; its groups are {@link GROUPS}, and of today's {@link GROUPS_TODAY}, in the order in which the dialect writes them. */
export function linePattern(type: EventType, shape: Shape, dialect: Dialect): { pattern: RegExp; groups: FieldName[] } {
  const { properties, required = [] } = Type.Object(fieldsOf(type, shape, dialect)) as SchemaNode;
  const order = fieldOrder(dialect, type.source);
  const groups: readonly FieldName[] = dialect === 'current' ? [...GROUPS, ...GROUPS_TODAY] : GROUPS;
  const patternOf = (field: FieldName): string => {
    if (field === 'event') return `(${eventPattern(shape)})`;
    const node = properties![field]!;
    if (field === 'context')
      return `(${group(contextForms(shape.context!).map((form) => valuePattern(form, PYTHON)))})`;
    if ((GROUPS_TODAY as readonly FieldName[]).includes(field) && dialect === 'current')
      return `(${valuePattern(node, PYTHON)})`;
    if (!groups.includes(field)) return valuePattern(node, PYTHON);
    const { pattern, const: only } = node;
    const inside = pattern === undefined ? PLAIN_CHARACTERS : between(pattern);
    return `"(${only === undefined ? inside : literally(only as string)})"`;
  };
  const members = order.map((field, index) => {
    const member = `${index > 0 ? ', ' : ''}"${field}": ${patternOf(field)}`;
    return field === 'event' || required.includes(field) ? member : `(?:${member})?`;
  });
  return {
    pattern: new RegExp(`^\\{${members.join('')}\\}$`),
    groups: order.filter((field) => groups.includes(field)),
  };
}
