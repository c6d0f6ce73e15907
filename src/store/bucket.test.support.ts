/** Buckets of a Swift, as somebody sees them who does not use the code under test: with Amazon's own client, or behind the S3 API. */
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Credentials, Swift } from './swift.test.support.ts';

// The client would say which versions of Node it will leave behind one day.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** Amazon's own client. */
export const clientOf = (
  { endpoint, region, ...swift }: Swift,
  { accessKeyId, secretAccessKey }: Credentials = swift,
): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

/** What the server behind the proxy lists of a container, or the parts that a manifest names. */
type Listing = { name: string }[];

/** A bucket, and what lies in it. */
export class Bucket {
  readonly name: string;
  readonly #swift: Swift;
  readonly #client: S3Client;

  constructor(swift: Swift, name: string) {
    this.name = name;
    this.#swift = swift;
    this.#client = clientOf(swift);
  }

  /** Sizes in bytes by key, of all objects. */
  async sizes(): Promise<Record<string, number>> {
    const sizes: Record<string, number> = {};
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#client }, { Bucket: this.name }))
      for (const { Key, Size } of Contents) sizes[Key!] = Size!;
    return sizes;
  }

  async read(key: string): Promise<Buffer> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.name, Key: key }));
    return Buffer.from(await Body!.transformToByteArray());
  }

  async put(key: string, bytes: Uint8Array | string): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.name, Key: key, Body: bytes }));
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.name, Key: key }));
  }

  /** Keys of the multipart uploads that were neither completed nor aborted. */
  async uploads(): Promise<string[]> {
    const { Uploads = [], IsTruncated } = await this.#client.send(
      new ListMultipartUploadsCommand({ Bucket: this.name }),
    );
    if (IsTruncated) throw new Error('more uploads than one answer holds');
    return Uploads.map(({ Key }) => Key!);
  }

  /** All keys, asked of the server behind the proxy: that is quick, for those who ask again and again. */
  keys(): Promise<string[]> {
    return this.#list(this.name);
  }

  /** What uploads have sent, finished ones too, asked in the same way: `key/upload` for an upload, `key/upload/number` for a part. */
  sent(): Promise<string[]> {
    return this.#list(this.#segments);
  }

  /** What is stored, and paid for, though no object has it, as `sent` names it. */
  async orphans(): Promise<string[]> {
    const sent = await this.sent();
    if (sent.length === 0) return [];
    const { object } = this.#swift.behind;
    const used = new Set<string>();
    for (const key of Object.keys(await this.sizes())) {
      const manifest = `${object}${this.name}/${encodeURIComponent(key)}`;
      const { headers } = await fetch(manifest, { method: 'HEAD' });
      if (!headers.has('x-static-large-object')) continue;
      for (const { name } of (await (await fetch(manifest)).json()) as Listing) used.add(name);
    }
    return sent.filter((name) => !used.has(`/${this.name}+segments/${name}`));
  }

  /** From now on the bucket, and the parts of its uploads, may take so many bytes each. */
  async limit(bytes: number): Promise<void> {
    const headers = { 'x-timestamp': (Date.now() / 1000).toFixed(5), 'x-container-meta-quota-bytes': `${bytes}` };
    for (const name of [this.name, this.#segments]) {
      const { ok, status } = await fetch(this.#swift.behind.container + name, { method: 'PUT', headers });
      if (!ok) throw new Error(`no quota for ${name}: status ${status}`);
    }
  }

  async #list(container: string): Promise<string[]> {
    const listing = await fetch(`${this.#swift.behind.container}${container}?format=json`);
    return listing.status === 404 ? [] : ((await listing.json()) as Listing).map(({ name }) => name);
  }

  /** Where the S3 API keeps parts, those of finished objects too. */
  get #segments(): string {
    return `${this.name}%2Bsegments`;
  }
}

/** Makes a bucket. */
export async function makeBucket(swift: Swift, name: string): Promise<Bucket> {
  await clientOf(swift).send(new CreateBucketCommand({ Bucket: name }));
  return new Bucket(swift, name);
}
