import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import type { FaultPlan, PackedPlan } from '../simulation/plan.ts';
import { chooseFiles, type LogFiles } from './choose-files.ts';
import { chooseLines, type ReadLogs } from './choose-lines.ts';
import type { Fault, LineFault } from './fault.ts';
import { FaultyLog, type LabelSink } from './faulty-log.ts';
import { FileFaultLog, type FileTask } from './file-fault-log.ts';
import { drawnFrom, FAULTS } from './index.ts';
import { PlannedSelection, RateSelection, type PlannedFault } from './selection.ts';

/** The operators of one scope that a plan names with a count, and how often each acts. */
export function wantedOf<S extends Fault['scope']>(
  { counts }: FaultPlan,
  scope: S,
): (readonly [Extract<Fault, { scope: S }>, number])[] {
  return counts.flatMap(([id, count]) => {
    const fault = FAULTS.find((known) => known.id === id)!;
    return fault.scope === scope ? [[fault as Extract<Fault, { scope: S }>, count] as const] : [];
  });
}

/** Log writer that only counts lines. */
class LineCount implements LogWriter {
  readonly files: { name: string; lines: number }[] = [];

  nextFile(name: string): void {
    this.files.push({ name, lines: 0 });
  }

  line(): void {
    this.files.at(-1)!.lines += 1;
  }

  close(): WrittenArchive {
    return { bytes: 0, sha256: '', files: [] };
  }
}

/** The files of logs, by reading them. */
export async function filesOf(logs: readonly string[], read: ReadLogs): Promise<LogFiles[]> {
  const counts = new Map(logs.map((log) => [log, new LineCount()]));
  await read((log) => counts.get(log)!);
  return logs.map((server) => ({ server, files: counts.get(server)!.files }));
}

/** The faults of a run that act a number of times, chosen from its clean lines; and its share of the other lines. */
export class CountedFaults {
  readonly #plan: PackedPlan;
  readonly #tasks: ReadonlyMap<string, readonly FileTask[]>;
  readonly #lines: readonly PlannedFault[];
  readonly #drawn: readonly LineFault[];
  readonly #selections: PlannedSelection[] = [];

  private constructor(
    plan: PackedPlan,
    tasks: ReadonlyMap<string, readonly FileTask[]>,
    lines: readonly PlannedFault[],
  ) {
    this.#plan = plan;
    this.#tasks = tasks;
    this.#lines = lines;
    this.#drawn = drawnFrom(plan.faults.drawn, plan.dialect);
  }

  /**
   * Chooses where they act.
   *
   * @throws UserError when there is too little to break
   */
  static async choose(plan: PackedPlan, logs: readonly LogFiles[], read: ReadLogs): Promise<CountedFaults> {
    const tasks = chooseFiles(plan.seed, wantedOf(plan.faults, 'file'), logs);
    const wanted = wantedOf(plan.faults, 'line');
    const spared = (log: string) => sparedBy(tasks.get(log)!);
    const lines = wanted.length > 0 ? await chooseLines(plan.seed, plan, wanted, spared, read) : [];
    return new CountedFaults(plan, tasks, lines);
  }

  /** A writer that breaks a log's lines on their way to another. */
  writerOf(log: string, labels: LabelSink, to: LogWriter): LogWriter {
    const { seed, faults } = this.#plan;
    const tasks = this.#tasks.get(log)!;
    const others = faults.rate > 0 ? new RateSelection(seed, log, faults.rate, this.#drawn) : undefined;
    const own = this.#lines.filter(({ server }) => server === log);
    const selection = new PlannedSelection(seed, log, own, sparedBy(tasks), others);
    this.#selections.push(selection);
    return new FaultyLog(log, this.#plan, selection, labels, new FileFaultLog(log, tasks, labels, to));
  }

  /** @throws UserError when a line that was chosen could not be broken, nor one behind it */
  check(): void {
    const left = this.#selections.flatMap((selection) => selection.left);
    if (left.length === 0) return;
    throw optionError`${option('fault')}: no line was left for ${left.map(({ id }) => id).join(', ')}; ask for fewer, or for more users or days`;
  }
}

/** The files that no line fault may touch. */
const sparedBy = (tasks: readonly FileTask[]): ReadonlySet<string> => new Set(tasks.flatMap(({ files }) => files));
