/**
 * Builders of JSON Schema that carry the static types of TypeBox: those that are used here. TypeBox's own entry loads 680
 * modules, which takes longer than all else that a small command does. A test holds both to the same schemas.
 */
import type TypeBox from 'typebox';

type Schema = Record<string, unknown>;

const OPTIONAL = '~optional';

const isOptional = (schema: Schema): boolean => schema[OPTIONAL] === true;

const optional = (schema: Schema): Schema =>
  Object.defineProperty(Object.defineProperties({}, Object.getOwnPropertyDescriptors(schema)), OPTIONAL, {
    value: true,
  }) as Schema;

const ofType =
  (type: string) =>
  (options: Schema = {}): Schema => ({ type, ...options });

function object(properties: Readonly<Record<string, Schema>>, options: Schema = {}): Schema {
  const required = Object.keys(properties).filter((key) => !isOptional(properties[key]!));
  return { type: 'object', ...(required.length > 0 && { required }), properties, ...options };
}

const BUILDERS = {
  Array: (items: Schema, options: Schema = {}) => ({ type: 'array', items, ...options }),
  Boolean: ofType('boolean'),
  Enum: (values: readonly unknown[], options: Schema = {}) => ({ enum: [...values], ...options }),
  Integer: ofType('integer'),
  Literal: (value: string | number | boolean, options: Schema = {}) => ({
    type: typeof value,
    const: value,
    ...options,
  }),
  Null: ofType('null'),
  Number: ofType('number'),
  Object: object,
  Optional: optional,
  Record: ({ pattern = '^.*$' }: Schema, value: Schema, options: Schema = {}) => ({
    type: 'object',
    patternProperties: { [pattern as string]: value },
    ...options,
  }),
  String: ofType('string'),
  Union: (anyOf: readonly Schema[], options: Schema = {}) => ({ anyOf: [...anyOf], ...options }),
  Unknown: (options: Schema = {}) => ({ ...options }),
  Unsafe: (schema: Schema) => ({ ...schema }),
};

/** Named as TypeBox names them. */
export const Type = BUILDERS as unknown as Pick<typeof TypeBox, keyof typeof BUILDERS>;
