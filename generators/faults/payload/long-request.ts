import { dumps } from '../../../src/line/dumps.ts';
import type { Json } from '../../../src/line/record.ts';
import { integer, pick, type Stream } from '../../../src/base/random/index.ts';
import { request, REQUEST_CUT } from '../../../src/spec/index.ts';
import type { CleanLine } from '../clean-line.ts';

const SENTENCE = ' I do not see why the second step follows from the first.';
const LEAST = Math.ceil(REQUEST_CUT / SENTENCE.length);

type Parameters = Record<string, Json>;

const PATH = new RegExp(request.names!.pattern, 'u');

/** The payload's text of a request that posts something, longer than the platform's cut; undefined for other events. */
export function longRequest(line: CleanLine, random: Stream): string | undefined {
  if (!PATH.test(line.eventType)) return undefined;
  const { payload } = line;
  const posted = payload?.['POST'] as Parameters | undefined;
  const names = Object.keys(posted ?? {}).filter((name) => Array.isArray(posted![name]));
  if (names.length === 0) return undefined;
  const name = pick(random, names);
  const long = (posted![name] as Json[]).join('') + SENTENCE.repeat(integer(random, LEAST, 3 * LEAST));
  return dumps({ ...payload, POST: { ...posted, [name]: [long] } });
}
