/** What the site logs of machines that ask for its pages and are nobody there. */
import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { request, type Dialect } from '../../src/spec/index.ts';
import { MASK } from '../../src/spec/values.ts';
import type { Line } from '../model/line.ts';

/** A request of a machine. */
export interface Asked {
  readonly path: string;
  readonly POST?: Readonly<Record<string, string>>;
}

/** A machine, by what its requests share. */
export interface Asking {
  readonly ip: string;
  readonly agent: string;
  /** That it asks. */
  readonly host: string;
}

/** What today's lines have more: nobody is logged in, and no course is asked for. */
const today = (path: string): object => ({
  session: '',
  referer: '',
  accept_language: '',
  context: { user_id: null, path, course_id: '', org_id: '', enterprise_uuid: '' },
});

/**
 * The line of a machine's request.
 *
 * @param time microseconds since 1970
 * @param server of the pool, by index
 */
export function machineRequest(
  dialect: Dialect,
  { ip, agent, host }: Asking,
  { path, POST = {} }: Asked,
  time: number,
  server: number,
): Line {
  const isToday = dialect === 'current';
  const fields = { username: '', ip, agent, page: null, host, ...(isToday && today(path)) };
  const sent = Object.fromEntries(Object.entries(POST).map(([key, value]) => [key, value === MASK ? value : [value]]));
  return {
    visit: undefined,
    server,
    type: request,
    common: new EncodedCommonFields(fields),
    time,
    lag: 0,
    payload: isToday ? { GET: {}, POST: sent } : { POST: sent, GET: {} },
    path,
  };
}
