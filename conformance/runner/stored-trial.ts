/** Trials as files: bytes, not seeds, so that they mean the same to any later version. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { fileSystemError, UserError } from '../../src/user-error.ts';
import { joined } from '../lines.ts';
import type { Command, Step, Trial } from '../trial.ts';

/** A trial of a property. */
export interface StoredTrial {
  readonly property: string;
  readonly dialect: Dialect;
  readonly trial: Trial;
}

/** The version of the file's shape. */
const VERSION = 1;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64');

const packCommand = (command: Command): object =>
  command.cmd === 'parse'
    ? { ...command, chunks: command.chunks.map(base64) }
    : { ...command, bytes: base64(command.bytes), ...(command.planted && { planted: base64(command.planted) }) };

interface Packed {
  readonly cmd: Command['cmd'];
  readonly chunks: readonly string[];
  readonly bytes: string;
  readonly planted?: string;
}

const unpackCommand = (packed: Packed): Command =>
  (packed.cmd === 'parse'
    ? { ...packed, chunks: packed.chunks.map(bytesOf) }
    : { ...packed, bytes: bytesOf(packed.bytes), ...(packed.planted && { planted: bytesOf(packed.planted) }) }) as unknown as Command;

/** A trial as JSON. */
export function packTrial({ property, dialect, trial }: StoredTrial): object {
  const steps = trial.steps.map(({ command, expected }) => ({ command: packCommand(command), expected }));
  return { conform: VERSION, property, dialect, steps };
}

/**
 * A trial from what {@link packTrial} made.
 *
 * @throws UserError when it is something else
 */
export function unpackTrial(packed: unknown, where: string): StoredTrial {
  const { conform, property, dialect, steps } = (packed ?? {}) as Record<string, unknown>;
  const known = conform === VERSION && typeof property === 'string' && DIALECTS.includes(dialect as Dialect) && Array.isArray(steps);
  if (!known) throw new UserError(`${where}: it is no stored trial of edxgen conform; give a file that it has written`);
  try {
    const unpacked = (steps as { command: Packed; expected: Step['expected'] }[]).map(({ command, expected }) => ({ command: unpackCommand(command), expected }));
    return { property: property as string, dialect: dialect as Dialect, trial: { steps: unpacked } };
  } catch (error) {
    throw new UserError(`${where}: it is no stored trial of edxgen conform; give a file that it has written`, { cause: error });
  }
}

/**
 * Reads a stored trial.
 *
 * @throws UserError when it cannot be read
 */
export function readTrial(path: string): StoredTrial {
  try {
    return unpackTrial(JSON.parse(readFileSync(path, 'utf8')), path);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${path}: it is no JSON; give a file that edxgen conform has written`, { cause: error });
    throw fileSystemError(error, `read ${path}`) ?? error;
  }
}

/** Reads all stored trials of a folder, by name; none when there is no such folder. */
export function readTrials(folder: string): StoredTrial[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => readTrial(join(folder, name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileSystemError(error, `read ${folder}`) ?? error;
  }
}

/** The name that a trial's files have, whatever the run. */
export function trialName(stored: StoredTrial): string {
  const digest = createHash('sha256').update(JSON.stringify(packTrial(stored))).digest('hex').slice(0, 8);
  return `${stored.property}-${stored.dialect}-${digest}`;
}

/** The inputs of a trial, as files that any tool reads. */
export const inputsOf = ({ steps }: Trial): { readonly ending: string; readonly bytes: Uint8Array }[] =>
  steps.map(({ command }) => (command.cmd === 'parse' ? { ending: '.log', bytes: joined(command.chunks) } : { ending: '.tar', bytes: command.bytes }));

/**
 * Writes a trial to a folder: one file to replay, and its inputs as they are.
 *
 * @returns the path of the file to replay
 * @throws UserError when it cannot be written
 */
export function writeTrial(folder: string, stored: StoredTrial): string {
  const path = join(folder, trialName(stored));
  const inputs = inputsOf(stored.trial);
  try {
    mkdirSync(folder, { recursive: true });
    for (const [i, { ending, bytes }] of inputs.entries()) writeFileSync(`${path}${inputs.length > 1 ? `.${i + 1}` : ''}${ending}`, bytes);
    writeFileSync(`${path}.json`, `${JSON.stringify(packTrial(stored), null, 1)}\n`);
  } catch (error) {
    throw fileSystemError(error, `write to ${folder}`) ?? error;
  }
  return `${path}.json`;
}
