/** A run of the kit that the user stops, and one that several processes of the adapter share. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Refuses every line and notes who it is; where it is to hang, it does so at the first log with a carriage return. */
const ADAPTER = `
import { appendFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
appendFileSync('pids', process.pid + '\\n');
const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
const hangs = process.argv[2] === 'hangs';
createInterface({ input: process.stdin }).on('line', (line) => {
  const { cmd, id, chunks } = JSON.parse(line);
  if (cmd === 'hello') say({ protocol: 1, parser: 'refuses', level: 'lines', dialects: ['documented'] });
  if (cmd === 'bye') process.exit(0);
  if (cmd !== 'parse') return;
  const log = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64')));
  const count = log.filter((byte) => byte === 10).length + (log.length > 0 && log.at(-1) !== 10 ? 1 : 0);
  if (hangs && log.includes('\\r')) return writeFileSync('hung', '');
  say({ id, lines: Array.from({ length: count }, () => ({ ok: false })) });
});
`;

function workshop(): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'adapter.mjs'), ADAPTER);
  return cwd;
}

const pids = (cwd: string): string[] => readFileSync(join(cwd, 'pids'), 'utf8').trim().split('\n');

/** Milliseconds. */
const PATIENCE = 60_000;

async function until(holds: () => boolean): Promise<void> {
  const begin = performance.now();
  while (!holds()) {
    if (performance.now() - begin > PATIENCE) throw new Error(`still not so: ${String(holds)}`);
    await pause(20);
  }
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'a run that is stopped by %s tells what it has found, ends with %d, and leaves no adapter',
  async (signal, expected) => {
    const cwd = workshop();
    let kit: ChildProcess | undefined;
    const stopped = shell(
      'exec "$NODE" "$PROGRAM" conform --timeout 600000 --only accepts-lines,crlf --runs 20 -- "$NODE" adapter.mjs hangs',
      cwd,
      (child) => (kit = child),
    );
    await until(() => existsSync(join(cwd, 'hung')));
    kit!.kill(signal);
    const { status, out } = await stopped;
    expect(status).toBe(expected);
    expect(out).toMatch(/^FAIL {2}accepts-lines {2}/m);
    await until(() => pids(cwd).every((pid) => !existsSync(`/proc/${pid}`)));
  },
);

test('several processes of the adapter find what one finds', async () => {
  const found = async (jobs: number) => {
    const cwd = workshop();
    const { status, out, err } = await shell(
      `edxgen conform --jobs ${jobs} --only accepts-lines,refuses-cut-lines,order,prefix,not-a-number --runs 20 -- "$NODE" adapter.mjs`,
      cwd,
    );
    return { status, out, err, files: readdirSync(join(cwd, 'edxgen-failures')), processes: pids(cwd).length };
  };
  const [one, three] = [await found(1), await found(3)];
  expect(one.status).toBe(1);
  expect(three.processes).toBeGreaterThan(one.processes);
  expect({ ...three, processes: 0 }).toEqual({ ...one, processes: 0 });
});
