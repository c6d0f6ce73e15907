import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';
import { addressAt, type PlaceName } from './addresses.ts';
import { loadPreset } from './presets.ts';

const { network } = loadPreset('mooc-2012');
const country = { code: 'US', registry: 'arin' } as const;

function at(number: number, place: PlaceName, day: number, own = network): string {
  return addressAt({ seed: 'net', number, country }, own, place, stream('visit', number, day), day * DAY);
}
const people = Array.from({ length: 2000 }, (_, index) => index + 1);

test('homes are their own, but for those who live together, and most change within weeks', () => {
  const homes = people.map((number) => at(number, 'home', 10));
  expect(new Set(homes).size).toBeGreaterThan(1880);
  expect(new Set(homes).size).toBeLessThan(1960);
  const stay = people.filter((number) => at(number, 'home', 10) === at(number, 'home', 90)).length / people.length;
  expect(stay).toBeGreaterThan(0.3);
  expect(stay).toBeLessThan(0.5);
});

test('another address of a home is mostly near the one before: a provider has blocks', () => {
  const changed = people
    .map((number) => [at(number, 'home', 10), at(number, 'home', 90)] as const)
    .filter(([before, after]) => before !== after && !before.includes(':'));
  const sameNet = changed.filter(([before, after]) => before.split('.', 2).join() === after.split('.', 2).join());
  expect(sameNet.length / changed.length).toBeGreaterThan(0.5);
  const nets = new Set(people.map((number) => at(number, 'home', 10).split('.', 2).join()));
  expect(nets.size).toBeLessThan(700);
});

test('sites and carriers have few addresses for many people', () => {
  const sites = people.map((number) => at(number, 'shared', 10));
  expect(new Set(sites).size).toBeLessThan(1000);
  expect(at(7, 'shared', 10)).toBe(at(7, 'shared', 90));
  const carriers = people.map((number) => at(number, 'elsewhere', 10)).filter((ip) => !ip.includes(':'));
  expect(new Set(carriers).size).toBeLessThanOrEqual(150);
});

/** The first byte of each one's address. */
const firsts = (place: PlaceName): number[] => people.map((number) => Number(at(number, place, 10).split('.')[0]));

test('homes are in many blocks, and universities in those that they were given long ago', () => {
  expect(new Set(firsts('home').filter((first) => first > 0)).size).toBeGreaterThan(15);
  const old = firsts('shared').filter((first) => first === 18 || (first >= 128 && first <= 171)).length / people.length;
  expect(old).toBeGreaterThan(0.4);
  expect(old).toBeLessThan(0.85);
});

test('a campus lies in one block', () => {
  const campus = loadPreset('campus').network;
  const all = (['home', 'shared', 'elsewhere'] as const).flatMap((place) =>
    people.slice(0, 300).map((number) => at(number, place, 3, campus)),
  );
  expect(all.filter((ip) => !ip.startsWith(`${campus.block}.`))).toEqual([]);
});

test('homes and phones have IPv6 as often as the network says, in a net of their own', () => {
  const today = { ...network, ipv6: network.ipv6Today };
  const long = (place: PlaceName) =>
    people.map((number) => at(number, place, 10, today)).filter((ip) => ip.includes(':'));
  for (const place of ['home', 'elsewhere'] as const) {
    expect(long(place).length / people.length).toBeGreaterThan(0.3);
    expect(long(place).length / people.length).toBeLessThan(0.4);
  }
  expect(long('shared')).toEqual([]);
  const nets = new Set(long('home').map((ip) => ip.split(':', 4).join(':')));
  expect(nets.size / long('home').length).toBeGreaterThan(0.9);
});
