import fc from 'fast-check';
import { pageClose } from '../../src/spec/events/index.ts';
import { bytesOf, mustAccept, log, type Item } from '../inputs/compose.ts';
import { lineOf, linesFrom, type LogLine } from '../inputs/log-line.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

/** Of the blocks that files and pipes are read in, in bytes; larger ones take their time. */
const BLOCKS = [4096, 8192, 65_536, 4096, 8192, 65_536, 512, 1024, 2048, 16_384, 32_768, 131_072];

/** What lies across a boundary: as it is written, and what it means. Nothing at all is the newline of its line. */
const ACROSS = [
  ['', ''],
  ['\u00e9', '\u00e9'],
  ['\u6771', '\u6771'],
  ['\u{1f600}', '\u{1f600}'],
  ['\\u00e9', '\u00e9'],
  ['\\ud83d\\ude00', '\u{1f600}'],
  ['\\"', '"'],
  ['\\\\', '\\'],
] as const;

/** Where offsets count from: the file's start, that of a chunk after the first line, or a chunk each block. */
const FROM = ['file', 'chunk', 'blocks'] as const;

/** No line is longer than this, so that every dialect can have it. */
const LONGEST = 5000;

/** A line whose agent is so many letters and what comes after them. */
function lineWith(
  { record, dialect, fields }: LogLine,
  letters: number,
  [written, meaning]: (typeof ACROSS)[number],
): Item {
  const padding = 'x'.repeat(letters);
  const text = spell({ ...fields, agent: '@' }, PLAIN).replace('"agent":"@"', `"agent":"${padding}${written}"`);
  return mustAccept(lineOf({ ...record, agent: padding + meaning }, dialect), { text, about: ['fields'] });
}

/** A line of so many bytes, its newline counted. */
function lineOfLength(line: LogLine, length: number): Item {
  const shortest = lineWith(line, 0, ACROSS[0]).bytes.length + 1;
  return lineWith(line, length - shortest, ACROSS[0]);
}

/** Lines of which the last has what lies across at a boundary, so many bytes of it before. */
function linesUpTo(line: LogLine, across: (typeof ACROSS)[number], boundary: number, before: number): Item[] {
  const bare = Buffer.from(lineWith(line, 0, across).bytes);
  const start = across[0] === '' ? bare.length : bare.indexOf(`"agent":"${across[0]}"`) + '"agent":"'.length;
  let end = boundary - before;
  while (end < start) end += boundary;
  const fillers = Math.floor((end - start) / LONGEST);
  return [
    ...Array.from({ length: fillers }, () => lineOfLength(line, LONGEST)),
    lineWith(line, end - start - fillers * LONGEST, across),
  ];
}

function cut(bytes: Buffer, from: (typeof FROM)[number], first: number, block: number): Uint8Array[] {
  if (from === 'file') return [bytes];
  if (from === 'chunk') return [bytes.subarray(0, first), bytes.subarray(first)];
  return Array.from({ length: Math.ceil(bytes.length / block) }, (_, i) => bytes.subarray(i * block, (i + 1) * block));
}

/** Lines without payload; a page that is closed today sends an object without keys. */
const short = (dialect: LogLine['dialect']) =>
  linesFrom(
    LOG_LIKE,
    dialect,
    ({ name, shape }) => shape.encoding === 'empty' || (dialect === 'current' && name === pageClose.name),
  );

export const blockBoundaries: TrialProperty = {
  id: 'block-boundaries',
  level: 'must',
  depth: 'lines',
  statement:
    'A character, an escape or a newline that lies across the boundary of a block, 4,096 bytes or 65,536, of a file or a chunk is read whole.',
  source: 'protocol: chunks',
  trials: (dialect) =>
    fc
      .tuple(short(dialect), fc.constantFrom(...ACROSS), fc.constantFrom(...BLOCKS), fc.nat(), fc.constantFrom(...FROM))
      .map(([line, across, block, shift, from]) => {
        const length = bytesOf(across[0]).length;
        const before = length === 0 ? shift % 2 : 1 + (shift % (length - 1));
        const first = mustAccept(line, { about: ['fields'] });
        const items = [...(from === 'chunk' ? [first] : []), ...linesUpTo(line, across, block, before), first];
        return { steps: [log(dialect, items, { chunks: (bytes) => cut(bytes, from, first.bytes.length + 1, block) })] };
      }),
};
