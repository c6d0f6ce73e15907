/** What the platform keeps of blocks that are done: a text or a video once it has been seen, as its page says, a problem once it is checked. */
import { formatOffset } from '../../../src/base/time.ts';
import * as events from '../../../src/spec/events/index.ts';
import { serving } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { handlerPath } from './addresses.ts';
import { storedBefore } from './grades.ts';
import type { Block, Lines } from './lines.ts';
import type { UnitPage } from './page.ts';
import { standingOf, type Standing } from './standing.ts';

/** Stores a completion: when it was stored first, and when it last became another one. */
function store({ completed, recompleted }: Standing, id: string, completion: 0 | 1, time: number) {
  const created = completed.get(id) ?? time;
  completed.set(id, created);
  const { completion: before, since } = recompleted.get(id) ?? { completion: 1, since: created };
  if (completion === before) return { created, modified: since };
  recompleted.set(id, { completion, since: time });
  return { created, modified: time };
}

/** Tells how much of a block is complete, as each of its handlers does that stores it, changed or not [COMP models]. */
export function tellCompletion(
  lines: Lines,
  visit: SessionContext,
  { frameUrl }: UnitPage,
  path: string,
  block: Block,
  block_type: 'html' | 'problem' | 'video',
  completion: 0 | 1,
  delay: number,
  id = block.location,
): void {
  const { course, learner } = visit;
  const time = storedBefore(visit.networkRandom, visit.now + delay);
  const { created, modified } = store(standingOf(learner), id, completion, time);
  const payload = {
    user_id: learner.accountNumber,
    course_id: course.id,
    block_id: block.location,
    block_type,
    completion,
    modified: formatOffset(modified),
    created: formatOffset(created),
  };
  lines.handler(visit, frameUrl, path, block, events.completionChanged, payload, delay);
}

/**
 * A page says that a block of it is done, so many microseconds from now.
 *
 * @param id by which its completion is kept
 */
export function publishCompletion(
  lines: Lines,
  visit: SessionContext,
  page: UnitPage,
  block: Block,
  block_type: 'html' | 'video',
  asked: number,
  id = block.location,
): void {
  const path = handlerPath(visit.course, block.location, 'publish_completion');
  lines.request(visit, page.frameUrl, path, asked);
  tellCompletion(lines, visit, page, path, block, block_type, 1, asked + serving(visit, 0.05), id);
}
