import type { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { setTimeout as pause } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import type { Chunks } from './byte-reader.ts';
import { formatAddress, parseAddress } from './address.ts';
import { mapConcurrent, type Draft, type Store, type StoredFile } from './store.ts';
import { bucketError, isCut, isMissing } from './bucket-error.ts';
import { connected, type Connection } from './sdk.ts';
import { Upload, type Target } from './upload.ts';

/** A download whose connection is cut goes on where it was, so often in a row. */
const RESUMPTIONS = 5;

/** Milliseconds before the first of them; each one waits twice as long as the one before. */
const PAUSE = 400;

/** An upload that is listed may be over when its turn comes: others sweep too. */
function unlessGone(error: unknown): void {
  if ((error as Error).name !== 'NoSuchUpload') throw error;
}

/**
 * The objects of a bucket whose keys begin with a prefix. A draft is an upload, whose object comes into being when it is
 * published. All methods throw UserErrors.
 */
export class BucketStore implements Store {
  readonly address: string;
  readonly local = undefined;
  readonly #connection: Connection;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #signal: AbortSignal | undefined;
  readonly #drafts = new Map<string, Upload>();

  private constructor(connection: Connection, bucket: string, prefix: string, signal: AbortSignal | undefined) {
    this.#connection = connection;
    this.#signal = signal;
    this.#bucket = bucket;
    this.#prefix = prefix;
    this.address = formatAddress({ bucket, key: prefix });
  }

  /**
   * @param address `s3://course-data/2013-spring/`; the last slash may be left out
   * @param signal stops what is being read
   * @throws UserError when it names no bucket, or the SDK is not installed
   */
  static async open(address: string, signal?: AbortSignal): Promise<BucketStore> {
    const { bucket, key } = parseAddress(address);
    return new BucketStore(await connected(), bucket, key === '' || key.endsWith('/') ? key : `${key}/`, signal);
  }

  path(name: string): string {
    return this.address + name;
  }

  async prepare(): Promise<void> {}

  async *list(folder = ''): AsyncGenerator<StoredFile> {
    const { sdk, client } = this.#connection;
    for (let from: string | undefined; ;) {
      const command = new sdk.ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: this.#prefix + folder,
        ContinuationToken: from,
      });
      const { Contents = [], NextContinuationToken } = await this.#do('read', () => client.send(command));
      for (const { Key, Size } of Contents) {
        // An object that stands for the folder itself is made by some tools.
        if (Key !== this.#prefix) yield { name: Key!.slice(this.#prefix.length), bytes: Size! };
      }
      if (NextContinuationToken === undefined) return;
      from = NextContinuationToken;
    }
  }

  async find(name: string): Promise<StoredFile | undefined> {
    const { sdk, client } = this.#connection;
    try {
      const { ContentLength } = await client.send(new sdk.HeadObjectCommand(this.#target(name)));
      return { name, bytes: ContentLength! };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw bucketError(error, `read ${this.path(name)}`);
    }
  }

  read(name: string): Chunks {
    return this.#read(name, 0, undefined);
  }

  async readInto(name: string, offset: number, room: Buffer): Promise<void> {
    let done = 0;
    for await (const chunk of this.#read(name, offset, offset + room.length)) done += chunk.copy(room, done);
  }

  /** An object's bytes from some offset on, to its end or to before another. */
  async *#read(name: string, from: number, end: number | undefined): Chunks {
    let at = from;
    let version: string | undefined;
    const told = (error: unknown) => bucketError(error, `read ${this.path(name)}`);
    for (let failures = 0; ;) {
      // A request that fails has been tried again already.
      const { body, etag } = await this.#get(name, at, end, version).catch((error: unknown) =>
        Promise.reject(told(error)),
      );
      version = etag;
      try {
        for await (const chunk of body) {
          this.#signal?.throwIfAborted();
          at += (chunk as Buffer).length;
          failures = 0;
          yield chunk as Buffer;
        }
        return;
      } catch (error) {
        failures += 1;
        if (!isCut(error) || failures > RESUMPTIONS) throw told(error);
        await pause(PAUSE * 2 ** (failures - 1));
      }
    }
  }

  draft(name: string): Draft {
    const upload = new Upload(this.#connection, this.#target(name));
    this.#drafts.set(name, upload);
    const told = <T>(result: Promise<T>): Promise<T> =>
      result.catch((error: unknown) => Promise.reject(bucketError(error, `write to ${this.address}`)));
    return {
      write: (bytes) => upload.write(bytes),
      close: () => upload.close(),
      ready: () => told(upload.ready()),
      done: () => told(upload.done()),
    };
  }

  async publish(name: string): Promise<void> {
    await this.#do('write to', () => this.#drafts.get(name)!.publish());
    this.#drafts.delete(name);
  }

  async discard(): Promise<void> {
    const uploads = [...this.#drafts.values()];
    this.#drafts.clear();
    // What made the run fail is told already, and what a store keeps that cannot be reached is swept by the next run.
    await mapConcurrent(uploads, (upload) => upload.abort().catch(() => {}));
  }

  async sweep(isMeant: (name: string) => boolean): Promise<void> {
    const { sdk, client } = this.#connection;
    for (let KeyMarker: string | undefined, UploadIdMarker: string | undefined, more = true; more;) {
      const command: ListMultipartUploadsCommand = new sdk.ListMultipartUploadsCommand({
        Bucket: this.#bucket,
        Prefix: this.#prefix,
        KeyMarker,
        UploadIdMarker,
      });
      const listed = await this.#do('write to', () => client.send(command));
      for (const { Key, UploadId } of listed.Uploads ?? []) {
        if (!isMeant(Key!.slice(this.#prefix.length))) continue;
        const abort = new sdk.AbortMultipartUploadCommand({ Bucket: this.#bucket, Key, UploadId });
        await this.#do('write to', () => client.send(abort).catch(unlessGone));
      }
      more = listed.IsTruncated === true;
      ({ NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = listed);
    }
  }

  async remove(name: string): Promise<void> {
    const { sdk, client } = this.#connection;
    await this.#do('write to', () => client.send(new sdk.DeleteObjectCommand(this.#target(name))));
  }

  #target(name: string): Target {
    return { Bucket: this.#bucket, Key: this.#prefix + name };
  }

  /** An object's bytes from some offset on, or to before another, and the version that they are of: of another one they would be no whole. */
  async #get(
    name: string,
    from: number,
    end: number | undefined,
    version: string | undefined,
  ): Promise<{ body: Readable; etag: string | undefined }> {
    const { sdk, client } = this.#connection;
    const range = from > 0 || end !== undefined ? { Range: `bytes=${from}-${end === undefined ? '' : end - 1}` } : {};
    const { Body, ETag } = await client.send(
      new sdk.GetObjectCommand({ ...this.#target(name), ...range, IfMatch: version }),
    );
    return { body: Body as Readable, etag: ETag };
  }

  async #do<T>(deed: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      throw bucketError(error, `${deed} ${this.address}`);
    }
  }
}
