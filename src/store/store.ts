import { createHash, hash } from 'node:crypto';
import type { Chunks } from './byte-reader.ts';
import { BOUNDS } from '../base/bounds.ts';
import { UserError } from '../base/user-error.ts';

/** Takes bytes. */
export interface Sink {
  /** Takes bytes, which may be changed afterwards. */
  write(bytes: Uint8Array): void;
  /** Ends them. */
  close(): void;
}

/** A file that is being written. It has no name before its store publishes it. */
export interface Draft extends Sink {
  /** Waits until more may be written, so that memory stays bounded. */
  ready(): Promise<void>;
  /** Waits until all is stored, after it was closed. */
  done(): Promise<void>;
}

/** A file that has its name. */
export interface StoredFile {
  /** From the store's top, with slashes: `truth/learners.jsonl`. */
  readonly name: string;
  readonly bytes: number;
}

/** A file, as it should be found again. */
export interface HashedFile extends StoredFile {
  readonly sha256: string;
}

/** A folder of the file system: its files can be renamed, read here and there, and written by other threads. */
export interface LocalStore extends Store {
  /** Data that another thread needs to write drafts for this store. */
  lend(): { readonly folder: string; readonly suffix: string };
  /** Where a draft lies, whose folder is made. For those who write it themselves. */
  draftPath(name: string): string;
  /** A folder in this one, as a store of its own; it ends what it reads as this one does. */
  within(folder: string): LocalStore;
  /**
   * Gives a file another name, or a folder, with what lies in it.
   *
   * @throws Error with code EEXIST when something has that name
   */
  move(from: string, to: string): void;
  /** Removes a folder in this one, and those in it, where nothing lies in them. */
  prune(folder: string): void;
}

/**
 * Where files of a data set lie: a folder, or a bucket's keys under a prefix. Names of files in it may hold slashes.
 *
 * A folder's methods throw what node:fs throws, a bucket's a UserError.
 */
export interface Store {
  /** Address as people write it: `edxgen-out`, `s3://course-data/2013-spring/`. */
  readonly address: string;
  /** The store itself where it is a folder of the file system; undefined for a bucket. */
  readonly local: LocalStore | undefined;
  /** Path or address of a file in the store, as people write it. */
  path(name: string): string;
  /** Gets the store ready to be written to: a folder is made where there is none. */
  prepare(): Promise<void>;
  /**
   * All files that have names, and the drafts that lie beside them, in an order that depends on their names alone.
   *
   * @param folder `truth/`: those in it alone
   */
  list(folder?: string): AsyncIterable<StoredFile>;
  /** A file that has its name; undefined where there is none. */
  find(name: string): Promise<StoredFile | undefined>;
  /** The bytes of a file that has its name. */
  read(name: string): Chunks;
  /**
   * Reads a part of a file that has its name: as many bytes as there is room for, one at least, and all of them are there.
   *
   * @param offset of the first byte
   */
  readInto(name: string, offset: number, room: Buffer): Promise<void>;
  /** Begins a file. */
  draft(name: string): Draft;
  /** Gives a file that is done its name, in place of what has had it. */
  publish(name: string): Promise<void>;
  /** Removes all drafts that were begun here and not published, and what `prepare` made if it is empty. */
  discard(): Promise<void>;
  /** Removes drafts that processes which are gone have left, of those files that are meant. */
  sweep(isMeant: (name: string) => boolean): Promise<void>;
  /** Removes a file, if it is there, and the folders that are empty then. */
  remove(name: string): Promise<void>;
}

const hashed = (name: string, bytes: Uint8Array): HashedFile => ({
  name,
  bytes: bytes.length,
  sha256: hash('sha256', bytes, 'hex'),
});

/** Writes a small file, which is to be published. */
export async function draftWhole(store: Store, name: string, bytes: Uint8Array): Promise<HashedFile> {
  const draft = store.draft(name);
  draft.write(bytes);
  draft.close();
  await draft.done();
  return hashed(name, bytes);
}

/** Writes a small file and gives it its name. */
export async function writeWhole(store: Store, name: string, bytes: Uint8Array): Promise<HashedFile> {
  const file = await draftWhole(store, name, bytes);
  await store.publish(name);
  return file;
}

/**
 * The bytes of a small file.
 *
 * @throws UserError when it has more bytes than {@link BOUNDS} allow
 */
export async function readWhole(store: Store, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of store.read(name)) {
    bytes += chunk.length;
    if (bytes > BOUNDS.jsonBytes.most)
      throw new UserError(
        `${store.path(name)} is larger than ${BOUNDS.jsonBytes.most} bytes, which no such file of edxgen is; name another place`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A file's SHA-256, in hexadecimal. */
export async function hashOf(store: Store, name: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of store.read(name)) sum.update(chunk);
  return sum.digest('hex');
}

/** Whether a file is there, with the bytes that it should have. It is read only if its size is right. */
export async function isIntact(store: Store, { name, bytes, sha256 }: HashedFile): Promise<boolean> {
  const found = await store.find(name);
  return found?.bytes === bytes && (await hashOf(store, name)) === sha256;
}

/** Copies a file to a draft in another store. */
export async function copy(from: Store, to: Store, name: string): Promise<HashedFile> {
  const draft = to.draft(name);
  const sum = createHash('sha256');
  let bytes = 0;
  for await (const chunk of from.read(name)) {
    draft.write(chunk);
    sum.update(chunk);
    bytes += chunk.length;
    await draft.ready();
  }
  draft.close();
  await draft.done();
  return { name, bytes, sha256: sum.digest('hex') };
}

/** Requests to a bucket wait for their answers for most of their time. */
const AT_ONCE = 16;

/**
 * Maps items by requests, 16 of them at a time; gives the results in the order of the items. When one fails no more are
 * begun, and those that are under way are waited for.
 *
 * @throws what the first one that failed threw
 */
export async function mapConcurrent<T, R>(items: Iterable<T>, act: (item: T) => Promise<R>): Promise<R[]> {
  const todo = [...items].entries();
  const results: R[] = [];
  let failed = false;
  const work = async () => {
    // The entries are shared: each worker takes the next one.
    for (const [index, item] of todo) {
      if (failed) return;
      results[index] = await act(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const broken = done.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (broken) throw broken.reason;
  return results;
}
