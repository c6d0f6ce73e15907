import {
  chance,
  hash,
  hashedShare,
  hasher,
  integer,
  lognormal,
  stream,
  type Stream,
} from '../../src/base/random/index.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { weekdayOf } from './clocks.ts';
import { ipv4Start, SECONDS, type AddressOwner, type Registry } from './ipv4.ts';
import { ipv6Start, ipv6Times } from './ipv6.ts';

/** A number from 0 to below `count`, of what stands in a place's name. */
const below = (count: number, seed: string, what: string, number: number): number => hash(seed, what, number) % count;

/** Blocks of a country's providers, a few of which have most people, and how far leases move in what a provider has. */
const PROVIDERS = { count: 60, moves: 0.2, roams: 0.4 };

/** An address of IPv4: its first two bytes, and the others. */
interface Leased {
  readonly start: string;
  readonly third: number;
  readonly fourth: number;
}

const addressOf = ({ start, third, fourth }: Leased): string => `${start}.${third}.${fourth}`;

/**
 * An address of a home or another place: its provider has a block, its region a part of that, and what it gets anew at a lease
 * mostly comes from the same part.
 *
 * @param what the place, by name
 * @param lease counts how often it got another address
 * @param block the first two bytes of all addresses; empty for providers'
 * @param whose who has the block
 */
function leased(
  { seed, country }: Owner,
  what: string,
  lease: number,
  block: string,
  whose: AddressOwner = 'home',
): Leased {
  const part = hasher(seed, what);
  const share = (name: string, number: number) => part(name, number) / 2 ** 32;
  const provider = whose === 'home' ? Math.floor(PROVIDERS.count * share(' provider', 0) ** 2.4) : part(' provider', 0);
  const moves = share(' moves', lease) < PROVIDERS.moves;
  const which = part(' second', moves ? lease + 1 : 0) % SECONDS;
  const start = block === '' ? ipv4Start(seed, country, whose, provider, which) : block;
  const roams = moves || share(' roams', lease) < PROVIDERS.roams;
  const drawn = part(' third', lease + 1);
  const third = roams ? drawn % 256 : (part(' region', 0) % 16) * 16 + (drawn % 16);
  return { start, third, fourth: part(' fourth', lease) % 256 };
}

/** A phone gets another address after so many microseconds. */
const CELL = DAY / 3;

/** Of no country more have IPv6. */
const MOST_LONG = 0.9;

/**
 * An address of IPv6: its provider's and its region's parts stay, what a lease gives changes, and the last part is drawn anew each day, for
 * privacy [RFC 8981].
 */
function longAddress({ seed, country: { code } }: Owner, what: string, lease: number, time: number): string {
  const six = hasher(seed, `${what} six `);
  const part = (name: string, number: number) => (six(name, number) % 65_536).toString(16);
  const start = ipv6Start(code, (count, which) => six(which, 0) % count);
  const stays = `${part('region', 0)}:${part('place', lease)}`;
  const day = Math.floor(time / DAY);
  return `${start}:${stays}:${part('own', day)}:${part('own more', day)}:${part('own last', day)}:${part('own end', day)}`;
}

/** Whether a home or a phone has IPv6, by a draw: in some countries more have. */
const hasLongAddress = ({ country: { code } }: Owner, { ipv6, block }: Network, draw: number): boolean =>
  block === '' && draw < Math.min(MOST_LONG, ipv6 * ipv6Times(code));

/** Offices and campuses of a country, how many are campuses (choice), and addresses that each of them has; a country's carriers, and the addresses of each. */
const SHARED = { sites: 400, universities: 0.65, addresses: 3, carriers: 3, carrier: 50 };

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
  readonly afterWork: number;
  readonly elsewhere: number;
  readonly block: string;
}

/** Whose address is asked for. */
interface Owner {
  readonly seed: string;
  readonly number: number;
  readonly country: { readonly code: string; readonly registry: Registry };
}

/** The hour about which people are at work. */
const NOON = 13;

/** How far it is time to work, from 0 to 1: on workdays about noon, less from nine or until five on, not before seven nor after seven. */
export function worktime(local: number): number {
  if (weekdayOf(Math.floor(local / DAY)) > 4) return 0;
  const hour = (local % DAY) / HOUR;
  return Math.max(0, Math.min(1, 1.6 * Math.cos((2 * Math.PI * (hour - NOON)) / 24)));
}

/**
 * Where a sitting is, drawn from it.
 *
 * @param local what the clock of its owner shows, microseconds since 1970; undefined for who comes from no campus or office
 */
export function placeOf(random: Stream, network: Network, local: number | undefined): PlaceName {
  const { atShared, afterWork, elsewhere } = network;
  const draw = random();
  if (draw < elsewhere) return 'elsewhere';
  if (local === undefined) return 'home';
  const there = afterWork + (atShared - afterWork) * worktime(local);
  return draw < elsewhere + there * (1 - elsewhere) ? 'shared' : 'home';
}

/**
 * The address that somebody has at a place and time. Homes have one of their own, which most change after days; a campus or
 * office has a few for all who are there, some have many people; so has a carrier.
 *
 * @param random of the sitting
 * @param time microseconds since 1970
 */
export function addressAt(owner: Owner, network: Network, place: PlaceName, random: Stream, time: number): string {
  const { seed, number, country } = owner;
  const { code } = country;
  const { block } = network;
  // Every other learner may live with the one before, if that is of the same country.
  const joins = number % 2 === 0 && hashedShare(seed, 'household', number) < network.household;
  const home = joins ? number - 1 : number;
  const own = stream(seed, 'learner', home, 'places');
  const fixed = chance(own, network.fixed);
  const lease = lognormal(own, network.leaseDays.mean, network.leaseDays.sd) * DAY;
  const hasLong = hasLongAddress(owner, network, own());
  // A few sites have most people.
  const site = Math.floor(SHARED.sites * hashedShare(seed, 'site', number) ** 3);
  if (place === 'shared') {
    const whose = hashedShare(seed, 'university', site) < SHARED.universities ? 'university' : 'office';
    return neighbours(owner, `site ${code} ${site}`, below(SHARED.addresses, seed, 'way out', number), block, whose);
  }
  if (place === 'elsewhere') {
    const exit = integer(random, 1, SHARED.carrier);
    if (hasLongAddress(owner, network, hashedShare(seed, 'six elsewhere', number)))
      return longAddress(owner, `phone ${number}`, Math.floor(time / CELL), time);
    const carrier = `carrier ${code} ${below(SHARED.carriers, seed, 'carrier', number)}`;
    return neighbours(owner, carrier, exit, block);
  }
  const leases = fixed ? 0 : Math.floor(time / lease + below(997, seed, 'lease', home) / 997);
  return hasLong
    ? longAddress(owner, `home ${code} ${home}`, leases, time)
    : addressOf(leased(owner, `home ${code} ${home}`, leases, block));
}

/** The address of where somebody stays on a journey, in the country that is given for its own. */
export const guestAddress = (owner: Owner, trip: number): string =>
  addressOf(leased(owner, `guest ${owner.number} ${trip}`, 0, ''));

/** One of the addresses of an office, a campus or a carrier, which lie side by side. */
function neighbours(owner: Owner, what: string, number: number, block: string, whose: AddressOwner = 'home'): string {
  const { start, third, fourth } = leased(owner, what, 0, block, whose);
  return addressOf({ start, third, fourth: 1 + ((fourth + number) % 254) });
}
