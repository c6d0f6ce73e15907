/** The shipper, which carries lines from the servers to the files: it loses some, is late, or carries some twice. */
import { DAY, HOUR, MINUTE } from '../../src/base/time.ts';
import { LINE_CUT, ROTATION } from '../../src/spec/index.ts';
import type { Line } from '../model/line.ts';
import {
  goesOn,
  isOfWorker,
  MACHINE,
  moment,
  numberOf,
  share,
  spell,
  strikesMachine,
  struck,
  type Incident,
  type Scene,
} from './incident.ts';
import { drawOf } from './lines.ts';

const PARAMETERS = { ...spell(2.4, 3), ...MACHINE };

/** Whether the shipper of a line's machine fails with it. */
function hits(scene: Scene): (line: Line) => boolean {
  const machine = struck(scene);
  const part = numberOf(scene, 'share');
  return (line) => line.server === machine && goesOn(scene, line.time) && (part === 1 || drawOf(scene, line) < part);
}

const linesLost: Incident = {
  id: 'lines-lost',
  family: 'platform',
  about: 'The shipper of a machine loses lines: what people did happened, and the files do not tell of it.',
  roles: {},
  parameters: { ...PARAMETERS, share: share('of the machine’s lines that are lost', 1) },
  causes: [],
  strikes: strikesMachine,
  begin(scene) {
    const isLost = hits(scene);
    return {
      ship(line) {
        if (!isLost(line)) return line;
        scene.missing(line);
        return undefined;
      },
    };
  },
};

const linesLate: Incident = {
  id: 'lines-late',
  family: 'platform',
  about: 'The shipper of a machine holds lines back, and delivers them hours later, among those of that time.',
  roles: {},
  parameters: {
    ...PARAMETERS,
    share: share('of the machine’s lines that are late', 1),
    late: { about: 'by how much', unit: 'hours', default: 11, least: 0.001, most: 2400 },
  },
  causes: ['time-order', 'file-day'],
  strikes: strikesMachine,
  begin(scene) {
    const isLate = hits(scene);
    const delay = Math.round(numberOf(scene, 'late') * HOUR);
    return {
      ship: (line) =>
        isLate(line) ? scene.marked({ ...line, time: line.time + delay, lag: line.lag + delay }, 'changed') : line,
    };
  },
};

const linesTwice: Incident = {
  id: 'lines-twice',
  family: 'platform',
  about: 'The shipper of a machine delivers lines twice, one right behind the other.',
  roles: {},
  parameters: { ...PARAMETERS, share: share('of the machine’s lines that come twice', 0.2) },
  causes: ['line-repeated'],
  strikes: strikesMachine,
  begin(scene) {
    const isTwice = hits(scene);
    return { ship: (line) => (isTwice(line) ? [line, scene.marked({ ...line }, 'written')] : line) };
  },
};

/** The day of a time, microseconds since 1970, and when by night the last file of a day has been cut. */
const dayOf = (time: number): number => Math.floor(time / DAY) * DAY;
const LATEST_CUT = (ROTATION.minute + ROTATION.usual) * MINUTE;

/** At least so much is left of the line in which a file ends, and so much is not. */
const LEFT = { least: 0.1, most: 0.9 };

const fileTruncated: Incident = {
  id: 'file-truncated',
  family: 'platform',
  about:
    'A machine’s log is cut off as it is rotated: the file ends in the midst of a line, and what came after that is lost.',
  roles: {},
  parameters: { ...moment(2.9), ...MACHINE },
  causes: ['line-json'],
  onFiles: true,
  ends: (from, dialect) => (dialect === 'deployed' ? dayOf(from - LATEST_CUT) + DAY + LATEST_CUT : dayOf(from) + DAY),
  strikes: strikesMachine,
  begin(scene) {
    const machine = struck(scene);
    const { from } = scene.incident;
    if (machine < 0) return {};
    const to = scene.endOfFile(machine, from);
    let isCut = false;
    return {
      file(line) {
        if (line.server !== machine || line.time < from || line.time >= to || isOfWorker(scene, line)) return line;
        if (isCut) {
          scene.missing(line);
          return undefined;
        }
        isCut = true;
        const part = LEFT.least + (LEFT.most - LEFT.least) * drawOf(scene, line);
        return scene.marked(line, 'changed', (text) =>
          text.slice(0, Math.max(1, Math.floor(Math.min(text.length, LINE_CUT) * part))),
        );
      },
    };
  },
};

export const shipping: readonly Incident[] = [linesLost, linesLate, linesTwice, fileTruncated];
