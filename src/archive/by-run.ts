/** A file to read, and the run it is of: the nearest folder around it that holds a manifest, or what was named. */
export interface FoundFile {
  readonly path: string;
  readonly run: string;
}

/** The folder of a file, or of an object in a bucket; empty for the present one. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path by which what native installs have cut off a file comes before it. */
const inTime = (path: string): string => path.replace(/tracking\.log(?=-\d{8}-\d{9,12}(\.gz)?$)/, 'tracking.lo');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Files with the runs they are of, run by run.
 *
 * @param runs folders that hold a manifest
 * @param root the folder they were found in, which was named otherwise, perhaps
 */
export function byRun(files: readonly string[], runs: ReadonlySet<string>, root: string, named: string): FoundFile[] {
  const runOf = (path: string): string => {
    let folder = folderOf(path);
    while (folder.length > root.length && !runs.has(folder)) folder = folderOf(folder);
    return folder.length > root.length ? folder : named;
  };
  return files
    .map((path) => ({ path, run: runOf(path) }))
    .sort((a, b) => compare(a.run, b.run) || compare(inTime(a.path), inTime(b.path)));
}
