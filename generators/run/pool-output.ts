/** Outputs of a thread that simulates pools: drafts in a folder, or bytes sent to the main thread, which stores them. */
import { parentPort } from 'node:worker_threads';
import { StreamedTar, TarFile, type TarOutput } from '../../src/archive/write-tar.ts';
import { FolderStore, type FileDraft } from '../../src/store/folder.ts';
import type { Sink } from '../../src/store/store.ts';

/** Kind of an output, as it is sent to a thread. */
export type OutputTarget =
  | { readonly folder: string; readonly suffix: string }
  /** Shared counter of the bytes that were sent and are not stored yet. */
  | { readonly sent: Int32Array };

/** Message to the main thread: bytes of a file; null ends the file. */
export interface SentBytes {
  readonly file: string;
  readonly bytes: Uint8Array | null;
}

/** Output that takes the files of a pool. */
export interface PoolOutput {
  /** Begins a server's archive. */
  tar(name: string): TarOutput;
  /** Begins another file. */
  file(name: string): Sink;
  /** Abandons the files that have not ended. */
  abandon(): void;
}

/** Bytes that may be sent and not stored before the thread waits: stores are slower than simulations. */
const MOST_SENT = 4 * 1024 * 1024;

/** File whose bytes are sent to the main thread. A write blocks its thread while {@link MOST_SENT} bytes are not stored. */
class SentFile implements Sink {
  readonly #name: string;
  readonly #sent: Int32Array;

  constructor(name: string, sent: Int32Array) {
    this.#name = name;
    this.#sent = sent;
  }

  write(bytes: Uint8Array): void {
    for (let sent = Atomics.load(this.#sent, 0); sent > MOST_SENT; sent = Atomics.load(this.#sent, 0))
      Atomics.wait(this.#sent, 0, sent);
    Atomics.add(this.#sent, 0, bytes.length);
    const copy = new Uint8Array(bytes);
    parentPort!.postMessage({ file: this.#name, bytes: copy } satisfies SentBytes, [copy.buffer]);
  }

  close(): void {
    parentPort!.postMessage({ file: this.#name, bytes: null } satisfies SentBytes);
  }
}

/** Releases credit for bytes that the main thread has stored, so that the sending thread may go on. */
export function releaseCredit(sent: Int32Array, bytes: number): void {
  Atomics.sub(sent, 0, bytes);
  Atomics.notify(sent, 0);
}

/** Opens the output of a thread. */
export function openOutput(data: OutputTarget): PoolOutput {
  if ('sent' in data)
    return {
      tar: (name) => new StreamedTar(new SentFile(name, data.sent)),
      file: (name) => new SentFile(name, data.sent),
      abandon: () => {},
    };
  const store = new FolderStore(data.folder, undefined, data.suffix);
  const begun: (TarFile | FileDraft)[] = [];
  const begin = <F extends TarFile | FileDraft>(file: F): F => {
    begun.push(file);
    return file;
  };
  return {
    tar: (name) => begin(new TarFile(store.draftPath(name))),
    file: (name) => begin(store.draft(name)),
    abandon: () => begun.splice(0).forEach((file) => file.abandon()),
  };
}
