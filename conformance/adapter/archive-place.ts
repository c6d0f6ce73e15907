import { closeSync, constants, existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Outcome } from '../subject.ts';
import type { ArchiveCommand } from '../trial.ts';

/** An archive on disk while a parser reads it. */
export interface ArchivePlace {
  readonly path: string;
  /** Says so when the parser has written a trap's file. */
  escaped(): Outcome | undefined;
  remove(): void;
}

/** How many folders deep an archive lies: a path that climbs out of it ends in one of them. */
const DEPTH = 4;

/** The folders that a trap's file may land in: those above the archive, the temporary one and the current one. */
function traps(folder: string): string[] {
  const above = Array.from({ length: DEPTH + 1 }, (_, steps) => join(folder, ...Array.from({ length: steps }, () => '..')));
  return [...new Set([...above, tmpdir(), '/tmp', process.cwd(), join(process.cwd(), '..')])];
}

/** Where a file lies that an archive only links to. */
export const plantedAt = (trap: string): string => `/tmp/${trap}-outside`;

/** The folder of this process's archives, made at the first: a folder for each takes longer than reading the archive. */
let base: string | undefined;
let places = 0;
const free: string[] = [];

function folderFor(): string {
  if (base === undefined) {
    base = mkdtempSync(join(tmpdir(), 'edxgen-conform-'));
    process.on('exit', () => rmSync(base!, { recursive: true, force: true }));
  }
  const known = free.pop();
  if (known !== undefined) return known;
  const folder = join(base, `${places}`, ...Array.from({ length: DEPTH }, (_, i) => `${i}`));
  places += 1;
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes a file over another, which some file systems take a hundred times as long for when it is emptied first. */
function overwrite(path: string, bytes: Uint8Array): void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT);
  writeSync(file, bytes);
  ftruncateSync(file, bytes.length);
  closeSync(file);
}

/**
 * Writes an archive where a parser can read it.
 *
 * @param address where it lies already, if it does
 */
export function placeArchive({ name, bytes, trap, planted }: ArchiveCommand, address?: string): ArchivePlace {
  const folder = address === undefined ? folderFor() : dirname(address);
  const path = address ?? join(folder, name);
  if (address === undefined) overwrite(path, bytes);
  if (trap !== undefined && planted) writeFileSync(plantedAt(trap), planted);
  const caught = () => (trap === undefined ? undefined : traps(folder).map((place) => join(place, trap)).find((file) => existsSync(file)));
  return {
    path,
    escaped() {
      const file = caught();
      if (file === undefined) return undefined;
      rmSync(file, { recursive: true, force: true });
      return { kind: 'escaped', path: file };
    },
    remove() {
      if (address === undefined) free.push(folder);
      if (trap !== undefined) rmSync(plantedAt(trap), { force: true });
    },
  };
}
