/** Runs the built command line in a process of its own, for tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { temporaryFolder } from './temporary-folder.ts';
import { PROGRAM } from './program.ts';

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a shell command in which `edxgen` is the built program.
 *
 * @param started is given the process, to send it signals
 */
export function shell(command: string, cwd = temporaryFolder(), started?: (child: ChildProcess) => void): Promise<Run> {
  const script = `edxgen() { "$NODE" "$PROGRAM" "$@"; }\n${command}`;
  const env = { ...process.env, NODE: process.execPath, PROGRAM, FORCE_COLOR: '0' };
  const child = spawn('bash', ['-o', 'pipefail', '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  started?.(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}
