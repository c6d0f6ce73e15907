import { createHash } from 'node:crypto';
import { beginTar } from '../../src/archive/write-tar.ts';
import { CorruptArchiveError } from '../../src/archive/corrupt-archive-error.ts';
import { FilePacker } from '../../src/archive/write-files.ts';
import { ServerPacker, ServerWriter, type Compression, type ServerArchive } from '../../src/archive/write-server.ts';
import type { Chunks } from '../../src/store/byte-reader.ts';
import { openStore } from '../../src/store/open-store.ts';
import { copy, hashOf, type HashedFile, type Store } from '../../src/store/store.ts';
import { isText } from '../../src/base/shape.ts';
import type { ShareDone, TaskControl } from '../../src/base/task.ts';
import { parseInstant } from '../../src/base/time.ts';
import { fileSystemError, UserError } from '../../src/base/user-error.ts';
import { checkFitsRun } from '../faults/label-fit.ts';
import { LabelFile } from '../faults/label-file.ts';
import { NO_REPAIR, repairPlan, type RepairPlan } from '../faults/repair-plan.ts';
import { rewriteArchive, rewriteFile } from '../faults/rewrite-archive.ts';
import { FAULT_LABELS, INCIDENTS_TRUTH, MANIFEST, MISSING_TRUTH, TRUTH_FILES } from '../../src/archive/file-names.ts';
import { cleanManifest, fileIn, packagingOf, readManifest, type Manifest } from './manifest.ts';
import { Publication } from './publication.ts';
import { checkSettled } from './swap.ts';

/** The manifest of a whole run. */
async function manifestIn(store: Store): Promise<Manifest> {
  const path = store.path(MANIFEST);
  const hint = 'name the folder of a run that edxgen has made';
  try {
    await checkSettled(store);
    const manifest = await readManifest(store);
    if (manifest) return manifest;
    for await (const _ of store.read(MANIFEST)) break;
  } catch (error) {
    const wrong = error instanceof UserError ? error : fileSystemError(error, `read ${path}`);
    if (wrong) throw new UserError(`${wrong.message}; ${hint}`, { cause: error });
    throw error;
  }
  throw new UserError(`${path} is no manifest of edxgen; ${hint}`);
}

async function labelsIn(store: Store, manifest: Manifest): Promise<LabelFile | undefined> {
  const isThere = (await store.find(FAULT_LABELS)) !== undefined;
  if (manifest.totals.faults === 0 && !isThere) return undefined;
  const labels = await LabelFile.open(store.path(FAULT_LABELS));
  try {
    const sha256 = (fileIn(manifest, FAULT_LABELS) ?? manifest.labels)?.sha256;
    if ((await hashOf(store, FAULT_LABELS)) !== sha256)
      throw new UserError(`${labels.path} is not as its run left it; make the run again`);
    checkFitsRun(labels, manifest);
    return labels;
  } catch (error) {
    labels.close();
    throw error;
  }
}

/** A repair under way. */
interface Repair {
  readonly from: Store;
  readonly to: Store;
  readonly manifest: Manifest;
  readonly labels: LabelFile | undefined;
  /** Told how many bytes have been read. */
  readonly read: (bytes: number) => void;
}

type Entry = Manifest['servers'][number];

/**
 * Reads an archive, or a file of a log, and sees to it that it is as its run left it.
 *
 * @param rewrite reads its bytes to their end
 */
async function readEntry(
  { from, read }: Repair,
  { archive, sha256 }: Entry,
  ready: (() => Promise<void>) | undefined,
  rewrite: (path: string, bytes: Chunks, see: (bytes: Buffer) => Promise<void>) => Promise<void>,
): Promise<void> {
  const path = from.path(archive);
  const hash = createHash('sha256');
  const changed = new UserError(`${path} is not as its run left it, so its labels do not fit; make the run again`);
  const see = async (bytes: Buffer) => {
    hash.update(bytes);
    read(bytes.length);
    await ready?.();
  };
  try {
    await rewrite(path, from.read(archive), see);
  } catch (error) {
    if (error instanceof CorruptArchiveError) throw new UserError(changed.message, { cause: error });
    throw fileSystemError(error, `read ${path}`) ?? error;
  }
  if (hash.digest('hex') !== sha256) throw changed;
}

/** The plan of a log's repair. */
const planOf = ({ labels }: Repair, log: string): RepairPlan => (labels ? repairPlan(labels, log) : NO_REPAIR);

/** The times of the last lines of an entry's files, by their names: faults leave them as they are. */
const lastIn =
  ({ files }: Entry) =>
  (file: string): number | undefined => {
    const last = files.find(({ name }) => name === file)?.last;
    return isText(last) ? parseInstant(last) : undefined;
  };

const compressionOf = ({ options }: Manifest): Compression => ({ gzipLevel: Number(options['gzipLevel'] ?? 1) });

/** Writes the clean archive of one server, a draft. */
async function repairServer(run: Repair, entry: Entry): Promise<ServerArchive> {
  const { name: server, archive: name } = entry;
  const { tar, ready, done } = beginTar(run.to, name);
  const writer = new ServerWriter(new ServerPacker(tar, server, compressionOf(run.manifest)));
  await readEntry(run, entry, ready, (path, bytes, see) =>
    rewriteArchive(path, bytes, writer, planOf(run, server), lastIn(entry), see),
  );
  const archive = writer.close();
  await done?.();
  return { server, name, archive };
}

/** Writes the clean files of one log, drafts. */
async function repairLog(run: Repair, log: string): Promise<readonly ServerArchive[]> {
  const packer = new FilePacker(run.to, log, compressionOf(run.manifest));
  const writer = new ServerWriter(packer);
  const plan = planOf(run, log);
  for (const entry of run.manifest.servers.filter(({ name }) => name === log)) {
    if (entry.files.length === 0) {
      packer.beginFile(entry.archive);
      packer.endFile({ mtime: 0, lines: 0, first: 0, last: 0 });
    } else
      await readEntry(
        run,
        entry,
        () => packer.ready(),
        (path, bytes, see) => rewriteFile(path, entry.archive, bytes, writer, plan, lastIn(entry), see),
      );
  }
  writer.close();
  return packer.done();
}

/** Writes all that a run has logged, clean. */
async function repairAll(run: Repair): Promise<ServerArchive[]> {
  const { servers, options } = run.manifest;
  const archives: ServerArchive[] = [];
  if (packagingOf(options) === 'tar') for (const entry of servers) archives.push(await repairServer(run, entry));
  else for (const log of new Set(servers.map(({ name }) => name))) archives.push(...(await repairLog(run, log)));
  return archives;
}

/** Copies the truth, which faults leave as it is. */
async function copyTruth(from: Store, manifest: Manifest, to: Store): Promise<HashedFile[]> {
  const files: HashedFile[] = [];
  for (const name of [...TRUTH_FILES, INCIDENTS_TRUTH, MISSING_TRUTH]) {
    if (!(await from.find(name))) continue;
    const file = await copy(from, to, name);
    if ((fileIn(manifest, name) ?? file).sha256 !== file.sha256)
      throw new UserError(`${from.path(name)} is not as its run left it; make the run again`);
    files.push(file);
  }
  return files;
}

/** Options of {@link repair}. Progress counts the bytes of archives read; nothing is left behind when it is stopped. */
export interface RepairOptions extends TaskControl<ShareDone> {
  /** Target of the clean run: an empty or new folder, or a bucket's prefix. */
  out: string;
  /** Replace the files of an earlier run there. */
  force?: boolean | undefined;
}

/**
 * Undoes the faults of a run by its labels: what it writes is the clean run, byte for byte.
 *
 * @param folder of the run, or its bucket's prefix
 * @returns the clean run's manifest
 * @throws UserError when the folder holds no whole run, or something in it has changed
 */
export async function repair(folder: string, { out, force, onProgress, signal }: RepairOptions): Promise<Manifest> {
  const from = await openStore(folder, signal);
  const manifest = await manifestIn(from);
  if (manifest.options['gpgRecipient'] != null)
    throw new UserError(
      `the files of ${from.address} are encrypted, so edxgen cannot read them; make the run without faults, or not encrypted`,
    );
  const labels = await labelsIn(from, manifest);
  try {
    const publication = await Publication.open(
      await openStore(out),
      { edxgen: manifest.edxgen, options: manifest.options, archives: manifest.servers.map(({ archive }) => archive) },
      { force },
    );
    try {
      const all = manifest.servers.reduce((sum, { bytes }) => sum + bytes, 0);
      let done = 0;
      const read = (bytes: number) => onProgress?.({ done: (done += bytes), all });
      const archives = await repairAll({ from, to: publication.store, manifest, labels, read });
      const clean = cleanManifest(manifest, archives, await copyTruth(from, manifest, publication.store));
      signal?.throwIfAborted();
      return await publication.complete(clean);
    } catch (error) {
      await publication.abandon();
      throw fileSystemError(error, `write to ${out}`) ?? error;
    }
  } finally {
    labels?.close();
  }
}
