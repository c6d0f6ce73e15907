/**
 * How long processors have worked for a parser, where the platform tells: unlike the time of a clock, it does not pass while
 * others have the processor.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Some processor time. */
export interface ProcessorTime {
  readonly ms: number;
  /** Not exact, but cut to a {@link TICK}. */
  readonly cut: boolean;
}

/** Tells the processor time since it was made; undefined when that could not be learned. */
export type Stopwatch = () => ProcessorTime | undefined;

const NANOSECOND = 1e-6;
const MICROSECOND = 1e-3;
/** Milliseconds of a tick of proc(5): 100 a second wherever Node runs. */
const TICK = 10;

/** Of what proc(5) calls utime, stime, cutime and cstime, from the 14th field on; the name before them may hold anything. */
const ticksOf = (stat: string): number[] =>
  stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0);

function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // There is no such file system, or the process or thread has ended.
    return undefined;
  }
}

const textOf = (path: string): string | undefined => tried(() => readFileSync(path, 'latin1'));

/** What the kernel says of a process and its descendants. */
interface Account {
  /** Exact, by thread; those that have ended are gone. */
  readonly threads: ReadonlyMap<string, number>;
  /** Of all, with those that have ended and been waited for, to the tick. */
  readonly whole: number;
  readonly processes: number;
}

function accountOf(root: number): Account | undefined {
  const threads = new Map<string, number>();
  const pids = new Set([`${root}`]);
  let whole = 0;
  let processes = 0;
  for (const pid of pids) {
    const stat = textOf(`/proc/${pid}/stat`);
    if (stat === undefined) continue;
    whole += sum(ticksOf(stat)) * TICK;
    processes += 1;
    for (const thread of tried(() => readdirSync(`/proc/${pid}/task`)) ?? []) {
      const ran = textOf(`/proc/${pid}/task/${thread}/schedstat`);
      if (ran !== undefined) threads.set(thread, Number.parseInt(ran, 10) * NANOSECOND);
      for (const child of textOf(`/proc/${pid}/task/${thread}/children`)?.match(/\d+/g) ?? []) pids.add(child);
    }
  }
  return processes === 0 ? undefined : { threads, whole, processes };
}

/** Of a process and its descendants [proc(5)]. */
export function processStopwatch(pid: number): Stopwatch {
  const before = accountOf(pid);
  return () => {
    const after = accountOf(pid);
    if (!before || !after) return undefined;
    const whole = after.whole - before.whole;
    const exact = sum(Array.from(after.threads, ([thread, ran]) => ran - (before.threads.get(thread) ?? 0)));
    // What is exact leaves out what has ended meanwhile; user and system time of each process are cut to ticks.
    return whole - exact > 2 * TICK * after.processes
      ? { ms: whole, cut: true }
      : { ms: exact, cut: after.threads.size === 0 };
  };
}

/** Of the children of this process that have ended, to the tick [proc(5)]. */
export function childrenStopwatch(): Stopwatch {
  const ran = (): number | undefined => {
    const stat = textOf('/proc/self/stat');
    return stat === undefined ? undefined : sum(ticksOf(stat).slice(2)) * TICK;
  };
  const before = ran();
  return () => {
    const after = ran();
    return before === undefined || after === undefined ? undefined : { ms: after - before, cut: true };
  };
}

/** Later versions of Node tell the processor time of a thread everywhere. */
interface WithThreads {
  threadCpuUsage?(): NodeJS.CpuUsage;
}

const usage = ({ user, system }: NodeJS.CpuUsage): number => (user + system) * MICROSECOND;

/** Of this thread; where that cannot be learned, of this process with the threads that collect its garbage. */
function threadTime(): number {
  const { threadCpuUsage } = process as WithThreads;
  if (threadCpuUsage) return usage(threadCpuUsage.call(process));
  const whole = usage(process.cpuUsage()); // Makes the kernel count up to now, before it is asked for the thread alone.
  const ran = textOf('/proc/thread-self/schedstat');
  return ran === undefined ? whole : Number.parseInt(ran, 10) * NANOSECOND;
}

/** Of this thread. */
export function threadStopwatch(): Stopwatch {
  const before = threadTime();
  return () => ({ ms: threadTime() - before, cut: false });
}
