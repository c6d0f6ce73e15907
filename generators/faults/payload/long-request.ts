import { dumps } from '../../../src/line/dumps.ts';
import { integer, type Stream } from '../../../src/random/index.ts';
import { request, REQUEST_CUT } from '../../../src/spec/index.ts';
import type { CleanLine, Fields } from '../clean-line.ts';

const SENTENCE = 'I do not see why the second step follows from the first. ';
const LEAST = Math.ceil(REQUEST_CUT / SENTENCE.length);

/** The text of a request's payload with a post in it that is longer than the platform's cut; undefined for other events. */
export function longRequest(line: CleanLine, random: Stream): string | undefined {
  if (!line.eventType.startsWith(request.name)) return undefined;
  const { payload } = line;
  const body = SENTENCE.repeat(integer(random, LEAST, 3 * LEAST));
  return payload && dumps({ ...payload, POST: { ...(payload['POST'] as Fields), body: [body] } });
}
