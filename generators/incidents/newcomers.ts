/** Who comes in numbers, and is new: a class, and those whom the news send. */
import { exponential, hashedShare, integer, lognormal, stream } from '../../src/base/random/index.ts';
import { MINUTE, SECOND } from '../../src/base/time.ts';
import { addressAt } from '../learners/addresses.ts';
import { Learner } from '../learners/learner.ts';
import { Running, type Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { quit } from '../sessions/tabs.ts';
import { session } from '../sessions/session.ts';
import { MOST_NEWCOMERS, newcomer } from './accounts.ts';
import { isHere, numberOf, share, spell, type Incident, type Parameter } from './incident.ts';

const people = (standard: number): Parameter => ({
  about: 'how many come',
  unit: 'people',
  default: standard,
  least: 1,
  most: MOST_NEWCOMERS,
  whole: true,
});

/** Seconds in which one after the other packs up. */
const PACKS_UP = { mean: 3.2, sd: 0.7 };

/** Goes on until a time, and then leaves. */
function* until(visit: Session, activity: Activity, end: number): Activity {
  const running = new Running(activity);
  for (;;) {
    const { done, value } = running.next();
    if (done) return;
    if (visit.now + value * SECOND >= end) break;
    yield value;
  }
  const packs = lognormal(visit.random, PACKS_UP.mean, PACKS_UP.sd);
  yield visit.lookAtAnswer(Math.max(0, (end - visit.now) / SECOND) + packs);
  yield* quit(visit);
}

const classroom: Incident = {
  id: 'classroom',
  family: 'traffic',
  about:
    'A class comes at once, in one computer room: as many people behind one address, with one browser, new on the site.',
  roles: { pupil: 'one of the class' },
  parameters: { ...spell(1.4, 1.5), people: people(30) },
  causes: [],
  begin(scene) {
    const { plan, incident } = scene;
    if (!isHere(scene, 0)) return {};
    const random = stream(plan.seed, 'incident', incident.id);
    for (let place = 0; place < numberOf(scene, 'people'); place += 1)
      scene.comes(incident.from + Math.round(exponential(random, 1.5 * MINUTE)), (now) => {
        const { population, offering } = scene.courses[0]!;
        const { country, offset, summerTime } = population.outline(newcomer(scene, 0));
        const kind = { ...population.behaviour.kinds.disengager, name: 'disengager' as const };
        const number = newcomer(scene, place);
        const outline = { kind, country, offset, summerTime, firstDay: 0, firstTime: 0 };
        const pupil = new Learner(number, 0, outline, population);
        pupil.began = offering.isSelfPaced ? now : offering.start;
        pupil.visits = 1;
        pupil.register(now);
        const own = stream(plan.seed, 'incident', incident.id, place);
        const login = pupil.logIn(offering.keySeed);
        login.agent = population.device(newcomer(scene, 0), 0)(incident.from);
        const owner = { seed: plan.seed, number: newcomer(scene, 0), country };
        login.address = addressAt(owner, population.behaviour.network, 'shared', own, now);
        const visit = scene.visit(pupil, login, false, now, place);
        visit.actions = 1000;
        scene.takesPart(pupil, 'pupil');
        scene.owns(visit, true);
        return { visit, activity: until(visit, session(visit), incident.to) };
      });
    return {};
  },
};

const viralDay: Incident = {
  id: 'viral-day',
  family: 'traffic',
  about: 'The news name the course: many look at the site within hours, and some of them register and try it.',
  roles: { newcomer: 'who has come by the news and logs in' },
  parameters: { ...spell(4.4, 30), people: people(300), registers: share('of them that register', 0.3) },
  causes: [],
  begin(scene) {
    const { plan, incident } = scene;
    const lasts = incident.to - incident.from;
    for (let place = 0; place < numberOf(scene, 'people'); place += 1) {
      if (!isHere(scene, place)) continue;
      const random = stream(plan.seed, 'incident', incident.id, place);
      // Half of them within the first quarter, and hardly anybody at the end.
      const after = Math.min(0.999, exponential(random, 0.3)) * lasts;
      scene.comes(incident.from + Math.round(after), (now) => {
        const course = integer(random, 0, scene.courses.length - 1);
        const { population, offering } = scene.courses[course]!;
        const number = newcomer(scene, place);
        const usual = population.outline(number);
        const registers = hashedShare(plan.seed, `${incident.id}/registers`, place) < numberOf(scene, 'registers');
        // Those who register are students; staff do not come by the news.
        const outline = registers
          ? population.outlineBeside(number, usual, false)
          : { ...usual, kind: { ...population.behaviour.kinds.visitor, name: 'visitor' as const } };
        const comer = new Learner(number, course, outline, population);
        comer.began = offering.isSelfPaced ? now : offering.start;
        comer.visits = 1;
        const { login } = comer.arrive(plan.seed, offering.keySeed, random, population, now);
        const visit = scene.visit(comer, login, false, now, place);
        scene.takesPart(comer, 'newcomer');
        scene.owns(visit, true);
        return { visit, activity: session(visit) };
      });
    }
    return {};
  },
};

export const newcomers: readonly Incident[] = [classroom, viralDay];
