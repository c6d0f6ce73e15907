/**
 * Entries of a map in a payload, as lists of keys and of their values. A course's problems have thousands of sets of keys, each in
 * many lines: their lists are made once, while an object of each line's own would be of as many shapes, which outgrow what a
 * processor keeps near.
 */
export class Entries<T> {
  readonly keys: readonly string[];
  readonly values: readonly T[];

  /** @param values as many as there are keys */
  constructor(keys: readonly string[], values: readonly T[]) {
    this.keys = keys;
    this.values = values;
  }

  /** The same as an object. */
  get record(): Record<string, T> {
    return Object.fromEntries(this.keys.map((key, place) => [key, this.values[place]!]));
  }
}

/** What may be written as a payload: each of its maps may be given by its entries. */
export type Written<P> = P extends object
  ? string extends keyof P
    ? P | Entries<Written<P[keyof P]>>
    : { readonly [K in keyof P]: Written<P[K]> }
  : P;

/** A payload whose maps are objects, as it is read again. */
export function withObjects(payload: unknown): unknown {
  if (payload instanceof Entries) return withObjects(payload.record);
  if (Array.isArray(payload)) return payload.map(withObjects);
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, withObjects(value)]));
}
