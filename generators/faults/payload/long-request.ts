import { dumps } from '../../../src/line/dumps.ts';
import { integer, pick, type Stream } from '../../../src/random/index.ts';
import { request, REQUEST_CUT } from '../../../src/spec/index.ts';
import type { CleanLine } from '../clean-line.ts';

const SENTENCE = ' I do not see why the second step follows from the first.';
const LEAST = Math.ceil(REQUEST_CUT / SENTENCE.length);

type Parameters = Record<string, string[]>;

/** The payload's text of a request that posts something, longer than the platform's cut; undefined for other events. */
export function longRequest(line: CleanLine, random: Stream): string | undefined {
  if (!line.eventType.startsWith(request.name)) return undefined;
  const { payload } = line;
  const posted = payload?.['POST'] as Parameters | undefined;
  const names = Object.keys(posted ?? {});
  if (names.length === 0) return undefined;
  const name = pick(random, names);
  const long = posted![name]!.join('') + SENTENCE.repeat(integer(random, LEAST, 3 * LEAST));
  return dumps({ ...payload, POST: { ...posted, [name]: [long] } });
}
