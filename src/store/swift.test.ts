/** That the store which the tests of this folder are judged by is a real one, asked with Amazon's own client. */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, makeBucket, type Bucket } from './bucket.test.support.ts';
import { startSwift, type Swift } from './swift.test.support.ts';

const MIB = 2 ** 20;
const BYTES = Buffer.from(Uint32Array.from({ length: (11 * MIB) / 4 }, (_, n) => Math.imul(n + 1, 2654435761)).buffer);

let swift: Swift;
beforeAll(async () => {
  swift = await startSwift();
});
afterAll(() => swift?.stop());

/** An upload in parts of 5 MiB, neither completed nor aborted. */
async function uploadParts(
  { name: Bucket }: Bucket,
  Key: string,
): Promise<{ UploadId: string; Parts: CompletedPart[] }> {
  const client = clientOf(swift);
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const Parts: CompletedPart[] = [];
  for (let at = 0; at < BYTES.length; at += 5 * MIB) {
    const PartNumber = Parts.length + 1;
    const part = { Bucket, Key, UploadId, PartNumber, Body: BYTES.subarray(at, at + 5 * MIB) };
    Parts.push({ PartNumber, ETag: (await client.send(new UploadPartCommand(part))).ETag });
  }
  return { UploadId: UploadId!, Parts };
}

/** The name that the client gives an error. */
const nameOf = (failing: Promise<unknown>): Promise<string> =>
  failing.then(
    () => 'no error',
    (error: Error) => error.name,
  );

test('one that cannot start says what to install', async () => {
  await expect(startSwift('/usr/bin/missing')).rejects.toThrow(/apt-get install .*python3-swift[^]*missing ENOENT/);
});

test('keeps objects, and lists them', async () => {
  const bucket = await makeBucket(swift, 'objects');
  await bucket.put('a folder/ü+.txt', 'hello');
  await bucket.put('gone', 'soon');
  await bucket.delete('gone');
  expect(String(await bucket.read('a folder/ü+.txt'))).toBe('hello');
  expect(await bucket.sizes()).toEqual({ 'a folder/ü+.txt': 5 });
});

test('makes an object of parts, of which none is an orphan then', async () => {
  const bucket = await makeBucket(swift, 'parts');
  const { UploadId, Parts } = await uploadParts(bucket, 'big');
  expect(await bucket.uploads()).toEqual(['big']);
  expect(await bucket.orphans()).toHaveLength(4);
  const upload = { Bucket: bucket.name, Key: 'big', UploadId };
  await clientOf(swift).send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
  expect((await bucket.read('big')).equals(BYTES)).toBe(true);
  expect(await bucket.sizes()).toEqual({ big: BYTES.length });
  expect([await bucket.uploads(), await bucket.orphans()]).toEqual([[], []]);
});

test('an aborted upload leaves no parts', async () => {
  const bucket = await makeBucket(swift, 'aborted');
  const { UploadId } = await uploadParts(bucket, 'big');
  const upload = { Bucket: bucket.name, Key: 'big', UploadId };
  await clientOf(swift).send(new AbortMultipartUploadCommand(upload));
  expect([await bucket.uploads(), await bucket.orphans(), await bucket.sizes()]).toEqual([[], [], {}]);
  expect(await nameOf(clientOf(swift).send(new ListPartsCommand(upload)))).toBe('NoSuchUpload');
});

test('parts that an object does not have are orphans', async () => {
  const bucket = await makeBucket(swift, 'orphans');
  const { UploadId, Parts } = await uploadParts(bucket, 'big');
  const completed = { Bucket: bucket.name, Key: 'big', UploadId, MultipartUpload: { Parts: Parts.slice(0, 2) } };
  await clientOf(swift).send(new CompleteMultipartUploadCommand(completed));
  expect(await bucket.orphans()).toEqual([`big/${UploadId}/3`]);
});

test('says what is wrong', async () => {
  const { name: Bucket } = await makeBucket(swift, 'wrong');
  const list = new ListObjectsV2Command({ Bucket });
  expect(await nameOf(clientOf(swift, { ...swift, secretAccessKey: 'wrong' }).send(list))).toBe(
    'SignatureDoesNotMatch',
  );
  // Amazon says InvalidAccessKeyId; who reads this store's answer cannot tell the two apart.
  expect(await nameOf(clientOf(swift, { ...swift, accessKeyId: 'test:nobody' }).send(list))).toBe(
    'SignatureDoesNotMatch',
  );
  expect(await nameOf(clientOf(swift, swift.guest).send(list))).toBe('AccessDenied');
  expect(await nameOf(clientOf(swift).send(new ListObjectsV2Command({ Bucket: 'missing' })))).toBe('NoSuchBucket');
  expect(await nameOf(clientOf(swift).send(new PutObjectCommand({ Bucket: 'missing', Key: 'x', Body: 'x' })))).toBe(
    'NoSuchBucket',
  );
  expect(await nameOf(clientOf(swift).send(new GetObjectCommand({ Bucket, Key: 'missing' })))).toBe('NoSuchKey');
});

test('a full bucket takes no more', async () => {
  const bucket = await makeBucket(swift, 'full');
  await bucket.limit(6 * MIB);
  await bucket.put('half', BYTES.subarray(0, 3 * MIB));
  const full = { name: 'EntityTooLarge', message: 'Upload exceeds quota.', $metadata: { httpStatusCode: 400 } };
  await expect(bucket.put('more', BYTES.subarray(0, 4 * MIB))).rejects.toMatchObject(full);
  await expect(uploadParts(bucket, 'big')).rejects.toMatchObject(full);
  expect(await bucket.orphans()).toHaveLength(2);
  await bucket.limit(60 * MIB);
  await bucket.put('more', BYTES.subarray(0, 4 * MIB));
});

test('goes away in the middle of an upload, and comes back with its data', async () => {
  const bucket = await makeBucket(swift, 'away');
  await bucket.put('before', 'hello');
  await swift.pause();
  const upload = nameOf(bucket.put('during', BYTES));
  await swift.kill();
  expect(await upload).not.toBe('no error');
  await swift.start();
  expect(await bucket.sizes()).toEqual({ before: 5 });
});

test('goes on after a pause', async () => {
  const bucket = await makeBucket(swift, 'paused');
  await swift.pause();
  const upload = bucket.put('x', 'hello');
  await swift.resume();
  await upload;
  expect(await bucket.sizes()).toEqual({ x: 5 });
});
