/** Prints how the time of each reader grows with the length of a line that comes in pieces of 64 bytes. */
import { SHAPES } from '../../conformance/inputs/growing-logs.ts';
import { READERS } from './index.ts';

const SMALL = 128 * 1024;
const FACTOR = 4;
const TIMES = 5;

const { log } = SHAPES['many pieces of one line']!;

console.log(
  `a line of ${(FACTOR * SMALL) / 1024} KiB against one of ${SMALL / 1024} KiB, in pieces of 64 bytes; ${FACTOR} is linear\n`,
);
for (const { name, parse } of READERS) {
  const best = async (size: number): Promise<number> => {
    const chunks = log(size, 'documented');
    let least = Infinity;
    for (let i = 0; i < TIMES; i += 1) {
      const start = performance.now();
      await parse(chunks, { dialect: 'documented', want: 'verdicts' });
      least = Math.min(least, performance.now() - start);
    }
    return least;
  };
  const small = await best(SMALL);
  console.log(`${name.padEnd(16)} ${((await best(FACTOR * SMALL)) / small).toFixed(1)}`);
}
