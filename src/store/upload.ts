import type { CompletedPart } from '@aws-sdk/client-s3';
import type { Connection } from './sdk.ts';
import type { Draft } from './store.ts';

/** Bytes of a part. S3 wants 5 MiB at least, but for the last one. */
const PART = 8 * 1024 * 1024;

/** S3 takes 10,000 parts and some stores 1000: after so many, parts are twice as large, so that 1000 hold 30 GB. */
const PARTS_OF_A_SIZE = 250;

/** A file of so few bytes waits in memory until it is published, by one request in place of three. */
const SMALL = 256 * 1024;

/** When so many parts of a file are on their way, `ready` waits before the next one is filled. */
const IN_FLIGHT = 2;

/** Where an upload goes, as S3's requests name it. */
export interface Target {
  readonly Bucket: string;
  readonly Key: string;
}

/**
 * An upload, in parts where it is large. The object comes into being when it is published, complete.
 *
 * This is not lib-storage's Upload, which makes the object when its stream ends: the archives of a run get their names
 * together. Its methods throw what the SDK throws.
 */
export class Upload implements Draft {
  readonly #connection: Connection;
  readonly #target: Target;
  #id: Promise<string> | undefined;
  #pieces: Buffer[] = [];
  #held = 0;
  #bytes = 0;
  #number = 0;
  readonly #parts: CompletedPart[] = [];
  readonly #sending = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(connection: Connection, target: Target) {
    this.#connection = connection;
    this.#target = target;
  }

  write(bytes: Uint8Array): void {
    this.#pieces.push(Buffer.from(bytes));
    this.#held += bytes.length;
    this.#bytes += bytes.length;
    if (this.#held >= this.#partSize) this.#send();
  }

  async ready(): Promise<void> {
    while (this.#sending.size >= IN_FLIGHT) await Promise.race(this.#sending);
    this.#check();
  }

  close(): void {
    if (this.#held > (this.#number > 0 ? 0 : SMALL)) this.#send();
  }

  async done(): Promise<void> {
    await Promise.all(this.#sending);
    this.#check();
  }

  /** Makes the object. */
  async publish(): Promise<void> {
    const { sdk, client } = this.#connection;
    if (this.#id === undefined)
      return void (await client.send(new sdk.PutObjectCommand({ ...this.#target, Body: this.#takeHeld() })));
    const UploadId = await this.#id;
    try {
      await client.send(
        new sdk.CompleteMultipartUploadCommand({ ...this.#target, UploadId, MultipartUpload: { Parts: this.#parts } }),
      );
    } catch (error) {
      // An answer that was lost makes the next try fail, though the object is there.
      if ((error as Error).name !== 'NoSuchUpload' || !(await this.#isThere())) throw error;
    }
  }

  async #isThere(): Promise<boolean> {
    const { sdk, client } = this.#connection;
    const { ContentLength } = await client.send(new sdk.HeadObjectCommand(this.#target));
    return ContentLength === this.#bytes;
  }

  /** Gives the upload up; the store keeps nothing of it. */
  async abort(): Promise<void> {
    if (this.#id === undefined) return;
    // A part that arrives after the end of its upload would stay, and be paid for.
    await Promise.all(this.#sending);
    const { sdk, client } = this.#connection;
    const id = await this.#id.catch(() => undefined);
    if (id !== undefined) await client.send(new sdk.AbortMultipartUploadCommand({ ...this.#target, UploadId: id }));
  }

  get #partSize(): number {
    return PART * 2 ** Math.floor(this.#number / PARTS_OF_A_SIZE);
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error;
  }

  #takeHeld(): Buffer {
    const body = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#held = 0;
    return body;
  }

  /** Sends what is held as the next part. What goes wrong is told by the next `ready` or `done`. */
  #send(): void {
    const body = this.#takeHeld();
    this.#number += 1;
    const sent: Promise<void> = this.#sendPart(body, this.#number)
      .catch((error: unknown) => void (this.#failure ??= { error }))
      .finally(() => this.#sending.delete(sent));
    this.#sending.add(sent);
  }

  async #sendPart(body: Buffer, number: number): Promise<void> {
    const { sdk, client } = this.#connection;
    const UploadId = await (this.#id ??= this.#begin());
    const { ETag } = await client.send(
      new sdk.UploadPartCommand({ ...this.#target, UploadId, PartNumber: number, Body: body }),
    );
    this.#parts[number - 1] = { ETag, PartNumber: number };
  }

  async #begin(): Promise<string> {
    const { sdk, client } = this.#connection;
    const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(this.#target));
    return UploadId!;
  }
}
