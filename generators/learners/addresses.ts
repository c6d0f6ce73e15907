import { chance, integer, pick, type Stream } from '../../src/base/random/index.ts';
import { hexKey } from './hex-key.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * Who gives out addresses, and blocks that each gives out, by their first byte: IANA's registry of IPv4 address space, and
 * the first group of its IPv6 space. Blocks of others, and of private, shared and reserved use, are left out.
 */
const BLOCKS = {
  arin: {
    first: [...range(63, 72), ...range(74, 76), ...range(96, 99), 108, 173, 174, 184, 199, ...range(204, 209), 216],
    sixth: '26',
  },
  ripe: {
    first: [2, 5, 31, 37, 46, 62, ...range(77, 95), 109, 176, 178, 188, ...range(193, 195), 212, 213, 217],
    sixth: '2a',
  },
  apnic: {
    first: [
      1,
      14,
      27,
      36,
      39,
      42,
      49,
      ...range(58, 61),
      101,
      106,
      ...range(110, 126),
      175,
      180,
      182,
      183,
      202,
      210,
      211,
      ...range(218, 222),
    ],
    sixth: '24',
  },
  lacnic: { first: [177, 179, 181, 186, 187, 189, 190, 200, 201], sixth: '28' },
  afrinic: { first: [41, 102, 105, 197], sixth: '2c' },
} as const;

export type Registry = keyof typeof BLOCKS;
export const REGISTRIES = Object.keys(BLOCKS) as [Registry, ...Registry[]];

/** An address on the public net, of a block that a registry gives out. */
export function address(random: Stream, registry: Registry, ipv6: number): string {
  const { first, sixth } = BLOCKS[registry];
  if (chance(random, ipv6)) {
    const groups = [`${sixth}0${integer(random, 0, 9)}`, hexKey(random, 4), hexKey(random, 4)].map((g) =>
      g.replace(/^0{1,3}/, ''),
    );
    return `${groups.join(':')}::${integer(random, 1, 9999)}`;
  }
  return `${pick(random, first)}.${integer(random, 0, 255)}.${integer(random, 0, 255)}.${integer(random, 1, 254)}`;
}
