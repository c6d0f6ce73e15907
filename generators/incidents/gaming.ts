/** Answers without thought: programs that try everything, and people who game the system [Baker et al. 2004]. */
import { integer, lognormal, normal } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import { isProgrammed } from '../course/programmed.ts';
import type { Activity } from '../model/activity.ts';
import { leave, type Session } from '../model/session.ts';
import { candidate } from '../sessions/answers.ts';
import { attempt, attemptsLeft } from '../sessions/checking.ts';
import { logIn } from '../sessions/session.ts';
import { openProblems, Straight, type Place } from '../sessions/straight.ts';
import { quit } from '../sessions/tabs.ts';
import type { SessionContext } from '../model/session-context.ts';
import { isChosen, by, otherLogin } from './accounts.ts';
import { goesOn, numberOf, share, spell, type Incident, type Scene } from './incident.ts';

const WHOLE_RUN = spell(0, 87_840);

/** What a program calls itself, then and today. */
const AGENTS = {
  documented: 'python-requests/1.1.0 CPython/2.7.3 Linux/3.2.0-38-generic',
  deployed: 'python-requests/1.1.0 CPython/2.7.3 Linux/3.2.0-38-generic',
  current: 'python-requests/2.32.3',
} as const;

/** Kinds of inputs whose answers can be gone through. */
const COUNTABLE = ['choice', 'checkboxes', 'number'];

const isCountable = ({ problem: { randomized, inputs } }: Place): boolean =>
  !randomized && inputs.every(({ kind }) => COUNTABLE.includes(kind));

/** Problems that a program goes through at a sitting. */
const FEWEST = 2;
const MOST = 8;

/** Tries everything at some problems, at a pace of its own. */
function* script(scene: Scene, visit: Session, places: readonly Place[]): Activity {
  const { random } = visit;
  const every = numberOf(scene, 'seconds');
  const straight = new Straight(visit);
  const next = (): number =>
    Math.max(visit.answered - visit.now, 0) / SECOND + Math.max(0.05, normal(random, every, every / 40));
  for (const place of places) {
    const { problem } = place;
    yield* straight.to(place, next);
    const most = Math.min(numberOf(scene, 'tries'), attemptsLeft(visit, problem));
    for (let tries = 0; tries < most; tries += 1) {
      const isSolved = attempt(visit, problem, (input) => candidate(input, tries));
      yield next();
      if (isSolved) break;
    }
  }
}

const scriptedChecking: Incident = {
  id: 'scripted-checking',
  family: 'people',
  about:
    'A program checks problems for somebody, one answer after the other, at its own even pace: the server marks them, and no browser tells of a click.',
  roles: { script: 'its owner, in whose name the program checks' },
  parameters: {
    ...WHOLE_RUN,
    share: share('of those who solve problems that let a program do it', 0.01),
    seconds: { about: 'from an answer to the next check', unit: 'seconds', default: 0.8, least: 0.05, most: 60 },
    tries: { about: 'at a problem, at most', default: 40, least: 1, most: 1000, whole: true },
  },
  causes: [],
  begin(scene) {
    const programs = new WeakSet<SessionContext>();
    function* sitting(visit: Session, usual: Activity): Activity {
      const places = openProblems(visit).filter(isCountable);
      if (places.length === 0) return yield* usual;
      if (!visit.loggedIn) yield* logIn(visit);
      const { learner } = visit;
      const random = visit.own('incident', scene.incident.id, learner.visits);
      const login = otherLogin(scene, learner, { agent: AGENTS[scene.plan.dialect], address: visit.login.address });
      const program = scene.visit(learner, login, true, visit.now, learner.number, learner.visits);
      programs.add(program);
      scene.owns(program, true);
      scene.takesPart(learner, 'script');
      yield lognormal(random, 3, 0.5);
      yield* by(program, visit, script(scene, program, places.slice(0, integer(random, FEWEST, MOST))));
      yield lognormal(random, 2, 0.5);
      yield* usual;
    }
    return {
      comes: (visit, usual) =>
        goesOn(scene, visit.now) && isChosen(scene, visit.learner) ? sitting(visit, usual) : undefined,
      // A program runs no scripts of pages.
      line: (line) =>
        line.visit !== undefined && line.type.source === 'browser' && programs.has(line.visit) ? undefined : line,
    };
  },
};

/** Seconds: to the next choice of somebody who clicks through all; to see an answer, and to type it in. */
const CLICK = { mean: 0.4, sd: 0.35 };
const SEE = { mean: 1.6, sd: 0.4 };

/** Clicks through the choices, or has the answer shown and types it in. */
function* game(visit: Session, { problem }: Place): Activity {
  const { random } = visit;
  const isChoice = problem.inputs.every(({ kind }) => kind === 'choice');
  const most = Math.min(isChoice ? Infinity : 1, attemptsLeft(visit, problem));
  for (let tries = 0; tries < most; tries += 1) {
    const isSolved = attempt(visit, problem, isChoice ? (input) => candidate(input, tries) : false);
    yield visit.lookAtAnswer(lognormal(random, CLICK.mean, CLICK.sd));
    if (isSolved) return;
  }
  if (!problem.showAnswer) return;
  visit.platform.showAnswer(visit, problem);
  yield visit.lookAtAnswer(lognormal(random, SEE.mean, SEE.sd));
  if (attemptsLeft(visit, problem) <= 0) return;
  attempt(visit, problem, true);
  yield visit.lookAtAnswer(lognormal(random, CLICK.mean, CLICK.sd));
}

const gamingTheSystem: Incident = {
  id: 'gaming',
  family: 'people',
  about:
    'Somebody games the system: clicks through the choices until one is right, has the answer shown after one blind try and types it in, watches nothing.',
  roles: { gamer: 'who does it' },
  parameters: { ...WHOLE_RUN, share: share('of those who solve problems that do it', 0.03) },
  causes: [],
  begin(scene) {
    function* sitting(visit: Session): Activity {
      const { random } = visit;
      scene.takesPart(visit.learner, 'gamer');
      scene.owns(visit, true);
      if (!visit.loggedIn) yield* logIn(visit);
      const straight = new Straight(visit);
      for (const place of openProblems(visit)) {
        if (visit.actions <= 0) break;
        if (place.problem.randomized || isProgrammed(place.problem)) continue;
        yield* straight.to(place, () => visit.lookAtAnswer(lognormal(random, SEE.mean, SEE.sd)));
        yield* game(visit, place);
      }
      leave(visit);
      yield* quit(visit);
    }
    return {
      comes: (visit) => (goesOn(scene, visit.now) && isChosen(scene, visit.learner) ? sitting(visit) : undefined),
    };
  },
};

export const gaming: readonly Incident[] = [scriptedChecking, gamingTheSystem];
