/**
 * Properties as tests. `@fast-check/vitest` does as much, but builds every combination of vitest's modifiers when it is loaded,
 * which takes three seconds of each process that runs tests.
 */
import fc from 'fast-check';
import { test } from 'vitest';

type Arbitraries<Values> = { readonly [Key in keyof Values]: fc.Arbitrary<Values[Key]> };

/** Declares a test by its name, of what holds for values; it may be asynchronous. */
type Declare<Values extends readonly unknown[]> = (name: string, holds: (...values: Values) => unknown) => void;

/** Tries whether something holds for values of some arbitraries; fails with the seed that shows it again. */
export async function tryAll(
  arbitraries: object,
  holds: (...values: never[]) => unknown,
  parameters?: object,
): Promise<void> {
  const isList = Array.isArray(arbitraries);
  const drawn = (isList ? arbitraries : [fc.record(arbitraries as Record<string, fc.Arbitrary<unknown>>)]) as [
    fc.Arbitrary<never>,
  ];
  const property = fc.asyncProperty(...drawn, async (...values) => (await holds(...values)) as boolean | void);
  await fc.assert(property, parameters);
}

/** A test that something holds for all values of some arbitraries, given as a list or by name. */
export function forAll<Values extends [unknown, ...unknown[]]>(
  arbitraries: Arbitraries<Values>,
  parameters?: fc.Parameters<Values>,
): Declare<Values>;
export function forAll<Values extends object>(
  arbitraries: Arbitraries<Values>,
  parameters?: fc.Parameters<[Values]>,
): Declare<[Values]>;
export function forAll(arbitraries: object, parameters?: object): Declare<never[]> {
  return (name, holds) => test(name, () => tryAll(arbitraries, holds, parameters));
}
