/** Copying with a second account, whose wrong tries bring the answers [Northcutt, Ho & Chuang 2016, CAMEO]. */
import { chance, integer, lognormal, type Stream } from '../../src/base/random/index.ts';
import type { Learner } from '../learners/learner.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { quit } from '../sessions/tabs.ts';
import { attempt, attemptsLeft } from '../sessions/checking.ts';
import { logIn } from '../sessions/session.ts';
import { openProblems, Straight, type Place } from '../sessions/straight.ts';
import { accountOf, by, isChosen, loginIn, MOST_WITH_ACCOUNTS } from './accounts.ts';
import { goesOn, numberOf, share, spell, type Incident, type Scene } from './incident.ts';

/** Seconds: to read a problem that is not meant to be solved, between two blind tries, to take the answer down, and to type it in. */
const READ = { mean: 1.7, sd: 0.5 };
const TRY = { mean: 1.4, sd: 0.5 };
const NOTE = { mean: 2.1, sd: 0.5 };
const TYPE = { mean: 1.9, sd: 0.5 };

/** Problems of a sitting, at most. */
const MOST = 12;

/** Whose answer does not depend on who asks, and can be shown. */
const isHarvested = ({ problem: { showAnswer, randomized, inputs } }: Place): boolean =>
  showAnswer && !randomized && inputs.every(({ kind }) => kind !== 'code');

/** One person with two accounts. */
class Pair {
  readonly #scene: Scene;
  readonly #account: Learner;
  /** Problems whose answers are taken down and not used yet. */
  readonly #noted = new Set<number>();

  constructor(scene: Scene, master: Learner) {
    this.#scene = scene;
    this.#account = accountOf(scene, master, 0);
    scene.takesPart(this.#account, 'harvester');
    scene.takesPart(master, 'master');
  }

  *sitting(visit: Session, usual: Activity): Activity {
    const scene = this.#scene;
    const random = visit.own('incident', scene.incident.id, visit.learner.visits);
    if (!visit.loggedIn) yield* logIn(visit);
    yield* this.#use(visit, random);
    const places = openProblems(visit)
      .filter((place) => isHarvested(place) && !this.#noted.has(place.problem.index) && !this.#knows(place))
      .slice(0, integer(random, 2, MOST));
    if (places.length > 0) {
      const atOnce = chance(random, numberOf(scene, 'atOnce'));
      yield* this.#harvest(visit, places, random, atOnce);
    }
    yield* usual;
  }

  /** Tries by the other account until the answers are shown; where that is done at once, each is used then. */
  *#harvest(visit: Session, places: readonly Place[], random: Stream, atOnce: boolean): Activity {
    const scene = this.#scene;
    const { learner } = visit;
    const login = loginIn(scene, this.#account, visit.login);
    const other = scene.visit(this.#account, login, false, visit.now, learner.number, learner.visits);
    scene.owns(other, true);
    const there = new Straight(other);
    const here = new Straight(visit);
    yield lognormal(random, TYPE.mean, TYPE.sd);
    yield* by(other, visit, logIn(other));
    for (const place of places) {
      if (openProblems(visit).every(({ problem }) => problem !== place.problem)) continue;
      yield* by(other, visit, take(other, there, place, random));
      this.#noted.add(place.problem.index);
      if (!atOnce) continue;
      yield lognormal(random, Math.log(numberOf(scene, 'seconds')), 0.6);
      yield* this.#copy(visit, here, place, random);
    }
    yield* here.done(() => lognormal(random, TYPE.mean, TYPE.sd));
    yield* by(other, visit, quit(other));
    yield lognormal(random, NOTE.mean, NOTE.sd);
  }

  /** Whether the other account has nothing to find out there: an answer that is marked wrong, though it was shown, is not asked for again. */
  #knows({ problem: { index } }: Place): boolean {
    const { solved, dropped } = this.#account.progress;
    return solved.has(index) || dropped.has(index);
  }

  /** Uses answers that were taken down at an earlier sitting. */
  *#use(visit: Session, random: Stream): Activity {
    const here = new Straight(visit);
    for (const place of openProblems(visit))
      if (this.#noted.has(place.problem.index)) yield* this.#copy(visit, here, place, random);
    yield* here.done(() => lognormal(random, TYPE.mean, TYPE.sd));
  }

  *#copy(visit: Session, here: Straight, place: Place, random: Stream): Activity {
    this.#scene.owns(visit, true);
    yield* here.to(place, () => visit.lookAtAnswer(lognormal(random, READ.mean, READ.sd)));
    attempt(visit, place.problem, true);
    this.#scene.owns(visit, false);
    this.#noted.delete(place.problem.index);
    yield visit.lookAtAnswer(lognormal(random, TYPE.mean, TYPE.sd));
  }
}

/** Tries blindly, and has the answer shown. */
function* take(other: Session, there: Straight, place: Place, random: Stream): Activity {
  const { problem } = place;
  yield* there.to(place, () => other.lookAtAnswer(lognormal(random, READ.mean, READ.sd)));
  const most = Math.min(integer(random, 1, 3), attemptsLeft(other, problem));
  for (let tries = 0; tries < most; tries += 1) {
    const isRight = attempt(other, problem, false);
    yield other.lookAtAnswer(lognormal(random, TRY.mean, TRY.sd));
    // By a wrong key.
    if (isRight) break;
  }
  other.platform.showAnswer(other, problem);
  other.learner.progress.dropped.add(problem.index);
  yield other.lookAtAnswer(lognormal(random, NOTE.mean, NOTE.sd));
}

const harvester: Incident = {
  id: 'harvester',
  family: 'people',
  about:
    'Somebody has a second account, tries wrong and has answers shown there, and gives them, right at once, by the first: seconds or hours later, from the same address.',
  roles: {
    harvester: 'the second account, right before its master',
    master: 'the account that is to look good',
  },
  parameters: {
    ...spell(0, 87_840),
    share: share('of those who solve problems that do it', 0.02),
    atOnce: share('of the sittings at which each answer is used at once, not at the next sitting', 0.7),
    seconds: {
      about: 'until an answer is used, where it is used at once; the median',
      unit: 'seconds',
      default: 25,
      least: 1,
      most: 3600,
    },
  },
  causes: [],
  begin(scene) {
    const pairs = new WeakMap<Learner, Pair>();
    const isMaster = (learner: Learner): boolean => learner.number <= MOST_WITH_ACCOUNTS && isChosen(scene, learner);
    return {
      comes(visit, usual) {
        const { learner } = visit;
        if (!isMaster(learner) || !goesOn(scene, visit.now)) return undefined;
        const known = pairs.get(learner) ?? new Pair(scene, learner);
        pairs.set(learner, known);
        return known.sitting(visit, usual);
      },
    };
  },
};

export const copying: readonly Incident[] = [harvester];
