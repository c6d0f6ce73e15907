/** Who gives out addresses of IPv4, and from which of them people of a country have theirs. */
import { hasher } from '../../src/base/random/index.ts';
import { HOMES, OFFICES, UNIVERSITIES } from './ipv4-blocks.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * Registries, and blocks of each from which people at home have theirs, by their first byte: IANA's registry of IPv4 address space. Blocks
 * of others, of companies, and of private, shared and reserved use, are left out. They are for countries that {@link HOMES} does not have.
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

/** A block: the first byte, and the second bytes that it has. */
interface Block {
  readonly first: number;
  readonly from: number;
  readonly size: number;
}

const parsed = (table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Block[]> =>
  new Map(
    Object.entries(table).map(([code, texts]) => [
      code,
      texts.split(' ').map((text) => {
        const [first, from, to] = text.split(/[.-]/).map(Number) as [number, number, number];
        return { first, from, size: to - from + 1 };
      }),
    ]),
  );

/** Where somebody's address is from. */
const OWNERS = { home: parsed(HOMES), university: parsed(UNIVERSITIES), office: parsed(OFFICES) };
export type AddressOwner = keyof typeof OWNERS;

const blocksOf = (code: string, registry: Registry, owner: AddressOwner): readonly Block[] =>
  OWNERS[owner].get(code) ??
  OWNERS.home.get(code) ??
  REGISTRY_BLOCKS[registry].map((first) => ({ first, from: 0, size: 256 }));

/** Second bytes that a provider has in a region, where its block is not smaller. */
export const SECONDS = 16;

/** The first two bytes of what a provider has, by which of its second bytes: `24.16` to `24.31` for some. */
export function ipv4Start(
  seed: string,
  { code, registry }: { readonly code: string; readonly registry: Registry },
  owner: AddressOwner,
  provider: number,
  which: number,
): string {
  const all = blocksOf(code, registry, owner);
  const part = hasher(seed, `provider ${code}`);
  const { first, from, size } = all[part(' first', provider) % all.length]!;
  const seconds = Math.min(SECONDS, size);
  const base = from + (part(' second', provider) % Math.floor(size / seconds)) * seconds;
  return `${first}.${base + (which % seconds)}`;
}
