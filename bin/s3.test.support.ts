/** The built command line with a real store behind it, for tests. */
import { createHash } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll } from 'vitest';
import { filesOf } from '../testing/runs.ts';
import type { Bucket } from '../src/store/bucket.test.support.ts';
import { startSwift, type Swift } from '../src/store/swift.test.support.ts';
import { shell, type Run } from '../testing/command-line.ts';

/** The store of a file of tests that has asked for one. */
export let swift: Swift;

/** Gives the tests of a file a store. */
export function withSwift(): void {
  beforeAll(async () => {
    swift = await startSwift();
  });
  afterAll(() => swift.stop());
}

interface Surroundings {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly started?: (child: ChildProcess) => void;
}

/** Runs a shell command with the variables that lead to the store, or others. */
export function s3(command: string, { env = {}, cwd, started }: Surroundings = {}): Promise<Run> {
  const variables = Object.entries({ ...swift.env, ...env }).map(([name, value]) => `export ${name}='${value}'`);
  return shell([...variables, command].join('\n'), cwd, started);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Hashes of all objects below a prefix, by what follows it. */
export async function objectsIn(bucket: Bucket, prefix = ''): Promise<Record<string, string>> {
  const keys = Object.keys(await bucket.sizes()).filter((key) => key.startsWith(prefix));
  return Object.fromEntries(
    await Promise.all(keys.map(async (key) => [key.slice(prefix.length), hashOf(await bucket.read(key))])),
  );
}

/** Hashes of all files of a folder, by name. */
export const hashesOf = (folder: string): Record<string, string> =>
  Object.fromEntries([...filesOf(folder)].map(([name, bytes]) => [name, hashOf(bytes)]));

/** What is paid for, but is no object. */
export const leftIn = async (bucket: Bucket): Promise<string[]> => [
  ...(await bucket.uploads()),
  ...(await bucket.orphans()),
];
