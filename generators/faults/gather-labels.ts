import { join } from 'node:path';
import { FAULT_LABELS, labelsName, PARTIAL } from '../file-names.ts';
import { concatenate } from '../json-lines.ts';

/**
 * Puts the labels of each server one after the other into one file, under its partial name.
 *
 * @returns how many labels there are, and the hash of the file
 */
export const gatherLabels = (folder: string, servers: readonly string[]): { lines: number; sha256: string } =>
  concatenate(
    servers.map((server) => join(folder, labelsName(server) + PARTIAL)),
    join(folder, FAULT_LABELS + PARTIAL),
  );
