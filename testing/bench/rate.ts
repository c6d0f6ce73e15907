import { validateLine } from '../../src/line/index.ts';

/** What a program that makes lines says of itself. */
export interface Rate {
  readonly lines: number;
  readonly characters: number;
  /** Of making the lines alone: neither start-up nor the first lines, which are slow, count. */
  readonly seconds: number;
  /** The same, of processors. */
  readonly cpu: number;
  /** The share of its first lines that conform to the format. */
  readonly conforming: number;
}

const JUDGED = 1000;

/** Measures how fast lines are made, for a program that makes them one by one and throws them away. */
export function measureRate(makeLine: () => string, lines: number): Rate {
  const warmUp = Array.from({ length: Math.min(JUDGED, lines) }, makeLine);
  let characters = 0;
  const used = process.cpuUsage();
  const begin = performance.now();
  for (let line = 0; line < lines; line += 1) characters += makeLine().length;
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(used);
  const conforming = warmUp.filter((line) => validateLine(line, 'documented').length === 0).length / warmUp.length;
  return { lines, characters, seconds, cpu: (user + system) / 1e6, conforming };
}
