/** What one learner has seen of videos, kept small: most see few of them. */

/** Parts of a video, in seconds: from, to, from, to, ... in order, apart from each other. */
type Parts = readonly number[];

/**
 * Adds a run to the parts that were seen.
 *
 * @param seen changes
 * @returns the parts of the run that are new
 */
export function addRun(seen: number[], from: number, to: number): number[] {
  const last = seen.length - 1;
  // Nearly every run goes on where the one before ended.
  if (last > 0 && from >= seen[last - 1]! && from <= seen[last]!) {
    const reached = seen[last]!;
    if (to <= reached) return [];
    seen[last] = to;
    return [reached, to];
  }
  const after: number[] = [];
  const fresh: number[] = [];
  let [start, end, uncovered] = [from, to, from];
  let place = 0;
  for (; place < seen.length && seen[place + 1]! < from; place += 2) after.push(seen[place]!, seen[place + 1]!);
  for (; place < seen.length && seen[place]! <= to; place += 2) {
    if (seen[place]! > uncovered) fresh.push(uncovered, seen[place]!);
    uncovered = Math.max(uncovered, seen[place + 1]!);
    start = Math.min(start, seen[place]!);
    end = Math.max(end, seen[place + 1]!);
  }
  if (uncovered < to) fresh.push(uncovered, to);
  seen.splice(0, place, ...after, start, end);
  return fresh;
}

/** How long parts are together, in seconds. */
export function lengthOf(parts: Parts): number {
  let seconds = 0;
  for (let place = 0; place < parts.length; place += 2) seconds += parts[place + 1]! - parts[place]!;
  return seconds;
}

/** A learner and a video. */
export interface Watched {
  plays: number;
  /** Seconds of all runs. */
  seconds: number;
  readonly seen: number[];
}

export const unwatched = (): Watched => ({ plays: 0, seconds: 0, seen: [] });
