/** What an option by itself may be. */
import { DAY } from '../../src/base/time.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import type { Dialect } from '../../src/spec/index.ts';

/** More servers than their names have numbers for there cannot be; more days make a file of ten years. */
export const MOST_SERVERS = 999;
export const MOST_DAYS = 3660;

/** The whole numbers among the options, with their bounds. */
const RANGES = {
  users: [1, 10_000_000],
  days: [1, MOST_DAYS],
  servers: [1, MOST_SERVERS],
  gzipLevel: [1, 9],
  jobs: [1, 1024],
} as const;

/** @throws UserError when an option is no whole number within its bounds */
export function whole(name: keyof typeof RANGES, value: number): number {
  const [low, high] = RANGES[name];
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw optionError`${option(name)} must be a whole number from ${low} to ${high}, not ${String(value)}`;
}

/** @throws UserError when an option is none of what it may be */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw optionError`${option(name)} must be ${allowed.join(' or ')}, not ${JSON.stringify(value)}`;
}

const EARLIEST = Date.UTC(1970, 0, 2);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * The first midnight of a day, in microseconds since 1970.
 *
 * @throws UserError when there is no such day, or none that a run may begin on
 */
export function midnight(start: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(start) ? Date.parse(`${start}T00:00:00Z`) : NaN;
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(start);
  if (!exists)
    throw optionError`${option('start')} must be a day that exists, as YYYY-MM-DD, not ${JSON.stringify(start)}`;
  if (time < EARLIEST || time > LATEST)
    throw optionError`${option('start')} must be from 1970-01-02 to 2200-01-01, not ${start}`;
  return (time / 86_400_000) * DAY;
}

/** Options that one dialect alone knows, and what is so in the others. */
const OWN: Readonly<Record<string, { readonly dialect: Dialect; readonly others: (dialect: Dialect) => string }>> = {
  heartbeats: {
    dialect: 'deployed',
    others: (dialect) => `${dialect} lines hold no ${dialect === 'current' ? 'heartbeats' : 'requests'}`,
  },
  spice: {
    dialect: 'deployed',
    others: (dialect) => `${dialect} lines know none of what it adds`,
  },
  packaging: { dialect: 'current', others: (dialect) => `${dialect} lines lie in tars` },
  prefix: { dialect: 'current', others: (dialect) => `nothing stands before ${dialect} lines` },
  loadable: { dialect: 'deployed', others: (dialect) => `every loader takes ${dialect} lines as they are` },
};

/** @throws UserError when a dialect does not know an option */
export function checkDialect(name: keyof typeof OWN, dialect: Dialect): void {
  const { dialect: own, others } = OWN[name]!;
  if (dialect !== own) throw optionError`${option(name)} is for ${option('dialect')} ${own}; ${others(dialect)}`;
}
