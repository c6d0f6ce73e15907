/**
 * The manifest of a run, for who takes nothing for granted of it: it may be of another version, or of another program. Those
 * who go on with a run read it with generators/run/manifest.ts, which takes nothing but its own.
 */
import { MANIFEST } from '../archive/file-names.ts';
import { isObject, isText } from '../base/shape.ts';
import { UserError } from '../base/user-error.ts';
import { tryJson } from '../line/decode.ts';
import { readWhole, type Store } from '../store/store.ts';

/** Part of a manifest that is looked at, its values unchecked. */
export interface RunManifest {
  /** The version that wrote it. */
  readonly edxgen: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly totals: Readonly<Record<string, unknown>>;
}

export const objectOr = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

/** A file's text; undefined where there is none that can be read. */
export async function readOrNothing(store: Store, name: string): Promise<string | undefined> {
  try {
    return (await store.find(name)) ? (await readWhole(store, name)).toString() : undefined;
  } catch (error) {
    // A bucket that cannot be reached could have anything in it.
    if (error instanceof UserError) throw error;
    return undefined;
  }
}

/** Reads a run's manifest; undefined where there is none, or something else has its name. */
export async function readManifest(store: Store): Promise<RunManifest | undefined> {
  const text = await readOrNothing(store, MANIFEST);
  const manifest = text === undefined ? undefined : tryJson(text, Infinity);
  if (!isObject(manifest) || !isText(manifest['edxgen'])) return undefined;
  return { edxgen: manifest['edxgen'], options: objectOr(manifest['options']), totals: objectOr(manifest['totals']) };
}
