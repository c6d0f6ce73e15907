/** Runs of the simulation for tests, and what the system's own tools say of the files. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Manifest } from '../generators/run/manifest.ts';
import type { SimulateOptions } from '../generators/run/options.ts';
import { simulate } from '../generators/run/simulate.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** All lines of a simulation, without their newlines. */
export async function linesOf(options: SimulateOptions): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of simulate(options).lines()) lines.push(line.slice(0, -1));
  return lines;
}

export const isHeartbeat = (line: string): boolean => line.includes('"event_type": "/heartbeat"');

const MUCH = 1 << 30;

/** Runs a program of the system; gives its standard output. */
export const system = (program: string, ...args: string[]): Buffer => execFileSync(program, args, { maxBuffer: MUCH });

/** Every file of a folder and those in it, by name, as bytes. */
export const filesOf = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );

/** Every file of a folder and those in it, by name, as its SHA-256: vitest takes a second to compare a megabyte of bytes. */
export const hashesOf = (folder: string): Map<string, string> =>
  new Map([...filesOf(folder)].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]));

/** The daily files of a run, by server and name, uncompressed by the system's tar and gzip. */
export function dailyFilesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const archive of readdirSync(folder)
    .filter((name) => name.endsWith('.tar'))
    .sort()) {
    const into = temporaryFolder();
    system('tar', '-xf', join(folder, archive), '-C', into);
    const server = archive.replace('.tar', '');
    const tops = readdirSync(into);
    if (tops.some((top) => top !== server)) throw new Error(`${archive} holds ${tops.join(', ')}`);
    const names = tops.flatMap((top) => readdirSync(join(into, top)).sort());
    const packed = names.filter((name) => name.endsWith('.gz'));
    if (packed.length > 0) system('gzip', '-d', ...packed.map((name) => join(into, server, name)));
    for (const name of names)
      files.set(`${server}/${name}`, readFileSync(join(into, server, name.replace(/\.gz$/, '')), 'latin1'));
  }
  return files;
}

/** A text's lines; the last must end with a newline too. */
export function linesIn(text: string): string[] {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  return text.slice(0, -1).split('\n');
}

export const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
