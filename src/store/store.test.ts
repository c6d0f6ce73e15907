/** What holds of files in a folder and in a bucket alike, and what only a bucket does. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../base/user-error.ts';
import { mapConcurrent, copy, draftWhole, readWhole, writeWhole, type Store } from './store.ts';
import { makeBucket, type Bucket } from './bucket.test.support.ts';
import { withFile } from './spool.ts';
import { openStore, storeOf } from './open-store.ts';
import { startSwift, type Swift } from './swift.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const MIB = 2 ** 20;

/** Bytes that no compression and no repetition makes fewer. */
const noise = (length: number): Buffer =>
  Buffer.from(Uint32Array.from({ length: length / 4 }, (_, n) => Math.imul(n + 1, 2654435761)).buffer);

let swift: Swift;
let bucket: Bucket;
const folder = temporaryFolder();
beforeAll(async () => {
  swift = await startSwift();
  Object.assign(process.env, swift.env);
  bucket = await makeBucket(swift, 'store');
});
afterAll(async () => {
  await swift?.stop();
});

const namesIn = async (store: Store): Promise<string[]> => {
  const names: string[] = [];
  for await (const { name } of store.list()) names.push(name);
  return names;
};

const KINDS = ['folder', 'bucket'] as const;
let stores = 0;
const fresh = async (kind: (typeof KINDS)[number]): Promise<Store> => {
  stores += 1;
  const store = await openStore(kind === 'folder' ? join(folder, `${stores}`) : `s3://store/${stores}/`);
  await store.prepare();
  return store;
};

describe.each(KINDS)('in a %s', (kind) => {
  test('a file has no name before it is published, and then all its bytes', async () => {
    const store = await fresh(kind);
    const bytes = noise(20 * MIB);
    const draft = store.draft('in/big');
    for (let at = 0; at < bytes.length; at += MIB) {
      draft.write(bytes.subarray(at, at + MIB));
      await draft.ready();
    }
    draft.close();
    await draft.done();
    expect(await store.find('in/big')).toBeUndefined();
    await store.publish('in/big');
    expect(await store.find('in/big')).toEqual({ name: 'in/big', bytes: bytes.length });
    expect((await readWhole(store, 'in/big')).equals(bytes)).toBe(true);
    expect(await namesIn(store)).toEqual(['in/big']);
  });

  test.each([0, 1, 256 * 1024, 256 * 1024 + 4, 8 * MIB])(
    'a file of %i bytes is read as it was written',
    async (length) => {
      const store = await fresh(kind);
      const bytes = noise(Math.ceil(length / 4) * 4).subarray(0, length);
      await writeWhole(store, 'x', bytes);
      expect((await readWhole(store, 'x')).equals(bytes)).toBe(true);
    },
  );

  test('a file is opened when it is read', async () => {
    const store = await fresh(kind);
    const chunks = store.read('later');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeWhole(store, 'later', Buffer.from('x'));
    const parts: Buffer[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    expect(String(Buffer.concat(parts))).toBe('x');
  });

  test('a file takes the place of another, and goes', async () => {
    const store = await fresh(kind);
    await writeWhole(store, 'a', Buffer.from('one'));
    await writeWhole(store, 'a', Buffer.from('two'));
    await writeWhole(store, 'b/c', Buffer.from('three'));
    expect(String(await readWhole(store, 'a'))).toBe('two');
    await store.remove('a');
    await store.remove('b/c');
    await store.remove('b/c');
    expect(await namesIn(store)).toEqual([]);
    await expect(readWhole(store, 'a')).rejects.toThrow();
  });

  test('drafts are given up, and swept by another process', async () => {
    const store = await fresh(kind);
    const large = noise(9 * MIB);
    await draftWhole(store, 'a', large);
    await store.discard();
    await store.prepare();
    await draftWhole(store, 'mine', large);
    await draftWhole(store, 'other', large);
    await (await openStore(store.address)).sweep((name) => name === 'mine');
    expect(await store.publish('mine').catch(() => 'gone')).toBe('gone');
    await store.publish('other');
    expect(await namesIn(store)).toEqual(['other']);
    expect([await bucket.uploads(), await bucket.orphans()]).toEqual([[], []]);
  });

  test('two processes may write the same file, and the last one has it', async () => {
    const [one, other] = [
      await fresh(kind),
      await openStore(kind === 'folder' ? join(folder, `${stores}`) : `s3://store/${stores}`),
    ];
    await draftWhole(one, 'a', Buffer.from('one'));
    await draftWhole(other, 'a', Buffer.from('other'));
    await other.publish('a');
    await one.publish('a');
    expect(String(await readWhole(other, 'a'))).toBe('one');
  });

  test('a file is found by its address, and copied', async () => {
    const store = await fresh(kind);
    await writeWhole(store, 'in/a', noise(MIB));
    const { store: same, name } = await storeOf(store.path('in/a'));
    expect(await same.find(name)).toEqual({ name: 'a', bytes: MIB });
    const to = await fresh('folder');
    await copy(store, to, 'in/a');
    await to.publish('in/a');
    expect((await readWhole(to, 'in/a')).equals(noise(MIB))).toBe(true);
    expect(
      await withFile(store.path('in/a'), async (path) => (await readWhole((await storeOf(path)).store, 'a')).length),
    ).toBe(MIB);
  });
});

test.each(['s3://store', 's3://store/'])('%s is the whole bucket', async (address) => {
  const { store, name } = await storeOf(address);
  expect([store.address, name]).toEqual(['s3://store/', '']);
});

describe('a download', () => {
  const bytes = noise(64 * MIB);
  beforeAll(() => bucket.put('download/x', bytes));

  /** Reads an object, and does something when the first bytes are there. */
  async function readAnd(act: () => Promise<unknown>): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of (await openStore('s3://store/download')).read('x')) {
      if (chunks.length === 0) await act();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  test('goes on where it was when the connection was cut', async () => {
    const read = await readAnd(async () => {
      await swift.kill();
      await swift.start();
    });
    expect(read.equals(bytes)).toBe(true);
  });

  test('ends when nobody answers', async () => {
    const read = readAnd(() => swift.kill());
    await expect(read).rejects.toThrow(/^cannot read s3:\/\/store\/download\/x: nothing answers; check the network/);
    await expect(read).rejects.toThrow(UserError);
    await swift.start();
  });

  test('is never made of two objects', async () => {
    const read = readAnd(async () => {
      await swift.kill();
      await swift.start();
      await bucket.put('download/x', noise(64 * MIB).toReversed());
    });
    await expect(read).rejects.toThrow(
      'cannot read s3://store/download/x: it was changed while it was read; read it again',
    );
  });
});

describe('things are done at once', () => {
  test('with their results in order, and never more than a few', async () => {
    let now = 0;
    let most = 0;
    const results = await mapConcurrent(Array(100).keys(), async (item) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, item % 3));
      now -= 1;
      return item * 2;
    });
    expect(results).toEqual(Array.from({ length: 100 }, (_, item) => item * 2));
    expect(most).toBeLessThanOrEqual(16);
    expect(most).toBeGreaterThan(1);
  });

  test('until one fails, whose error is told when those under way are over', async () => {
    const done: number[] = [];
    const all = mapConcurrent(Array(100).keys(), async (item) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (item === 3) throw new Error('three');
      done.push(item);
    });
    await expect(all).rejects.toThrow('three');
    const { length } = done;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toHaveLength(length);
    expect(length).toBeLessThan(40);
  });
});
