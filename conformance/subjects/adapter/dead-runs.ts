/**
 * Folders that runs of the kit left behind because they were killed. Each holds a record of its run; the next run removes those
 * whose process is gone. A folder of somebody else, a link, or one without a record is left alone; so is one whose process
 * cannot be judged from here: of another machine or container, or on a system without /proc.
 */
import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Type } from '../../../src/base/type.ts';
import { Value } from 'typebox/value';
import { readJsonFile } from '../../../src/base/bounded-json.ts';

const RECORD = 'edxgen-run.json';
export const FOLDER = 'edxgen-conform-';
const NAME = new RegExp(`^${FOLDER}[A-Za-z0-9]{6,8}$`);

const Run = Type.Object(
  {
    kit: Type.Literal('edxgen conform'),
    machine: Type.String(),
    process: Type.Integer({ minimum: 1 }),
    start: Type.String(),
  },
  { additionalProperties: false },
);
const BOUNDS = { bytes: 4096, depth: 2 };

/** Where process ids mean something: a machine, and on it a container. */
const machine = (): string => `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;

/** When a process was started, in ticks of the machine's clock: ids come again, both together do not [proc_pid_stat(5)]. */
const startOf = (id: number): string =>
  readFileSync(`/proc/${id}/stat`, 'latin1').replace(/^.*\)/s, '').trim().split(' ')[19]!;

/** Says in a new folder whose it is; without /proc nobody could tell, and nothing is said. */
export function signFolder(folder: string): void {
  try {
    const run = { kit: 'edxgen conform', machine: machine(), process: process.pid, start: startOf(process.pid) };
    writeFileSync(join(folder, RECORD), JSON.stringify(run), { flag: 'wx', mode: 0o600 });
  } catch {
    // The folder serves without it.
  }
}

function isOwn(path: string, kind: 'isDirectory' | 'isFile'): boolean {
  const status = lstatSync(path);
  return status[kind]() && status.uid === process.getuid?.();
}

/** Whether a folder is of a run that is over for certain. */
function isDead(folder: string): boolean {
  const record = join(folder, RECORD);
  if (!isOwn(folder, 'isDirectory') || !isOwn(record, 'isFile')) return false;
  const run: unknown = readJsonFile(record, BOUNDS, '');
  if (!Value.Check(Run, run) || run.machine !== machine()) return false;
  try {
    return startOf(run.process) !== run.start;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Removes what dead runs have left in a folder, as far as that can be done. */
export function removeDeadRuns(parent: string): void {
  try {
    for (const name of readdirSync(parent).filter((each) => NAME.test(each))) removeIfDead(join(parent, name));
  } catch {
    // What cannot be looked at stays.
  }
}

function removeIfDead(folder: string): void {
  try {
    if (isDead(folder)) rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another run has removed it, or it is not to be touched.
  }
}
