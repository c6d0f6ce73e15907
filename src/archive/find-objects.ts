import { archiveServer, MANIFEST } from './file-names.ts';
import { openStore, storeOf } from '../store/open-store.ts';
import { byRun, folderOf, type FoundFile } from './by-run.ts';
import { isLogFolder, isLogName } from './log-file.ts';

/** Whether an object found under a prefix is to be read, by the part of its key after the prefix. */
function isWanted(name: string): boolean {
  const parts = name.split('/');
  return parts.slice(0, -1).every(isLogFolder) && isLogName(parts.at(-1)!);
}

/**
 * Finds the objects to read at an address of a bucket: the object itself, or what has a log's name under the prefix, in the
 * order of their keys by code unit.
 *
 * @throws UserError when the bucket cannot be read
 */
export async function findObjects(address: string): Promise<FoundFile[]> {
  const { store, name } = await storeOf(address);
  if (name !== '' && (await store.find(name)))
    return [{ path: address, run: archiveServer(address) === undefined ? address : folderOf(address) }];
  const files: string[] = [];
  const prefix = await openStore(address);
  const runs = new Set<string>();
  for await (const { name: found } of prefix.list()) {
    if (isWanted(found)) files.push(prefix.path(found));
    if (found === MANIFEST || found.endsWith(`/${MANIFEST}`)) runs.add(folderOf(prefix.path(found)));
  }
  return byRun(files, runs, folderOf(prefix.path(MANIFEST)), address);
}
