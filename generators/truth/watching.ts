/** Parts of videos that one learner has watched, in little memory: most watch few videos. */

/** Parts of a video, in seconds: from, to, from, to, ... in order, apart from each other. */
type Parts = readonly number[];

/**
 * Adds a stretch that was played to the parts that were seen.
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
  let index = 0;
  for (; index < seen.length && seen[index + 1]! < from; index += 2) after.push(seen[index]!, seen[index + 1]!);
  for (; index < seen.length && seen[index]! <= to; index += 2) {
    if (seen[index]! > uncovered) fresh.push(uncovered, seen[index]!);
    uncovered = Math.max(uncovered, seen[index + 1]!);
    start = Math.min(start, seen[index]!);
    end = Math.max(end, seen[index + 1]!);
  }
  if (uncovered < to) fresh.push(uncovered, to);
  seen.splice(0, index, ...after, start, end);
  return fresh;
}

/** Length of parts together, in seconds. */
export function lengthOf(parts: Parts): number {
  let seconds = 0;
  for (let index = 0; index < parts.length; index += 2) seconds += parts[index + 1]! - parts[index]!;
  return seconds;
}

/** A learner and a video. */
export interface Watched {
  plays: number;
  /** Plays of them that began by themselves, and that nobody wanted. */
  alone: number;
  /** Seconds of all runs. */
  seconds: number;
  readonly seen: number[];
}

export const unwatched = (): Watched => ({ plays: 0, alone: 0, seconds: 0, seen: [] });
