import { mapConcurrent, type HashedFile, type Store } from '../../src/store/store.ts';
import { FAULT_LABELS, labelsPiece } from '../../src/archive/file-names.ts';
import { concatenate } from '../../src/store/json-lines.ts';

/**
 * Puts the labels of each server one after the other into one file, a draft of the store that holds them.
 *
 * @returns the draft, and how many labels there are
 */
export async function gatherLabels(store: Store, servers: readonly string[]): Promise<HashedFile & { lines: number }> {
  // A server has none where faults were named, and none of them chose it.
  const pieces = (await mapConcurrent(servers.map(labelsPiece), (name) => store.find(name))).flatMap(
    (found) => found?.name ?? [],
  );
  return {
    name: FAULT_LABELS,
    ...(await concatenate(
      pieces.map((name) => store.read(name)),
      store.draft(FAULT_LABELS),
    )),
  };
}
