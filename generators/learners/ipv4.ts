/** Who gives out addresses of IPv4, and from which of them people of a country have theirs. */
import { hasher } from '../../src/base/random/index.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * Registries, and blocks of each from which people at home have theirs, by their first byte: IANA's registry of IPv4 address space. Blocks
 * of others, of companies, and of private, shared and reserved use, are left out. They are for countries that {@link COUNTRIES} does not have.
 */
const REGISTRY_BLOCKS = {
  arin: [24, 47, 50, ...range(66, 76), ...range(96, 99), 107, 108, 173, 174, 184],
  ripe: [2, 5, 31, 37, 46, 62, ...range(77, 95), 109, 176, 178, 188, ...range(193, 195), 212, 213, 217],
  apnic: [
    1,
    14,
    27,
    36,
    39,
    42,
    49,
    ...range(58, 61),
    101,
    103,
    106,
    ...range(110, 126),
    175,
    180,
    182,
    183,
    202,
    203,
    210,
    211,
    ...range(218, 222),
  ],
  lacnic: [177, 179, 181, 186, 187, 189, 190, 191, 200, 201],
  afrinic: [41, 105, 154, 196, 197],
} as const;

export type Registry = keyof typeof REGISTRY_BLOCKS;
export const REGISTRIES = Object.keys(REGISTRY_BLOCKS) as [Registry, ...Registry[]];

/**
 * Blocks of providers that have many people at home, of each country: the first byte, and the second from one number to another (the
 * registries' own lists; all were given out by 2012).
 */
const COUNTRIES: Readonly<Record<string, string>> = {
  US:
    '24.0-23 24.160-175 50.128-159 67.160-191 68.32-63 69.136-143 69.240-255 70.160-191 71.56-63 71.96-127 71.160-207 72.64-95 ' +
    '72.192-223 74.64-79 76.16-31 76.96-127 96.224-255 98.192-255 99.0-63 173.48-79 174.48-63',
  IN: '14.96-99 49.200-207 59.88-99 61.0-3 106.192-207 115.240-247 117.192-255 122.160-177 182.64-79',
  GB: '2.216-223 78.144-151 79.64-79 80.0-7 81.128-159 82.0-47 86.0-31 86.128-191 90.192-223 92.0-31 94.0-15 109.144-159 217.32-47',
  CO: '181.128-143 186.28-31 186.80-87 190.24-27 190.144-147 190.156-159 200.116-116 201.244-245',
  ES: '2.136-143 62.42-43 79.144-159 80.24-39 81.32-47 83.32-63 84.120-127 85.48-63 87.216-223 88.0-31 95.120-127',
  BR: '177.0-63 187.0-127 189.0-127 200.128-191 201.0-79',
  PK: '39.32-63 110.36-39 116.71-71 119.152-159 182.176-191',
  CA:
    '24.64-71 24.200-203 50.64-71 68.144-151 70.24-31 70.48-55 70.64-79 72.136-143 74.12-15 75.152-159 76.64-71 96.20-23 96.48-55 ' +
    '99.224-255 174.0-7 174.112-119',
  MX: '187.128-255 189.128-255 200.76-79 201.96-127',
  GR: '2.84-87 62.74-75 77.49-49 79.128-131 85.72-75 87.202-203 94.64-71 188.4-4',
  RU:
    '2.92-95 5.140-143 37.144-147 46.138-139 77.34-35 90.150-151 92.100-101 93.80-81 94.24-25 95.24-31 95.220-221 109.252-252 ' +
    '178.34-35 178.140-141 188.162-162',
  PL: '46.134-134 77.252-255 79.184-191 80.48-55 83.0-31 87.204-207 89.64-79 178.36-37 188.146-147',
  DE:
    '77.0-15 77.176-191 78.48-55 79.192-255 80.128-159 84.128-191 85.176-183 87.128-191 88.64-79 89.244-247 91.0-63 92.72-79 ' +
    '93.192-255 95.112-119 188.96-111 217.80-95 217.224-255',
  FR:
    '2.0-15 77.192-207 78.192-255 81.48-55 82.224-255 83.192-207 84.96-103 86.192-255 88.160-191 89.80-95 90.0-127 92.128-191 93.0-31 ' +
    '109.208-223 176.128-191',
  CN:
    '58.32-41 58.208-223 60.0-31 61.128-191 113.64-119 114.80-95 116.224-239 119.120-147 123.112-127 125.64-71 180.96-127 218.0-31 ' +
    '221.216-223 222.64-79',
  JP:
    '27.80-95 60.32-47 106.128-191 111.96-111 114.144-191 118.0-23 122.16-31 124.84-87 126.0-255 153.128-191 218.112-143 219.160-167 ' +
    '220.96-111 221.16-47',
  EG: '41.32-47 41.232-239 197.32-63',
  AU:
    '1.120-159 27.32-33 49.176-191 58.160-175 60.224-231 101.160-191 110.140-151 115.64-70 120.144-159 121.208-223 122.104-111 ' +
    '124.176-191 144.130-139',
  NG: '41.58-58 41.138-138 41.203-203 105.112-119 197.210-211',
};

/** A block: the first byte, and the second bytes that it has. */
interface Block {
  readonly first: number;
  readonly from: number;
  readonly size: number;
}

const blocks = new Map(
  Object.entries(COUNTRIES).map(([code, texts]): [string, readonly Block[]] => [
    code,
    texts.split(' ').map((text) => {
      const [first, from, to] = text.split(/[.-]/).map(Number) as [number, number, number];
      return { first, from, size: to - from + 1 };
    }),
  ]),
);

const blocksOf = (code: string, registry: Registry): readonly Block[] =>
  blocks.get(code) ?? REGISTRY_BLOCKS[registry].map((first) => ({ first, from: 0, size: 256 }));

/** Second bytes that a provider has in a region, where its block is not smaller. */
export const SECONDS = 16;

/** The first two bytes of what a provider has, by which of its second bytes: `24.16` to `24.31` for some. */
export function ipv4Start(seed: string, code: string, registry: Registry, provider: number, which: number): string {
  const all = blocksOf(code, registry);
  const part = hasher(seed, `provider ${code}`);
  const { first, from, size } = all[part(' first', provider) % all.length]!;
  const seconds = Math.min(SECONDS, size);
  const base = from + (part(' second', provider) % Math.floor(size / seconds)) * seconds;
  return `${first}.${base + (which % seconds)}`;
}
