import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
function traps(root: string, folder: string): string[] {
  const above = Array.from({ length: DEPTH + 1 }, (_, steps) => join(folder, ...Array.from({ length: steps }, () => '..')));
  return [...new Set([...above, root, tmpdir(), process.cwd(), join(process.cwd(), '..')])];
}

/** Writes an archive where a parser can read it. */
export function placeArchive({ name, bytes, trap }: ArchiveCommand): ArchivePlace {
  const root = mkdtempSync(join(tmpdir(), 'edxgen-conform-'));
  const folder = trap === undefined ? root : join(root, ...Array.from({ length: DEPTH }, (_, i) => `${i}`));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const caught = () => (trap === undefined ? undefined : traps(root, folder).map((place) => join(place, trap)).find((file) => existsSync(file)));
  return {
    path,
    escaped() {
      const file = caught();
      if (file === undefined) return undefined;
      rmSync(file, { recursive: true, force: true });
      return { kind: 'escaped', path: file };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
