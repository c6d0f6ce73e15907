import { optionError, option, type OptionName } from '../../src/base/user-error.ts';

/** Share of a run: one of so many parts. */
export interface Share {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

/** Parts at most, more than any run has pools. */
const MOST_PARTS = 100_000;

/** The whole run, as one share. */
export const ALL: Share = { part: 1, parts: 1 };

const isFrom1To = (most: number, value: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

/** @throws UserError when there can be no such share */
export function checkShare(name: string | OptionName, { part, parts }: Share): void {
  if (!isFrom1To(MOST_PARTS, parts))
    throw optionError`${name} must be at least one share and at most ${MOST_PARTS}, not ${parts}`;
  if (!isFrom1To(parts, part))
    throw optionError`${name} must be from 1/${parts} to ${parts}/${parts}, not ${part}/${parts}`;
}

/**
 * Reads `3/8`.
 *
 * @throws UserError when it is something else
 */
export function parseShare(text: string): Share {
  const [, part, parts] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (part === undefined)
    throw optionError`${option('part')} must be I/N, such as 3/8 for the third of eight shares, not ${JSON.stringify(text)}`;
  const share = { part: Number(part), parts: Number(parts) };
  checkShare(option('part'), share);
  return share;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Environment variables by which engines of job arrays tell a task its index, and the number of tasks. Kubernetes does not tell the number. */
const ENGINES: readonly { readonly engine: string; readonly index: string; readonly count?: string }[] = [
  { engine: 'Slurm', index: 'SLURM_ARRAY_TASK_ID', count: 'SLURM_ARRAY_TASK_COUNT' },
  { engine: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
  { engine: 'Kubernetes', index: 'JOB_COMPLETION_INDEX' },
];

function whole(environment: Environment, name: string): number | undefined {
  const text = environment[name] ?? '';
  if (text === '') return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw optionError`${name} must be a whole number, not ${JSON.stringify(text)}; name the share with ${option('part')} I/N`;
  return Number(text);
}

/** Slurm's arrays may be of any numbers. Those of `--array=3` or `--array=1,5` are part of an array that was submitted before. */
function isWholeArray(environment: Environment, count: number): boolean {
  const first = whole(environment, 'SLURM_ARRAY_TASK_MIN') ?? 0;
  const last = whole(environment, 'SLURM_ARRAY_TASK_MAX') ?? first + count - 1;
  return first <= 1 && last - first === count - 1;
}

/**
 * The share that a task of a job array is to make, by the variables of its engine. Indices are taken as remainders, since
 * arrays may count from 0 or 1.
 *
 * @param parts how many shares there are, where the engine does not say
 * @returns undefined outside of job arrays; `from` names the variable that told
 * @throws UserError when the variables make no sense, or nothing tells how many shares there are
 */
export function shareOfTask(
  environment: Environment,
  parts: number | undefined,
): (Share & { readonly from: string }) | undefined {
  const found = ENGINES.find(({ index }) => whole(environment, index) !== undefined);
  if (found === undefined) return undefined;
  const { engine, index, count } = found;
  const all = parts ?? (count === undefined ? undefined : whole(environment, count));
  if (all === undefined)
    throw optionError`${index} says that this is a task of an array of ${engine}, but not how many there are; give ${option('parts')} N`;
  checkShare(parts === undefined ? count! : option('parts'), { part: 1, parts: all });
  if (parts === undefined && !isWholeArray(environment, all)) {
    throw optionError`the tasks of this array are not numbered from 0 or 1 without a gap, so they are not all of them; give ${option('parts')} N`;
  }
  return { part: (whole(environment, index)! % all) + 1, parts: all, from: index };
}
