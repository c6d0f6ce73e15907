import { statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { FAULT_LABELS, INCIDENTS_TRUTH } from '../archive/file-names.ts';
import { isBucketAddress } from '../store/address.ts';
import { openStore, storeOf } from '../store/open-store.ts';
import { readManifest, type RunManifest } from '../validation/run-manifest.ts';
import { readIncidents } from './incidents.ts';
import { readFaults } from './run-artifacts.ts';
import type { Report } from './page/page.ts';
import { gather, type GatherOptions } from './statistics/gather.ts';
import { summarize } from './statistics/summarize.ts';
import { readTruth } from './truth.ts';

async function isFolder(path: string): Promise<boolean> {
  if (!isBucketAddress(path)) return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const { store, name } = await storeOf(path);
  return name === '' || !(await store.find(name));
}

/** The folder that paths name, or the prefix in a bucket, if they name one alone. */
export const folderOf = async (paths: readonly string[]): Promise<string | undefined> =>
  paths.length === 1 && paths[0] !== '-' && (await isFolder(paths[0]!)) ? paths[0] : undefined;

/** A run's title is its seed: where the run lies is no matter of its files, and the page is one of them. */
const runTitle = ({ options: { seed } }: RunManifest): string =>
  typeof seed === 'string' ? `run of the seed ${seed}` : 'run';

const titleOf = (paths: readonly string[]): string =>
  paths
    .map((path) => (path === '-' ? 'standard input' : basename(isBucketAddress(path) ? path : resolve(path))))
    .join(', ');

/** A path of a file in a folder, from there. */
const within = (folder: string, path: string): string =>
  isBucketAddress(folder)
    ? path.slice(folder.endsWith('/') ? folder.length : folder.length + 1)
    : relative(folder, path);

interface ReportOptions extends GatherOptions {
  /** What the manifest of a run will say that is not written yet. */
  readonly manifest?: RunManifest | undefined;
}

/**
 * Reads logs of any packing once, and what a run left beside them.
 *
 * @param paths tars, gzip files, log files, folders of them, or `-` for standard input
 * @throws ReadError when a path cannot be read or leads to no log
 */
export async function readReport(
  paths: readonly string[],
  { manifest: coming, ...options }: ReportOptions = {},
): Promise<Report> {
  const folder = await folderOf(paths);
  const store = folder === undefined ? undefined : await openStore(folder);
  const summary = summarize(await gather(paths, options));
  const manifest = coming ?? (store && (await readManifest(store)));
  /** What is told of a folder must not depend on where it lies. */
  const inside = (path: string): string => (folder === undefined ? path : within(folder, path));
  return {
    title: manifest ? runTitle(manifest) : titleOf(paths),
    summary: {
      ...summary,
      files: summary.files.map((file) => ({ ...file, path: inside(file.path) })),
      problems: summary.problems.map((problem) => ({ ...problem, file: inside(problem.file) })),
    },
    manifest,
    truth: store && (await readTruth(store, manifest)),
    incidents: (await store?.find(INCIDENTS_TRUTH)) ? await readIncidents(store!.path(INCIDENTS_TRUTH)) : [],
    faults: (await store?.find(FAULT_LABELS)) ? await readFaults(store!.path(FAULT_LABELS)) : undefined,
  };
}
