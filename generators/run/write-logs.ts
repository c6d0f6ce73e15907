/** Puts the pieces of a run's pools together to the logs that all servers write to: cut into files, broken, packed. */
import { labelsPiece, linesPiece, SITE_LOG } from '../../src/archive/file-names.ts';
import { FilePacker } from '../../src/archive/write-files.ts';
import { ServerWriter, type LogWriter, type ServerArchive } from '../../src/archive/write-server.ts';
import { JsonLines } from '../../src/store/json-lines.ts';
import type { MergeControl, ShareDone } from '../../src/base/task.ts';
import type { Draft, HashedFile, Store } from '../../src/store/store.ts';
import { Notes } from '../incidents/notes.ts';
import { CutLog } from '../simulation/archive-log.ts';
import { logsOf, type PackedPlan } from '../simulation/plan.ts';
import { logRotation } from '../simulation/rotation.ts';
import type { WrittenLogs } from './assemble.ts';
import { mergeLines } from './merged-lines.ts';
import type { WrittenPool } from './pool-files.ts';

/** Bytes by period, of all pools together. */
function sizesOf(pools: readonly WrittenPool[]): number[] {
  const sizes: number[] = [];
  for (const { result } of pools)
    for (const [period, bytes] of (result.sizes ?? []).entries()) sizes[period] = (sizes[period] ?? 0) + bytes;
  return sizes;
}

/** The piece of a pool's lines. */
const pieceOf = ({ result: { pool }, pieces }: WrittenPool): HashedFile =>
  pieces.find(({ name }) => name === linesPiece(pool))!;

/** Decorates a log's writer with faults, whose labels go to a sink. */
type Break = (log: string, labels: JsonLines, to: LogWriter) => LogWriter;

/** The logs of a run, whose lines wait in pieces. */
class MergedLogs {
  readonly names: readonly string[];
  readonly #store: Store;
  readonly #plan: PackedPlan;
  readonly #pieces: readonly HashedFile[];
  readonly #sizes: readonly number[];
  readonly #signal: AbortSignal | undefined;

  constructor(store: Store, plan: PackedPlan, pools: readonly WrittenPool[], signal: AbortSignal | undefined) {
    this.#store = store;
    this.#plan = plan;
    this.#signal = signal;
    this.names = logsOf(plan);
    this.#pieces = pools.map(pieceOf);
    this.#sizes = sizesOf(pools);
  }

  /**
   * Gives each line to what is made for its log, in the order of writing.
   *
   * @param ready is waited for now and then
   * @param notes keep where lines of incidents are
   */
  async read(
    writerOf: (log: string) => LogWriter,
    ready: (read: ShareDone) => Promise<void> = async () => {},
    notes?: Notes,
  ): Promise<void> {
    const all = this.#pieces.reduce((sum, { bytes }) => sum + bytes, 0);
    const logs = this.names.map((log) => {
      const rotation = logRotation(this.#plan, log, this.#sizes);
      return new CutLog(writerOf(log), rotation, log, notes);
    });
    await mergeLines(
      this.#store,
      this.#pieces,
      {
        line: (log, ...line) => logs[log]!.line(...line),
        missing: (log, ...line) => logs[log]!.missing(...line),
      },
      async (read) => {
        this.#signal?.throwIfAborted();
        await ready({ done: Math.min(read, all), all });
      },
    );
    for (const log of logs) log.close();
  }

  /** Writes the files as drafts, and the labels of what is broken. */
  async write(
    broken: Break | undefined,
    notes: Notes | undefined,
    onMerged: MergeControl['onMerged'],
  ): Promise<ServerArchive[]> {
    const packers = new Map<string, FilePacker>();
    const labels = new Map<string, Draft>();
    await this.read(
      (log) => {
        const packer = new FilePacker(this.#store, log, this.#plan);
        packers.set(log, packer);
        const writer = new ServerWriter(packer);
        if (broken === undefined) return writer;
        const draft = this.#store.draft(labelsPiece(log));
        labels.set(log, draft);
        return broken(log, new JsonLines(draft), writer);
      },
      async (read) => {
        onMerged?.(read);
        for (const each of [...packers.values(), ...labels.values()]) await each.ready();
      },
      notes,
    );
    for (const [log, draft] of labels) {
      await draft.done();
      await this.#store.publish(labelsPiece(log));
    }
    const archives: ServerArchive[] = [];
    for (const packer of packers.values()) archives.push(...(await packer.done()));
    return archives;
  }
}

/** A site on which nobody does anything has its file all the same. */
async function emptyLog(store: Store, plan: PackedPlan): Promise<readonly ServerArchive[]> {
  const packer = new FilePacker(store, SITE_LOG, plan);
  packer.beginFile(logRotation(plan, SITE_LOG, []).nameOf(Infinity));
  packer.endFile({ mtime: 0, lines: 0, first: 0, last: 0 });
  return packer.done();
}

/** How a plan's faults are put into the logs; undefined when it has none. Operators take a moment to load. */
async function breakOf(plan: PackedPlan, logs: MergedLogs): Promise<{ write: Break; check(): void } | undefined> {
  const { rate, counts } = plan.faults;
  if (rate === 0 && counts.length === 0) return undefined;
  const { CountedFaults, filesOf } = await import('../faults/counted-faults.ts');
  if (counts.length > 0) {
    const read = logs.read.bind(logs);
    const faults = await CountedFaults.choose(plan, await filesOf(logs.names, read), read);
    return { write: faults.writerOf.bind(faults), check: faults.check.bind(faults) };
  }
  const { injectAtRate } = await import('../faults/inject-at-rate.ts');
  return { write: (log, labels, to) => injectAtRate(plan, log, labels, to), check: () => {} };
}

/**
 * Writes the logs of a run, drafts of the store that holds the pieces of its pools, and publishes pieces of labels beside them.
 *
 * @param pools all of them, in their order
 * @returns the files, and what incidents did to them
 * @throws UserError when there is too little to break, or gpg fails; the signal's reason
 */
export async function writeLogs(
  store: Store,
  plan: PackedPlan,
  pools: readonly WrittenPool[],
  { signal, onMerged }: MergeControl & { readonly signal?: AbortSignal | undefined } = {},
): Promise<WrittenLogs> {
  const logs = new MergedLogs(store, plan, pools, signal);
  const broken = await breakOf(plan, logs);
  const notes = plan.incidents && new Notes(plan.incidents.length);
  const archives = await logs.write(broken?.write, notes, onMerged);
  broken?.check();
  const isMissing = archives.length === 0 && plan.packaging !== 'package';
  return { archives: isMissing ? await emptyLog(store, plan) : archives, notes: notes?.notes };
}
