/** What does not answer: a machine, a pool, the site; and what answers slowly. */
import { hash, hashedShare } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import { SOON } from '../model/latency.ts';
import type { SessionContext } from '../model/session-context.ts';
import {
  goesOn,
  isOfWorker,
  MACHINE,
  numberOf,
  share,
  spell,
  strikesMachine,
  strikesPool,
  struck,
  type Incident,
  type Scene,
  type Struck,
  type Work,
} from './incident.ts';

/** Whether one of a person's requests at a time has bad luck. */
const isUnlucky = (
  { plan: { seed }, incident: { id } }: Scene,
  { learner, now }: SessionContext,
  part: number,
): boolean => hashedShare(seed, `${id}/${learner.number}`, now) < part;

/** A program that does not find the site up tries again in so many seconds, at most. */
const TRIES_AGAIN = 90;

/** Nobody answers: what is asked for meanwhile fails, and what browsers tell of is not heard. */
function nobodyAnswers(scene: Scene): Work {
  const { plan, incident } = scene;
  return {
    fails: ({ now }) => goesOn(scene, now),
    line(line, asked) {
      if (!goesOn(scene, asked)) return line;
      if (line.visit !== undefined && line.common.fields.username === '' && line.time - line.visit.now > SOON) {
        // A grader that posts its marks does so again.
        const later = hash(plan.seed, incident.id, line.time) % (TRIES_AGAIN * SECOND);
        return scene.marked({ ...line, time: incident.to + later }, 'changed');
      }
      scene.missing(line);
      return undefined;
    },
  };
}

/** One machine does not answer: until the balancer has noticed, each request to it fails; then others take them, if there are any. */
function machineFails(scene: Scene, machine: number): Work {
  const { from, to } = scene.incident;
  const noticed = Math.min(to, from + numberOf(scene, 'notice') * SECOND);
  const alone = nobodyAnswers(scene);
  const isAlone = (there: readonly number[]): boolean => there.length === 1 && there[0] === machine;
  return {
    fails(visit) {
      const { now } = visit;
      if (!goesOn(scene, now)) return false;
      const there = scene.there(now);
      if (isAlone(there)) return true;
      return now < noticed && there.includes(machine) && isUnlucky(scene, visit, 1 / there.length);
    },
    line(line, asked) {
      if (line.server !== machine || isOfWorker(scene, line) || !goesOn(scene, asked)) return line;
      const there = scene.there(line.time);
      if (isAlone(there)) return alone.line!(line, asked);
      if (line.visit === undefined) {
        scene.missing(line);
        return undefined;
      }
      const others = there.filter((place) => place !== machine);
      return scene.marked({ ...line, server: others[line.visit.learner.number % others.length]! }, 'changed');
    },
  };
}

const isOfMachine = ({ incident: { values } }: Struck): boolean => values['of'] === 'machine';

/** Whether a pool does not answer, where the whole site or one pool does not. */
function isDown({ plan: { seed }, incident, pool, pools }: Struck): boolean {
  if (incident.values['of'] === 'site') return true;
  return pool + 1 === (numberOf({ incident }, 'pool') || 1 + (hash(seed, incident.id, 0) % pools));
}

const outage: Incident = {
  id: 'outage',
  family: 'platform',
  about:
    'A machine of each pool, a pool or the whole site does not answer. People load the page anew, come back later, and may complain in the forum; videos that play go on, unheard.',
  roles: {
    interrupted: 'a request of this person was not answered; what it does afterwards is other than it would have been',
    complains: 'tells the forum about it afterwards',
  },
  parameters: {
    ...spell(2.75, 1),
    of: { about: 'what does not answer', default: 'site', words: ['machine', 'pool', 'site'] },
    ...MACHINE,
    notice: { about: 'until a balancer leaves out a machine', unit: 'seconds', default: 60, least: 0, most: 3600 },
    complains: share('of those who gave up that complain', 0.15),
  },
  causes: [],
  strikes: (pool, place) => (isOfMachine(pool) ? strikesMachine(pool, place) : isDown(pool)),
  begin(scene) {
    if (!isOfMachine(scene)) return isDown(scene) ? nobodyAnswers(scene) : {};
    const machine = struck(scene);
    return machine < 0 ? {} : machineFails(scene, machine);
  },
};

const slowHours: Incident = {
  id: 'slow-hours',
  family: 'platform',
  about:
    'Servers take several times as long over each request, and some requests are given up: people wait, load pages anew, or come back later.',
  roles: {
    slowed: 'waits for its answers, and so does all that follows later',
    interrupted: outage.roles['interrupted']!,
    complains: outage.roles['complains']!,
  },
  parameters: {
    ...spell(3.7, 4),
    pool: MACHINE.pool,
    times: { about: 'how many times as long as usual', unit: 'times', default: 6, least: 1, most: 20 },
    timeouts: share('of requests that nobody waits for', 0.02),
    complains: share('of those who gave up that complain', 0.1),
  },
  causes: [],
  strikes: strikesPool,
  begin(scene) {
    if (!strikesPool(scene)) return {};
    const [times, timeouts] = [numberOf(scene, 'times'), numberOf(scene, 'timeouts')];
    return {
      fails: (visit) => goesOn(scene, visit.now) && isUnlucky(scene, visit, timeouts),
      slowness: (time) => (goesOn(scene, time) ? times : 1),
      line(line, asked) {
        const waits = line.type.source === 'server' || line.type.name === 'problem_graded';
        if (!waits || line.visit === undefined || line.time === asked || !goesOn(scene, asked)) return line;
        scene.takesPart(line.visit.learner, 'slowed');
        return scene.marked(line, 'changed');
      },
    };
  },
};

const oneMachine: Incident = {
  id: 'one-machine',
  family: 'platform',
  about: 'The balancer sends everybody to one machine of each pool, the others are idle.',
  roles: {},
  parameters: { ...spell(4.3, 8), ...MACHINE },
  causes: [],
  strikes: strikesMachine,
  begin(scene) {
    const machine = struck(scene);
    if (machine < 0) return {};
    return {
      line: (line, asked) =>
        line.visit === undefined ||
        line.server === machine ||
        isOfWorker(scene, line) ||
        !goesOn(scene, asked) ||
        !scene.there(line.time).includes(machine)
          ? line
          : scene.marked({ ...line, server: machine }, 'changed'),
    };
  },
};

const clockOff: Incident = {
  id: 'clock-off',
  family: 'platform',
  about: 'The clock of a machine is off, at once or by drifting away, until it is put right.',
  roles: {},
  parameters: {
    ...spell(1.2, 30),
    ...MACHINE,
    seconds: {
      about: 'by how much it is ahead; below zero, behind',
      unit: 'seconds',
      default: -420,
      least: -86_400,
      most: 86_400,
    },
    how: { about: 'whether it jumps, or drifts away', default: 'jump', words: ['jump', 'drift'] },
  },
  causes: ['time-order', 'file-day'],
  strikes: strikesMachine,
  begin(scene) {
    const machine = struck(scene);
    const { from, to, values } = scene.incident;
    const off = numberOf(scene, 'seconds') * SECOND;
    const isDrift = values['how'] === 'drift';
    return {
      ship(line) {
        if (line.server !== machine || !goesOn(scene, line.time)) return line;
        const by = isDrift ? Math.round((off * (line.time - from)) / (to - from)) : off;
        return scene.marked({ ...line, lag: line.lag - by }, 'changed');
      },
    };
  },
};

export const machines: readonly Incident[] = [outage, slowHours, oneMachine, clockOff];
