/** What the platform tells of a check or a reset beside its own line: what the author says to answers, how much is complete, and points. */
import { chance } from '../../../src/base/random/index.ts';
import { MILLISECOND } from '../../../src/base/time.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Problem } from '../../course/course.ts';
import type { ProblemState } from '../../learners/progress.ts';
import { serving } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { tellCompletion } from './completion.ts';
import { submit } from './grades.ts';
import type { Lines } from './lines.ts';
import type { UnitPage } from './page.ts';
import { TYPES } from './questions.ts';
import { possibleOf } from './standing.ts';

/** Tells what the author says to answers that are wrong. */
export function tellFeedback(
  lines: Lines,
  visit: SessionContext,
  page: UnitPage,
  path: string,
  problem: Problem,
  after: ProblemState,
  delay: number,
): void {
  for (const [place, input] of problem.inputs.entries()) {
    const mark = after.marks[place]!;
    if (mark.message === '' || input.kind === 'code') continue;
    const answer = after.answers[place]!;
    lines.handler(
      visit,
      page.frameUrl,
      path,
      problem,
      events.feedbackDisplayed,
      {
        module_id: problem.location,
        problem_part_id: input.id,
        trigger_type: 'single',
        hint_label: 'Incorrect:',
        hints: [{ text: mark.message }],
        correctness: false,
        student_answer: typeof answer === 'string' ? [answer] : answer,
        question_type: TYPES[input.kind][0],
      },
      delay,
    );
  }
}

/** Tells of completion and points, in either order; gives when both are logged, microseconds from now. */
export function tellScore(
  lines: Lines,
  visit: SessionContext,
  page: UnitPage,
  path: string,
  problem: Problem,
  points: number,
  completion: 0 | 1,
  delay: number,
): number {
  const other = delay + MILLISECOND + serving(visit, 0.008, 0.5);
  const [completes, scores] = chance(visit.networkRandom, 0.5) ? [delay, other] : [other, delay];
  tellCompletion(lines, visit, page, path, problem, 'problem', completion, completes);
  const possible = possibleOf(problem);
  submit(
    lines,
    visit,
    { block: problem, sequence: page.sequence, referer: page.frameUrl, path, earned: points, possible },
    scores,
  );
  return other;
}
