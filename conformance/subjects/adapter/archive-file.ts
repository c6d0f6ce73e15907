import { closeSync, constants, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchiveCommand } from '../trial.ts';
import { deepFolder } from './workspace.ts';

/** An archive on disk while a parser reads it. */
export interface ArchiveFile {
  readonly path: string;
  readonly folder: string;
  remove(): void;
}

/** Folders that are used again: making one for each archive takes longer than reading it. */
const free: string[] = [];
let folders = 0;

function folderFor(): string {
  const known = free.pop();
  if (known !== undefined) return known;
  folders += 1;
  return deepFolder(`${folders}`);
}

/** Writes a file over another, which some file systems take a hundred times as long for when it is emptied first. */
function overwrite(path: string, bytes: Uint8Array): void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
  writeSync(file, bytes);
  ftruncateSync(file, bytes.length);
  closeSync(file);
}

/**
 * Writes an archive where a parser can read it.
 *
 * @param address where it lies already, if it does
 */
export function writeArchive({ name, bytes }: Pick<ArchiveCommand, 'name' | 'bytes'>, address?: string): ArchiveFile {
  if (address !== undefined) return { path: address, folder: dirname(address), remove: () => undefined };
  const folder = folderFor();
  const path = join(folder, name);
  overwrite(path, bytes);
  return { path, folder, remove: () => void free.push(folder) };
}
