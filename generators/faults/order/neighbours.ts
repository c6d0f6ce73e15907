/** Lines that do not go together with those around them. */
import { integer, uniform } from '../../../src/base/random/index.ts';
import { formatInstant, formatIsoformat, formatOffset, MILLISECOND, MINUTE, SECOND } from '../../../src/base/time.ts';
import { LATENESS, type Dialect } from '../../../src/spec/index.ts';
import { timeOf, ValidLine } from '../valid-line.ts';
import { lineFaults, type LineContext } from '../fault.ts';

/** How far a clock goes back at least. */
const MIN_JUMP = MINUTE;

/** By how much a worker's line may be late. */
const { worker: LATE } = LATENESS.current;

/** Whether a worker wrote a line. */
const isWorkers = ({ dialect, text }: ValidLine): boolean => dialect === 'current' && text.includes('"ip": ""');

const FORMATS: Record<Dialect, (time: number) => string> = {
  documented: formatInstant,
  deployed: formatIsoformat,
  current: formatOffset,
};

/** The times of so many lines before, the nearest first; what was cut off may tell none. */
const timesBefore = ({ before }: LineContext, count: number): number[] =>
  [...before()].slice(0, count).flatMap((text) => timeOf(text) ?? []);

const isKey = (session: unknown): session is string => typeof session === 'string' && /^[0-9a-f]{32}$/.test(session);

export const neighbourFaults = lineFaults({ level: 'order', verdict: 'either', rule: 'time-order' }, [
  {
    // A virtual machine that wakes up, or a time server that corrects too much. The time stays one of the file's day.
    id: 'clock-back',
    wording: 'A line’s time is that of a clock that has jumped back, by a minute at least.',
    break(line, random, context) {
      const times = line.fields ? timesBefore(context, context.inFile) : [];
      if (times.length < 3) return undefined;
      const spared = LATENESS[line.dialect].worker;
      const latest = Math.min(times[1]! - spared - 1, line.time - MIN_JUMP);
      const earliest = times.at(-1)!;
      if (latest <= earliest) return undefined;
      const time = Math.floor(uniform(random, earliest, latest));
      return line.with('time', FORMATS[line.dialect](time));
    },
  },
  {
    // A second process writes its line late.
    id: 'out-of-order',
    wording: 'A line stands before one that is older by a second or more.',
    takes: 'pair',
    break(line, _, { next }) {
      const gap = next!.time - line.time;
      return gap < SECOND || (isWorkers(line) && gap <= LATE) ? undefined : `${next!.whole}\n${line.whole}`;
    },
  },
  {
    // A queue that was full, or a worker that was restarted: its lines may be five seconds late, and are later.
    id: 'worker-late',
    wording: 'A worker’s line tells of a moment more than five seconds before those above it.',
    dialects: ['current'],
    break(line, random, context) {
      if (context.inFile < 2 || !isWorkers(line)) return undefined;
      const times = timesBefore(context, 2);
      const time = Math.min(...times, line.time) - LATE - Math.floor(uniform(random, MILLISECOND, MINUTE));
      return line.with('time', formatOffset(time));
    },
  },
  {
    // A cache that gives one person's cookie to another.
    id: 'session-shared',
    wording: 'A line carries the session key of somebody else, who was active just before.',
    rule: 'session-user',
    break(line, _, { before, inFile }) {
      const { username, session } = line.fields ?? {};
      if (!isKey(session) || username === '') return undefined;
      let left = inFile;
      for (const text of before()) {
        if (left-- === 0) return undefined;
        const other = new ValidLine(text, line.dialect).fields;
        if (other && isKey(other['session']) && other['username'] !== '' && other['username'] !== username) {
          return line.with('session', other['session']);
        }
      }
      return undefined;
    },
  },
  {
    // A machine that loses power: the file's length was stored, its last blocks were not.
    id: 'zero-hole',
    wording: 'A hole of zeros, from the middle of a line to the middle of the next.',
    verdict: 'reject',
    rule: 'line-json',
    takes: 'pair',
    break({ prefix, text }, random, { next }) {
      const from = integer(random, 1, text.length - 1);
      const to = integer(random, 1, next!.text.length - 1);
      const zeros = text.length - from + 1 + next!.prefix.length + to;
      return prefix + text.slice(0, from) + '\0'.repeat(zeros) + next!.text.slice(to);
    },
  },
]);
