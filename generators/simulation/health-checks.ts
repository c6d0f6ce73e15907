import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { SECOND } from '../../src/base/time.ts';
import { hash, stream, uniform, type Stream } from '../../src/base/random/index.ts';
import { request } from '../../src/spec/index.ts';
import { HEALTH_CHECKER } from '../learners/agents.ts';
import { QUIRKS } from '../platform/quirks.ts';
import type { Line } from './delayed-events.ts';
import type { Plan } from './plan.ts';

interface ServerCheck {
  readonly server: number;
  readonly random: Stream;
  readonly common: EncodedCommonFields;
  time: number;
}

const PAYLOAD = { POST: {}, GET: {} };

/** The load balancer's health checks of a pool's servers, every few seconds, day and night [deployed]. */
export class HealthChecks {
  readonly #checks: ServerCheck[];

  /** @param servers by index in the run */
  constructor({ seed, start }: Plan, servers: readonly number[]) {
    this.#checks = servers.map((server, index) => {
      const random = stream(seed, 'heartbeat', server);
      const address = `10.${hash(seed, 'balancer', 0) % 256}.${hash(seed, 'balancer', 1) % 256}`;
      const fields = {
        username: '',
        host: `${address}.${10 + (server % 240)}`,
        ip: `${address}.4`,
        agent: HEALTH_CHECKER,
        page: null,
      };
      return { server: index, random, common: new EncodedCommonFields(fields), time: start + this.#gap(random) };
    });
  }

  get time(): number {
    return this.#earliest.time;
  }

  /** Takes the earliest check out; the next one of its server follows. */
  take(): Line {
    const check = this.#earliest;
    const { server, common, time } = check;
    check.time += this.#gap(check.random);
    return { visit: undefined, server, type: request, common, time, payload: PAYLOAD, path: '/heartbeat' };
  }

  get #earliest(): ServerCheck {
    return this.#checks.reduce((first, check) => (check.time < first.time ? check : first));
  }

  #gap(random: Stream): number {
    return Math.round(uniform(random, 0.998, 1.002) * QUIRKS.heartbeatSeconds * SECOND);
  }
}
