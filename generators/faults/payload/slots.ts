import type { Json } from '../../../src/line/record.ts';
import { memberOf, type SchemaNode } from '../../../src/spec/schema-node.ts';
import type { Fields } from '../valid-line.ts';

/** Slot of a value in a payload. */
export interface Slot {
  /** The object or the list that holds it, and under which key. */
  readonly holder: Fields;
  readonly key: string;
  /** What it must be. */
  readonly node: SchemaNode;
  /** Whether it must be there. */
  readonly required: boolean;
}

const isNullable = ({ anyOf = [] }: SchemaNode): boolean => anyOf.some(({ type }) => type === 'null');

/** The member of a union that a value is of; a union with a rule or with null is one thing, and stays. */
const resolved = (node: SchemaNode, value: Json): SchemaNode =>
  node.rule || isNullable(node) ? node : memberOf(node, value);

/** Slots of every value within a conforming value of a schema. */
export function* slotsIn(schema: SchemaNode, value: Json): Generator<Slot> {
  if (typeof value !== 'object' || value === null) return;
  const { properties, required, additionalProperties, items } = resolved(schema, value);
  const holder = value as Fields;
  for (const [key, part] of Object.entries(holder)) {
    const inner = properties && Object.hasOwn(properties, key) ? properties[key] : (additionalProperties ?? items);
    if (!inner) continue;
    yield { holder, key, node: resolved(inner, part), required: required?.includes(key) ?? false };
    yield* slotsIn(inner, part);
  }
}

/** Whether a schema, or one within it, is of a kind. */
export function holds(schema: SchemaNode, isKind: (node: SchemaNode, key: string) => boolean, key = ''): boolean {
  if (isKind(schema, key)) return true;
  const { anyOf = [], properties = {}, additionalProperties, items } = schema;
  const others = [...anyOf, ...(additionalProperties ? [additionalProperties] : []), ...(items ? [items] : [])];
  return (
    others.some((part) => holds(part, isKind, key)) ||
    Object.entries(properties).some(([name, part]) => holds(part, isKind, name))
  );
}
