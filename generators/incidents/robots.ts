/** Machines that ask the site for pages, beside all people. */
import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { integer, stream, type Stream } from '../../src/base/random/index.ts';
import { request, type Dialect } from '../../src/spec/index.ts';
import { MASK } from '../../src/spec/values.ts';
import type { Line } from '../model/line.ts';
import { isHere, type Scene, type Work } from './incident.ts';

/** Dialects that log requests. */
export const LOGS_REQUESTS: readonly Dialect[] = ['deployed', 'current'];

/** A request of a machine. */
interface Asked {
  readonly path: string;
  readonly POST?: Readonly<Record<string, string>>;
}

/** A machine, by what its requests share. */
interface Machine {
  readonly ip: string;
  readonly agent: string;
}

/** The line of a machine's request, whoever it is: it is not logged in, and asks for pages of the site alone. */
function lineOf(scene: Scene, { ip, agent }: Machine, { path, POST = {} }: Asked, time: number, server: number): Line {
  const { course } = scene.courses[0]!.offering;
  const isToday = scene.plan.dialect === 'current';
  const today = {
    session: '',
    referer: '',
    accept_language: '',
    context: { user_id: null, path, course_id: '', org_id: '', enterprise_uuid: '' },
  };
  const fields = { username: '', ip, agent, page: null, host: new URL(course.url).host, ...(isToday && today) };
  const sent = Object.fromEntries(Object.entries(POST).map(([key, value]) => [key, value === MASK ? value : [value]]));
  const line = {
    visit: undefined,
    server,
    type: request,
    common: new EncodedCommonFields(fields),
    time,
    lag: 0,
    payload: isToday ? { GET: {}, POST: sent } : { POST: sent, GET: {} },
    path,
  };
  return scene.marked(line, 'written');
}

/** Lets machines ask from the beginning of an incident to its end. */
export function robots(
  scene: Scene,
  count: number,
  agent: (random: Stream) => string,
  gap: (random: Stream) => number,
  ask: (random: Stream) => Asked,
): Work {
  const { plan, incident } = scene;
  for (let number = 0; number < count; number += 1) {
    if (!isHere(scene, number)) continue;
    const random = stream(plan.seed, 'incident', incident.id, number);
    const ip = [integer(random, 1, 222), ...Array.from({ length: 3 }, () => integer(random, 1, 254))].join('.');
    const machine = { ip: ip.replace(/^(10|127|169|172|192)\./, '91.'), agent: agent(random) };
    scene.asks(incident.from + Math.round(gap(random)), (now) => {
      const line = lineOf(scene, machine, ask(random), now, Math.floor(random() * scene.servers));
      const next = now + Math.max(1, Math.round(gap(random)));
      return { line, next: next < incident.to ? next : Infinity };
    });
  }
  return {};
}
