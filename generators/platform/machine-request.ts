/** What the site logs of machines that ask for its pages and are nobody there. */
import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { request, type Dialect } from '../../src/spec/index.ts';
import { MASK } from '../../src/spec/values.ts';
import type { Course } from '../course/course.ts';
import type { Line } from '../model/line.ts';

/** A request of a machine. */
export interface Asked {
  readonly path: string;
  /** The course that the path names. */
  readonly course?: Course;
  readonly POST?: Readonly<Record<string, string>>;
}

/** A machine, by what its requests share. */
export interface Asking {
  readonly ip: string;
  readonly agent: string;
  /** That it asks. */
  readonly host: string;
}

/** What today's lines have more: nobody is logged in. */
const today = ({ path, course }: Asked): object => ({
  session: '',
  referer: '',
  accept_language: '',
  context: course
    ? { course_id: course.id, course_user_tags: {}, user_id: null, path, org_id: course.org, enterprise_uuid: '' }
    : { user_id: null, path, course_id: '', org_id: '', enterprise_uuid: '' },
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
  asked: Asked,
  time: number,
  server: number,
): Line {
  const { path, course, POST = {} } = asked;
  const isToday = dialect === 'current';
  const fields = { username: '', ip, agent, page: null, host, ...(isToday && today(asked)) };
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
    course,
    marks: undefined,
    more: '',
    renamed: undefined,
    reshape: undefined,
  };
}
