import { closeSync, existsSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_LABELS, labelsName, PARTIAL } from '../file-names.ts';

const PIECE = 1024 * 1024;
const NEWLINE = 10;

/**
 * Puts the labels of each server one after the other into one file, under its partial name.
 *
 * @returns how many labels there are
 */
export function gatherLabels(folder: string, servers: readonly string[]): number {
  const whole = openSync(join(folder, FAULT_LABELS + PARTIAL), 'wx');
  const piece = Buffer.allocUnsafe(PIECE);
  let labels = 0;
  for (const path of servers.map((server) => join(folder, labelsName(server) + PARTIAL)).filter((name) => existsSync(name))) {
    const part = openSync(path, 'r');
    for (let read = readSync(part, piece); read > 0; read = readSync(part, piece)) {
      for (let done = 0; done < read; ) done += writeSync(whole, piece, done, read - done);
      for (let at = piece.indexOf(NEWLINE); at >= 0 && at < read; at = piece.indexOf(NEWLINE, at + 1)) labels += 1;
    }
    closeSync(part);
    rmSync(path);
  }
  closeSync(whole);
  return labels;
}
