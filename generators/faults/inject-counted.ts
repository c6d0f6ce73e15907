import { renameSync, rmSync } from 'node:fs';
import { ServerPacker, ServerWriter, type ServerArchive } from '../../src/archive/write-server.ts';
import { TarFile } from '../../src/archive/write-tar.ts';
import { fileChunks, FileDraft } from '../../src/store/folder.ts';
import type { LocalStore } from '../../src/store/store.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import { archiveName, labelsPiece, WORK } from '../../src/archive/file-names.ts';
import { JsonLines } from '../../src/store/json-lines.ts';
import type { FaultPlan, PackedPlan } from '../simulation/plan.ts';
import { breakArchives } from './break-archives.ts';
import { PlannedSelection, RateSelection } from './selection.ts';
import { chooseFiles } from './choose-files.ts';
import type { Fault } from './fault.ts';
import { FaultyLog } from './faulty-log.ts';
import { FileFaultLog } from './file-fault-log.ts';
import { drawnFrom, FAULTS } from './index.ts';
import { NO_REPAIR } from './repair-plan.ts';
import { rewriteArchive } from './rewrite-archive.ts';
import { chooseLines } from './choose-lines.ts';

/** Operators, and how often each acts. */
type Wanted<F extends Fault> = readonly (readonly [F, number])[];

/** The operators of one scope that a plan names with a count. */
function wantedOf<S extends Fault['scope']>({ counts }: FaultPlan, scope: S): Wanted<Extract<Fault, { scope: S }>> {
  return counts.flatMap(([id, count]) => {
    const fault = FAULTS.find((known) => known.id === id)!;
    return fault.scope === scope ? [[fault as Extract<Fault, { scope: S }>, count] as const] : [];
  });
}

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

async function breakText(
  plan: PackedPlan,
  store: LocalStore,
  archives: readonly ServerArchive[],
  signal: AbortSignal | undefined,
): Promise<ServerArchive[]> {
  const goOn = () => signal?.throwIfAborted();
  const { seed, faults } = plan;
  const pathOf = (server: string) => store.draftPath(archiveName(server));
  const tasks = chooseFiles(
    seed,
    wantedOf(faults, 'file'),
    archives.map(({ server, archive }) => ({ server, files: archive.files })),
  );
  const spared = (server: string) => new Set(tasks.get(server)!.flatMap(({ files }) => files));
  const named = archives.map(({ server }) => ({ server, path: pathOf(server) }));
  const wanted = wantedOf(faults, 'line');
  const chosen = wanted.length > 0 ? await chooseLines(seed, plan, wanted, named, spared, goOn) : [];
  const drawn = drawnFrom(faults.drawn, plan.dialect);

  const broken: ServerArchive[] = [];
  for (const { server, path } of named) {
    const clean = store.draftPath(`${WORK}${archiveName(server)}.clean`);
    renameSync(path, clean);
    const labels = new JsonLines(new FileDraft(store.path(labelsPiece(server)), 'a'));
    const others = faults.rate > 0 ? new RateSelection(seed, server, faults.rate, drawn) : undefined;
    const lines = new PlannedSelection(
      seed,
      server,
      chosen.filter((one) => one.server === server),
      spared(server),
      others,
    );
    const files = new FileFaultLog(
      server,
      plan,
      tasks.get(server)!,
      labels,
      new ServerWriter(new ServerPacker(new TarFile(path), server, plan)),
    );
    const log = new FaultyLog(server, plan, lines, labels, files);
    await rewriteArchive(clean, fileChunks(clean), log, NO_REPAIR, goOn);
    broken.push({ server, archive: log.close() });
    if (lines.left.length > 0)
      throw optionError`${option('fault')}: no line was left for ${lines.left.map(({ id }) => id).join(', ')}; ask for fewer, or for more users or days`;
    rmSync(clean);
  }
  return broken;
}
