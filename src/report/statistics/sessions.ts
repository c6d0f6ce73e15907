import { DAY, HOUR, MINUTE, SESSION_IDLE } from '../../base/time.ts';

/** More than 400 days without a pause could bring; only made-up times do. What comes beyond is not kept. */
const MOST_SESSIONS = 20_000;

/**
 * One person's sessions: starts and ends by turns, in time order, each start more than {@link SESSION_IDLE} after the end before.
 * Instants may come in any order, as they do when a person's lines lie in the files of several servers: the sessions
 * are the same, and exact.
 */
export type Sessions = number[];

/** The index of the last session that starts at or before an instant; -2 when there is none. */
function lastStart(sessions: Sessions, time: number): number {
  let low = 0;
  let high = sessions.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sessions[2 * middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return 2 * (low - 1);
}

/** Adds an instant at which the person did something. */
export function addInstant(sessions: Sessions, time: number): void {
  const before = lastStart(sessions, time);
  const after = before + 2;
  const joinsBefore = before >= 0 && time - sessions[before + 1]! <= SESSION_IDLE;
  const joinsAfter = after < sessions.length && sessions[after]! - time <= SESSION_IDLE;
  if (joinsBefore && joinsAfter) sessions.splice(before + 1, 2);
  else if (joinsBefore) sessions[before + 1] = Math.max(sessions[before + 1]!, time);
  else if (joinsAfter) sessions[after] = time;
  else if (sessions.length < 2 * MOST_SESSIONS) sessions.splice(after, 0, time, time);
}

const dayOf = (time: number): number => Math.floor(time / DAY);

/** The days on which a person was active, as numbers since 1970, ascending. A session has an event on each day it touches. */
export function activeDays(sessions: Sessions): number[] {
  const days: number[] = [];
  for (let index = 0; index < sessions.length; index += 2) {
    const last = dayOf(sessions[index + 1]!);
    for (let day = Math.max(dayOf(sessions[index]!), (days.at(-1) ?? -Infinity) + 1); day <= last; day += 1)
      days.push(day);
  }
  return days;
}

/** Where the bins of sittings' lengths end, each about twice as far as the one before. */
const ENDS = [1, 2, 5, 10, 20, 30, 60, 120, 240].map((minutes) => minutes * MINUTE);

const label = (time: number): string => (time < HOUR ? `${time / MINUTE} min` : `${time / HOUR} h`);

/** The names of the bins; a bin holds its lower end, not its upper one. */
export const LENGTH_BINS = [
  `under ${label(ENDS[0]!)}`,
  ...ENDS.slice(1).map((end, index) => `${label(ENDS[index]!)} to ${label(end)}`),
  `${label(ENDS.at(-1)!)} or more`,
];

/** The bin that a length, in microseconds, falls into. */
export function binOf(length: number): number {
  const index = ENDS.findIndex((end) => length < end);
  return index < 0 ? ENDS.length : index;
}
