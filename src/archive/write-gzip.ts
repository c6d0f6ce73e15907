import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Bytes of deflate's window: what one block has to know of the block before it. */
export const WINDOW = 32 * 1024;

/** RFC 1952: deflate, no name, no time, made anywhere, so that the same text gives the same bytes. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * Compresses a file block by block, without waiting, to one gzip member. Each block is primed with the window before it
 * and ends at a byte's bound, so that the pieces form one deflate stream, as pigz makes them.
 */
export class GzipWriter {
  readonly #level: number;
  readonly #write: (bytes: Uint8Array) => void;
  #window: Buffer | undefined;
  #crc = 0;
  #length = 0;

  /**
   * @param level 1 (fast) to 9 (small)
   * @param write takes the compressed pieces, which stay valid
   */
  constructor(level: number, write: (bytes: Uint8Array) => void) {
    this.#level = level;
    this.#write = write;
    write(HEADER);
  }

  /** Compresses a block; its bytes may be changed afterwards. */
  block(bytes: Buffer): void {
    this.#write(this.#deflate(bytes, constants.Z_SYNC_FLUSH));
    this.#crc = crc32(bytes, this.#crc);
    this.#length += bytes.length;
    this.#window = Buffer.from(bytes.subarray(-WINDOW));
  }

  /** Ends the member. */
  end(): void {
    this.#write(this.#deflate(Buffer.alloc(0), constants.Z_FINISH));
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(this.#crc, 0);
    trailer.writeUInt32LE(this.#length % 2 ** 32, 4);
    this.#write(trailer);
  }

  #deflate(bytes: Buffer, finishFlush: number): Buffer {
    return deflateRawSync(bytes, {
      level: this.#level,
      finishFlush,
      chunkSize: Math.max(bytes.length >> 2, 1024),
      ...(this.#window && { dictionary: this.#window }),
    });
  }
}
