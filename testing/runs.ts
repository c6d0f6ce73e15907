/** Runs of the simulation for tests, and what the system's own tools say of the files. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Manifest } from '../generators/run/manifest.ts';
import type { SimulateOptions } from '../generators/run/options.ts';
import { simulate } from '../generators/run/simulate.ts';
import { viewTar } from '../generators/faults/tar-view.ts';
import { BLOCK } from '../src/archive/tar-header.ts';

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

/** The names of all files of a folder and of those in it. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();

/** Every file of a folder and those in it, by name, as bytes. */
export const filesOf = (folder: string): Map<string, Buffer> =>
  new Map(filesIn(folder).map((name) => [name, readFileSync(join(folder, name))]));

/** Every file of a folder and those in it, by name, as its SHA-256: vitest takes a second to compare a megabyte of bytes. */
export const hashesOf = (folder: string): Map<string, string> =>
  new Map([...filesOf(folder)].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]));

/** The daily files of a run, by server and name, uncompressed (generate.files.test.ts: as the system's programs do). */
export function dailyFilesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const archive of readdirSync(folder).sort()) {
    if (!archive.endsWith('.tar')) continue;
    const server = archive.slice(0, -4);
    const file = openSync(join(folder, archive), 'r');
    const { members, read } = viewTar(server, file);
    for (const { name, offset, size } of members) {
      if (!name.startsWith(`${server}/`)) throw new Error(`${archive} holds ${name}`);
      const content = read(offset + BLOCK, size);
      files.set(name, (name.endsWith('.gz') ? gunzipSync(content) : content).toString('latin1'));
    }
    closeSync(file);
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
