import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WORK } from '../src/archive/file-names.ts';

/**
 * A folder whose files are of two runs, or of half a one, says nothing of either.
 *
 * @throws UserError which command puts it right
 */
export async function checkSettledIn(paths: readonly string[]): Promise<void> {
  for (const path of paths.filter((one) => existsSync(join(one, WORK)))) {
    const [{ checkSettled }, { openStore }] = await Promise.all([
      import('../generators/run/swap.ts'),
      import('../src/store/open-store.ts'),
    ]);
    await checkSettled(await openStore(path));
  }
}
