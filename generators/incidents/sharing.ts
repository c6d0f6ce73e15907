/** What is shared that is one person's: answers, and accounts. */
import { chance, lognormal, type Stream } from '../../src/base/random/index.ts';
import { MINUTE, SECOND } from '../../src/base/time.ts';
import { isProgrammed } from '../course/programmed.ts';
import { addressAt } from '../learners/addresses.ts';
import type { Learner } from '../learners/learner.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { attempt } from '../sessions/checking.ts';
import { logIn, session } from '../sessions/session.ts';
import { openProblems, Straight, type Place } from '../sessions/straight.ts';
import { accountOf, isChosen, loginIn, MOST_WITH_ACCOUNTS, otherLogin } from './accounts.ts';
import { BLOCK, groupsOf } from './groups.ts';
import { goesOn, numberOf, share, spell, type Incident, type Scene } from './incident.ts';

const WHOLE_RUN = spell(0, 87_840);

/** Seconds to find a problem, and to type in what somebody else has sent. */
const FIND = { mean: 1.6, sd: 0.5 };
const TYPE = { mean: 2.2, sd: 0.5 };

const sharedAnswers: Incident = {
  id: 'shared-answers',
  family: 'people',
  about:
    'People of a group pass answers on: what one of them has solved, the others give right at once, hardly looking at it.',
  roles: { source: 'who has solved what others copy', copies: 'who answers with what others have solved' },
  parameters: {
    ...WHOLE_RUN,
    block: BLOCK,
    share: share('of the blocks that share answers', 0.1),
  },
  causes: [],
  begin(scene) {
    const { incident } = scene;
    const { blockOf, isIn } = groupsOf(scene);
    /** Those who have come, by block. */
    const groups = new Map<number, Learner[]>();
    /** Who has solved a problem that has the same answer for all; of lower numbers only: nobody's lines depend on who is there beyond. */
    const sourceOf = ({ problem }: Place, { number: own }: Learner, group: readonly Learner[]): Learner | undefined =>
      problem.randomized || isProgrammed(problem)
        ? undefined
        : group.find(({ number, progress }) => number < own && progress.solved.has(problem.index));

    function* sitting(visit: Session, usual: Activity, group: readonly Learner[]): Activity {
      const { learner } = visit;
      const known = openProblems(visit).filter((place) => sourceOf(place, learner, group));
      if (known.length === 0) return yield* usual;
      const random = visit.own('incident', incident.id, learner.visits);
      if (!visit.loggedIn) yield* logIn(visit);
      const straight = new Straight(visit);
      for (const place of known) {
        if (visit.actions <= 0) break;
        const source = sourceOf(place, learner, group);
        if (source === undefined) continue;
        scene.takesPart(source, 'source');
        scene.takesPart(learner, 'copies');
        scene.owns(visit, true);
        yield* straight.to(place, () => visit.lookAtAnswer(lognormal(random, FIND.mean, FIND.sd)));
        attempt(visit, place.problem, true);
        scene.owns(visit, false);
        yield visit.lookAtAnswer(lognormal(random, TYPE.mean, TYPE.sd));
      }
      yield* straight.done(() => lognormal(random, FIND.mean, FIND.sd));
      yield* usual;
    }
    return {
      comes(visit, usual) {
        const { learner } = visit;
        if (!learner.solves || !isIn(learner)) return undefined;
        const key = blockOf(learner) * scene.courses.length + learner.offering;
        const group = groups.get(key) ?? [];
        groups.set(key, group);
        if (!group.includes(learner)) group.push(learner);
        group.sort((a, b) => a.number - b.number);
        return goesOn(scene, visit.now) ? sitting(visit, usual, group) : undefined;
      },
    };
  },
};

/** Minutes between one person's leaving and another's coming. */
const BETWEEN = { mean: 1.2, sd: 0.9 };
/** Seconds to log out here and in there. */
const CHANGES = { mean: 3.6, sd: 0.5 };

/** Lets somebody come when a visit is over, and nobody else of the same account or person meanwhile. */
function followed(
  scene: Scene,
  part: string,
  wait: (random: Stream) => number,
  begin: (visit: Session, random: Stream, now: number) => { visit: Session; activity: Activity },
) {
  /** Those who are here beside the learner. */
  const busy = new WeakMap<Learner, Session>();
  function* here(learner: Learner, { activity }: { visit: Session; activity: Activity }): Activity {
    try {
      yield* activity;
    } finally {
      busy.delete(learner);
    }
  }
  function* sitting(visit: Session, usual: Activity): Activity {
    yield* usual;
    const { learner } = visit;
    const random = visit.own('incident', scene.incident.id, learner.visits);
    if (!chance(random, numberOf(scene, part))) return;
    scene.comes(visit.now + Math.round(wait(random)), (now) => {
      const other = begin(visit, random, now);
      busy.set(learner, other.visit);
      scene.owns(other.visit, true);
      return { visit: other.visit, activity: here(learner, other) };
    });
  }
  // oxlint-disable-next-line require-yield -- somebody who finds the other still here comes back later
  function* later(visit: Session): Activity {
    scene.returns(visit, visit.now + 40 * MINUTE);
  }
  return {
    comes(visit: Session, usual: Activity): Activity | undefined {
      const { learner } = visit;
      if (learner.number > MOST_WITH_ACCOUNTS || !isChosen(scene, learner)) return undefined;
      if (busy.has(learner)) return later(visit);
      return goesOn(scene, visit.now) ? sitting(visit, usual) : undefined;
    },
  };
}

const sharedAccount: Incident = {
  id: 'shared-account',
  family: 'people',
  about:
    'One account is used by two people in different places, one after the other: what one has done, the other goes on with.',
  roles: { account: 'the account that two people use' },
  parameters: {
    ...WHOLE_RUN,
    share: share('of those who solve problems whose account somebody else uses too', 0.01),
    often: share('of the visits after which the other comes', 0.5),
  },
  causes: [],
  begin: (scene) =>
    followed(
      scene,
      'often',
      (random) => lognormal(random, BETWEEN.mean, BETWEEN.sd) * MINUTE,
      ({ learner }, random, now) => {
        const person = accountOf(scene, learner, 1);
        const { population } = scene.courses[learner.offering]!;
        const owner = { seed: scene.plan.seed, number: person.number, country: person.country };
        const place = {
          agent: population.device(person.number, 0)(now),
          address: addressAt(owner, population.behaviour.network, 'home', random, now),
        };
        scene.takesPart(learner, 'account');
        // Who logs in, or comes, for the first time is new on the site or in the course.
        learner.home.logins += 1;
        learner.visits += 1;
        const login = otherLogin(scene, learner, place);
        const visit = scene.visit(learner, login, false, now, learner.number, learner.visits);
        return { visit, activity: session(visit) };
      },
    ),
};

const secondAccount: Incident = {
  id: 'second-account',
  family: 'people',
  about: 'One person uses two accounts, one after the other, in the same browser and from the same address.',
  roles: { second: 'the second account, right before its owner’s first', first: 'the first account' },
  parameters: {
    ...WHOLE_RUN,
    share: share('of those who solve problems that have a second account', 0.01),
    often: share('of the visits after which the other account is used', 0.6),
  },
  causes: [],
  begin(scene) {
    const accounts = new WeakMap<Learner, Learner>();
    return followed(
      scene,
      'often',
      (random) => lognormal(random, CHANGES.mean, CHANGES.sd) * SECOND,
      ({ learner, login }, _, now) => {
        const account = accounts.get(learner) ?? accountOf(scene, learner, 2);
        if (!accounts.has(learner)) {
          scene.takesPart(account, 'second');
          scene.takesPart(learner, 'first');
        }
        accounts.set(learner, account);
        const own = loginIn(scene, account, login);
        const visit = scene.visit(account, own, false, now, learner.number, learner.visits);
        return { visit, activity: session(visit) };
      },
    );
  },
};

export const sharing: readonly Incident[] = [sharedAnswers, sharedAccount, secondAccount];
