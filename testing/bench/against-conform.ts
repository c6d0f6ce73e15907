/** What the kit takes to try right parsers, by properties that an earlier version has too. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchProgram, CHECKOUT, PROGRAM } from '../program.ts';
import { runNode, type Run } from './child.ts';
import { pathOf } from './workshop.ts';

/** They take the time that they take: what they tell is how long a parser does. */
const MEASURED = ['linear-time', 'memory'];

const propertiesOf = (program: string): string[] =>
  execFileSync(process.execPath, [program, 'conform', '--list'], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => /^[a-z]\S*/.exec(line)?.[0] ?? []);

/** The address of the kit of a checkout. */
function kitOf(folder: string): string {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: { './conformance': { default: string } };
  };
  return pathToFileURL(join(folder, exports['./conformance'].default)).href;
}

/** A run of the kit, of this version or an earlier one: with the adapter in Python, and in the same process. */
export function conformRuns(
  folder: string,
  earlier: string,
): Record<`${'adapter' | 'inProcess'}`, (isNow: boolean) => Promise<Run>> {
  const ours = propertiesOf(PROGRAM);
  const only = propertiesOf(earlier).filter((id) => ours.includes(id) && !MEASURED.includes(id));
  const python = ['python3', join(folder, 'examples', 'adapters', 'adapter.py')];
  const options = ['--dialect', 'documented', '--quiet', '--examples', pathOf('failures'), '--only', only.join(',')];
  return {
    adapter: (isNow) => runNode(isNow ? PROGRAM : earlier, ['conform', ...options, '--', ...python]),
    inProcess: (isNow) => runNode(benchProgram('conform-in-process'), [kitOf(isNow ? CHECKOUT : folder), ...only]),
  };
}
