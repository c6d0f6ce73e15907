import type { Run } from './child.ts';
import { median, spread } from './statistics.ts';

/** What repetitions of one measurement came to. */
export interface Figure {
  /** The median of seconds. */
  readonly seconds: number;
  /** How far the seconds lie apart, as a share of their median: what a difference must exceed to be one. */
  readonly spread: number;
  /** The median of processor seconds: what to look at where others use the machine too. */
  readonly cpu: number;
  /** The median of the most memory held, in bytes. */
  readonly peak: number;
  /** What each printed. */
  readonly texts: readonly string[];
}

function figureOf(runs: readonly Run[]): Figure {
  const seconds = runs.map((run) => run.seconds);
  return {
    seconds: median(seconds),
    spread: spread(seconds),
    cpu: median(runs.map((run) => run.cpu)),
    peak: median(runs.map((run) => run.peak)),
    texts: runs.map(({ text }) => text),
  };
}

/** Repeats some measurements by turns, so that what else the machine does meets all of them alike. */
export async function rounds<Name extends string>(
  repetitions: number,
  measurements: Readonly<Record<Name, () => Promise<Run>>>,
): Promise<Record<Name, Figure>> {
  const names = Object.keys(measurements) as Name[];
  const runs = new Map(names.map((name) => [name, [] as Run[]]));
  for (let round = 1; round <= repetitions; round += 1) {
    process.stderr.write(`round ${round} of ${repetitions}\n`);
    for (const name of names) runs.get(name)!.push(await measurements[name]());
  }
  return Object.fromEntries(names.map((name) => [name, figureOf(runs.get(name)!)])) as Record<Name, Figure>;
}
