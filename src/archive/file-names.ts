/** The names of the files of a run. */
import { basename } from 'node:path';
import { nameOfDraft } from '../store/folder.ts';

export const MANIFEST = 'manifest.json';

/** Labels of all faults. */
export const FAULT_LABELS = 'faults.jsonl';

/** The truth about a run [docs/truth.md], and the folder of its large parts. */
export const TRUTH = 'truth.json';
export const TRUTH_FOLDER = 'truth';

/** The page about a run, when one is asked for. */
export const REPORT = 'report.html';

/** A server's archive. */
export const archiveName = (server: string): string => `${server}.tar`;

const SERVER = /^prod-(edx(app)?|worker)-\d{3}$/;
const ARCHIVE = /\.(tar|tar\.gz|tgz)$/;

/** Whether a name is that of a server. */
export const isServer = (name: string): boolean => SERVER.test(name);

/** The server whose archive a file is, by its name. */
export function archiveServer(path: string): string | undefined {
  const name = basename(path).replace(ARCHIVE, '');
  return isServer(name) ? name : undefined;
}

/** Parts of the truth that pools write while they run. */
export const STREAMED = ['learners', 'sessions', 'watching'] as const;

/** The files of a run's truth. */
export const TRUTH_FILES: readonly string[] = [
  TRUTH,
  ...[...STREAMED, 'problems', 'videos'].map((part) => `${TRUTH_FOLDER}/${part}.jsonl`),
];

/** What may stand beside the archives and the manifest. */
export const BESIDE: readonly string[] = [FAULT_LABELS, ...TRUTH_FILES, REPORT];

/** What runs work with until they are complete: hidden, so that nobody takes it for logs. */
export const WORK = '.parts/';

/** In a folder a run is made whole here before it takes its place; the name is its writer's own. */
export const stagingOf = (writer: string): string => `${WORK}next-${writer.slice(0, 8)}/`;

/** Here the files of an earlier run go when a new one takes its place, one after the other; when all are there, the folder gets its other name. */
export const LEAVING = `${WORK}leaving/`;
export const EARLIER = `${WORK}earlier/`;

/** What run it is that is made there. */
export const RUN_LOCK = `${WORK}run.json`;

/** A pool, by index, in names of files. */
const poolName = (pool: number): string => `pool-${String(pool + 1).padStart(3, '0')}`;

/** What a pool has written, when it is complete. */
export const recordName = (pool: number): string => `${WORK}${poolName(pool)}.json`;

/** A pool's share of a large part of the truth. */
export const truthPiece = (pool: number, part: string): string => `${WORK}${poolName(pool)}.${part}.jsonl`;

/** The labels of a server's faults. */
export const labelsPiece = (server: string): string => `${WORK}${server}.${FAULT_LABELS}`;

/** Whether a file says that a pool is complete. */
export const isRecord = (name: string): boolean => /\/pool-\d+\.json$/.test(name);

const isArchive = (name: string): boolean => archiveName(archiveServer(name) ?? '') === name;

/** Whether a whole run may have a file of the name. All names that are read from a file must be such ones. */
export const isOfRun = (name: string): boolean => name === MANIFEST || BESIDE.includes(name) || isArchive(name);

const STEPS = /^(?:next-[0-9a-f]{8}|leaving|earlier)\/(.+)$/s;
const PIECE = new RegExp(`^(?:run\\.json|pool-\\d{3,6}\\.json|pool-\\d{3,6}\\.(?:${STREAMED.join('|')})\\.jsonl)$`);

/** Whether a file is one that runs work with. */
export function isWork(name: string): boolean {
  if (!name.startsWith(WORK)) return false;
  const rest = name.slice(WORK.length);
  const inside = STEPS.exec(rest)?.[1];
  if (inside !== undefined) return isRunFile(nameOfDraft(inside) ?? inside);
  return (
    PIECE.test(rest) ||
    [`.${FAULT_LABELS}`, '.clean', '.whole'].some(
      (end) => rest.endsWith(end) && isArchive(archiveName(rest.slice(0, -end.length).replace(/\.tar$/, ''))),
    )
  );
}

/** Whether a file is one that some run writes. */
export const isRunFile = (name: string): boolean => isOfRun(name) || isWork(name);
