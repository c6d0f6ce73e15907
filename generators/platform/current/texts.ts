/** Texts of units: whoever has one in view for some seconds has read it, as the platform sees it, and its page says so. */
import { hash, hashedShare, uniform } from '../../../src/base/random/index.ts';
import { onceFor } from '../../../src/base/remember.ts';
import { SECOND } from '../../../src/base/time.ts';
import { uuidDigitsOf } from '../../../src/base/uuid.ts';
import type { Element } from '../../course/course.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { publishCompletion } from './completion.ts';
import type { Block, Lines } from './lines.ts';
import type { UnitPage } from './page.ts';
import { standingOf } from './standing.ts';

/** So long a text has to be in view [completion, COMPLETION_BY_VIEWING_DELAY_MS], and how late a page notices, in microseconds. */
const IN_VIEW = 5 * SECOND;
const NOTICES = 0.1 * SECOND;

/** Of units so many have a text beside what else is in them (a choice). */
const HAVE_TEXT = 0.6;

/** What authors call a text; Studio suggests the first, and most leave it. */
const NAMES = ['Text', 'Text', 'Text', 'Introduction', 'Overview', 'Raw HTML', 'Notes'] as const;

/** The text of a unit, if it has one. */
const textOf = onceFor(({ location }: Element): { readonly block: Block | undefined } => {
  if (hashedShare(location, 'text', 0) >= HAVE_TEXT) return { block: undefined };
  const course = location.slice(0, location.indexOf('+type@'));
  return {
    block: {
      location: `${course}+type@html+block@${uuidDigitsOf(`${location} text`)}`,
      title: NAMES[hash(location, 'text', 1) % NAMES.length]!,
    },
  };
});

/** Whether all of a unit was done by a time, microseconds since 1970, as far as that is kept. */
export function isComplete({ learner }: SessionContext, unit: Element, time: number): boolean {
  const standing = standingOf(learner);
  const { completed, recompleted } = standing;
  const isDone = (id: string): boolean => {
    const again = recompleted.get(id);
    return (completed.get(id) ?? Infinity) <= time && !(again?.completion === 0 && again.since <= time);
  };
  const { block } = textOf(unit);
  const { video, problems, task } = unit;
  return (
    (block === undefined || isDone(block.location)) &&
    (video === undefined || isDone(video.id)) &&
    problems.every(({ location }) => isDone(location)) &&
    (task === undefined || standing.isMarked(task.location))
  );
}

/** The unit that somebody waits for comes with its text, which it may have read before. */
export function showText(lines: Lines, visit: SessionContext, page: UnitPage): void {
  const { unit } = page;
  const { block } = textOf(unit);
  const { completed } = standingOf(visit.learner);
  page.readsText = undefined;
  if (block === undefined || completed.has(block.location)) return;
  const due = visit.answered + IN_VIEW;
  page.readsText = (seconds) => {
    if (visit.now + seconds * SECOND < due + NOTICES) return;
    page.readsText = undefined;
    const asked = due + Math.round(uniform(visit.networkRandom, 0, NOTICES)) - visit.now;
    publishCompletion(lines, visit, page, block, 'html', asked);
  };
}
