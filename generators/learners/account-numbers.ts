/** Numbers of accounts: they rise with the moment of registration, and no two are the same, though nobody knows who else registers. */
import { below, hash, hashedNormal } from '../../src/base/random/index.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { accountsBy, SITE_BEGAN } from './accounts-of-site.ts';
import type { Behaviour } from './behaviour.ts';

/** Numbers of a run's learners end here; behind them are those of their further accounts, so many, and behind those the ones of newcomers. */
export const MOST_LEARNERS = 10_000_000;
export const FURTHER_ACCOUNTS = 7_200_000;

/**
 * Who shares a row of numbers: learners or others, by two to the power of how many. Each row has every second number that the rows before
 * have left; the last has what is left then. Within a row each has the numbers of one remainder, so those who are few find one soon: the first
 * two thousand within 4096 accounts of the site, the first sixteen thousand within 65,536.
 */
const ROWS = [
  { learners: true, bits: 11 },
  { learners: true, bits: 14 },
  { learners: false, bits: 15 },
  { learners: true, bits: 18 },
  { learners: false, bits: 20 },
] as const;
const ALL = 25;

/** Odd, so that multiples of it have all remainders of a power of two. */
const STRIDE = 0x9e3779b1;

/** The lowest bits, which would tell the row, are mixed by those above them. */
const MIXED = 2 ** (ROWS.length + 1);

/** Place of somebody in one of the rows; of others those with a learner and newcomers by turns. */
function placeOf(number: number): { learners: boolean; place: number } {
  if (number <= MOST_LEARNERS) return { learners: true, place: number };
  const other = number - MOST_LEARNERS - 1;
  return { learners: false, place: other < FURTHER_ACCOUNTS ? 2 * other : 2 * (other - FURTHER_ACCOUNTS) + 1 };
}

/**
 * The number of an account: the next one of its own after those that the site has by then.
 *
 * @param number of the learner
 * @param registered when, microseconds since 1970
 */
export function accountNumber(number: number, registered: number): number {
  const { learners, place } = placeOf(number);
  const row = ROWS.findIndex((each) => each.learners === learners && place < 2 ** each.bits);
  const isLast = row < 0;
  const [bits, whose, from] = isLast ? [ALL, number, 0] : [ROWS[row]!.bits, place, 2 ** row];
  const step = isLast ? 2 ** ROWS.length : 2 * from;
  const remainder = ((Math.imul(whose, STRIDE) >>> 0) % 2 ** bits) * step + from;
  const period = 2 ** bits * step;
  const made = accountsBy(registered);
  const start = Math.floor(made / period) * period + remainder;
  const count = start < made ? start + period : start;
  const above = Math.floor(count / MIXED);
  return above * MIXED + ((count % MIXED) ^ (hash('account', 'mixed', above) % MIXED));
}

/** Whoever had registered some days before did so at about the hour at which it comes, earlier by less than that. */
const SAME_HOURS = 4 * HOUR;

/** When somebody had registered who was seen for the first time now, and has not come to register; microseconds since 1970. */
export function registeredBefore(seed: string, number: number, now: number, { people }: Behaviour): number {
  const { mean, sd } = people.registeredDays;
  const most = Math.max(1, (now - SITE_BEGAN) / DAY);
  const days = below(most, Math.exp(mean + sd * hashedNormal(seed, 'registered', number)));
  const whole = Math.floor(days);
  return now - whole * DAY - Math.round((days - whole) * SAME_HOURS);
}
