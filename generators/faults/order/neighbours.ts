/** Lines that do not go together with those around them. */
import { integer, uniform } from '../../../src/base/random/index.ts';
import { formatInstant, formatIsoformat, MINUTE, SECOND } from '../../../src/base/time.ts';
import { ValidLine } from '../valid-line.ts';
import { lineFaults } from '../fault.ts';

/** How far a clock goes back at least. */
const MIN_JUMP = MINUTE;

const isKey = (session: unknown): session is string => typeof session === 'string' && /^[0-9a-f]{32}$/.test(session);

export const neighbourFaults = lineFaults({ level: 'order', verdict: 'either', rule: 'time-order' }, [
  {
    // A virtual machine that wakes up, or a time server that corrects too much. The time stays one of the file's day.
    id: 'clock-back',
    wording: 'A line’s time is that of a clock that has jumped back, by a minute at least.',
    break(line, random, { before, inFile }) {
      if (inFile < 3 || !line.fields) return undefined;
      const times = [...before()].slice(0, inFile).map((text) => new ValidLine(text, line.dialect).time);
      const latest = Math.min(times[1]! - 1, line.time - MIN_JUMP);
      const earliest = times.at(-1)!;
      if (latest <= earliest) return undefined;
      const time = Math.floor(uniform(random, earliest, latest));
      return line.with('time', line.dialect === 'documented' ? formatInstant(time) : formatIsoformat(time));
    },
  },
  {
    // A second process writes its line late.
    id: 'out-of-order',
    wording: 'A line stands before one that is older by a second or more.',
    takes: 'pair',
    break: (line, _, { next }) => (next!.time - line.time >= SECOND ? `${next!.text}\n${line.text}` : undefined),
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
    break({ text }, random, { next }) {
      const from = integer(random, 1, text.length - 1);
      const to = integer(random, 1, next!.text.length - 1);
      return text.slice(0, from) + '\0'.repeat(text.length - from + 1 + to) + next!.text.slice(to);
    },
  },
]);
