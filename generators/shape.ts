/** What is read back of files that runs write: they may come from anybody, so nothing is taken for granted. */
import { BOUNDS } from '../src/bounds.ts';
import { readWhole, type Store } from '../src/store/store.ts';

const QUOTE = 34;
const BACKSLASH = 92;
/** `[` and `{`, and what closes them. */
const OPEN = [91, 123];
const CLOSE = [93, 125];

/** Whether JSON is nested no deeper than a file of a run, without parsing it: a value of millions of brackets takes more memory than there is. */
function isShallow(bytes: Buffer): boolean {
  let depth = 0;
  for (let at = 0, quoted = false; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (quoted) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (OPEN.includes(byte)) depth += 1;
    else if (CLOSE.includes(byte)) depth -= 1;
    if (depth > BOUNDS.jsonDepth.most) return false;
  }
  return true;
}

/**
 * A file's JSON; undefined where there is no such file, or something else has its name.
 *
 * @param isIt whether a value is what runs write there
 * @throws UserError when it is too large to be read at once
 */
export async function readOwn<T>(store: Store, name: string, isIt: (value: unknown) => value is T): Promise<T | undefined> {
  if (!(await store.find(name))) return undefined;
  const bytes = await readWhole(store, name);
  if (!isShallow(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return isIt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a value counts something. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether a value is a hash as runs write it. */
export const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);

/** Whether a value is an object whose values are all such ones. */
export const isEach = (value: unknown, isOne: (one: unknown) => boolean): boolean => isObject(value) && Object.values(value).every(isOne);

/** Whether a value is a list of such ones. */
export const isList = (value: unknown, isOne: (one: unknown) => boolean): value is readonly unknown[] => Array.isArray(value) && value.every(isOne);

/** Whether a value says of what file it is, and which bytes that has. */
export const isHashedFile = (value: unknown): value is Readonly<Record<string, unknown>> & { readonly name: string; readonly bytes: number; readonly sha256: string } =>
  isObject(value) && isText(value['name']) && isCount(value['bytes']) && isHash(value['sha256']);

/** Whether values tell options of a run. */
export const isOptions = (value: unknown): value is Readonly<Record<string, string | number | boolean | null>> =>
  isEach(value, (one) => one === null || typeof one === 'boolean' || isText(one) || Number.isFinite(one));
