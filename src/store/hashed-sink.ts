import { createHash } from 'node:crypto';
import type { Draft, Sink } from './store.ts';

/** Passes bytes on, and tells afterwards which they were. */
export class HashedSink implements Sink {
  readonly #sink: Sink;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  write(bytes: Uint8Array): void {
    this.#sink.write(bytes);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  close(): void {
    this.#sink.close();
  }

  /** Size and hash of all bytes. May be asked once. */
  sum(): { bytes: number; sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** The same of a draft. */
export class HashedDraft extends HashedSink implements Draft {
  readonly #draft: Draft;

  constructor(draft: Draft) {
    super(draft);
    this.#draft = draft;
  }

  ready(): Promise<void> {
    return this.#draft.ready();
  }

  done(): Promise<void> {
    return this.#draft.done();
  }
}
