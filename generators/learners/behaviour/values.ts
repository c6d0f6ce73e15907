/** The kinds of values that a behaviour is made of: each takes what the value means, and says what is allowed. */
import type { TSchema } from 'typebox';
import { Type } from '../../../src/base/type.ts';
import { number, strict, whole } from '../../../src/base/user-files/schema.ts';

/** A chance, or a share of one whole. */
export const chance = (what: string) => number(0, 1, what);

/** A weight beside others, whose sum is the whole. */
export const share = (what: string) => number(0, 1e6, what);

/** A lognormal distribution. */
export const lognormal = (what: string) =>
  strict(
    { mean: number(-20, 20, 'mean of the logarithm'), sd: number(0, 5, 'standard deviation of the logarithm') },
    `${what}: a mapping with mean and sd`,
  );

/** A Weibull distribution. */
export const weibull = (what: string) =>
  strict(
    { scale: number(0.001, 10_000, 'scale'), shape: number(0.1, 20, 'shape') },
    `${what}: a mapping with scale and shape`,
  );

/** Seconds, up to a day. */
export const seconds = (what: string) => number(0.1, 86_400, `seconds ${what}`);

/** The fewest and the most of something. */
export const bounds = (what: string) =>
  strict(
    { low: whole(1, 1000, 'the fewest'), high: whole(1, 1000, 'the most') },
    `${what}: a mapping with low and high`,
  );

/** A value for each of some names. */
export const byName = <Name extends string, Value extends TSchema>(
  names: readonly Name[],
  value: Value,
  description: string,
) => strict(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>, description);

/** A list of weights. */
export const weights = (count: number, what: string) =>
  Type.Array(number(0, 1e6, 'a weight'), {
    minItems: count,
    maxItems: count,
    description: `a list of ${count} weights, ${what}`,
  });
