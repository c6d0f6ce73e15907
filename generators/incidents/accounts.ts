/** Accounts beside those of the run's learners, and people who use more than one. */
import { hashedShare, stream, type Stream } from '../../src/base/random/index.ts';
import { FURTHER_ACCOUNTS, MOST_LEARNERS } from '../learners/account-numbers.ts';
import { hexKey } from '../learners/hex-key.ts';
import { Learner, newLogin, type Login } from '../learners/learner.ts';
import { Running, type Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { numberOf, type Scene } from './incident.ts';

/** Accounts that one learner may have for incidents, and so how many learners may: names are found for 17.8 million. */
const ACCOUNTS = 8;
export const MOST_WITH_ACCOUNTS = FURTHER_ACCOUNTS / ACCOUNTS;

/** Another account of somebody of the same country and kind: always the same for the same learner and slot. */
export function accountOf(scene: Scene, learner: Learner, slot: number): Learner {
  const { number, offering, kind, country, offset, summerTime } = learner;
  const own = MOST_LEARNERS + 1 + (number - 1) * ACCOUNTS + slot;
  const outline = { kind, country, offset, summerTime, firstDay: 0, firstTime: 0 };
  const account = new Learner(own, offering, outline, scene.courses[offering]!.population);
  account.began = learner.began;
  account.register(learner.began);
  return account;
}

/** Numbers of accounts that are nobody's second one: behind those, so many for each incident. */
const NEWCOMERS = MOST_LEARNERS + FURTHER_ACCOUNTS;
export const MOST_NEWCOMERS = 5000;

/** The number of somebody who comes beside the run's learners, by its place among those of an incident, from 0. */
export const newcomer = ({ index }: Scene, place: number): number => NEWCOMERS + 1 + index * MOST_NEWCOMERS + place;

/** Logs an account in, in another window of somebody's browser. */
export function loginIn(scene: Scene, account: Learner, { agent, address }: Login): Login {
  const login = account.logIn(scene.courses[account.offering]!.offering.keySeed);
  account.visits += 1;
  login.agent = agent;
  login.address = address;
  return login;
}

/** Somebody acts by another account: its time is that of the visit in front. */
export function* by<Result>(other: Session, front: Session, activity: Activity<Result>): Activity<Result> {
  const running = new Running(activity);
  for (;;) {
    other.now = front.now;
    const { done, value } = running.next();
    if (done) return value;
    yield value;
  }
}

/** Whether a learner is one of the share of those who solve problems that have a part in an incident; always the same for the same number. */
export const isChosen = (scene: Scene, { number, solves, username, kind }: Learner): boolean =>
  solves &&
  username !== '' &&
  kind.name !== 'staff' &&
  hashedShare(scene.plan.seed, scene.incident.id, number) < numberOf(scene, 'share');

/** Another login of an account, by somebody else or by a program, beside the one that its owner has. */
export function otherLogin(scene: Scene, learner: Learner, place: Pick<Login, 'agent' | 'address'>): Login {
  const { keySeed } = scene.courses[learner.home.offering]!.offering;
  const random: Stream = stream(keySeed, 'learner', learner.number, scene.incident.id, learner.visits);
  return { ...newLogin(hexKey(random), 2, ''), place: 'elsewhere', ...place };
}
