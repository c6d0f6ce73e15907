import { chance, hashedShare, pick, stream, type Stream } from '../../../src/base/random/index.ts';
import { DAY, MINUTE } from '../../../src/base/time.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Task } from '../../course/course.ts';
import { urlOf } from '../../course/url.ts';
import { hexKey } from '../../learners/hex-key.ts';
import type { Example, Submission } from '../../learners/progress.ts';
import { latency } from '../../model/connection.ts';
import type { PromptView, Text } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import type { Sent } from '../python-maps.ts';
import { submissionId } from '../submission-ids.ts';
import type { Lines } from './lines.ts';

/** What a page does when a task is done, by what its author wants of people then (choices). */
const afterwards = (random: Stream): readonly string[] =>
  pick(random, [
    ['get_status'],
    ['get_status'],
    ['get_combined_rubric', 'get_status'],
    ['get_status', 'get_results'],
    ['skip_post_assessment', 'get_status'],
    ['save_post_assessment', 'get_status'],
    ['next_problem', 'get_status', 'get_legend'],
  ]);

/** Teachers have handed in their examples so long before the course, one after the other (choices). */
const EXAMPLES_BEFORE = 10 * DAY;
const EXAMPLE_EVERY = 7 * MINUTE;

/** How often a peer's essay is reported (a choice). */
const FLAGGED = 0.01;

/** What the site writes of essays, of those who write and of those who grade. */
export class Essays {
  readonly #lines: Lines;
  /** What a grader has chosen in the rubric in front, and the essay that it is about, if that is another one's. */
  readonly #chosen = new WeakMap<SessionContext, number[]>();
  readonly #graded = new WeakMap<SessionContext, Submission | Example>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  showPrompt(visit: SessionContext, view: PromptView, { location }: Task, graded?: Submission | Example): void {
    // What was chosen in the rubric of an essay that was left.
    this.#chosen.delete(visit);
    if (graded) this.#graded.set(visit, graded);
    this.#lines.browser(visit, events.prompts[view].show.deployed, { location });
    if (view === 'oe') this.#askOfTask(visit, location);
    else if (view === 'peer_grading') {
      this.#lines.ajax(visit, location, 'is_student_calibrated', { location });
      const asksFor = graded && 'example' in graded ? 'show_calibration_essay' : 'get_next_submission';
      this.#lines.ajax(visit, location, asksFor, { location }, 2 * latency(visit));
    } else {
      this.#staff(visit, 'get_problem_list', {});
      this.#staff(visit, 'get_next', { location }, 2 * latency(visit));
    }
  }

  hidePrompt(visit: SessionContext, view: PromptView, { location }: Task, feedback?: Text): void {
    this.#lines.browser(visit, events.prompts[view].hide.deployed, { location });
    if (view === 'oe') this.#assess(visit, location);
    else {
      const marks = this.#marks(visit, location, feedback?.() ?? '');
      const isExample = 'example' in this.#graded.get(visit)!;
      if (view === 'peer_grading')
        this.#lines.ajax(visit, location, isExample ? 'save_calibration_essay' : 'save_grade', marks);
      else this.#staff(visit, 'save_grade', { ...marks, skipped: 'false' });
    }
  }

  selectRubric(visit: SessionContext, { location }: Task, category: number, value: number): void {
    this.#lines.browser(visit, events.rubricSelect, { location, selection: String(value), category });
    const chosen = this.#chosen.get(visit) ?? [];
    chosen[category] = value;
    this.#chosen.set(visit, chosen);
  }

  submitEssay(visit: SessionContext, { location }: Task, text: Text): void {
    this.#lines.ajax(visit, location, 'save_answer', { student_answer: text() });
  }

  showFeedback(visit: SessionContext, { location }: Task): void {
    this.#lines.ajax(visit, location, 'get_combined_rubric', {});
    this.#lines.browser(visit, events.oeShowFullFeedback, {});
  }

  showFeedbackForm(visit: SessionContext): void {
    this.#lines.browser(visit, events.oeShowRespondToFeedback, {});
  }

  respondToFeedback(visit: SessionContext, value: number): void {
    this.#lines.browser(visit, events.oeFeedbackResponseSelected, { value: String(value) });
  }

  /** Who marks its own essay sends the marks; then the page asks how the task stands. */
  #assess(visit: SessionContext, location: string): void {
    const delay = latency(visit);
    const marks = this.#takeMarks(visit);
    if (marks)
      this.#lines.ajax(
        visit,
        location,
        'save_assessment',
        { assessment: marks.sum, 'score_list[]': marks.each },
        delay,
      );
    let later = delay + latency(visit);
    for (const action of afterwards(visit.networkRandom)) {
      this.#lines.ajax(visit, location, action, {}, later);
      later += latency(visit, 0.1);
    }
  }

  /** What the page of a task asks for when the task is shown: two things at once, and now and then whether there is a score. */
  #askOfTask(visit: SessionContext, location: string): void {
    const { networkRandom: random } = visit;
    const actions = chance(random, 0.5) ? ['get_legend', 'get_status'] : ['get_status', 'get_legend'];
    if (chance(random, 0.3)) actions.push('check_for_score');
    for (const action of actions) this.#lines.ajax(visit, location, action, {}, latency(visit));
  }

  /** The marks that were chosen in the rubric in front, as forms send them; undefined where none were. The next essay has others. */
  #takeMarks(visit: SessionContext): { readonly each: string[]; readonly sum: string } | undefined {
    const chosen = this.#chosen.get(visit);
    this.#chosen.delete(visit);
    return chosen && { each: chosen.map(String), sum: String(chosen.reduce((sum, value) => sum + value, 0)) };
  }

  /** What a grader's page sends of an essay. */
  #marks(visit: SessionContext, location: string, feedback: string): Sent {
    const { networkRandom: random } = visit;
    const marks = this.#takeMarks(visit);
    const { id, key } = this.#idsOf(visit, location);
    return {
      'rubric_scores[]': marks?.each ?? [],
      score: marks?.sum ?? '0',
      location,
      submission_id: String(id),
      submission_key: hexKey(key),
      feedback,
      submission_flagged: String(chance(random, FLAGGED)),
    };
  }

  /** The id of what is being graded, and what its key is drawn from. Examples were handed in before the course began. */
  #idsOf(visit: SessionContext, location: string): { readonly id: number; readonly key: Stream } {
    const { population, start } = visit;
    const graded = this.#graded.get(visit)!;
    if (!('example' in graded))
      return { id: submissionId(graded.time), key: population.own(graded.number, 'submission', location) };
    const { example } = graded;
    const before = EXAMPLES_BEFORE * (1 + hashedShare(location, 'handed in', 0)) - example * EXAMPLE_EVERY;
    return { id: submissionId(start - before), key: stream(population.seed, 'example', location, example) };
  }

  /** Where staff grade, the page asks the course, not a module. */
  #staff(visit: SessionContext, action: string, POST: Sent, delay = latency(visit)): void {
    const path = `${urlOf(visit.course).pathname}/staff_grading/${action}`;
    this.#lines.request(visit, visit.view!, path, delay, POST);
  }
}
