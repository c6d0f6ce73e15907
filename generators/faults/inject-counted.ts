import { renameSync, rmSync } from 'node:fs';
import { ServerPacker, ServerWriter, type ServerArchive, type WrittenArchive } from '../../src/archive/write-server.ts';
import { TarFile } from '../../src/archive/write-tar.ts';
import { fileChunks, FileDraft } from '../../src/store/folder.ts';
import type { LocalStore } from '../../src/store/store.ts';
import { labelsPiece, WORK } from '../../src/archive/file-names.ts';
import { JsonLines } from '../../src/store/json-lines.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { breakArchives } from './break-archives.ts';
import type { ReadLogs } from './choose-lines.ts';
import { CountedFaults, wantedOf } from './counted-faults.ts';
import { NO_REPAIR } from './repair-plan.ts';
import { rewriteArchive } from './rewrite-archive.ts';

/**
 * Lets the operators act that a plan names with a count: on a finished run, since only then it is known what there is to
 * choose from. The archives are written anew, with labels beside them.
 *
 * @param store where the archives are drafts
 * @param signal stops it
 * @throws UserError when there is too little to break
 */
export async function injectCounted(
  plan: PackedPlan,
  store: LocalStore,
  archives: readonly ServerArchive[],
  signal?: AbortSignal,
): Promise<ServerArchive[]> {
  const broken = plan.faults.afterwards ? await breakText(plan, store, archives, signal) : [...archives];
  signal?.throwIfAborted();
  return breakArchives(plan.seed, store, wantedOf(plan.faults, 'archive'), broken);
}

/** The times of the last lines of an archive's files, by their names. */
const lastIn =
  ({ files }: WrittenArchive) =>
  (file: string): number | undefined =>
    files.find(({ name }) => name === file)?.last;

async function breakText(
  plan: PackedPlan,
  store: LocalStore,
  archives: readonly ServerArchive[],
  signal: AbortSignal | undefined,
): Promise<ServerArchive[]> {
  const goOn = () => signal?.throwIfAborted();
  const read: ReadLogs = async (writerOf) => {
    for (const { server, name, archive } of archives) {
      const log = writerOf(server);
      const path = store.draftPath(name);
      await rewriteArchive(path, fileChunks(path), log, NO_REPAIR, lastIn(archive), goOn);
      log.close();
    }
  };
  const logs = archives.map(({ server, archive }) => ({ server, files: archive.files }));
  const faults = await CountedFaults.choose(plan, logs, read);
  const broken: ServerArchive[] = [];
  for (const { server, name, archive } of archives) {
    const path = store.draftPath(name);
    const clean = store.draftPath(`${WORK}${name}.clean`);
    renameSync(path, clean);
    const labels = new JsonLines(new FileDraft(store.path(labelsPiece(server)), 'a'));
    const log = faults.writerOf(server, labels, new ServerWriter(new ServerPacker(new TarFile(path), server, plan)));
    await rewriteArchive(clean, fileChunks(clean), log, NO_REPAIR, lastIn(archive), goOn);
    broken.push({ server, name, archive: log.close() });
    faults.check();
    rmSync(clean);
  }
  return broken;
}
