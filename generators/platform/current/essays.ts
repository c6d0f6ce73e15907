import { micros, storedBefore } from './grades.ts';
import { chance, pick, type Stream } from '../../../src/base/random/index.ts';
import { formatOffset } from '../../../src/base/time.ts';
import { dumps } from '../../../src/line/dumps.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Task } from '../../course/course.ts';
import { tasksOf } from '../../course/sequences.ts';
import { latency, loading, serving } from '../../model/connection.ts';
import type { PromptView } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { assessmentOf, type Assessment } from './assessment.ts';
import { anonymousOf, EssayBlock, qualityOf, submissionOf, sum } from './essay-block.ts';
import { attach, settle, train } from './essay-steps.ts';
import { HABITS } from './habits.ts';
import { newUuid } from './ids.ts';
import type { Lines } from './lines.ts';
import { FOUND_AFTER, NextLower } from '../../model/lower-numbers.ts';
import { unitPage } from './page.ts';
import { standingOf, type Essay } from './standing.ts';
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

/** What is being assessed, and by which marks so far. */
interface Assessing extends Essay {
  readonly values: number[];
}

/** Whoever assesses others gets the essays of these, the next by number: each is dealt to three, some to one more or fewer (a choice). */
const DEALT = 5;

/** Essays: how they are handed in, and what their author, peers and staff think of them, one event a submitted form. */
export class Essays {
  readonly #block: EssayBlock;
  readonly #units: Units;
  readonly #assessing = new WeakMap<SessionContext, Assessing>();
  /** Who has handed in an essay, by its task's location. */
  readonly #handedIn = new Map<string, NextLower>();

  constructor(lines: Lines, units: Units) {
    this.#block = new EssayBlock(lines);
    this.#units = units;
  }

  /** Turns to one's own essay, to a peer's or to somebody's as staff; where that is in another unit, goes there first. */
  show(visit: SessionContext, view: PromptView, task: Task, habits: Stream): void {
    if (unitPage(visit)?.unit.task !== task) this.#goTo(visit, task, habits);
    const delay = Math.max(0, visit.answered - visit.now) + latency(visit, 0.1);
    if (view === 'oe') {
      this.#assessing.set(visit, { ...this.#essayOf(visit, task, visit.learner.number), values: [] });
      this.#block.ask(visit, task, 'render_submission', delay);
    } else if (view === 'peer_grading') {
      const ready = train(this.#block, visit, task, habits, delay);
      const submission = this.#opened(visit, view, task, ready);
      const path = this.#block.ask(visit, task, 'render_peer_assessment', ready);
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
        ready,
      );
    } else {
      const submission = this.#opened(visit, view, task, delay);
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

  /** How good the essay in front is, from 0 to 1; undefined where nobody knows. */
  quality(visit: SessionContext): number | undefined {
    return this.#assessing.get(visit)?.quality;
  }

  /** Whose essay somebody gets who assesses others so many microseconds from now; undefined where nobody of lower number has handed one in. */
  #dealt(visit: SessionContext, { location }: Task, delay: number): number | undefined {
    const { learner, now, networkRandom: random } = visit;
    const { assessed } = standingOf(learner);
    let before = assessed.get(location);
    if (!before) assessed.set(location, (before = new Set()));
    visit.meets?.();
    const near = this.#handedIn.get(location)?.below(learner.number, now + delay, DEALT, before) ?? [];
    if (near.length === 0) return undefined;
    const author = pick(random, near);
    before.add(author);
    return author;
  }

  /** The essay that a grader gets so many microseconds from now, by its id: that which it has opened and left, or else another one. */
  #opened(visit: SessionContext, view: PromptView, task: Task, delay: number): string {
    const opened = (standingOf(visit.learner).opened ??= new Map());
    const place = `${view} ${task.location}`;
    const known = opened.get(place);
    const essay = known ?? this.#essayOf(visit, task, this.#dealt(visit, task, delay));
    if (!known) opened.set(place, essay);
    this.#assessing.set(visit, { ...essay, values: [] });
    return essay.submission;
  }

  /** Somebody's essay, or that of somebody who is not in the log. */
  #essayOf(visit: SessionContext, task: Task, author: number | undefined): Essay {
    return author === undefined
      ? { submission: newUuid(visit.networkRandom), quality: undefined }
      : { submission: submissionOf(visit, task, author), quality: qualityOf(visit, task, author) };
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
    let handedIn = this.#handedIn.get(task.location);
    if (!handedIn) this.#handedIn.set(task.location, (handedIn = new NextLower()));
    handedIn.put(visit.learner.number, visit.now + stored + FOUND_AFTER);
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
    const { submission, values } = this.#assessing.get(visit)!;
    this.#assessing.delete(visit);
    if (values.length < task.rubric.length) return;
    standingOf(visit.learner).opened?.delete(`${view} ${task.location}`);
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
