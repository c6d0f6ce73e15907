import { formatInstant, formatIsoformat, MINUTE } from '../../../src/base/time.ts';
import { uniform } from '../../../src/base/random/index.ts';
import { CleanLine } from '../clean-line.ts';
import type { LineFault } from '../fault.ts';

/** The clock goes back this much at least. */
const LEAST = MINUTE;

/** A virtual machine that wakes up, or a time server that corrects too much. The time stays one of the file's day. */
export const clockBack: LineFault = {
  scope: 'line',
  id: 'clock-back',
  level: 'order',
  wording: 'A line’s time is that of a clock that has jumped back, by a minute at least.',
  verdict: 'either',
  rule: 'time-order',
  break(line, random, { before, inFile }) {
    if (inFile < 3 || !line.fields) return undefined;
    const times = [...before()].slice(0, inFile).map((text) => new CleanLine(text, line.dialect).time);
    const latest = Math.min(times[1]! - 1, line.time - LEAST);
    const earliest = times.at(-1)!;
    if (latest <= earliest) return undefined;
    const time = Math.floor(uniform(random, earliest, latest));
    return line.with('time', line.dialect === 'documented' ? formatInstant(time) : formatIsoformat(time));
  },
};
