import { createInflateRaw } from 'node:zlib';
import type { ByteReader, Chunks } from './byte-reader.ts';
import { Damage } from './damage.ts';

/** Fewer, larger pieces: each costs a trip to another thread and back, some 50 µs. */
const OUTPUT = 256 * 1024;

/** A slice of input grows at most 1032 times, so this bounds the memory that one takes: 33 MiB. */
const LARGEST_SLICE = 32 * 1024;

/** zlib gives nothing of a step in which it finds an error. Small first steps save the beginning of a small file. */
const SMALLEST_SLICE = 256;

/** As much as was read before. */
const sliceAt = (position: number): number => Math.min(Math.max(position, SMALLEST_SLICE), LARGEST_SLICE);

type Outcome = 'more' | 'end' | Error;

/**
 * Unpacks one deflate stream; the input then stands behind it. The next slice is unpacked while the caller works on the last.
 *
 * @throws Damage when the stream is cut short or is no deflate stream; what could be unpacked was given before
 */
export async function* inflate(input: ByteReader): Chunks {
  const engine = createInflateRaw({ chunkSize: OUTPUT });
  let ready: Buffer[] = [];
  let settle: (outcome: Outcome) => void;
  let read = 0;
  engine.on('data', (chunk: Buffer) => ready.push(chunk));
  engine.on('end', () => settle('end'));
  engine.on('error', ({ message }) =>
    settle(new Damage(input.file, `the gzip data before byte ${input.position} is damaged (${message})`)),
  );

  /** Unpacks a slice. Errors are values here, so that the chunks before them are given first. */
  const step = async (): Promise<Outcome> => {
    try {
      const slice = await input.some(sliceAt(input.position));
      if (!slice) return new Damage(input.file, `the gzip data is cut short after ${input.position} bytes`);
      read += slice.length;
      return await new Promise((resolve) => {
        settle = resolve;
        engine.write(slice, (error) => error || resolve('more'));
      });
    } catch (error) {
      return error as Error;
    }
  };

  let pending = step();
  try {
    for (;;) {
      const outcome = await pending;
      const chunks = ready;
      ready = [];
      if (outcome === 'more') pending = step();
      yield* chunks;
      if (outcome instanceof Error) throw outcome;
      if (outcome === 'end') break;
    }
    input.back(read - engine.bytesWritten);
  } finally {
    await pending;
    engine.destroy();
  }
}
