import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBucketAddress } from './address.ts';
import { FolderStore } from './folder.ts';
import { storeOf } from './open-store.ts';
import { copy } from './store.ts';

/**
 * A file of the file system with the bytes at an address, for those who read here and there: of an object in a bucket it is
 * a copy, in a temporary folder.
 *
 * @param use is given its path; when that is over, the copy is gone
 * @throws what the bucket or node:fs throws
 */
export async function withFile<T>(address: string, use: (path: string) => Promise<T>): Promise<T> {
  if (!isBucketAddress(address)) return use(address);
  const { store, name } = await storeOf(address);
  const folder = mkdtempSync(join(tmpdir(), 'edxgen-'));
  try {
    const to = new FolderStore(folder);
    await copy(store, to, name);
    await to.publish(name);
    return await use(to.path(name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
