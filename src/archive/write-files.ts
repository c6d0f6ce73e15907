import { createHash, type Hash } from 'node:crypto';
import { HashedDraft } from '../store/hashed-sink.ts';
import type { Draft, Store } from '../store/store.ts';
import { GPG, GpgDraft } from './gpg.ts';
import { GzipWriter } from './write-gzip.ts';
import {
  BLOCK,
  GZ,
  type Compression,
  type EndedFile,
  type Packer,
  type ServerArchive,
  type WrittenArchive,
} from './write-server.ts';

/** How files are packed. */
export interface FilePacking extends Compression {
  /** Key that they are encrypted for, as gpg knows it; none where they are not. */
  readonly gpgRecipient?: string | undefined;
}

/** A file that is being written. */
interface OpenFile {
  readonly name: string;
  /** Its draft, and what takes its bytes: where it is encrypted, another. */
  readonly stored: HashedDraft;
  readonly draft: Draft;
  readonly gzip: GzipWriter | undefined;
  readonly hash: Hash;
  bytes: number;
}

/**
 * Packs a log's text into files that stand by themselves, drafts of a store: compressed where their names say so, encrypted where a key
 * is given. Memory holds a block of the file that is open, and what is told of those that are done.
 */
export class FilePacker implements Packer {
  readonly #store: Store;
  readonly #log: string;
  readonly #packing: FilePacking;
  readonly #room = Buffer.allocUnsafe(BLOCK);
  readonly #archives: ServerArchive[] = [];
  /** Files that have ended, and are not stored yet. */
  #ending: Promise<void>[] = [];
  #open: OpenFile | undefined;

  /** @param log its name */
  constructor(store: Store, log: string, packing: FilePacking) {
    this.#store = store;
    this.#log = log;
    this.#packing = packing;
  }

  room(): Buffer {
    return this.#room;
  }

  beginFile(name: string): void {
    const { gzipLevel, gpgRecipient } = this.#packing;
    const stored = new HashedDraft(this.#store.draft(this.#storedName(name)));
    const draft = gpgRecipient === undefined ? stored : new GpgDraft(stored, gpgRecipient);
    const gzip = name.endsWith(GZ) ? new GzipWriter(gzipLevel, (bytes) => draft.write(bytes)) : undefined;
    this.#open = { name, stored, draft, gzip, hash: createHash('sha256'), bytes: 0 };
  }

  block(bytes: Buffer): void {
    const file = this.#open!;
    file.hash.update(bytes);
    file.bytes += bytes.length;
    if (file.gzip) file.gzip.block(bytes);
    else file.draft.write(bytes);
  }

  endFile({ lines, first, last }: EndedFile): void {
    const { name, stored, draft, gzip, hash, bytes } = this.#open!;
    this.#open = undefined;
    gzip?.end();
    draft.close();
    const file = { name, lines, bytes, sha256: hash.digest('hex'), first, last };
    const place = this.#archives.length;
    const told = (files: WrittenArchive['files']): void => {
      this.#archives[place] = { server: this.#log, name: this.#storedName(name), archive: { ...stored.sum(), files } };
    };
    const ended = draft.done().then(() => told(lines === 0 ? [] : [file]));
    // It is waited for later, and may fail before.
    ended.catch(() => {});
    this.#ending.push(ended);
    this.#archives.length += 1;
  }

  /** What there is to tell is told by `done`. */
  close(): WrittenArchive {
    return { bytes: 0, sha256: '', files: [] };
  }

  /** Waits until more may be written, so that memory stays bounded. */
  async ready(): Promise<void> {
    await Promise.all(this.#ending.splice(0));
    await this.#open?.draft.ready();
  }

  /** Waits until all files are stored, and tells which there are. */
  async done(): Promise<readonly ServerArchive[]> {
    await this.ready();
    return this.#archives;
  }

  #storedName(name: string): string {
    return this.#packing.gpgRecipient === undefined ? name : name + GPG;
  }
}
