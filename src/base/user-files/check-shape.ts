/** Checks a value against a schema, with findings that people can act on. */
import { Value } from 'typebox/value';
import { closest } from '../closest.ts';
import type { SchemaKeywords } from '../schema-keywords.ts';
import { isObject } from '../shape.ts';
import { show, unexpected, type FileFinding, type Path } from './finding.ts';

/** Everything that keeps a value from matching its schema; empty when nothing does. */
export function checkShape(node: SchemaKeywords, value: unknown, path: Path = []): FileFinding[] {
  if (node.anyOf?.[0]?.properties) return checkUnion(node, node.anyOf, value, path);
  if (node.properties) return checkMapping(node, node.properties, value, path);
  if (node.items) return checkList(node, node.items, value, path);
  return Value.Check(node, value) ? [] : [mismatch(node, value, path)];
}

/** YAML reads `6.00` as a number and `true` as a truth value: text that looks like them needs quotes. */
function mismatch(node: SchemaKeywords, value: unknown, path: Path): FileFinding {
  const unquoted = node.type === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  const found = unquoted ? `${value}, which is no text: write it in quotes` : show(value);
  return unexpected(path, node.description ?? 'another value', found);
}

function checkList(node: SchemaKeywords, items: SchemaKeywords, value: unknown, path: Path): FileFinding[] {
  if (!Array.isArray(value) || value.length < (node.minItems ?? 0)) return [mismatch(node, value, path)];
  return value.flatMap((item, index) => checkShape(items, item, [...path, index]));
}

function checkMapping(
  node: SchemaKeywords,
  properties: NonNullable<SchemaKeywords['properties']>,
  value: unknown,
  path: Path,
): FileFinding[] {
  if (!isObject(value) || Object.keys(value).length < (node.minProperties ?? 0)) return [mismatch(node, value, path)];
  const known = Object.keys(properties);
  const absent = known.filter((key) => !Object.hasOwn(value, key));
  const unknown = Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ key, meant: closest(key, absent) }));
  const missing = absent.filter((key) => node.required?.includes(key) && !unknown.some(({ meant }) => meant === key));
  return [
    ...missing.map((key) => mismatch(properties[key]!, undefined, [...path, key])),
    ...unknown.map(({ key, meant }) => ({
      path: [...path, key],
      message: `unknown key${meant ? `, did you mean ${meant}?` : ';'} allowed here: ${known.join(', ')}`,
      isUnknownKey: true as const,
    })),
    ...known
      .filter((key) => Object.hasOwn(value, key))
      .flatMap((key) => checkShape(properties[key]!, value[key], [...path, key])),
  ];
}

/** A union of mappings told apart by the constant in their `kind`: the value is checked against the one it names. */
function checkUnion(
  node: SchemaKeywords,
  members: readonly SchemaKeywords[],
  value: unknown,
  path: Path,
): FileFinding[] {
  if (!isObject(value)) return [mismatch(node, value, path)];
  const kinds = new Map(members.map((member) => [member.properties?.['kind']?.const as string, member]));
  const kind = Object.hasOwn(value, 'kind') ? value['kind'] : undefined;
  const member = kinds.get(kind as string);
  if (member) return checkShape(member, value, path);
  const names = [...kinds.keys()];
  const meant = typeof kind === 'string' ? closest(kind, names) : undefined;
  const found = `${show(kind)}${meant ? `, did you mean ${meant}?` : ''}`;
  return [unexpected([...path, 'kind'], `one of ${names.join(', ')}`, found)];
}
