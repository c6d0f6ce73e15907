/** Machines that ask the site for pages, beside all people. */
import { integer, stream, type Stream } from '../../src/base/random/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { urlOf } from '../course/url.ts';
import { machineRequest, type Asked } from '../platform/machine-request.ts';
import { isHere, type Scene, type Work } from './incident.ts';

/** Dialects that log requests. */
export const LOGS_REQUESTS: readonly Dialect[] = ['deployed', 'current'];

/**
 * Lets machines ask from the beginning of an incident to its end.
 *
 * @param names the host that a machine names, of a site by its seed and its own
 */
export function robots(
  scene: Scene,
  count: number,
  agent: (random: Stream) => string,
  gap: (random: Stream) => number,
  ask: (random: Stream) => Asked,
  names: (random: Stream, seed: string, host: string) => string = (_, __, host) => host,
): Work {
  const { plan, incident } = scene;
  for (let number = 0; number < count; number += 1) {
    if (!isHere(scene, number)) continue;
    const random = stream(plan.seed, 'incident', incident.id, number);
    const ip = [integer(random, 1, 222), ...Array.from({ length: 3 }, () => integer(random, 1, 254))].join('.');
    const machine = { ip: ip.replace(/^(10|127|169|172|192)\./, '91.'), agent: agent(random) };
    let host: string | undefined;
    scene.asks(incident.from + Math.round(gap(random)), (now) => {
      host ??= names(random, plan.seed, urlOf(scene.courses[0]!.offering.course).host);
      const asked = ask(random);
      const server = Math.floor(random() * scene.servers);
      const line = machineRequest(plan.dialect, { ...machine, host }, asked, now, server);
      const next = now + Math.max(1, Math.round(gap(random)));
      return { line: scene.marked(line, 'written'), next: next < incident.to ? next : Infinity };
    });
  }
  return {};
}
