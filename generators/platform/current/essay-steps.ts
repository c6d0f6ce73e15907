/** What comes before an essay is handed in, before peers are assessed (examples), and after others have assessed it. */
import { chance, integer, pick, type Stream } from '../../../src/base/random/index.ts';
import { HOUR, SECOND } from '../../../src/base/time.ts';
import type { PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Task } from '../../course/course.ts';
import type { Example } from '../../learners/progress.ts';
import { latency, loading, serving } from '../../model/connection.ts';
import { qualityOf } from '../../model/essays.ts';
import { EXAMPLES, marksOfExample } from '../../model/examples.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { criterionName, optionName } from './assessment.ts';
import { anonymousOf, submissionOf, sum, type EssayBlock } from './essay-block.ts';
import { HABITS } from './habits.ts';
import { unitPage } from './page.ts';
import { standingOf } from './standing.ts';

type Answer = PayloadOf<typeof events.submissionCreated, 'current'>['answer'];

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

/** Whether what somebody picks in an example is as its author has it: the last time it is, and as often before as there are other examples. */
const isAsAuthorHas = (visit: SessionContext, { left }: Example, known: number): boolean =>
  left === 0 || chance(visit.networkRandom, (EXAMPLES.least - known - 1) / left);

/**
 * Sends what somebody has picked in the rubric of an example.
 *
 * @param values by criterion
 */
export function assessExample(
  block: EssayBlock,
  visit: SessionContext,
  task: Task,
  example: Example,
  values: readonly number[],
): void {
  const { trained } = standingOf(visit.learner);
  const known = trained.get(task.location) ?? 0;
  const isRight = isAsAuthorHas(visit, example, known);
  if (isRight) trained.set(task.location, known + 1);
  const delay = latency(visit, 0.08);
  const path = block.ask(visit, task, 'training_assess', delay);
  const right = marksOfExample(task, known);
  const picked = isRight ? right : otherThan(right, values, task);
  const payload = { submission_uuid: submissionOf(visit, task), ...choices(task, right, picked) };
  block.log(visit, task, path, events.trainingAssessed, payload, delay);
}

/** Marks that differ from the right ones, if only in the first criterion. */
function otherThan(right: readonly number[], values: readonly number[], { rubric }: Task): readonly number[] {
  if (right.some((points, index) => values[index] !== points)) return values;
  const [first = 0, ...others] = right;
  return [first < rubric[0]! ? first + 1 : first - 1, ...others];
}

/** What is picked in the rubric of an example, and what of that is to be corrected. */
function choices({ rubric }: Task, right: readonly number[], picked: readonly number[]) {
  const named = (isNamed: (index: number) => boolean, points: readonly number[]): Record<string, string> =>
    Object.fromEntries(
      rubric.flatMap((highest, index) =>
        isNamed(index) ? [[criterionName(index), optionName(points[index]!, highest)]] : [],
      ),
    );
  return {
    options_selected: named(() => true, picked),
    corrections: named((index) => picked[index] !== right[index], right),
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
