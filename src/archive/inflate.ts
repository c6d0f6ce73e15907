import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { ByteReader, Chunks } from '../store/byte-reader.ts';
import { CorruptArchiveError } from './corrupt-archive-error.ts';

/** Fewer, larger pieces: each costs a trip to another thread and back, some 50 µs. */
const OUTPUT = 256 * 1024;

/** A slice of input grows at most 1032 times, so this bounds the memory that one takes: 33 MiB. */
const LARGEST_SLICE = 32 * 1024;

/** zlib gives nothing of a step in which it finds an error. Small first steps save the beginning of a small file. */
const SMALLEST_SLICE = 256;

/** As much as was read before. */
const sliceAt = (position: number): number => Math.min(Math.max(position, SMALLEST_SLICE), LARGEST_SLICE);

/** Packed bytes below which a stream is unpacked in one call: an engine of its own for each of thousands of members takes a hundred times as long. */
const SMALL = 512;

/** Unpacks a stream that ends within the next bytes; undefined for any other, and for what is damaged. */
async function inflateSmall(input: ByteReader): Promise<Buffer | undefined> {
  const packed = await input.peek(SMALL);
  try {
    const { buffer, engine } = inflateRawSync(packed, { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    await input.skip(engine.bytesWritten);
    return buffer;
  } catch {
    return undefined;
  }
}

type Outcome = 'more' | 'end' | Error;

/**
 * Unpacks one deflate stream; the input then stands behind it. The next slice is unpacked while the caller works on the last.
 *
 * @throws CorruptArchiveError when the stream is cut short or is no deflate stream; what could be unpacked was given before
 */
export async function* inflate(input: ByteReader): Chunks {
  const small = await inflateSmall(input);
  if (small) return yield* small.length > 0 ? [small] : [];
  const engine = createInflateRaw({ chunkSize: OUTPUT });
  let ready: Buffer[] = [];
  let settle: (outcome: Outcome) => void;
  let read = 0;
  engine.on('data', (chunk: Buffer) => ready.push(chunk));
  engine.on('end', () => settle('end'));
  engine.on('error', ({ message }) =>
    settle(new CorruptArchiveError(input.file, `the gzip data before byte ${input.position} is damaged (${message})`)),
  );

  /** Unpacks a slice. Errors are values here, so that the chunks before them are given first. */
  const step = async (): Promise<Outcome> => {
    try {
      const slice = await input.some(sliceAt(input.position));
      if (!slice)
        return new CorruptArchiveError(input.file, `the gzip data is cut short after ${input.position} bytes`);
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
