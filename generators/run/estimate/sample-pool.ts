import { endOf, serversOf, type PackedPlan } from '../../simulation/plan.ts';
import { membersOf } from '../../simulation/members.ts';
import { Pool } from '../../simulation/pool.ts';
import { Notes } from '../../incidents/notes.ts';
import { byPart, type LineFile } from '../../truth/files.ts';
import { Ledgers } from '../../truth/ledgers.ts';
import { roleBytes } from '../../truth/roles.ts';
import { rolesIn } from '../incidents-truth.ts';
import type { DistantLines } from './distant-lines.ts';
import { SampleLog } from './sample-log.ts';

/** What a sampled pool came to; all of it adds up over pools, but for what is said to be of one. */
export interface PoolSample {
  readonly servers: number;
  readonly learners: number;
  readonly lines: number;
  /** Of text. */
  readonly bytes: number;
  readonly learnerBytes: number;
  /** Bytes of those that gzip packs well here, and in the run: {@link SampleLog}. */
  readonly withinReach: number;
  readonly withinReachInRun: number;
  /** Sum over learners of their lines' squares. */
  readonly squares: number;
  /** Bytes by period, where native installs may cut their file at its end. */
  readonly sizes: readonly number[];
  /** Daily files. */
  readonly files: number;
  /** Tars, or what stands for them where all servers write to one log; and their bytes. */
  readonly archives: number;
  readonly packedBytes: number;
  /** Packed bytes of the largest daily file; of this pool. */
  readonly largestFile: number;
  /** Bytes of the truth's streamed files. */
  readonly truthBytes: number;
  /** Processor seconds, all threads of the process. */
  readonly cpuSeconds: number;
  /** The most that V8 holds of a learner, in bytes; of this pool, where it was measured. */
  readonly heldALearner: number | undefined;
}

/** Where in a run memory is measured, as shares of its time: most people hold something then. */
const PROBES = [0.2, 0.4, 0.6, 0.8, 0.98];

/** What a pool holds however few its learners are, in bytes: blocks, tables, totals; and what the sample keeps. */
const POOL_ITSELF = 3e6;

/** V8's memory in use after it was tidied; undefined where Node was not started with --expose-gc. */
function held(): number | undefined {
  if (global.gc === undefined) return undefined;
  global.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const cpuSeconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** Counts bytes of files that nobody needs. */
class ByteCount implements LineFile {
  bytes = 0;
  lines = 0;

  write(value: object): void {
    this.writeText(JSON.stringify(value));
  }

  writeText(text: string): void {
    this.bytes += Buffer.byteLength(text) + 1;
    this.lines += 1;
  }
}

const add = (a: number, b: number): number => a + b;

/**
 * Simulates a pool from its first line to its last, and packs its lines, as a run does; keeps nothing but counts.
 *
 * @param split how many pools of the plan make one of the run's
 * @param crowd how many pools of the plan write to one file of the run
 * @param measuresMemory takes time, which is not counted
 */
export function samplePool(
  plan: PackedPlan,
  index: number,
  split: number,
  crowd: number,
  distantLines: DistantLines,
  measuresMemory: boolean,
): PoolSample {
  const servers = serversOf(index, plan.servers).length;
  const learners = membersOf(plan, index).length;
  const probes = measuresMemory ? PROBES.map((share) => plan.start + share * (endOf(plan) - plan.start)) : [];
  const before = measuresMemory ? held() : undefined;
  let most = before ?? 0;

  const begin = process.cpuUsage();
  let idle = 0;
  const truth = new ByteCount();
  const learnersTruth = new ByteCount();
  const log = new SampleLog(plan, index, split, crowd, distantLines);
  const ledgers = new Ledgers(
    plan,
    byPart((part) => (part === 'learners' ? learnersTruth : truth)),
  );
  const { incidents } = plan;
  const notes = incidents && new Notes(incidents.length);
  const pool = new Pool(plan, index, log, ledgers.courses, notes);
  while (pool.step()) {
    if (pool.next < (probes[0] ?? Infinity)) continue;
    const pause = process.cpuUsage();
    probes.shift();
    most = Math.max(most, held() ?? 0);
    idle += cpuSeconds(pause);
  }
  const { archives } = log.close();
  ledgers.close();
  notes?.only(ledgers.told);
  const seconds = cpuSeconds(begin) - idle;

  const rolesOf = notes ? roleBytes(learnersTruth.lines, rolesIn(incidents!, [notes.notes])) : 0;
  const files = archives.flatMap((archive) => archive.files);
  const bytes = files.map((file) => file.bytes).reduce(add, 0);
  const packedBytes = archives.map((archive) => archive.bytes).reduce(add, 0);
  const largest = files.map((file) => file.bytes).reduce((a, b) => Math.max(a, b), 0);
  const { lines, learnerBytes, withinReach, withinReachInRun, squares, sizes } = log;
  return {
    servers,
    learners,
    lines,
    bytes,
    learnerBytes,
    withinReach,
    withinReachInRun,
    squares,
    sizes,
    archives: archives.length,
    packedBytes,
    files: files.length,
    largestFile: bytes === 0 ? 0 : (packedBytes * largest) / bytes,
    truthBytes: truth.bytes + learnersTruth.bytes + rolesOf,
    cpuSeconds: seconds,
    heldALearner:
      before === undefined || learners === 0 ? undefined : Math.max(0, most - before - POOL_ITSELF) / learners,
  };
}
