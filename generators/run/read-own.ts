/** What is read back of files that runs write: they may come from anybody, so nothing is taken for granted. */
import { BOUNDS } from '../../src/base/bounds.ts';
import { readWhole, type Store } from '../../src/store/store.ts';

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
export async function readOwn<T>(
  store: Store,
  name: string,
  isIt: (value: unknown) => value is T,
): Promise<T | undefined> {
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
