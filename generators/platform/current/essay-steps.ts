/** What comes before an essay is handed in, before peers are assessed, and after others have assessed it. */
import { chance, hash, integer, lognormal, pick, type Stream } from '../../../src/base/random/index.ts';
import { HOUR } from '../../../src/base/time.ts';
import type { PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Task } from '../../course/course.ts';
import { latency, loading, serving } from '../../model/connection.ts';
import { qualityOf } from '../../model/essays.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { criterionName, optionName } from './assessment.ts';
import { anonymousOf, submissionOf, sum, type EssayBlock } from './essay-block.ts';
import { HABITS } from './habits.ts';
import { unitPage } from './page.ts';
import { standingOf } from './standing.ts';

type Answer = PayloadOf<typeof events.submissionCreated, 'current'>['answer'];

const SECOND = 1e6;
const FILES = [
  ['essay.pdf', 'application/pdf'],
  ['draft 2.pdf', 'application/pdf'],
  ['figure.png', 'image/png'],
  ['notes.jpg', 'image/jpeg'],
] as const;

/** What a file adds to an essay. */
export interface Attached {
  /** Microseconds from now until it is there. */
  readonly delay: number;
  readonly files: Omit<Answer, 'parts'>;
}

/** Now and then somebody hands in a file too, which sometimes fails at first. */
export function attach(block: EssayBlock, visit: SessionContext, task: Task, habits: Stream): Attached {
  if (!chance(habits, HABITS.attachesFile)) return { delay: 0, files: {} };
  const [fileName, fileType] = pick(habits, FILES);
  const fileSize = integer(habits, 20_000, 4_000_000);
  const { frame } = unitPage(visit)!;
  let delay = latency(visit, 0.05);
  if (chance(habits, HABITS.failsToAttach)) {
    block.ask(visit, task, 'upload_url', delay);
    delay += loading(visit, 0.7);
    block.lines.browser(visit, frame!, events.fileUploadFailed, { statusText: 'error' }, delay);
    delay += integer(habits, 2 * SECOND, 6 * SECOND);
  }
  block.ask(visit, task, 'upload_url', delay);
  delay += loading(visit, 0.7);
  block.lines.browser(visit, frame!, events.fileUploaded, { fileName, fileSize, fileType }, delay);
  const files = {
    file_keys: [`${anonymousOf(visit)}/${visit.course.id}/${task.location}`],
    files_descriptions: [fileName],
    files_names: [fileName],
    files_sizes: [fileSize],
  };
  return { delay: delay + integer(habits, SECOND, 3 * SECOND), files };
}

const EXAMPLES = 2;

/**
 * Whoever is to assess peers at a task for the first time assesses examples before, until each is as the author has it.
 *
 * @returns when that is done, microseconds from now
 */
export function train(block: EssayBlock, visit: SessionContext, task: Task, habits: Stream, from: number): number {
  const { trained } = standingOf(visit.learner);
  if (trained.has(task.location)) return from;
  trained.add(task.location);
  let delay = from;
  block.ask(visit, task, 'render_student_training', delay);
  for (let example = 0; example < EXAMPLES; example += 1) {
    let wrong = task.rubric.length;
    do {
      delay += Math.round(lognormal(habits, HABITS.readsExample.mean, HABITS.readsExample.sd) * SECOND);
      wrong = Math.min(wrong - 1, integer(habits, 0, 1));
      const path = block.ask(visit, task, 'training_assess', delay);
      const payload = { submission_uuid: submissionOf(visit, task), ...choices(task, example, Math.max(0, wrong)) };
      block.log(visit, task, path, events.trainingAssessed, payload, delay);
    } while (wrong > 0);
  }
  const ready = delay + loading(visit, 0.4, 0.4);
  visit.awaits(ready);
  return ready;
}

/** What is picked in the rubric of an example, of which the last so many criteria are not as they should be. */
function choices({ location, rubric }: Task, example: number, wrong: number) {
  const right = rubric.map((highest, index) => hash(location, `example ${example}`, index) % (highest + 1));
  const named = (of: readonly (number | undefined)[]): Record<string, string> =>
    Object.fromEntries(
      of.flatMap((points, index) =>
        points === undefined ? [] : [[criterionName(index), optionName(points, rubric[index]!)]],
      ),
    );
  const isWrong = (index: number): boolean => index >= rubric.length - wrong;
  return {
    options_selected: named(right.map((points, i) => (isWrong(i) ? (points === 0 ? 1 : points - 1) : points))),
    corrections: named(right.map((points, i) => (isWrong(i) ? points : undefined))),
  };
}

/** The marks of peers or staff settle a score, which the author’s next look at the page finds: it follows from how good the essay is. */
export function settle(block: EssayBlock, visit: SessionContext, task: Task): void {
  const { learner, behaviour, now } = visit;
  const { submitted, settled } = standingOf(learner);
  const since = submitted.get(task.location);
  if (task.graded === 'self' || since === undefined || settled.has(task.location)) return;
  if (now - since < behaviour.grading.markedAfterHours * HOUR) return;
  settled.add(task.location);
  const delay = Math.max(0, visit.answered - now) + latency(visit, 0.1);
  const path = block.ask(visit, task, 'render_grade', delay);
  const quality = qualityOf(visit, task, learner.number);
  const points = sum(task.rubric.map((highest) => Math.round(highest * quality)));
  block.score(visit, task, path, points, delay + 10_000 + serving(visit, 0.12));
}
