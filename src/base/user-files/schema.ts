/** The pieces that the schemas of people's files are made of. Each description says what is allowed there. */
import type { TProperties, TSchema } from 'typebox';
import { Type } from '../type.ts';

/** A mapping of these keys and no others. */
export const strict = <P extends TProperties>(properties: P, description: string) =>
  Type.Object(properties, { additionalProperties: false, description });

/** A list of at least one. */
export const listOf = <T extends TSchema>(items: T, description: string) =>
  Type.Array(items, { minItems: 1, description });

export const whole = (minimum: number, maximum: number, what: string) =>
  Type.Integer({ minimum, maximum, description: `${what}, a whole number from ${minimum} to ${maximum}` });

export const number = (minimum: number, maximum: number, what: string) =>
  Type.Number({ minimum, maximum, description: `${what}, a number from ${minimum} to ${maximum}` });
