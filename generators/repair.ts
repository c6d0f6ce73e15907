import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Damage } from '../src/archive/damage.ts';
import { ServerWriter, type Compression, type WrittenArchive } from '../src/archive/write-server.ts';
import { fileSystemError, UserError } from '../src/user-error.ts';
import { LabelFile } from './faults/label-file.ts';
import { mendingOf } from './faults/mend.ts';
import { NOTHING_TO_MEND, rewrite } from './faults/rewrite.ts';
import { archiveName, FAULT_LABELS, MANIFEST, PARTIAL, TRUTH, TRUTH_FOLDER } from './file-names.ts';
import { cleanManifest, isManifest, type Manifest } from './manifest.ts';
import { Output } from './output.ts';

function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isManifest(manifest)) return manifest;
  } catch (error) {
    const wrong = fileSystemError(error, `read ${path}`);
    if (wrong) throw new UserError(`${wrong.message}; name the folder of a run that edxgen has made`, { cause: error });
  }
  throw new UserError(`${path} is no manifest of edxgen; name the folder of a run that edxgen has made`);
}

async function labelsIn(folder: string, { totals, labels }: Manifest): Promise<LabelFile | undefined> {
  const path = join(folder, FAULT_LABELS);
  if (totals.faults === 0 && !existsSync(path)) return undefined;
  const file = await LabelFile.open(path);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') === labels?.sha256) return file;
  file.close();
  throw new UserError(`${path} is not as its run left it; make the run again`);
}

/** Writes the clean archive of one server. */
async function repairServer(from: string, sha256: string, labels: LabelFile | undefined, server: string, writer: ServerWriter): Promise<WrittenArchive> {
  const hash = createHash('sha256');
  const changed = new UserError(`${from} is not as its run left it, so its labels do not fit; make the run again`);
  try {
    await rewrite(from, writer, labels ? mendingOf(labels, server) : NOTHING_TO_MEND, (bytes) => hash.update(bytes));
  } catch (error) {
    if (error instanceof Damage) throw new UserError(changed.message, { cause: error });
    throw fileSystemError(error, `read ${from}`) ?? error;
  }
  if (hash.digest('hex') !== sha256) throw changed;
  return writer.close();
}

/** Copies the truth, which faults leave as it is; gives the names of what there was. */
function copyTruth(folder: string, out: string): string[] {
  const names = [TRUTH, TRUTH_FOLDER].filter((name) => existsSync(join(folder, name)));
  for (const name of names) cpSync(join(folder, name), join(out, name + PARTIAL), { recursive: true });
  return names;
}

/**
 * Undoes the faults of a run by its labels: what it writes is the clean run, byte for byte.
 *
 * @param folder of the run
 * @param out where to, an empty or new folder
 * @param force replaces the files of an earlier run there
 * @returns the clean run's manifest
 * @throws UserError when the folder holds no whole run, or something in it has changed
 */
export async function repair(folder: string, out: string, force = false): Promise<Manifest> {
  const manifest = readManifest(folder);
  const labels = await labelsIn(folder, manifest);
  const compression = manifest.options as unknown as Compression;
  const output = new Output(out, force);
  try {
    const archives = [];
    for (const { name: server, archive, sha256 } of manifest.servers) {
      const writer = new ServerWriter(join(out, archiveName(server) + PARTIAL), server, compression);
      archives.push({ server, archive: await repairServer(join(folder, archive), sha256, labels, server, writer) });
    }
    const clean = cleanManifest(manifest, archives);
    output.complete([...archives.map(({ server }) => archiveName(server)), ...copyTruth(folder, out)], clean);
    return clean;
  } catch (error) {
    output.abandon();
    throw fileSystemError(error, `write to ${out}`) ?? error;
  } finally {
    labels?.close();
  }
}
