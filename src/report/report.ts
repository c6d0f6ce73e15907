import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { readFaults, readManifest } from './beside.ts';
import type { Report } from './page/page.ts';
import { gather, type GatherOptions } from './statistics/gather.ts';
import { summarize } from './statistics/summarize.ts';
import { readTruth } from './truth.ts';

/** The file of labels that a run with faults leaves beside its archives. */
export const LABELS = 'faults.jsonl';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The folder that paths name, if they name one alone. */
export const folderOf = (paths: readonly string[]): string | undefined => (paths.length === 1 && isFolder(paths[0]!) ? paths[0] : undefined);

const titleOf = (paths: readonly string[]): string =>
  paths.map((path) => (path === '-' ? 'standard input' : basename(resolve(path)))).join(', ');

/**
 * Reads logs of any packing once, and what a run left beside them.
 *
 * @param paths tars, gzip files, log files, folders of them, or `-` for standard input
 * @throws ReadError when a path cannot be read or leads to no log
 */
export async function readReport(paths: readonly string[], options?: GatherOptions): Promise<Report> {
  const folder = folderOf(paths);
  const labels = folder === undefined ? undefined : join(folder, LABELS);
  const summary = summarize(await gather(paths, options));
  const manifest = folder === undefined ? undefined : await readManifest(join(folder, 'manifest.json'));
  /** What is told of a folder must not depend on where it lies. */
  const within = (path: string): string => (folder === undefined ? path : relative(folder, path));
  return {
    title: titleOf(paths),
    summary: {
      ...summary,
      files: summary.files.map((file) => ({ ...file, path: within(file.path) })),
      problems: summary.problems.map((problem) => ({ ...problem, file: within(problem.file) })),
    },
    manifest,
    truth: folder === undefined ? undefined : await readTruth(folder, manifest),
    faults: labels !== undefined && existsSync(labels) ? await readFaults(labels) : undefined,
  };
}
