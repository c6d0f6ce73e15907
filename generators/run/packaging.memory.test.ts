/** Pieces are put together in memory that does not grow with them: a process of its own, which has not written them, tells what it held at most. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const BUILD = fileURLToPath(new URL('../../build/', import.meta.url));

/** What both programs begin with. */
const BOTH = `
  const load = (module) => import(process.argv[1] + module);
  const [{ linesPiece }, { openStore }, { resolveRun }, { PoolLines }, { writeLogs }] = await Promise.all(
    ['src/archive/file-names.js', 'src/store/open-store.js', 'generators/run/resolve-run.js',
     'generators/run/pool-lines.js', 'generators/run/write-logs.js'].map(load));
  const store = await openStore(process.argv[2]);
  const plan = await resolveRun({ users: 2, days: 1, servers: 4, dialect: 'current', packaging: 'tutor' });
`;

/** Writes two pools' pieces of so many lines, and prints what they are. */
const WRITES = `${BOTH}
  const lines = Number(process.argv[3]);
  await store.prepare();
  const pools = await Promise.all([0, 1].map(async (pool) => {
    const name = linesPiece(pool);
    const draft = store.draft(name);
    let bytes = 0;
    const write = (block) => { bytes += block.length; draft.write(block); };
    const piece = new PoolLines(plan, { write, close: () => draft.close() });
    for (let line = 0; line < lines / 2; line += 1) {
      const time = plan.start + 1000 * (2 * line + pool);
      piece.line({ time, visit: undefined }, 'a line of today, '.repeat(20) + line + '\\n', time);
      if (line % 1000 === 0) await draft.ready();
    }
    piece.close();
    await draft.done();
    await store.publish(name);
    return { result: { pool }, pieces: [{ name, bytes }] };
  }));
  console.log(JSON.stringify(pools));
`;

/** Puts them together; prints how many lines that were, and the most that was held, in kB. */
const MERGES = `${BOTH}
  const { archives } = await writeLogs(store, plan, JSON.parse(process.argv[3]));
  console.log(archives[0].archive.files[0].lines, process.resourceUsage().maxRSS);
`;

function told(program: string, folder: string, argument: string): string {
  const node = ['--max-semi-space-size=4', '--input-type=module', '--eval', program];
  return execFileSync(process.execPath, [...node, BUILD, folder, argument], { encoding: 'utf8' }).trim();
}

function held(lines: number): number {
  const folder = temporaryFolder();
  const pools = told(WRITES, folder, String(lines));
  const [written, most] = told(MERGES, folder, pools).split(' ').map(Number);
  expect(written).toBe(lines);
  return most!;
}

test('ten times as many lines take no tenth more', () => {
  expect(held(500_000) / held(50_000)).toBeLessThan(1.1);
});
