/** Trials as files: bytes, not seeds, so that they mean the same to any later version. */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from '../../src/base/bounded-json.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { makeFolder } from '../../src/store/folder.ts';
import { fileSystemError, UserError } from '../../src/base/user-error.ts';
import { shownArchive } from '../subjects/adapter/trap.ts';
import { joined } from '../subjects/lines.ts';
import type { Command, Step, Trial } from '../subjects/trial.ts';
import { FILE_BOUNDS, misshapen, STORED_TRIAL, VERSION } from './trial-shape.ts';

/** A trial of a property. */
export interface StoredTrial {
  readonly property: string;
  readonly dialect: Dialect;
  readonly trial: Trial;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64');

const packCommand = (command: Command): object =>
  command.cmd === 'parse'
    ? { ...command, chunks: command.chunks.map(base64) }
    : {
        ...command,
        bytes: base64(command.bytes),
        ...(command.trap && { trap: { ...command.trap, content: base64(command.trap.content) } }),
      };

/** A type with text in place of bytes. */
type Packed<T> = T extends Uint8Array ? string : T extends object ? { [K in keyof T]: Packed<T[K]> } : T;

function unpackCommand(packed: Packed<Command>): Command {
  if (packed.cmd === 'parse') return { ...packed, chunks: packed.chunks.map(bytesOf) };
  const { bytes, trap, ...rest } = packed;
  return { ...rest, bytes: bytesOf(bytes), ...(trap && { trap: { way: trap.way, content: bytesOf(trap.content) } }) };
}

/** A trial as JSON. */
export function packTrial({ property, dialect, trial }: StoredTrial): object {
  const steps = trial.steps.map(({ command, expected }) => ({ command: packCommand(command), expected }));
  return { conform: VERSION, property, dialect, ...(trial.before && { before: trial.before.map(packCommand) }), steps };
}

interface PackedTrial extends Omit<StoredTrial, 'trial'> {
  readonly before?: readonly Packed<Command>[];
  readonly steps: readonly { readonly command: Packed<Command>; readonly expected: Step['expected'] }[];
}

const REMEDY = 'give a file that it has written, or remove it';

/**
 * A trial from what {@link packTrial} made.
 *
 * @param schema its shape, and that of what stands beside it
 * @throws UserError when it is something else
 */
export function unpackTrial(packed: unknown, where: string, schema = STORED_TRIAL): StoredTrial {
  const path = misshapen(schema, packed);
  if (path !== undefined)
    throw new UserError(
      `${where}: it is no stored trial of edxgen conform (${path} is not as it should be); ${REMEDY}`,
    );
  const { property, dialect, before, steps } = packed as PackedTrial;
  const unpacked = steps.map(({ command, expected }) => ({ command: unpackCommand(command), expected }));
  return { property, dialect, trial: { ...(before && { before: before.map(unpackCommand) }), steps: unpacked } };
}

/**
 * Reads a stored trial.
 *
 * @throws UserError when it cannot be read, or is something else
 */
export const readTrial = (path: string): StoredTrial =>
  unpackTrial(readJsonFile(path, FILE_BOUNDS, 'give a file that edxgen conform has written'), path);

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
  const digest = createHash('sha256')
    .update(JSON.stringify(packTrial(stored)))
    .digest('hex')
    .slice(0, 8);
  return `${stored.property}-${stored.dialect}-${digest}`;
}

/** The inputs of a trial, as files that any tool reads. */
export const inputsOf = ({ steps }: Trial): { readonly ending: string; readonly bytes: Uint8Array }[] =>
  steps.map(({ command }) =>
    command.cmd === 'parse'
      ? { ending: '.log', bytes: joined(command.chunks) }
      : { ending: '.tar', bytes: shownArchive(command) },
  );

/** Writes a file in place of what has its name, which may be a link: whoever the folder comes from could write anywhere by one. */
function replace(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${randomUUID()}`;
  writeFileSync(fresh, content, { flag: 'wx' });
  renameSync(fresh, path);
}

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
    makeFolder(folder);
    for (const [i, { ending, bytes }] of inputs.entries())
      replace(`${path}${inputs.length > 1 ? `.${i + 1}` : ''}${ending}`, bytes);
    replace(`${path}.json`, `${JSON.stringify(packTrial(stored), null, 1)}\n`);
  } catch (error) {
    throw fileSystemError(error, `write to ${folder}`) ?? error;
  }
  return `${path}.json`;
}
