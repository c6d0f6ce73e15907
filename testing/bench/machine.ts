import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What a command says of its version; undefined where there is no such command. */
export function versionOf(command: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status === 0 ? (stdout || stderr).split('\n')[0]!.trim() : undefined;
}

/** What figures depend on, in a line. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const cores = `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  const software = `Node ${process.versions.node}, zlib ${process.versions.zlib}`;
  return `${cores}, ${memory}, ${process.platform} ${process.arch}; ${software}; load ${loadavg()[0]!.toFixed(1)} before this`;
}
