import { micros, storedBefore } from './grades.ts';
import { chance, pick, type Stream } from '../../../src/base/random/index.ts';
import { formatOffset } from '../../../src/base/time.ts';
import { dumps } from '../../../src/line/dumps.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Task } from '../../course/course.ts';
import { tasksOf } from '../../course/sequences.ts';
import type { Example, Submission } from '../../learners/progress.ts';
import { latency, loading, serving } from '../../model/connection.ts';
import type { PromptView } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { assessmentOf, type Assessment } from './assessment.ts';
import { anonymousOf, EssayBlock, submissionOf, sum } from './essay-block.ts';
import { assessExample, attach, settle } from './essay-steps.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';
import { unitPage } from './page.ts';
import { standingOf } from './standing.ts';
import type { Units } from './units.ts';

const OPINIONS = [
  'These assessments were not useful.',
  'These assessments were not useful.',
  'Some comments were off the mark.',
  'These assessments were useful.',
  'These assessments were useful.',
];

/** What somebody adds who found marks of no use, or of use: one sentence, or two. */
const REASONS = {
  bad: [
    'One grader gave the lowest mark without a word.',
    'The comments are about another essay, I think.',
    'Two of them contradict each other.',
    'I do not see why I lost points for the examples.',
    'Nobody seems to have read to the end.',
  ],
  good: [
    'The remarks on the structure helped.',
    'Fair enough.',
    'I would have marked it the same way.',
    'One of them found a mistake that I had missed.',
    'Thanks to whoever wrote the long comment!',
  ],
} as const;

function reasonFor(value: number, habits: Stream): string {
  if (!chance(habits, HABITS.saysWhy)) return '';
  const reasons = REASONS[chance(habits, (value - 1) / 4) ? 'good' : 'bad'];
  const [first, second] = [pick(habits, reasons), pick(habits, reasons)];
  return chance(habits, 0.5) || first === second ? first : `${first} ${second}`;
}

/** What is being assessed, by its id, and by which marks so far. */
interface Assessing {
  /** Empty for an example. */
  readonly submission: string;
  readonly example: Example | undefined;
  readonly values: number[];
}

/** Essays: how they are handed in, and what their author, peers and staff think of them, one event a submitted form. */
export class Essays {
  readonly #block: EssayBlock;
  readonly #units: Units;
  readonly #assessing = new WeakMap<SessionContext, Assessing>();

  constructor(lines: Lines, units: Units) {
    this.#block = new EssayBlock(lines);
    this.#units = units;
  }

  /** Turns to one's own essay, to a peer's or to somebody's as staff; where that is in another unit, goes there first. */
  show(visit: SessionContext, view: PromptView, task: Task, habits: Stream, graded?: Submission | Example): void {
    if (unitPage(visit)?.unit.task !== task) this.#goTo(visit, task, habits);
    const delay = Math.max(0, visit.answered - visit.now) + latency(visit, 0.1);
    if (graded && 'example' in graded) {
      this.#assessing.set(visit, { submission: '', example: graded, values: [] });
      this.#block.ask(visit, task, 'render_student_training', delay);
      return;
    }
    const submission = submissionOf(visit, task, graded?.number);
    this.#assessing.set(visit, { submission, example: undefined, values: [] });
    if (view === 'oe') {
      this.#block.ask(visit, task, 'render_submission', delay);
    } else if (view === 'peer_grading') {
      const path = this.#block.ask(visit, task, 'render_peer_assessment', delay);
      this.#block.log(
        visit,
        task,
        path,
        events.peerSubmissionGot,
        {
          requesting_student_id: anonymousOf(visit),
          course_id: visit.course.id,
          item_id: task.location,
          submission_returned_uuid: submission,
        },
        delay,
      );
    } else {
      const path = this.#block.ask(visit, task, 'render_staff_grade_form', delay);
      this.#block.log(
        visit,
        task,
        path,
        events.staffSubmissionGot,
        {
          type: 'full-grade',
          requesting_staff_id: anonymousOf(visit),
          item_id: task.location,
          submission_returned_uuid: submission,
        },
        delay,
      );
    }
  }

  /** Looks at the unit of an essay: what others have thought of it may have settled its score. */
  arrive(visit: SessionContext): void {
    const task = unitPage(visit)?.unit.task;
    if (task) settle(this.#block, visit, task);
  }

  /** Keeps the essay, and hands it in. */
  submit(visit: SessionContext, task: Task, text: string, habits: Stream): void {
    const parts = [{ text }];
    const { delay, files } = attach(this.#block, visit, task, habits);
    const saved = delay + latency(visit, 0.06);
    const save = this.#block.ask(visit, task, 'save_submission', saved);
    this.#block.log(visit, task, save, events.submissionSaved, { saved_response: dumps({ parts }) }, saved);
    const sent = saved + loading(visit, 0.9);
    const path = this.#block.ask(visit, task, 'submit', sent);
    const stored = sent + serving(visit, 0.1);
    const created = storedBefore(visit.networkRandom, visit.now + stored);
    visit.awaits(stored);
    standingOf(visit.learner).submitted.set(task.location, visit.now + stored);
    this.#block.log(
      visit,
      task,
      path,
      events.submissionCreated,
      {
        submission_uuid: submissionOf(visit, task),
        attempt_number: 1,
        created_at: formatOffset(created),
        submitted_at: formatOffset(created - micros(visit.networkRandom, 40e-6, 0.5)),
        answer: { parts, ...files },
      },
      stored,
    );
  }

  /** Chooses in the rubric; the form is sent as a whole. */
  select(visit: SessionContext, _: Task, category: number, value: number): void {
    this.#assessing.get(visit)!.values[category] = value;
  }

  /** Is done with an essay: sends the rubric, if one was filled in. */
  hide(visit: SessionContext, view: PromptView, task: Task): void {
    const { submission, example, values } = this.#assessing.get(visit)!;
    this.#assessing.delete(visit);
    if (example) return assessExample(this.#block, visit, task, example, values);
    if (values.length < task.rubric.length) return;
    const delay = latency(visit, 0.08);
    const assessment = assessmentOf(visit, task, submission, values, delay);
    if (view === 'oe') this.#assessSelf(visit, task, assessment, delay);
    else if (view === 'peer_grading') {
      const path = this.#block.ask(visit, task, 'peer_assess', delay);
      this.#block.log(visit, task, path, events.peerAssessed, { ...assessment, score_type: 'PE' }, delay);
    } else {
      const path = this.#block.ask(visit, task, 'staff_assess', delay);
      this.#block.log(
        visit,
        task,
        path,
        events.staffAssessed,
        { ...assessment, score_type: 'ST', type: 'full-grade' },
        delay,
      );
    }
  }

  /** Says what the marks were good for, from 1 to 5. */
  respond(visit: SessionContext, value: number, habits: Stream): void {
    const task = unitPage(visit)!.unit.task!;
    const delay = latency(visit, 0.08);
    const path = this.#block.ask(visit, task, 'submit_feedback', delay);
    this.#block.log(
      visit,
      task,
      path,
      events.feedbackSubmitted,
      {
        submission_uuid: submissionOf(visit, task),
        feedback_text: reasonFor(value, habits),
        options: [OPINIONS[value - 1]!],
      },
      delay,
    );
  }

  /** One's own marks settle the score. */
  #assessSelf(visit: SessionContext, task: Task, assessment: Assessment, delay: number): void {
    const path = this.#block.ask(visit, task, 'self_assess', delay);
    const told = this.#block.log(visit, task, path, events.selfAssessed, { ...assessment, score_type: 'SE' }, delay);
    const points = sum(assessment.parts.map(({ option }) => option!.points));
    this.#block.score(visit, task, path, points, told + serving(visit, 0.15));
  }

  #goTo(visit: SessionContext, task: Task, habits: Stream): void {
    const { sequence } = tasksOf(visit.course).find((each) => each.task === task)!.located;
    const page = this.#units.open(visit, sequence, visit.view);
    visit.view = page;
    this.#units.enter(
      visit,
      page,
      sequence.elements.find((element) => element.task === task)!,
      habits,
    );
  }
}
