import TypeBox from 'typebox';
import { expect, test } from 'vitest';
import { Type } from './type.ts';

/** The same schemas by either. */
const schemas = (of: typeof Type) => {
  const text = of.String({ pattern: '^a$', description: 'a' });
  return {
    text,
    some: of.Object({ text, maybe: of.Optional(text) }, { additionalProperties: false }),
    none: of.Object({ maybe: of.Optional(of.Object({ text })) }),
    empty: of.Object({}),
    union: of.Union([text, of.Null({ description: 'none' })], { description: 'either' }),
    literals: [of.Literal('a'), of.Literal(3), of.Literal(true, { description: 'yes' })],
    values: of.Enum(['a', 'b'] as const, { description: 'one' }),
    list: of.Array(of.Integer({ minimum: 1 }), { minItems: 1 }),
    plain: [of.Boolean(), of.Number(), of.Unknown({ description: 'any' })],
    records: [of.Record(of.String(), text), of.Record(text, of.Number(), { additionalProperties: false })],
    unsafe: of.Unsafe<string>({ not: {} }),
  };
};

test('schemas are those of TypeBox, to the order of their keys', () => {
  expect(JSON.stringify(schemas(Type))).toBe(JSON.stringify(schemas(TypeBox)));
});

test('what is optional says so where JSON does not', () => {
  const optional = Type.Optional(Type.String());
  expect([Object.keys(optional), (optional as { '~optional'?: boolean })['~optional']]).toEqual([['type'], true]);
});
