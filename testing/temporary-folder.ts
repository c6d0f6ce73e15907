/** Temporary folders of tests, and only of tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A folder that is removed when the tests of the file are over (setup.ts). */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'edxgen-test-'));
  folders.push(folder);
  return folder;
}

export const removeTemporaryFolders = (): void =>
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
