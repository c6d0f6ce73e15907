/** Which machines answer for a pool, and when: two from the beginning to the end, unless a site file says otherwise. */
import { ROLE, serverCount, serverName, serversOf, type Plan } from './plan.ts';
import { renewals } from '../incidents/releases.ts';
import type { Fleet } from './offering.ts';

/** A machine of a pool. */
export interface Machine {
  readonly name: string;
  /** The place in its pool where it stands, from 0; -1 for a worker, which answers nobody. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
  /** Tells it from all others of the run. */
  readonly number: number;
}

/** Machines of two fleets are further apart in number than any fleet has machines. */
const APART = 1000;

const named = (role: string, number: number): string => `prod-${role}-${String(number).padStart(3, '0')}`;

/** The fleet that a pool is of, and its index there. */
function fleetOf(fleets: readonly Fleet[], pool: number): { fleet: Fleet; index: number; local: number } {
  let local = pool;
  for (const [index, fleet] of fleets.entries()) {
    if (local < fleet.pools) return { fleet, index, local };
    local -= fleet.pools;
  }
  throw new RangeError(`no pool ${pool}`);
}

/** Names and times of a fleet's machines in one of its pools: those that begin together have numbers beside each other, later ones higher numbers. */
function ofFleet({ role, pools, places }: Fleet, local: number, apart: number): Machine[] {
  const all = places.flatMap((services, place) => services.map((service) => ({ ...service, place })));
  const begins = [...new Set(all.map(({ from }) => from))].sort((a, b) => a - b);
  let before = 0;
  return begins.flatMap((begin) => {
    const batch = all.filter(({ from }) => from === begin);
    const first = before * pools + local * batch.length + 1;
    before += batch.length;
    return batch.map(({ place, from, to = Infinity }, index) => ({
      name: named(role, first + index),
      place,
      from,
      to,
      number: apart + first + index,
    }));
  });
}

/** What an incident that renews the machines of a pool counts on from: the fleet's machines, in all its pools, at a time and in all. */
interface Count {
  readonly role: string;
  readonly apart: number;
  readonly atOnce: number;
  readonly inAll: number;
  /** Of those at once, the ones before the pool's. */
  readonly before: number;
}

/** Lets other machines take the place of those that stand at some times. */
function renewed(machines: readonly Machine[], times: readonly number[], count: Count): Machine[] {
  const { role, apart, atOnce, inAll, before } = count;
  return times.reduce<Machine[]>(
    (all, time, renewal) => {
      const isUp = ({ from, to }: Machine): boolean => from < time && time < to;
      const next = (machine: Machine): Machine => {
        const number = inAll + renewal * atOnce + before + machine.place + 1;
        return { ...machine, name: named(role, number), number: apart + number, from: time };
      };
      return [...all.map((each) => (isUp(each) ? { ...each, to: time } : each)), ...all.filter(isUp).map(next)];
    },
    [...machines],
  );
}

/** The machines of a pool, in the order of their archives. */
export function machinesOf(plan: Plan, pool: number): Machine[] {
  const { start, servers, site, dialect } = plan;
  const always = { from: start, to: Infinity };
  const { fleets, hasWorkers = false } = site ?? {};
  const worker = { ...always, name: named('worker', pool + 1), place: -1, number: pool };
  const found = fleets && fleetOf(fleets, pool);
  const times = renewals(plan.incidents, pool);
  const machines = found
    ? renewed(ofFleet(found.fleet, found.local, found.index * APART), times, countOf(found))
    : renewed(
        serversOf(pool, servers).map((number, place) => ({ ...always, name: serverName(number), place, number })),
        times,
        { role: ROLE, apart: -1, atOnce: servers, inAll: servers, before: serverCount(pool) },
      );
  // Workers of 2013 log nothing.
  return hasWorkers && dialect === 'current' ? [...machines, worker] : machines;
}

const countOf = ({ fleet: { role, pools, places }, index, local }: ReturnType<typeof fleetOf>): Count => ({
  role,
  apart: index * APART,
  atOnce: pools * places.length,
  inAll: pools * places.flat().length,
  before: local * places.length,
});

/** Machines by when they begin: those that an incident puts there come last in {@link machinesOf}, whenever they do. */
export const byTime = (machines: readonly Machine[]): Machine[] => machines.toSorted((a, b) => a.from - b.from);

/** How many places machines of a pool ever stand in. */
export const placeCount = (machines: readonly Machine[]): number =>
  1 + machines.reduce((last, { place }) => Math.max(last, place), 0);

/** Which of a pool's places have a machine at a time. */
export class Places {
  readonly #machines: readonly Machine[];
  readonly #turns: readonly number[];
  /** The places of the time between two turns that was asked for last. */
  #now: readonly number[] = [];
  #from = Infinity;
  #to = -Infinity;

  constructor(machines: readonly Machine[]) {
    this.#machines = machines.filter(({ place }) => place >= 0);
    this.#turns = [...new Set(this.#machines.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  }

  at(time: number): readonly number[] {
    if (time >= this.#from && time < this.#to) return this.#now;
    const turn = this.#turns.findLastIndex((each) => each <= time);
    this.#from = this.#turns[turn] ?? -Infinity;
    this.#to = this.#turns[turn + 1] ?? Infinity;
    return (this.#now = this.#machines
      .filter(({ from, to }) => from <= time && time < to)
      .map(({ place }) => place)
      .sort((a, b) => a - b));
  }
}
