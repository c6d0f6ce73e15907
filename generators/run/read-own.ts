/** Reads back files of JSON that runs write. They may come from anybody, so every value is checked. */
import { nestsDeeper } from '../../src/base/bounded-json.ts';
import { BOUNDS } from '../../src/base/bounds.ts';
import { readWhole, type Store } from '../../src/store/store.ts';

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
  const text = String(await readWhole(store, name));
  // A value of millions of brackets would take more memory than there is.
  if (nestsDeeper(text, BOUNDS.jsonDepth.most)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isIt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
