import { archiveServer } from '../src/archive/log-file.ts';
import type { WrittenArchive } from '../src/archive/write-server.ts';
import { formatInstant, formatIsoformat } from '../src/line/time.ts';
import { DIALECTS, type Dialect } from '../src/spec/index.ts';
import { VERSION } from '../src/version.ts';
import { COMPRESSIONS, DEFAULTS } from './defaults.ts';
import { archiveName } from './file-names.ts';
import type { GenerateOptions } from './options.ts';
import type { PackedPlan } from './simulation/plan.ts';
import type { PoolResult } from './simulation/run-pool.ts';

/** What a run has written: `manifest.json`. */
export interface Manifest {
  /** The version that wrote it. */
  readonly edxgen: string;
  readonly dialect: Dialect;
  readonly seed: string;
  /** Every option that the bytes depend on, as resolved. */
  readonly options: Readonly<Record<string, string | number | null>>;
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
  /** The hash of faults.jsonl, where there is one. */
  readonly labels?: { readonly sha256: string };
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

/** A server and its archive as it was written. */
export interface ServerArchive {
  readonly server: string;
  readonly archive: WrittenArchive;
}

function serversOf(dialect: Dialect, archives: readonly ServerArchive[]): Manifest['servers'] {
  const format = dialect === 'documented' ? formatInstant : formatIsoformat;
  return archives.map(({ server, archive: { bytes, sha256, files } }) => ({
    name: server,
    archive: archiveName(server),
    bytes,
    sha256,
    files: files.map((file) => ({ ...file, first: format(file.first), last: format(file.last) })),
  }));
}

/** What all daily files hold together. */
function sizeOf(servers: Manifest['servers']): { lines: number; bytes: number } {
  const files = servers.flatMap((server) => server.files);
  return { lines: files.map(({ lines }) => lines).reduce(add, 0), bytes: files.map(({ bytes }) => bytes).reduce(add, 0) };
}

const GZIP_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What is read back of a server; its name becomes that of a file. */
const isServerEntry = ({ name, archive }: Partial<Manifest['servers'][number]>): boolean =>
  typeof name === 'string' && archiveServer(name) === name && archive === archiveName(name);

/** Whether options say how archives were packed. */
const isPacking = (options: Partial<Record<string, unknown>> | null | undefined): boolean =>
  COMPRESSIONS.some((name) => name === options?.['compress']) &&
  (options?.['compress'] === 'none' || GZIP_LEVELS.includes(options?.['gzipLevel'] as number));

/** Whether a value is a manifest, as far as one can be read back. */
export function isManifest(value: unknown): value is Manifest {
  const { edxgen, dialect, options, totals, servers } = (value ?? {}) as Partial<Manifest>;
  const told = typeof edxgen === 'string' && DIALECTS.includes(dialect!) && isPacking(options) && typeof totals?.faults === 'number';
  return told && Array.isArray(servers) && servers.every(isServerEntry) && new Set(servers.map(({ name }) => name)).size === servers.length;
}

/** The manifest of a run whose faults have been undone. */
export function cleanManifest(manifest: Manifest, archives: readonly ServerArchive[]): Manifest {
  const servers = serversOf(manifest.dialect, archives);
  const { labels: _, ...others } = manifest;
  return {
    ...others,
    options: { ...manifest.options, faults: 0, fault: null },
    totals: { ...manifest.totals, ...sizeOf(servers), faults: 0 },
    servers,
  };
}

/** Every option that the bytes of a run depend on, as resolved. */
export function optionsOf(plan: PackedPlan, options: GenerateOptions): Manifest['options'] {
  const { users, days, seed, servers, dialect, compress, gzipLevel } = plan;
  const { rate, counts } = plan.faults;
  return {
    users,
    days,
    seed,
    start: options.start ?? DEFAULTS.start,
    servers,
    dialect,
    course: options.course ?? null,
    preset: options.behaviour === undefined ? (options.preset ?? DEFAULTS.preset) : null,
    behaviour: options.behaviour ?? null,
    compress,
    gzipLevel: compress === 'gzip' ? gzipLevel : null,
    faults: options.faults === undefined && counts.length > 0 ? null : rate,
    fault: rate > 0 || counts.length > 0 ? (options.fault?.join(',') ?? null) : null,
  };
}

/**
 * The manifest of a run.
 *
 * @param options as {@link optionsOf} gives them
 * @param labels of its faults: how many there are, and the hash of their file
 */
export function manifestOf(
  { seed, dialect }: PackedPlan,
  options: Manifest['options'],
  results: readonly PoolResult[],
  archives: readonly ServerArchive[],
  labels: { readonly lines: number; readonly sha256: string } | undefined,
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
      faults: labels?.lines ?? 0,
      byEventType: byEventType(results),
    },
    ...(labels && { labels: { sha256: labels.sha256 } }),
    servers,
  };
}
