/** The names of the files of a run. */
import { basename } from 'node:path';
import { nameOfDraft } from '../store/folder.ts';

export const MANIFEST = 'manifest.json';

/** Labels of all faults. */
export const FAULT_LABELS = 'faults.jsonl';

/** Ground truth of a run [docs/truth.md], and the folder of its large files. */
export const TRUTH = 'truth.json';
export const TRUTH_FOLDER = 'truth';

/** HTML report of a run, when one is asked for. */
export const REPORT = 'report.html';

/** The log of a site whose servers all write to one: it stands in files, not in tars. */
export const SITE_LOG = 'lms';

/** A server's archive. */
export const archiveName = (server: string): string => `${server}.tar`;

const SITE_FILE = /^tracking\.log(-\d{8}-\d{9,12})?(\.gz)?$/;
const PACKAGE_FILE = /^([\w.-]+)-(?:prod|edge)-events-\d{4}-\d\d-\d\d\.log(\.gz)?(\.gpg)?$/;

/** The log that a file is of which all servers write to, by the file’s name: the site's, or an organisation's. */
export const logOfFile = (name: string): string | undefined =>
  SITE_FILE.test(name) ? SITE_LOG : PACKAGE_FILE.exec(name)?.[1];

const SERVER = /^prod-(edx(app)?|edge|worker)-\d{3}$/;
const ARCHIVE = /\.(tar|tar\.gz|tgz)$/;

/** Whether a name is that of a server. */
export const isServer = (name: string): boolean => SERVER.test(name);

/** The server whose archive a file is, by its name. */
export function archiveServer(path: string): string | undefined {
  const name = basename(path).replace(ARCHIVE, '');
  return isServer(name) ? name : undefined;
}

/** Files of the ground truth that pools write while they are simulated. */
export const STREAMED = ['learners', 'sessions', 'watching', 'guesses', 'clients'] as const;
export type Streamed = (typeof STREAMED)[number];

/** The files of a run's truth. */
export const TRUTH_FILES: readonly string[] = [
  TRUTH,
  ...[...STREAMED, 'problems', 'videos'].map((part) => `${TRUTH_FOLDER}/${part}.jsonl`),
];

/** What went wrong in a run, and lines that are missing because of it; where there were any incidents [docs/incidents.md]. */
export const INCIDENTS_TRUTH = `${TRUTH_FOLDER}/incidents.jsonl`;
export const MISSING_TRUTH = `${TRUTH_FOLDER}/missing.jsonl`;

/** Part of a pool's pieces that holds its notes of incidents. */
export const NOTES = 'incidents';

/** Files that a run may hold beside its archives and the manifest. */
export const ARTIFACTS: readonly string[] = [FAULT_LABELS, ...TRUTH_FILES, INCIDENTS_TRUTH, MISSING_TRUTH, REPORT];

/** Folder of the working files of a run that is not complete; hidden, so that nobody takes them for logs. */
export const WORK = '.parts/';

/** Folder in which a run is completed before its files are moved to where they are published; the writer's id is part of its name. */
export const stagingOf = (writer: string): string => `${WORK}next-${writer.slice(0, 8)}/`;

/** Folder of the files of a run that is being replaced: LEAVING while they are moved there one by one, EARLIER when all of them are there. */
export const LEAVING = `${WORK}leaving/`;
export const EARLIER = `${WORK}earlier/`;

/** Lock of a run that is not complete; names its version and its options. */
export const RUN_LOCK = `${WORK}run.json`;

/** Pool in names of files: its index, counted from 1. */
const poolName = (pool: number): string => `pool-${String(pool + 1).padStart(3, '0')}`;

/** Record of a pool, written when all of its files are. */
export const recordName = (pool: number): string => `${WORK}${poolName(pool)}.json`;

/** Piece of a file of the ground truth: what one pool has written of it. */
export const truthPiece = (pool: number, part: string): string => `${WORK}${poolName(pool)}.${part}.jsonl`;

/** Piece of the logs that all servers write to: the lines of one pool. */
export const linesPiece = (pool: number): string => `${WORK}${poolName(pool)}.lines`;

/** Piece of the labels: those of one server's log, or of one that all write to. */
export const labelsPiece = (log: string): string => `${WORK}${log}.${FAULT_LABELS}`;

/** Whether a file is the record of a pool. */
export const isRecord = (name: string): boolean => /\/pool-\d+\.json$/.test(name);

const isArchive = (name: string): boolean => archiveName(archiveServer(name) ?? '') === name;

/** Whether a name is that of a server's archive, or of a file of a log that all servers write to. */
export const isLogArchive = (name: string): boolean => isArchive(name) || logOfFile(name) !== undefined;

/** Whether a complete run may hold a file of the name. Names that are read from a file are checked by it. */
export const isOfRun = (name: string): boolean => name === MANIFEST || ARTIFACTS.includes(name) || isLogArchive(name);

const STEPS = /^(?:next-[0-9a-f]{8}|leaving|earlier)\/(.+)$/s;
const PIECE = new RegExp(
  `^(?:run\\.json|pool-\\d{3,6}\\.json|pool-\\d{3,6}\\.lines|pool-\\d{3,6}\\.(?:${[...STREAMED, NOTES].join('|')})\\.jsonl)$`,
);
const LABELS = new RegExp(`^[\\w.-]+\\.${FAULT_LABELS}$`);

/** Whether a file is a working file of a run. */
export function isWork(name: string): boolean {
  if (!name.startsWith(WORK)) return false;
  const rest = name.slice(WORK.length);
  const inside = STEPS.exec(rest)?.[1];
  if (inside !== undefined) return isRunFile(nameOfDraft(inside) ?? inside);
  return (
    PIECE.test(rest) ||
    LABELS.test(rest) ||
    ['.clean', '.whole'].some((end) => rest.endsWith(end) && isArchive(rest.slice(0, -end.length)))
  );
}

/** Whether a file is one that a run writes: to keep, or to work with. */
export const isRunFile = (name: string): boolean => isOfRun(name) || isWork(name);
