import { hash, stream } from '../../src/base/random/index.ts';
import { option, optionError, type OptionError } from '../../src/base/user-error.ts';
import type { FileFault, FileInfo } from './fault.ts';
import type { FileTask } from './file-fault-log.ts';

/** A log and its files. */
export interface LogFiles {
  readonly server: string;
  readonly files: readonly FileInfo[];
}

/** Items in an order that the seed decides. */
export function shuffled<T>(seed: string, word: string, items: readonly T[]): T[] {
  const ranked = items.map((item, index) => ({ item, index, rank: hash(seed, word, index) }));
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ item }) => item);
}

/** Error of an operator that finds too few files or archives. */
export const tooFew = (id: string, count: number, found: number, what: string): OptionError =>
  optionError`${option('fault')} ${id}=${count}: ${found === 0 ? `no ${what} is left for it` : `only ${found} ${what}s are left for it`}; ask for fewer, or for more servers or days`;

/**
 * Chooses daily files for operators that act on whole ones; no file is chosen twice.
 *
 * @returns the tasks by server
 * @throws UserError when there are not enough files
 */
export function chooseFiles(
  seed: string,
  wanted: readonly (readonly [FileFault, number])[],
  servers: readonly LogFiles[],
): Map<string, FileTask[]> {
  const tasks = new Map<string, FileTask[]>(servers.map(({ server }) => [server, []]));
  const taken = new Set<FileInfo>();
  const runs = wanted.toSorted(([a], [b]) => b.files - a.files);
  for (const [fault, count] of runs) {
    const windows = servers.flatMap(({ server, files }) =>
      files
        .slice(0, files.length - fault.files + 1)
        .map((_, index) => ({ server, files: files.slice(index, index + fault.files) })),
    );
    let found = 0;
    for (const { server, files } of shuffled(seed, fault.id, windows)) {
      if (found === count) break;
      const breaker = files.some((file) => taken.has(file))
        ? undefined
        : fault.begin(files, stream(seed, 'fault', fault.id, server, files[0]!.name));
      if (!breaker) continue;
      for (const file of files) taken.add(file);
      tasks.get(server)!.push({ fault, breaker, files: files.map(({ name }) => name) });
      found += 1;
    }
    if (found < count) throw tooFew(fault.id, count, found, fault.files === 1 ? 'daily file' : 'pair of daily files');
  }
  return tasks;
}
