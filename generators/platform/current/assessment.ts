/** What is said of an essay in a rubric's form. */
import { chance } from '../../../src/base/random/index.ts';
import { formatOffset } from '../../../src/base/time.ts';
import type { PayloadOf } from '../../../src/spec/index.ts';
import type * as events from '../../../src/spec/events/index.ts';
import type { Task } from '../../course/course.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { remarked } from '../../model/texts.ts';
import { anonymousOf } from './essay-block.ts';
import { hexOf } from './ids.ts';

export type Assessment = Omit<PayloadOf<typeof events.peerAssessed, 'current'>, 'score_type'>;

const CRITERIA = ['Ideas', 'Content', 'Structure', 'Style', 'Language', 'Sources'];
const OPTIONS = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'];
/** Of the fields for remarks so many are filled in (a choice). */
const REMARKED = 0.55;

export const criterionName = (index: number): string => CRITERIA[index % CRITERIA.length]!;

/** The name of an option by its points: the best has the best. */
export const optionName = (points: number, highest: number): string =>
  OPTIONS[Math.round((points / highest) * (OPTIONS.length - 1))]!;

/** A form that is sent so many microseconds from now. */
export function assessmentOf(
  visit: SessionContext,
  task: Task,
  submission: string,
  values: readonly number[],
  delay: number,
): Assessment {
  const { networkRandom: random } = visit;
  const remark = (field: number): string =>
    chance(random, REMARKED) ? remarked(visit, task.title, submission, field) : '';
  return {
    feedback: remark(0),
    rubric: { content_hash: hexOf(`${task.location} rubric`, 40) },
    scorer_id: anonymousOf(visit),
    scored_at: formatOffset(visit.now + delay + 20_000),
    submission_uuid: submission,
    parts: task.rubric.map((highest, index) => ({
      option: { name: optionName(values[index]!, highest), points: values[index]! },
      criterion: { name: criterionName(index), points_possible: highest },
      feedback: remark(1 + index),
    })),
  };
}
