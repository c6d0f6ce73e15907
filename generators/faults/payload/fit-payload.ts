import { dumps } from '../../../src/line/dumps.ts';
import { REQUEST_CUT } from '../../../src/spec/index.ts';
import type { CleanLine, Fields } from '../clean-line.ts';
import { ifFits } from '../ensure.ts';

/** A line with another payload; undefined if the platform would have cut the payload, or the line. */
export function fitPayload(line: CleanLine, payload: Fields): string | undefined {
  const cut = line.shape!.encoding === 'request' && dumps(payload).length > REQUEST_CUT;
  return cut ? undefined : ifFits(line.withPayload(payload), line.dialect);
}
