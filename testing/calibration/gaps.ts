/** Gaps between one person's clicks: whether one, to the millisecond, is more frequent than its neighbours, and whether their spread has a fold. */
import { Table, type Observer, type Seen } from './observer.ts';

const LONGEST = 7200;

/**
 * Pairs whose gap something else than a person times: a video that is played to its end is paused when its length is over, and
 * a turned page of the book is logged by the same click.
 */
const TIMED = new Set(['play_video pause_video']);

/** What stands out in the gaps of a pair of event types. */
export interface Tell {
  readonly pair: string;
  readonly milliseconds: number;
  readonly count: number;
  readonly expected: number;
}

/** The chance of a count, or more, where so many are expected: Poisson's. */
function chanceOf(count: number, expected: number): number {
  let term = Math.exp(-expected);
  let sum = 0;
  for (let k = 0; k < count; k += 1) {
    sum += term;
    term *= expected / (k + 1);
  }
  if (1 - sum > 1e-9) return 1 - sum;
  let above = 0;
  for (let k = count; k < count + 200; k += 1) {
    above += term;
    term *= expected / (k + 1);
  }
  return above;
}

export class Gaps implements Observer {
  /** Gaps in milliseconds, by pair of event types. */
  readonly pairs = new Table<string, number[]>(() => []);
  readonly #last = new Map<string, { readonly type: string; readonly time: number }>();

  see({ username, time, source, type }: Seen): void {
    if (source !== 'browser') return;
    const before = this.#last.get(username);
    this.#last.set(username, { type, time });
    if (!before || time - before.time >= LONGEST) return;
    const pair = `${before.type} ${type}`;
    if (!TIMED.has(pair)) this.pairs.at(pair).push(Math.floor((time - before.time) * 1000));
  }

  end(): void {}

  /** Gaps, to the millisecond, that are more frequent than their neighbours by more than chance: p under 1e-6 after all that is tried. */
  atoms(): Tell[] {
    const tells: Tell[] = [];
    for (const [pair, gaps] of this.pairs) {
      const counts = new Map<number, number>();
      for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
      const candidates = [...counts].filter(([, count]) => count >= 4);
      const sorted = Float64Array.from(gaps).sort();
      for (const [milliseconds, count] of candidates) {
        const reach = Math.max(10, Math.round(milliseconds / 10));
        const around = below(sorted, milliseconds + reach + 1) - below(sorted, milliseconds - reach) - count;
        const expected = (around + 1) / (2 * reach);
        const p = chanceOf(count, expected) * this.pairs.size * candidates.length;
        if (p < 1e-6) tells.push({ pair, milliseconds, count, expected });
      }
    }
    return tells;
  }

  /** Steps in the spread of gaps' logarithms: a bin that differs from the one before far more than its neighbours' slope tells. */
  folds(): Tell[] {
    const tells: Tell[] = [];
    for (const [pair, gaps] of this.pairs) {
      const bins = new Float64Array(BINS);
      for (const gap of gaps) if (gap > 0) bins[Math.min(BINS - 1, Math.floor(Math.log(gap) * BINS_PER_E))]! += 1;
      for (let bin = 1; bin < BINS - 2; bin += 1) {
        const [a, b, c, d] = [bins[bin - 1]!, bins[bin]!, bins[bin + 1]!, bins[bin + 2]!];
        if (Math.max(b, c) < 150) continue;
        const step = Math.log((c + 1) / (b + 1)) - (Math.log((b + 1) / (a + 1)) + Math.log((d + 1) / (c + 1))) / 2;
        const noise = Math.sqrt(2.25 / (b + 1) + 2.25 / (c + 1) + 0.25 / (a + 1) + 0.25 / (d + 1));
        if (Math.abs(step) > 0.5 && Math.abs(step) > 6 * noise)
          tells.push({ pair, milliseconds: Math.exp((bin + 1) / BINS_PER_E), count: c, expected: b });
      }
    }
    return tells;
  }
}

const BINS_PER_E = 8;
const BINS = 16 * BINS_PER_E;

/** How many of sorted numbers lie below one. */
function below(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
