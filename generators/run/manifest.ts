import type { ServerArchive } from '../../src/archive/write-server.ts';
import { formatInstant } from '../../src/base/time.ts';
import { TIME_FORMATS } from '../../src/line/encode.ts';
import { DIALECTS, PACKAGINGS, type Dialect, type Packaging } from '../../src/spec/index.ts';
import type { HashedFile, Store } from '../../src/store/store.ts';
import { VERSION } from '../../src/base/version.ts';
import { COMPRESSIONS, RUN_DEFAULTS } from './defaults.ts';
import { archiveServer, archiveName, ARTIFACTS, logOfFile, MANIFEST } from '../../src/archive/file-names.ts';
import type { GenerateOptions } from './options.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { isCount, isEach, isHash, isHashedFile, isList, isObject, isOptions, isText } from '../../src/base/shape.ts';
import { readOwn } from './read-own.ts';
import type { PoolResult } from './run-pool.ts';

/** Manifest of a run, `manifest.json`: its options, totals, archives and files. */
export interface Manifest {
  /** Version of edxgen that wrote the run. */
  readonly edxgen: string;
  readonly dialect: Dialect;
  readonly seed: string;
  /** Every option that the bytes depend on, as resolved. */
  readonly options: Readonly<Record<string, string | number | boolean | null>>;
  readonly totals: {
    readonly lines: number;
    /** Of the uncompressed files. */
    readonly bytes: number;
    /** Usernames in the lines. */
    readonly learners: number;
    /** Session keys in the lines. */
    readonly sessions: number;
    /** Labels in faults.jsonl. What the lines hold is counted above as if there were none, but for lines and bytes. */
    readonly faults: number;
    readonly byEventType: Readonly<Record<string, number>>;
  };
  /** Files beside the archives: labels, ground truth, HTML report. Manifests of version 0.1 lack it. */
  readonly files?: readonly HashedFile[];
  /** Hash of faults.jsonl, in manifests of version 0.1. */
  readonly labels?: { readonly sha256: string };
  /** A server and its tar; or, where all write to one log, that log and a file of it: there are as many as there are files. */
  readonly servers: readonly {
    readonly name: string;
    readonly archive: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly files: readonly {
      readonly name: string;
      readonly lines: number;
      /** Of the uncompressed text, like its hash. */
      readonly bytes: number;
      readonly sha256: string;
      /** Times of the first and the last line. */
      readonly first: string;
      readonly last: string;
    }[];
  }[];
}

const add = (a: number, b: number): number => a + b;

function byEventType(results: readonly PoolResult[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const result of results) {
    for (const [type, lines] of Object.entries(result.byEventType)) counts.set(type, (counts.get(type) ?? 0) + lines);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function serversOf(dialect: Dialect, archives: readonly ServerArchive[]): Manifest['servers'] {
  const format = TIME_FORMATS[dialect];
  return archives.map(({ server, name, archive: { bytes, sha256, files } }) => ({
    name: server,
    archive: name,
    bytes,
    sha256,
    files: files.map((file) => ({ ...file, first: format(file.first), last: format(file.last) })),
  }));
}

/** Totals over all daily files. */
function sizeOf(servers: Manifest['servers']): { lines: number; bytes: number } {
  const files = servers.flatMap((server) => server.files);
  return {
    lines: files.map(({ lines }) => lines).reduce(add, 0),
    bytes: files.map(({ bytes }) => bytes).reduce(add, 0),
  };
}

const GZIP_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const isFile = (value: unknown): boolean => isHashedFile(value) && isCount(value['lines']);

const isDailyFile = (value: unknown): boolean =>
  isFile(value) && /^tracking\.log-\d{8}(\.gz)?$/.test((value as HashedFile).name);

/** Whether a value is a server's entry, as far as it is read back; its name becomes that of a file. */
const isServerEntry = (value: unknown): boolean =>
  isHashedFile(value) &&
  archiveServer(value.name) === value.name &&
  value['archive'] === archiveName(value.name) &&
  isList(value['files'], isDailyFile);

/** The same of a file of a log that all servers write to. */
function isLogEntry(value: unknown): boolean {
  if (!isHashedFile(value) || !isText(value['archive']) || !isList(value['files'], isFile)) return false;
  const { name, archive, files } = value as unknown as Manifest['servers'][number];
  return (
    logOfFile(archive) === name &&
    files.length <= 1 &&
    files.every((file) => file.name === archive.replace(/\.gpg$/, ''))
  );
}

/** How a run is packed, by its options; manifests of earlier versions do not say. */
export const packagingOf = (options: Manifest['options']): Packaging =>
  PACKAGINGS.find((known) => known === options['packaging']) ?? 'tar';

/** Whether entries are of all servers, or of the files of logs. */
const isServers = (servers: unknown, options: Manifest['options']): boolean =>
  packagingOf(options) === 'tar'
    ? isList(servers, isServerEntry) &&
      areDistinct(servers, 'name') &&
      // The fleets of a site are renewed, and grow; so does that of a course, by an incident.
      (options['servers'] === servers.length ||
        ((isText(options['site']) || isText(options['incident'])) && Number(options['servers']) < servers.length))
    : isList(servers, isLogEntry) && areDistinct(servers, 'archive');

/** Whether options say how archives were packed. */
const isPacking = (options: Readonly<Record<string, unknown>>): boolean =>
  COMPRESSIONS.some((name) => name === options['compress']) &&
  (options['compress'] === 'none' || GZIP_LEVELS.includes(options['gzipLevel'] as number));

const isTotals = (value: unknown): boolean =>
  isObject(value) &&
  ['lines', 'bytes', 'learners', 'sessions', 'faults'].every((name) => isCount(value[name])) &&
  isEach(value['byEventType'], isCount);

const areDistinct = (values: readonly unknown[], by: 'name' | 'archive'): boolean =>
  new Set((values as Record<typeof by, string>[]).map((value) => value[by])).size === values.length;

/** Whether a value is a manifest, as far as one can be read back. Every name in it is that of a file of a run. */
export function isManifest(value: unknown): value is Manifest {
  if (!isObject(value)) return false;
  const { edxgen, dialect, seed, options, totals, files = [], labels, servers } = value;
  return (
    isText(edxgen) &&
    isText(seed) &&
    DIALECTS.includes(dialect as Dialect) &&
    isOptions(options) &&
    isPacking(options) &&
    isTotals(totals) &&
    isList(files, (file) => isHashedFile(file) && ARTIFACTS.includes(file.name)) &&
    areDistinct(files, 'name') &&
    (labels === undefined || (isObject(labels) && isHash(labels['sha256']))) &&
    isServers(servers, options)
  );
}

/** A run's manifest; undefined where there is none. */
export const readManifest = (store: Store, name = MANIFEST): Promise<Manifest | undefined> =>
  readOwn(store, name, isManifest);

/** Bytes of a file of JSON. */
export const jsonBytes = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** The files of a run, the manifest last. One of version 0.1 may have any that stand beside the archives. */
export const filesOf = ({ servers, files }: Manifest): string[] => [
  ...servers.map(({ archive }) => archive),
  ...(files?.map(({ name }) => name) ?? ARTIFACTS),
  MANIFEST,
];

/** Entry of a file beside the archives; undefined when the manifest does not name it. */
export const fileIn = ({ files }: Manifest, name: string): HashedFile | undefined =>
  files?.find((file) => file.name === name);

/** Manifest with the entry of a file added or replaced. */
export const withFile = (manifest: Manifest, file: HashedFile): Manifest => ({
  ...manifest,
  files: [...(manifest.files ?? []).filter(({ name }) => name !== file.name), file],
});

/** The manifest of a run whose faults have been undone. */
export function cleanManifest(
  { edxgen, dialect, seed, options, totals }: Manifest,
  archives: readonly ServerArchive[],
  files: readonly HashedFile[],
): Manifest {
  const servers = serversOf(dialect, archives);
  return {
    edxgen,
    dialect,
    seed,
    options: { ...options, faults: 0, fault: null },
    totals: { ...totals, ...sizeOf(servers), faults: 0 },
    files,
    servers,
  };
}

/** Every option that the bytes of a run depend on, as resolved. */
export function optionsOf(plan: PackedPlan, options: GenerateOptions): Manifest['options'] {
  const { users, days, seed, start, servers, dialect, loadable, spice, heartbeats, prefix, packaging, compress } = plan;
  const { rate, counts } = plan.faults;
  return {
    users,
    days,
    seed,
    start: formatInstant(start).slice(0, 10),
    servers,
    dialect,
    loadable,
    spice,
    heartbeats,
    prefix,
    packaging,
    course: options.course ?? null,
    preset:
      options.behaviour === undefined && options.site === undefined ? (options.preset ?? RUN_DEFAULTS.preset) : null,
    behaviour: options.behaviour ?? null,
    ...(options.site !== undefined && { site: options.site, org: options.org ?? null }),
    ...(options.incident && { incident: options.incident.join(' ') }),
    compress,
    gzipLevel: compress === 'none' ? null : plan.gzipLevel,
    ...(plan.gpgRecipient !== undefined && { gpgRecipient: plan.gpgRecipient }),
    faults: options.faults === undefined && counts.length > 0 ? null : rate,
    fault: rate > 0 || counts.length > 0 ? (options.fault?.join(',') ?? null) : null,
  };
}

/**
 * The manifest of a run.
 *
 * @param options as {@link optionsOf} gives them
 * @param faults how many labels there are
 * @param files what stands beside the archives
 */
export function manifestOf(
  { seed, dialect }: PackedPlan,
  options: Manifest['options'],
  results: readonly PoolResult[],
  archives: readonly ServerArchive[],
  faults: number,
  files: readonly HashedFile[],
): Manifest {
  const servers = serversOf(dialect, archives);
  return {
    edxgen: VERSION,
    dialect,
    seed,
    options,
    totals: {
      ...sizeOf(servers),
      learners: results.map(({ learners }) => learners).reduce(add, 0),
      sessions: results.map(({ sessions }) => sessions).reduce(add, 0),
      faults,
      byEventType: byEventType(results),
    },
    files,
    servers,
  };
}
