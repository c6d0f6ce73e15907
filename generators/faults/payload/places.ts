import type { TSchema } from 'typebox';
import type { Json } from '../../../src/line/record.ts';
import type { RuleId } from '../../../src/spec/index.ts';
import type { Fields } from '../clean-line.ts';

/** A schema of the spec, as far as operators look at it. */
export interface Node extends TSchema {
  readonly rule?: RuleId;
  /** A string that encodes it will do. */
  readonly encoded?: true;
  readonly type?: string;
  readonly const?: unknown;
  readonly minimum?: number;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node;
  readonly items?: Node;
  readonly propertyNames?: Node;
}

/** A value in a payload. */
export interface Place {
  /** The object or the list that holds it, and under which key. */
  readonly holder: Fields;
  readonly key: string;
  /** What it must be. */
  readonly node: Node;
  /** Whether it must be there. */
  readonly required: boolean;
}

const isNullable = ({ anyOf }: Node): boolean => anyOf!.some(({ type }) => type === 'null');

/** Whether a conforming value is of a union's member: lists, texts and objects are told by their type, objects by a constant too. */
function isOf({ type, properties = {} }: Node, value: Json): boolean {
  if (type !== 'object') return type === 'array' ? Array.isArray(value) : typeof value === type;
  return Object.entries(properties).every(
    ([key, { const: only }]) => only === undefined || (value as Fields)[key] === only,
  );
}

/** The member of a union that a value is of; a union with a rule or with null is one thing, and stays. */
const memberOf = (node: Node, value: Json): Node =>
  !node.anyOf || node.rule || isNullable(node) ? node : node.anyOf.find((member) => isOf(member, value))!;

/** Every place within a conforming value of a schema. */
export function* placesIn(schema: Node, value: Json): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  const { properties, required, additionalProperties, items } = memberOf(schema, value);
  const holder = value as Fields;
  for (const [key, part] of Object.entries(holder)) {
    const inner = properties && Object.hasOwn(properties, key) ? properties[key] : (additionalProperties ?? items);
    if (!inner) continue;
    yield { holder, key, node: memberOf(inner, part), required: required?.includes(key) ?? false };
    yield* placesIn(inner, part);
  }
}

/** Whether a schema, or one within it, is of a kind. */
export function holds(schema: Node, isKind: (node: Node, key: string) => boolean, key = ''): boolean {
  if (isKind(schema, key)) return true;
  const { anyOf = [], properties = {}, additionalProperties, items } = schema;
  const others = [...anyOf, ...(additionalProperties ? [additionalProperties] : []), ...(items ? [items] : [])];
  return (
    others.some((part) => holds(part, isKind, key)) ||
    Object.entries(properties).some(([name, part]) => holds(part, isKind, name))
  );
}
