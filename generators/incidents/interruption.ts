/** What people do when the site does not answer: try again, come back later, complain. */
import { chance, lognormal, pick, type Stream } from '../../src/base/random/index.ts';
import { MINUTE } from '../../src/base/time.ts';
import { Running, type Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { exactly } from '../model/texts.ts';
import { resumed, tellForum } from '../sessions/session.ts';
import type { Scene } from './incident.ts';

/** Thrown by a deed that the site does not answer; what the person was about ends with it. */
export class Unanswered extends Error {
  /** Takes care of it. */
  readonly scene: Scene;
  readonly complains: number;

  constructor(scene: Scene, complains: number) {
    super('the site does not answer');
    this.scene = scene;
    this.complains = complains;
  }
}

/** So often somebody loads a page anew before giving up, at most; the chance to try at all, and once more. */
const MOST_TRIES = 4;
const TRIES = 0.75;
/** Seconds before a page is loaded anew, and minutes before somebody comes back: logarithms' mean and deviation. */
const RELOAD = { mean: 2.3, sd: 0.8 };
const AWAY = { mean: 3.6, sd: 0.9 };

/** Those who will complain when they are back. */
const angry = new WeakMap<object, Scene>();

type Answers = (visit: Session) => Unanswered | undefined;

/** What somebody does who comes: complains first where it has given up before. */
export function arriving(visit: Session, usual: Activity): Activity {
  const scene = angry.get(visit.learner);
  return scene === undefined ? usual : complaining(visit, scene, usual);
}

/** Somebody who is here, and what it is about. */
export interface Underway {
  readonly visit: Session;
  running: Running;
}

/**
 * Does the next step of what somebody is about, which ends where the site does not answer: then it tries again. Not by an activity
 * around the other, through which every step of a visit would go.
 *
 * @param answers tells whether the site does, now
 */
export function nextStep(underway: Underway, answers: Answers): IteratorResult<number, void> {
  for (;;)
    try {
      return underway.running.next();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      underway.running = new Running(tryingAgain(underway.visit, error, answers));
    }
}

function* tryingAgain(visit: Session, error: Unanswered, answers: Answers): Activity {
  const isBack: boolean = yield* retry(visit, error, answers);
  if (isBack) yield* goingOn(visit, error.scene);
}

function* goingOn(visit: Session, scene: Scene): Activity {
  scene.owns(visit, true);
  const running = new Running(resumed(visit));
  // The page that is loaded anew is there because of the incident; what comes after it would have come anyhow.
  let step = running.next();
  scene.owns(visit, false);
  for (; !step.done; step = running.next()) yield step.value;
}

/** Loads the page anew until it comes, or gives up and comes back later. */
function* retry(visit: Session, { scene, complains }: Unanswered, answers: Answers): Activity<boolean> {
  const random: Stream = visit.own('incident', scene.incident.id, visit.now);
  scene.takesPart(visit.learner, 'interrupted');
  scene.unanswered(visit);
  for (let tries = 0; tries < MOST_TRIES && chance(random, TRIES); tries += 1) {
    yield lognormal(random, RELOAD.mean, RELOAD.sd);
    if (answers(visit) === undefined) return true;
    scene.unanswered(visit);
  }
  if (visit.learner.username !== '' && chance(random, complains)) angry.set(visit.learner, scene);
  visit.view = undefined;
  scene.returns(visit, visit.now + Math.round(lognormal(random, AWAY.mean, AWAY.sd) * MINUTE));
  return false;
}

const COMPLAINTS = [
  'Is the site down for everybody? I got an error page and could not submit my answers.',
  'The server gave me 502 all the time. Will the deadline be extended?',
  'I could not load the page for a while, and my check was lost.',
  'Anybody else with problems today? Pages did not load at all.',
  'Please tell us when the site has problems, I thought it was my connection.',
] as const;

function* complaining(visit: Session, scene: Scene, usual: Activity): Activity {
  yield* tellForum(visit, () => {
    angry.delete(visit.learner);
    scene.takesPart(visit.learner, 'complains');
    scene.owns(visit, true);
    visit.platform.post(visit, () => exactly(pick(visit.own('complaint', scene.incident.id), COMPLAINTS)));
    scene.owns(visit, false);
  });
  yield* usual;
}
