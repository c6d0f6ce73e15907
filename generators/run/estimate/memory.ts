/**
 * What a process holds. The constants are fitted to the most memory of whole runs (Node 20, Linux): docs/large.md gives the
 * commands.
 */

/** The process itself and its main thread. */
const PROCESS = 85e6;

/** A thread that simulates: code, tables, what V8 lets pile up before it tidies, and the blocks of two servers. */
const THREAD = 75e6;

/** V8 lets a heap grow to about so many times of what is held before it tidies. */
const SLACK = 1.9;

/** What the main thread keeps of each pool that is done, and of each daily file, for the manifest and the truth. */
const POOL_DONE = 300e3;
const FILE_DONE = 1.5e3;

/** A part of an archive that is sent to a store of objects: of each server's, one fills while two are on their way. */
const PART_SENT = 8 * 1024 ** 2;
const PARTS_AT_ONCE = 3;

/** Workload of a process: how much of a run it makes. */
interface Workload {
  /** Threads, each with a pool of its own at a time. */
  readonly jobs: number;
  /** Pools that it does, one after the other, and their daily files. */
  readonly pools: number;
  readonly files: number;
  readonly learnersAPool: number;
  /** What V8 holds of a learner at the most, in bytes. */
  readonly heldALearner: number;
}

/** The most memory that a task holds at once, in bytes. */
export const taskMemory = ({ jobs, pools, files, learnersAPool, heldALearner }: Workload): number =>
  PROCESS + jobs * (THREAD + SLACK * learnersAPool * heldALearner) + pools * POOL_DONE + files * FILE_DONE;

/**
 * What a task holds more when it writes to a store of objects: each server of the pools at hand holds the packed daily file that
 * it is at, and parts that are being sent.
 *
 * @param largestFile packed bytes of the largest daily file
 */
export const storeMemory = (servers: number, largestFile: number): number =>
  servers * (largestFile + PARTS_AT_ONCE * PART_SENT);
