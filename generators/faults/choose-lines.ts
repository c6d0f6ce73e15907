import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import { hash, type Stream } from '../../src/base/random/index.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import { plannedStream, type FaultSelection, type PlannedFault } from './selection.ts';
import type { LineFault } from './fault.ts';
import { FaultyLog, type LogProperties } from './faulty-log.ts';

/** Reads the clean lines of logs, as often as it is asked to, and gives each to what is made for its log. */
export type ReadLogs = (writerOf: (log: string) => LogWriter) => Promise<void>;

/** Lines that are kept beyond those wanted: more than an operator and all others need, since a pair may take lines that two others want. */
const SPARE = 48;

interface Candidate extends PlannedFault {
  readonly priority: number;
}

/** Candidates of an operator: of all lines that it can break, those of the lowest hashes. */
class Candidates {
  readonly fault: LineFault;
  readonly count: number;
  readonly #limit: number;
  readonly found: Candidate[] = [];

  /** @param limit how many are kept */
  constructor(fault: LineFault, count: number, limit: number) {
    this.fault = fault;
    this.count = count;
    this.#limit = limit;
  }

  wants(priority: number): boolean {
    return this.found.length < this.#limit || priority < this.found.at(-1)!.priority;
  }

  add(candidate: Candidate): void {
    const index = this.found.findLastIndex(({ priority }) => priority <= candidate.priority) + 1;
    this.found.splice(index, 0, candidate);
    if (this.found.length > this.#limit) this.found.pop();
  }
}

/** Collects the lines that operators could break, and breaks nothing. */
class Survey implements FaultSelection {
  #file = '';
  /** A hash for each operator in the file: hashing the names for each line takes four fifths of a survey. */
  #bases: string[] = [];
  readonly #seed: string;
  readonly #server: string;
  readonly #best: readonly Candidates[];
  readonly #spared: ReadonlySet<string>;

  constructor(seed: string, server: string, best: readonly Candidates[], spared: ReadonlySet<string>) {
    this.#seed = seed;
    this.#server = server;
    this.#best = best;
    this.#spared = spared;
  }

  gap(): number {
    return 0;
  }

  *operators(file: string, number: number): Generator<LineFault> {
    if (this.#spared.has(file)) return;
    if (file !== this.#file) this.#enter(file);
    const wanting = this.#best
      .filter((best, index) => best.wants(this.#priority(index, number)))
      .map(({ fault }) => fault);
    yield* wanting.filter(({ takes }) => takes !== 'pair');
    // A pair keeps the line until the next one has come, so that one operator of pairs a line can be asked: by turns.
    const pairs = wanting.filter(({ takes }) => takes === 'pair');
    if (pairs.length > 0) yield pairs[number % pairs.length]!;
  }

  random(fault: LineFault, file: string, number: number): Stream {
    return plannedStream(this.#seed, { fault, server: this.#server, file, number });
  }

  confirms(fault: LineFault, file: string, number: number): boolean {
    const index = this.#best.findIndex((best) => best.fault === fault);
    this.#best[index]!.add({ fault, server: this.#server, file, number, priority: this.#priority(index, number) });
    return false;
  }

  #enter(file: string): void {
    this.#file = file;
    this.#bases = this.#best.map(({ fault }) => String(hash(this.#seed, `${fault.id}/${this.#server}/${file}`, 0)));
  }

  #priority(index: number, number: number): number {
    return hash(this.#bases[index]!, '', number);
  }
}

const NULL_WRITER: LogWriter = {
  nextFile: () => {},
  line: () => {},
  close: (): WrittenArchive => ({ bytes: 0, sha256: '', files: [] }),
};

const key = ({ server, file }: PlannedFault, number: number): string => `${server}/${file}:${number}`;

/** Gives each operator its lines, those first that have the least choice. */
function share(best: readonly Candidates[]): PlannedFault[] {
  const taken = new Set<string>();
  return best
    .toSorted((a, b) => a.found.length - a.count - (b.found.length - b.count))
    .flatMap(({ fault, count, found }) => {
      const free = found.filter((line) => {
        const wanted = fault.takes === 'pair' ? [line.number, line.number + 1] : [line.number];
        if (wanted.some((number) => taken.has(key(line, number)))) return false;
        for (const number of wanted) taken.add(key(line, number));
        return true;
      });
      for (const line of free.slice(count)) {
        taken.delete(key(line, line.number));
        if (fault.takes === 'pair') taken.delete(key(line, line.number + 1));
      }
      if (free.length >= count) return free.slice(0, count);
      const lines =
        free.length === 0 ? 'no line that can take it is' : `only ${free.length} lines that can take it are`;
      throw optionError`${option('fault')} ${fault.id}=${count}: ${lines} left; ask for fewer, or for more users or days`;
    });
}

/**
 * Chooses lines of clean logs for operators that act so many times.
 *
 * @param wanted operators and how many lines each is to break
 * @param spared the files of a log that no line fault may touch
 * @param read gives the lines
 * @throws UserError when there are not enough lines that an operator can break
 */
export async function chooseLines(
  seed: string,
  properties: LogProperties,
  wanted: readonly (readonly [LineFault, number])[],
  spared: (log: string) => ReadonlySet<string>,
  read: ReadLogs,
): Promise<PlannedFault[]> {
  const taken = wanted.reduce((sum, [fault, count]) => sum + (fault.takes === 'pair' ? 2 * count : count), 0);
  const best = wanted.map(([fault, count]) => new Candidates(fault, count, 2 * taken + SPARE));
  const labels = { write: () => {}, close: () => {} };
  await read((log) => new FaultyLog(log, properties, new Survey(seed, log, best, spared(log)), labels, NULL_WRITER));
  return share(best);
}
