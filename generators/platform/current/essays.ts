import { pick, type Stream } from '../../../src/base/random/index.ts';
import { formatOffset } from '../../../src/base/time.ts';
import { dumps } from '../../../src/line/dumps.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Task } from '../../course/course.ts';
import { tasksOf } from '../../course/sequences.ts';
import { latency, type PromptView } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { handlerPath } from './addresses.ts';
import { micros, submit } from './grades.ts';
import { hexOf, newUuid, uuidOf } from './ids.ts';
import type { Lines } from './lines.ts';
import { unitPage } from './page.ts';
import type { Units } from './units.ts';

type Payload<T extends EventType> = PayloadOf<T, 'current'>;
type Assessment = Omit<Payload<typeof events.peerAssessed>, 'score_type'>;

const CRITERIA = ['Ideas', 'Content', 'Structure', 'Style', 'Language', 'Sources'];
const OPTIONS = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'];
const REMARKS = [
  '',
  '',
  '',
  'Well argued.',
  'Clear and to the point.',
  'Some examples would help.',
  'Mind the structure.',
];
const OPINIONS = [
  'These assessments were not useful.',
  'These assessments were not useful.',
  'Some comments were off the mark.',
  'These assessments were useful.',
  'These assessments were useful.',
];

/** What is being assessed, and by which marks so far. */
interface Assessing {
  submission: string;
  values: number[];
}

/** Essays: how they are handed in, and what their author, peers and staff think of them, one event a submitted form. */
export class Essays {
  readonly #lines: Lines;
  readonly #units: Units;
  readonly #assessing = new WeakMap<SessionContext, Assessing>();

  constructor(lines: Lines, units: Units) {
    this.#lines = lines;
    this.#units = units;
  }

  /** Turns to one's own essay, to a peer's or to somebody's as staff; where that is in another unit, goes there first. */
  show(visit: SessionContext, view: PromptView, task: Task, habits: Stream): void {
    if (unitPage(visit)?.unit.task !== task) this.#goTo(visit, task, habits);
    const delay = Math.max(0, visit.answered - visit.now) + latency(visit.networkRandom, 0.1);
    const submission = view === 'oe' ? this.#own(visit, task) : newUuid(visit.networkRandom);
    this.#assessing.set(visit, { submission, values: [] });
    if (view === 'oe') this.#ask(visit, task, 'render_submission', delay);
    else if (view === 'peer_grading') {
      const path = this.#ask(visit, task, 'render_peer_assessment', delay);
      this.#log(
        visit,
        task,
        path,
        events.peerSubmissionGot,
        {
          requesting_student_id: this.#anonymous(visit),
          course_id: visit.course.id,
          item_id: task.location,
          submission_returned_uuid: submission,
        },
        delay,
      );
    } else {
      const path = this.#ask(visit, task, 'render_staff_grade_form', delay);
      this.#log(
        visit,
        task,
        path,
        events.staffSubmissionGot,
        {
          type: 'full-grade',
          requesting_staff_id: this.#anonymous(visit),
          item_id: task.location,
          submission_returned_uuid: submission,
        },
        delay,
      );
    }
  }

  /** Keeps the essay, and hands it in. */
  submit(visit: SessionContext, task: Task, text: string): void {
    const { networkRandom: random } = visit;
    const parts = [{ text }];
    const saved = latency(random, 0.06);
    const save = this.#ask(visit, task, 'save_submission', saved);
    this.#log(visit, task, save, events.submissionSaved, { saved_response: dumps({ parts }) }, saved);
    const sent = saved + 400_000 + Math.min(2_000_000, micros(random, 0.8, 0.5));
    const path = this.#ask(visit, task, 'submit', sent);
    const stored = sent + micros(random, 0.1, 0.4);
    this.#log(
      visit,
      task,
      path,
      events.submissionCreated,
      {
        submission_uuid: this.#own(visit, task),
        attempt_number: 1,
        created_at: formatOffset(visit.now + stored),
        submitted_at: formatOffset(visit.now + stored - 40),
        answer: { parts },
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
    const delay = latency(visit.networkRandom, 0.08);
    const assessment = this.#assessment(visit, task, submission, values, delay);
    if (view === 'oe') this.#assessSelf(visit, task, assessment, delay);
    else if (view === 'peer_grading') {
      const path = this.#ask(visit, task, 'peer_assess', delay);
      this.#log(visit, task, path, events.peerAssessed, { ...assessment, score_type: 'PE' }, delay);
    } else {
      const path = this.#ask(visit, task, 'staff_assess', delay);
      this.#log(
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
  respond(visit: SessionContext, value: number): void {
    const task = unitPage(visit)!.unit.task!;
    const delay = latency(visit.networkRandom, 0.08);
    const path = this.#ask(visit, task, 'submit_feedback', delay);
    this.#log(
      visit,
      task,
      path,
      events.feedbackSubmitted,
      {
        submission_uuid: this.#own(visit, task),
        feedback_text: '',
        options: [OPINIONS[value - 1]!],
      },
      delay,
    );
  }

  /** One's own marks settle the score. */
  #assessSelf(visit: SessionContext, task: Task, assessment: Assessment, delay: number): void {
    const page = unitPage(visit)!;
    const path = this.#ask(visit, task, 'self_assess', delay);
    this.#log(visit, task, path, events.selfAssessed, { ...assessment, score_type: 'SE' }, delay);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const scored = {
      block: task,
      sequence: page.sequence,
      referer: page.frameUrl,
      path,
      earned: sum(assessment.parts.map(({ option }) => option!.points)),
      possible: sum(task.rubric),
    };
    submit(this.#lines, visit, scored, delay + 200_000 + micros(visit.networkRandom, 0.05, 0.4));
  }

  #assessment(
    visit: SessionContext,
    task: Task,
    submission: string,
    values: readonly number[],
    delay: number,
  ): Assessment {
    const { networkRandom: random } = visit;
    return {
      feedback: pick(random, REMARKS),
      rubric: { content_hash: hexOf(`${task.location} rubric`, 40) },
      scorer_id: this.#anonymous(visit),
      scored_at: formatOffset(visit.now + delay + 20_000),
      submission_uuid: submission,
      parts: task.rubric.map((highest, index) => ({
        option: { name: optionName(values[index]!, highest), points: values[index]! },
        criterion: { name: CRITERIA[index % CRITERIA.length]!, points_possible: highest },
        feedback: pick(random, REMARKS),
      })),
    };
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

  #own = ({ learner }: SessionContext, { location }: Task): string => uuidOf(`${location} ${learner.username}`);

  #anonymous = ({ learner, course }: SessionContext): string => hexOf(`${course.id} ${learner.username}`, 32);

  #ask(visit: SessionContext, { location }: Task, handler: string, delay: number): string {
    const path = handlerPath(visit.course, location, handler);
    this.#lines.request(visit, unitPage(visit)!.frameUrl, path, delay);
    return path;
  }

  /** What the block logs some .1 s after a request. */
  #log<T extends EventType>(
    visit: SessionContext,
    task: Task,
    path: string,
    type: T,
    payload: Payload<T>,
    asked: number,
  ): void {
    const delay = asked + 30_000 + micros(visit.networkRandom, 0.06, 0.4);
    this.#lines.handler(visit, unitPage(visit)!.frameUrl, path, task, type, payload, delay);
  }
}

/** The name of an option by its points: the best has the best. */
const optionName = (points: number, highest: number): string =>
  OPTIONS[Math.round((points / highest) * (OPTIONS.length - 1))]!;
