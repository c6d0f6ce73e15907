import { isObject } from '../base/shape.ts';
import type { SchemaKeywords } from '../base/schema-keywords.ts';
import type { RuleId } from './rules.ts';

/**
 * A JSON Schema with annotations, as data: the one view of the format's schemas, for all that walk through them. They are
 * built by typebox, whose types stay out of public ones: they cost a user's compiler two million instantiations.
 */
export interface SchemaNode extends SchemaKeywords {
  /** The rule that a value outside the schema breaks. */
  readonly rule?: RuleId;
  /** What a finding says was expected. */
  readonly expected?: string;
  /** The page's "string/json": a string that encodes such a value will do. */
  readonly encoded?: true;
  /** The rule that an object breaks which lacks a key. */
  readonly missing?: RuleId;
  /** A number of Python's float: written with a point, even where it is whole. */
  readonly float?: true;
}

/** Whether a value is of a schema's type; of any, where it names none. */
export function isOfType({ type }: SchemaNode, value: unknown): boolean {
  switch (type) {
    case undefined:
      return true;
    case 'null':
      return value === null;
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** The property whose constant tells an object from the other members of a union, and that constant. */
export const tagOf = ({ properties = {} }: SchemaNode): { readonly key: string; readonly value: unknown } | undefined =>
  Object.entries(properties).flatMap(([key, { const: value }]) => (value === undefined ? [] : [{ key, value }]))[0];

/** The member of a union that describes a value: of its type, and with the constant that it holds; a schema that is no union itself. */
export function memberOf(node: SchemaNode, value: unknown): SchemaNode {
  const alike = node.anyOf?.filter((member) => isOfType(member, value)) ?? [node];
  const isTagged = (member: SchemaNode): boolean => {
    const tag = tagOf(member);
    return tag !== undefined && isObject(value) && value[tag.key] === tag.value;
  };
  return alike.find(isTagged) ?? alike[0] ?? node;
}
