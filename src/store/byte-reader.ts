/** The byte that ends a line. */
export const NEWLINE = 0x0a;

/** The bytes of a file as they come, in pieces of any size. */
export type Chunks = AsyncIterable<Buffer>;

/** Reads chunks by as many bytes as the reader needs next. What the chunks throw comes out of its methods. */
export class ByteReader {
  /** The file it reads, as people would name it. */
  readonly file: string;
  /** The outermost file that it is packed in; itself where it is packed in none. */
  readonly source: ByteReader;
  /** Bytes unpacked from the file, at any depth. */
  unpacked = 0;
  /** Lines read from it, at any depth. */
  lines = 0;
  readonly #chunks: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;
  #before = 0;
  #failure: unknown;

  constructor(file: string, chunks: Chunks, source?: ByteReader) {
    this.file = file;
    this.source = source ?? this;
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#before + this.#at;
  }

  /** Reads what is at hand, at least one byte and at most `limit`; undefined at the end. */
  async some(limit = Infinity): Promise<Buffer | undefined> {
    while (this.#at === this.#chunk.length) {
      const chunk = await this.#next();
      if (!chunk) return undefined;
      this.#replace(chunk);
    }
    const bytes = this.#chunk.subarray(this.#at, this.#at + limit);
    this.#at += bytes.length;
    return bytes;
  }

  /** Takes back the last bytes that `some` read. */
  back(count: number): void {
    this.#at -= count;
  }

  /** The next bytes, left to be read. Fewer at the end, or before damage, which is thrown only when it is reached. */
  async peek(length: number): Promise<Buffer> {
    while (this.#chunk.length - this.#at < length) {
      const rest = this.#chunk.subarray(this.#at);
      try {
        const chunk = await this.#next();
        if (!chunk) break;
        this.#replace(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk);
      } catch (error) {
        if (rest.length === 0) throw error;
        break;
      }
    }
    return this.#chunk.subarray(this.#at, this.#at + length);
  }

  /** Reads the next bytes; fewer at the end. */
  async take(length: number): Promise<Buffer> {
    const bytes = await this.peek(length);
    if (bytes.length < length && this.#failure) throw this.#failure;
    this.#at += bytes.length;
    return bytes;
  }

  /** Reads over the next bytes; gives how many of them there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      const bytes = await this.some(left);
      if (!bytes) break;
      left -= bytes.length;
    }
    return length - left;
  }

  /** Closes what the chunks come from. Nothing can be read afterwards. */
  async close(): Promise<void> {
    this.#replace(Buffer.alloc(0));
    await this.#chunks.return?.();
  }

  async #next(): Promise<Buffer | undefined> {
    if (this.#failure) throw this.#failure;
    try {
      const { done, value } = await this.#chunks.next();
      return done ? undefined : value;
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  #replace(chunk: Buffer): void {
    this.#before += this.#at;
    this.#chunk = chunk;
    this.#at = 0;
  }
}
