/** Blocks that are done once they have been seen: their page says so, and the platform keeps it. */
import { formatOffset } from '../../../src/base/time.ts';
import * as events from '../../../src/spec/events/index.ts';
import { serving } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { handlerPath } from './addresses.ts';
import { storedBefore } from './grades.ts';
import type { Block, Lines } from './lines.ts';
import type { UnitPage } from './page.ts';

/** A page says that a block of it is done, so many microseconds from now. */
export function publishCompletion(
  lines: Lines,
  visit: SessionContext,
  { frameUrl }: UnitPage,
  block: Block,
  block_type: 'html' | 'video',
  asked: number,
): void {
  const { course, learner } = visit;
  const path = handlerPath(course, block.location, 'publish_completion');
  lines.request(visit, frameUrl, path, asked);
  const done = asked + serving(visit, 0.05);
  const stored = formatOffset(storedBefore(visit.networkRandom, visit.now + done));
  const payload = {
    user_id: learner.accountNumber,
    course_id: course.id,
    block_id: block.location,
    block_type,
    completion: 1,
    modified: stored,
    created: stored,
  };
  lines.handler(visit, frameUrl, path, block, events.completionChanged, payload, done);
}
