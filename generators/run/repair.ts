import { createHash } from 'node:crypto';
import { beginTar } from '../../src/archive/write-tar.ts';
import { CorruptArchiveError } from '../../src/archive/corrupt-archive-error.ts';
import { ServerPacker, ServerWriter, type Compression, type WrittenArchive } from '../../src/archive/write-server.ts';
import { openStore } from '../../src/store/open-store.ts';
import { copy, hashOf, type HashedFile, type Store } from '../../src/store/store.ts';
import type { ShareDone, TaskControl } from '../../src/base/task.ts';
import { fileSystemError, UserError } from '../../src/base/user-error.ts';
import { checkFitsRun } from '../faults/label-fit.ts';
import { LabelFile } from '../faults/label-file.ts';
import { NO_REPAIR, repairPlan } from '../faults/repair-plan.ts';
import { rewriteArchive } from '../faults/rewrite-archive.ts';
import {
  archiveName,
  FAULT_LABELS,
  INCIDENTS_TRUTH,
  MANIFEST,
  MISSING_TRUTH,
  TRUTH_FILES,
} from '../../src/archive/file-names.ts';
import { cleanManifest, fileIn, readManifest, type Manifest } from './manifest.ts';
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

/** Writes the clean archive of one server, a draft. */
async function repairServer(
  from: Store,
  { name: server, archive, sha256 }: Manifest['servers'][number],
  labels: LabelFile | undefined,
  compression: Compression,
  to: Store,
  read: (bytes: number) => void,
): Promise<WrittenArchive> {
  const { tar, ready, done } = beginTar(to, archiveName(server));
  const writer = new ServerWriter(new ServerPacker(tar, server, compression));
  const path = from.path(archive);
  const hash = createHash('sha256');
  const changed = new UserError(`${path} is not as its run left it, so its labels do not fit; make the run again`);
  const see = async (bytes: Buffer) => {
    hash.update(bytes);
    read(bytes.length);
    await ready?.();
  };
  try {
    await rewriteArchive(path, from.read(archive), writer, labels ? repairPlan(labels, server) : NO_REPAIR, see);
  } catch (error) {
    if (error instanceof CorruptArchiveError) throw new UserError(changed.message, { cause: error });
    throw fileSystemError(error, `read ${path}`) ?? error;
  }
  if (hash.digest('hex') !== sha256) throw changed;
  const written = writer.close();
  await done?.();
  return written;
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
  const labels = await labelsIn(from, manifest);
  try {
    const publication = await Publication.open(
      await openStore(out),
      { edxgen: manifest.edxgen, options: manifest.options },
      { force },
    );
    try {
      const archives = [];
      const all = manifest.servers.reduce((sum, { bytes }) => sum + bytes, 0);
      let read = 0;
      const count = (bytes: number) => onProgress?.({ done: (read += bytes), all });
      for (const server of manifest.servers) {
        archives.push({
          server: server.name,
          archive: await repairServer(
            from,
            server,
            labels,
            manifest.options as unknown as Compression,
            publication.store,
            count,
          ),
        });
      }
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
