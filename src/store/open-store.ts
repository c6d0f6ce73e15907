import { formatAddress, isBucketAddress, parseAddress } from './address.ts';
import type { Store } from './store.ts';

/**
 * The store at an address.
 *
 * @param signal stops what is being read, which throws its reason
 * @throws UserError when the address is none, or what it takes to reach it is not installed
 */
export async function openStore(address: string, signal?: AbortSignal): Promise<Store> {
  if (!isBucketAddress(address)) {
    const { FolderStore } = await import('./folder.ts');
    return new FolderStore(address, signal);
  }
  const { BucketStore } = await import('./bucket.ts');
  return BucketStore.open(address, signal);
}

/** The store that a file lies in, and its name there, which is empty where a bucket's prefix is meant, or a bucket. */
export async function storeOf(address: string): Promise<{ store: Store; name: string }> {
  const full = isBucketAddress(address) ? formatAddress(parseAddress(address)) : address;
  const end = full.lastIndexOf('/') + 1;
  return { store: await openStore(full.slice(0, end) || '.'), name: full.slice(end) };
}
