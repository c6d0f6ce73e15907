/** Adapters in a few lines, for tests that need one with a certain fault. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';

/**
 * The command of an adapter, written to a folder that is gone when the test is over.
 *
 * @param answer statements that answer `asked`, a log of `text` that is the `count`th since the process was started; they may
 *   call `say`
 * @param hello what it says of itself besides
 */
export function oddAdapter(answer: string, hello: Record<string, unknown> = {}): string[] {
  const path = join(temporaryFolder(), 'adapter.mjs');
  const says = { protocol: 1, parser: 'odd', level: 'lines', dialects: ['documented'], window: 4, ...hello };
  writeFileSync(
    path,
    `import { createInterface } from 'node:readline';
const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
let count = 0;
createInterface({ input: process.stdin }).on('line', (line) => {
  const asked = JSON.parse(line);
  if (asked.cmd === 'hello') return say(${JSON.stringify(says)});
  if (asked.cmd === 'bye') process.exit(0);
  count += 1;
  const text = Buffer.concat((asked.chunks ?? []).map((chunk) => Buffer.from(chunk, 'base64'))).toString();
  const lines = text.split('\\n').filter((each) => each !== '').map(() => ({ ok: true, record: {} }));
  ${answer}
});
`,
  );
  return [process.execPath, path];
}
