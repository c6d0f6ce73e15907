import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

/** One process that ran to its end. */
export interface Run {
  /** From its start to its end. */
  readonly seconds: number;
  /** Seconds of processors, all its threads together. */
  readonly cpu: number;
  /** The most memory it held at once, all its threads together, in bytes; 0 where nobody counted. */
  readonly peak: number;
  /** What it printed; empty where that went to a file. */
  readonly text: string;
}

/** Makes a Node process tell on its way out, on descriptor 3, what it has used. Its workers load this too, and keep silent. */
const TELLS_USAGE = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
`)}`;

/** Makes a shell run a command and tell, on descriptor 3, the processor time that it took. */
const TELLS_TIMES = '"$0" "$@" && times >&3';

/** Processor seconds in what `times` prints: two lines, the shell's own and its children's, each `0m1.23s 0m0.05s`. */
const childrenSeconds = (times: string): number =>
  [...(times.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + 60 * Number(m) + Number(s),
    0,
  );

/** Runs a command; gives what it told on descriptor 3 too. */
async function run(
  command: string,
  args: readonly string[],
  output?: string,
): Promise<Pick<Run, 'seconds' | 'text'> & { told: string }> {
  const file = output === undefined ? undefined : openSync(output, 'w');
  const begin = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', file ?? 'pipe', 'inherit', 'pipe'] });
  const told = { 1: '', 3: '' };
  for (const number of [1, 3] as const)
    child.stdio[number]?.on('data', (text: Buffer) => (told[number] += text.toString()));
  let end = begin;
  child.once('exit', () => (end = performance.now()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (file !== undefined) closeSync(file);
  if (code !== 0) throw new Error(`${args.slice(2).join(' ')}: ended with ${code ?? signal}`);
  return { seconds: (end - begin) / 1000, text: told[1], told: told[3] };
}

/**
 * Runs a program of this package's, by its address, in a Node process of its own.
 *
 * @throws Error when it fails
 */
export async function runNode(program: string, args: readonly string[]): Promise<Run> {
  const { seconds, text, told } = await run(process.execPath, ['--import', TELLS_USAGE, program, ...args]);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(told) as NodeJS.ResourceUsage;
  return { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS * 1024, text };
}

/**
 * Runs any other command.
 *
 * @param output a file for what it prints
 * @throws Error when it fails
 */
export async function runCommand(command: string, args: readonly string[], output: string): Promise<Run> {
  const { seconds, text, told } = await run('sh', ['-c', TELLS_TIMES, command, ...args], output);
  return { seconds, cpu: childrenSeconds(told), peak: 0, text };
}
