/** Packing in a thread of its own: hashes, compression and files, while the thread beside it simulates. */
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import {
  BLOCK,
  type Compression,
  type EndedFile,
  type Packer,
  type WrittenArchive,
} from '../../src/archive/write-server.ts';
import { failureOf, type Failure } from '../../src/base/failure.ts';
import type { OutputTarget } from './pool-output.ts';

/** Blocks of shared memory: some for each server of a pool to fill, and some that wait to be packed. */
const BLOCKS = 8;

/** What both threads share: blocks, which of them are taken, and counters that tell of changes. */
export interface SharedBlocks {
  readonly bytes: SharedArrayBuffer;
  /** 1 for a block that is being filled or waits to be packed. */
  readonly taken: Int32Array;
  /** Counts what the packing thread has done: blocks given back, and answers. */
  readonly done: Int32Array;
  /** 1 when packing has failed. */
  readonly failed: Int32Array;
}

/** What the packing thread is started with. */
export interface PackingTask {
  readonly target: OutputTarget;
  readonly compression: Compression;
  readonly shared: SharedBlocks;
  readonly port: MessagePort;
}

/** What the packing thread is told of a server's archive, in the order in which it happens. */
export type PackingMessage = { readonly server: string } & (
  | { readonly begin: string }
  | { readonly block: number; readonly length: number }
  | { readonly file: EndedFile }
  | { readonly close: true }
);

/** What it answers: an archive that is closed, or why packing has failed. */
export type PackingAnswer = { readonly archive: WrittenArchive } | { readonly failure: Failure };

const counter = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));

/** The memory of a block. */
export const blockAt = ({ bytes }: SharedBlocks, block: number): Buffer => Buffer.from(bytes, block * BLOCK, BLOCK);

/** A thread that packs the archives of a pool. Who gives it text waits while all its blocks are full. */
export class PackingThread {
  readonly #shared: SharedBlocks = {
    bytes: new SharedArrayBuffer(BLOCKS * BLOCK),
    taken: counter(BLOCKS),
    done: counter(1),
    failed: counter(1),
  };
  readonly #worker: Worker;
  readonly #port: MessagePort;

  /** @param target where the thread writes */
  constructor(target: OutputTarget, compression: Compression) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const { gzipLevel } = compression;
    const task: PackingTask = { target, compression: { gzipLevel }, shared: this.#shared, port: port2 };
    this.#worker = new Worker(new URL('./packer.js', import.meta.url), { workerData: task, transferList: [port2] });
  }

  /** A packer of a server's archive. Its methods throw what the thread's output throws. */
  packer(server: string): Packer {
    let filled = 0;
    const say = (message: PackingMessage): void => {
      if (Atomics.load(this.#shared.failed, 0) === 1) this.#answer();
      this.#port.postMessage(message);
    };
    return {
      room: () => {
        filled = this.#take();
        return blockAt(this.#shared, filled);
      },
      beginFile: (begin) => say({ server, begin }),
      block: ({ length }) => say({ server, block: filled, length }),
      endFile: (file) => say({ server, file }),
      close: () => {
        Atomics.store(this.#shared.taken, filled, 0);
        say({ server, close: true });
        return this.#answer();
      },
    };
  }

  /** Ends the thread, whatever it does. */
  async stop(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }

  /** Takes a block that is free, as soon as one is. */
  #take(): number {
    const { taken, done } = this.#shared;
    for (;;) {
      const before = Atomics.load(done, 0);
      const block = taken.indexOf(0);
      if (block >= 0) {
        Atomics.store(taken, block, 1);
        return block;
      }
      Atomics.wait(done, 0, before);
    }
  }

  #answer(): WrittenArchive {
    for (;;) {
      const before = Atomics.load(this.#shared.done, 0);
      const answer = receiveMessageOnPort(this.#port)?.message as PackingAnswer | undefined;
      if (answer === undefined) Atomics.wait(this.#shared.done, 0, before);
      else if ('archive' in answer) return answer.archive;
      else throw failureOf(answer.failure);
    }
  }
}
