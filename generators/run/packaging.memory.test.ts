/** Pieces are put together in memory that does not grow with them: a process of its own tells what it held at most. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const BUILD = fileURLToPath(new URL('../../build/', import.meta.url));

/** Writes two pools' pieces of so many lines, and puts them together; prints the most that was held, in kB. */
const PROGRAM = `
  const load = (module) => import(process.argv[1] + module);
  const [{ linesPiece }, { openStore }, { resolveRun }, { PoolLines }, { writeLogs }] = await Promise.all(
    ['src/archive/file-names.js', 'src/store/open-store.js', 'generators/run/options.js',
     'generators/run/pool-lines.js', 'generators/run/write-logs.js'].map(load));
  const [store, lines] = [await openStore(process.argv[2]), Number(process.argv[3])];
  const plan = await resolveRun({ users: 2, days: 1, servers: 4, dialect: 'current', packaging: 'tutor' });
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
  const { archives } = await writeLogs(store, plan, pools);
  console.log(archives[0].archive.files[0].lines, process.resourceUsage().maxRSS);
`;

function held(lines: number): number {
  const program = ['--max-semi-space-size=4', '--input-type=module', '--eval', PROGRAM];
  const told = execFileSync(process.execPath, [...program, BUILD, temporaryFolder(), String(lines)], {
    encoding: 'utf8',
  });
  const [written, most] = told.trim().split(' ').map(Number);
  expect(written).toBe(lines);
  return most!;
}

test('ten times as many lines take no tenth more', () => {
  expect(held(500_000) / held(50_000)).toBeLessThan(1.1);
});
