import { chance, hash, integer, lognormal, stream, type Stream } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';
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

/** A number from 0 to below `count`, of what stands in a place's name. */
const below = (count: number, seed: string, what: string, number: number): number => hash(seed, what, number) % count;

/** The address that a name and a number stand for: always the same, of a block that the registry gives out or of the one given. */
function addressOf(seed: string, what: string, number: number, registry: Registry, block: string): string {
  const { first } = BLOCKS[registry];
  const part = (name: string, count: number) => below(count, seed, `${what} ${name}`, number);
  const start = block === '' ? `${first[part('first', first.length)]}.${part('second', 256)}` : block;
  return `${start}.${part('third', 256)}.${1 + part('fourth', 254)}`;
}

function longAddress(seed: string, number: number, registry: Registry): string {
  const group = (name: string) => below(65_536, seed, `six ${name}`, number).toString(16);
  return `${BLOCKS[registry].sixth}0${below(10, seed, 'six', number)}:${group('a')}:${group('b')}::${group('c')}`;
}

/** Offices and campuses of a country, and addresses that each of them has; carriers' addresses of a country. */
const SHARED = { sites: 400, addresses: 3, carrier: 150 };

/** Where somebody may be during a sitting. */
export const PLACES = ['home', 'shared', 'elsewhere'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Where people are on the net, as a behaviour says. */
interface Network {
  readonly ipv6: number;
  readonly fixed: number;
  readonly leaseDays: { readonly mean: number; readonly sd: number };
  readonly household: number;
  readonly atShared: number;
  readonly elsewhere: number;
  readonly block: string;
}

/** Whose address is asked for. */
interface Owner {
  readonly seed: string;
  readonly number: number;
  readonly country: { readonly code: string; readonly registry: Registry };
}

/** Where a sitting is, drawn from it. */
export function placeOf(random: Stream, { atShared, elsewhere }: Network, isShared: boolean): PlaceName {
  const draw = random();
  if (draw < elsewhere) return 'elsewhere';
  return isShared && draw < elsewhere + atShared * (1 - elsewhere) ? 'shared' : 'home';
}

/**
 * The address that somebody has at a place and time. Homes have one of their own, which most change after days; a campus or
 * office has a few for all who are there, some have many people; so has a carrier.
 *
 * @param random of the sitting
 * @param time microseconds since 1970
 */
export function addressAt(
  { seed, number, country: { code, registry } }: Owner,
  network: Network,
  place: PlaceName,
  random: Stream,
  time: number,
): string {
  const { block } = network;
  // Every other learner may live with the one before, if that is of the same country.
  const joins = number % 2 === 0 && hash(seed, 'household', number) < network.household * 2 ** 32;
  const home = joins ? number - 1 : number;
  const own = stream(seed, 'learner', home, 'places');
  const fixed = chance(own, network.fixed);
  const lease = lognormal(own, network.leaseDays.mean, network.leaseDays.sd) * DAY;
  const hasLong = block === '' && chance(own, network.ipv6);
  // A few sites have most people.
  const site = Math.floor(SHARED.sites * (hash(seed, 'site', number) / 2 ** 32) ** 3);
  if (place === 'shared')
    return addressOf(seed, `site ${code} ${site}`, below(SHARED.addresses, seed, 'way out', number), registry, block);
  if (place === 'elsewhere')
    return addressOf(seed, `carrier ${code}`, integer(random, 1, SHARED.carrier), registry, block);
  if (hasLong) return longAddress(seed, home, registry);
  const leases = fixed ? 0 : Math.floor(time / lease + below(997, seed, 'lease', home) / 997);
  return addressOf(seed, `home ${code} ${home}`, leases, registry, block);
}
