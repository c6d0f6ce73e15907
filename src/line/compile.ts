import { tagOf, type SchemaNode } from '../spec/schema-node.ts';

/**
 * Compiles a payload's schema to the text of a JavaScript expression that writes a value of it as JSON.
 *
 * Generated code, because it is the hot path: every property access is monomorphic and every key is part of a literal,
 * which makes a line 2 to 4 times faster than JSON.stringify (`npm run bench -- encode`).
 */

/** How JSON is spelled: between which marks, and which function (a name in the generated code) quotes a string. */
export interface Spelling {
  readonly quote: string;
  /** Writes a number that need not be whole. */
  readonly number: string;
  readonly quoteKey: (key: string) => string;
  readonly comma: string;
  readonly colon: string;
}

/** Python's json.dumps. */
export const PYTHON: Spelling = {
  quote: 'quotePython',
  number: 'numberPython',
  quoteKey: (key) => `"${key}"`,
  comma: ', ',
  colon: ': ',
};

/** A browser's JSON.stringify, inside a string of json.dumps. */
export const BROWSER: Spelling = {
  quote: 'quoteBrowser',
  number: 'String',
  quoteKey: (key) => `\\"${key}\\"`,
  comma: ',',
  colon: ':',
};

const literal = (text: string): string => JSON.stringify(text);

/** An expression that is true when `value` is of a schema, as far as telling a union's members apart needs. */
function test(node: SchemaNode, value: string): string {
  if (node.enum || typeof node.const === 'string' || node.type === 'string') return `typeof ${value} === 'string'`;
  if (node.type === 'null') return `${value} === null`;
  if (node.type === 'boolean') return `typeof ${value} === 'boolean'`;
  if (node.type === 'integer' || node.type === 'number') return `typeof ${value} === 'number'`;
  if (node.type === 'array') return `Array.isArray(${value})`;
  const tag = tagOf(node);
  return tag ? `${value}.${tag.key} === ${JSON.stringify(tag.value)}` : 'true';
}

/** Writes `value`, an expression, as JSON of a schema. */
export function writer(node: SchemaNode, value: string, spelling: Spelling): string {
  const inner = (part: SchemaNode, expression: string) => writer(part, expression, spelling);
  if (node.anyOf) {
    const members = node.anyOf.toReversed();
    return members.reduce(
      (otherwise, member) =>
        otherwise ? `(${test(member, value)} ? ${inner(member, value)} : ${otherwise})` : inner(member, value),
      '',
    );
  }
  if (node.enum || typeof node.const === 'string' || node.type === 'string') return `${spelling.quote}(${value})`;
  if (node.type === 'array')
    return `list(${value}, ${literal(spelling.comma)}, (item) => ${inner(node.items!, 'item')})`;
  if (node.additionalProperties) {
    const { quote, comma, colon } = spelling;
    // Which of the named properties an item is need not be known: its type tells how it is written.
    const item = { anyOf: [...new Set(Object.values(node.properties ?? {})), node.additionalProperties] };
    return `map(${value}, ${quote}, ${literal(comma)}, ${literal(colon)}, (item) => ${inner(item, 'item')})`;
  }
  if (node.properties) return object(node, value, spelling);
  if (node.type === 'number') return `${spelling.number}(${value})`;
  return `(${value} + '')`;
}

/** Whoever comes before a required property ends with a comma, whoever comes after one begins with it. */
function object({ properties = {}, required = [] }: SchemaNode, value: string, spelling: Spelling): string {
  const { comma, colon, quoteKey } = spelling;
  const keys = Object.keys(properties);
  const first = keys.findIndex((key) => required.includes(key));
  if (first < 0)
    return `members([${keys.map((key) => `${value}.${key} === undefined ? '' : ${member(key)}`).join(', ')}], ${literal(comma)})`;

  function member(key: string, before = '', after = ''): string {
    const text = `${literal(`${before}${quoteKey(key)}${colon}`)} + ${writer(properties[key]!, `${value}.${key}`, spelling)}`;
    return after === '' ? text : `${text} + ${literal(after)}`;
  }
  const parts = keys.map((key, index) => {
    const text = index < first ? member(key, '', comma) : member(key, index > first ? comma : '');
    return required.includes(key) ? text : `(${value}.${key} === undefined ? '' : ${text})`;
  });
  return ["'{'", ...parts, "'}'"].join(' + ');
}

/** Writes the members of an object that are there. */
export const members = (parts: readonly string[], comma: string): string =>
  `{${parts.filter((part) => part !== '').join(comma)}}`;

/** Writes a list's items. */
export function list<T>(items: readonly T[], comma: string, write: (item: T) => string): string {
  let out = '';
  for (const item of items) out += out === '' ? write(item) : comma + write(item);
  return `[${out}]`;
}

/** Writes an object with free keys. */
export function map<T>(
  items: Record<string, T>,
  quote: (key: string) => string,
  comma: string,
  colon: string,
  write: (item: T) => string,
): string {
  let out = '';
  for (const key of Object.keys(items)) out += (out === '' ? '' : comma) + quote(key) + colon + write(items[key]!);
  return `{${out}}`;
}
