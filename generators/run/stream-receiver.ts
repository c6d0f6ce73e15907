import type { Draft, Store } from '../../src/store/store.ts';
import { releaseCredit, type OutputTarget, type SentBytes } from './pool-output.ts';

/** Receiver of the files that a worker thread streams to the main thread; stores them as drafts. */
export class StreamReceiver {
  readonly #store: Store;
  readonly #sent: Int32Array | undefined;
  readonly #open = new Map<string, Draft>();
  readonly #closed: Draft[] = [];

  constructor(store: Store, target: OutputTarget) {
    this.#store = store;
    this.#sent = 'sent' in target ? target.sent : undefined;
  }

  /** Takes bytes of a file. The thread counts them as sent until the file can take more. */
  async take({ file, bytes }: SentBytes): Promise<void> {
    const draft = this.#open.get(file) ?? this.#store.draft(file);
    this.#open.set(file, draft);
    if (bytes === null) {
      draft.close();
      this.#open.delete(file);
      this.#closed.push(draft);
      return;
    }
    draft.write(bytes);
    await draft.ready();
    releaseCredit(this.#sent!, bytes.length);
  }

  /** Waits until all files that have ended are stored. */
  async stored(): Promise<void> {
    await Promise.all(this.#closed.splice(0).map((draft) => draft.done()));
  }
}
