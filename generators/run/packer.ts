/** The thread that packs: takes blocks of text in shared memory, and writes archives. */
import { workerData } from 'node:worker_threads';
import { archiveName } from '../../src/archive/file-names.ts';
import { ServerPacker } from '../../src/archive/write-server.ts';
import { toFailure } from '../../src/base/failure.ts';
import { blockAt, type PackingAnswer, type PackingMessage, type PackingTask } from './packing-thread.ts';
import { openOutput } from './pool-output.ts';

const { target, compression, shared, port } = workerData as PackingTask;
const output = openOutput(target);
const packers = new Map<string, ServerPacker>();

function tell(): void {
  Atomics.add(shared.done, 0, 1);
  Atomics.notify(shared.done, 0);
}

function answer(message: PackingAnswer): void {
  port.postMessage(message);
  tell();
}

function packerOf(server: string): ServerPacker {
  const known = packers.get(server) ?? new ServerPacker(output.tar(archiveName(server)), server, compression);
  packers.set(server, known);
  return known;
}

function take(message: PackingMessage): void {
  const packer = packerOf(message.server);
  if ('begin' in message) packer.beginFile(message.begin);
  else if ('block' in message) packer.block(blockAt(shared, message.block).subarray(0, message.length));
  else if ('file' in message) packer.endFile(message.file);
  else {
    packers.delete(message.server);
    answer({ archive: packer.close() });
  }
}

port.on('message', (message: PackingMessage) => {
  try {
    // After a failure blocks are only given back: whoever waits for one learns of it when it sends the next.
    if (Atomics.load(shared.failed, 0) === 0) take(message);
  } catch (error) {
    output.abandon();
    answer({ failure: toFailure(error) });
    Atomics.store(shared.failed, 0, 1);
  }
  if ('block' in message) {
    Atomics.store(shared.taken, message.block, 0);
    tell();
  }
});
