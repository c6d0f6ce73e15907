/** Checks of values read from files. They may come from anybody, so nothing is taken for granted. */

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a value counts something. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether a value is a hash as runs write it. */
export const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);

/** Whether a value is an object whose values are all such ones. */
export const isEach = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  isObject(value) && Object.values(value).every(isOne);

/** Whether a value is a list of such ones. */
export const isList = (value: unknown, isOne: (one: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.every(isOne);

/** Whether a value says of what file it is, and which bytes that has. */
export const isHashedFile = (
  value: unknown,
): value is Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
} => isObject(value) && isText(value['name']) && isCount(value['bytes']) && isHash(value['sha256']);

/** Whether values tell options of a run. */
export const isOptions = (value: unknown): value is Readonly<Record<string, string | number | boolean | null>> =>
  isEach(value, (one) => one === null || typeof one === 'boolean' || isText(one) || Number.isFinite(one));
