/** Who comes beside the run's learners: newcomers in numbers, and machines. */
import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import {
  exponential,
  hash,
  integer,
  lognormal,
  pick,
  stream,
  uniform,
  type Stream,
} from '../../src/base/random/index.ts';
import { MINUTE, SECOND } from '../../src/base/time.ts';
import { request, type Dialect } from '../../src/spec/index.ts';
import { MASK } from '../../src/spec/values.ts';
import { addressAt } from '../learners/addresses.ts';
import { Learner } from '../learners/learner.ts';
import type { Line } from '../model/line.ts';
import { quit, type Activity, type Session } from '../model/session.ts';
import { session } from '../sessions/session.ts';
import { MOST_NEWCOMERS, newcomer } from './accounts.ts';
import { numberOf, spell, type Incident, type Parameter, type Scene, type Work } from './incident.ts';

const people = (standard: number): Parameter => ({
  about: 'how many come',
  unit: 'people',
  default: standard,
  least: 1,
  most: MOST_NEWCOMERS,
  whole: true,
});

/** Whether a thing of an incident, by its number, is this pool's: each is of one. */
const isHere = ({ plan: { seed }, incident: { id }, pool, pools }: Scene, number: number): boolean =>
  hash(seed, `${id}/pool`, number) % pools === pool;

/** Seconds in which one after the other packs up. */
const PACKS_UP = { mean: 3.2, sd: 0.7 };

/** Goes on until a time, and then leaves. */
function* until(visit: Session, activity: Activity, end: number): Activity {
  for (;;) {
    const { done, value } = activity.next();
    if (done) return;
    if (visit.now + value * SECOND >= end) break;
    yield value;
  }
  const packs = lognormal(visit.random, PACKS_UP.mean, PACKS_UP.sd);
  yield visit.lookAtAnswer(Math.max(0, (end - visit.now) / SECOND) + packs);
  quit(visit);
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
        const own = stream(plan.seed, 'incident', incident.id, place);
        const login = pupil.logIn(offering.keySeed, own, population.behaviour);
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
  parameters: { ...spell(4.4, 30), people: people(300) },
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
        const comer = new Learner(number, course, population.outline(number), population);
        comer.began = offering.isSelfPaced ? now : offering.start;
        comer.visits = 1;
        const login = comer.logIn(offering.keySeed, random, population.behaviour);
        comer.arrive(plan.seed, random, population, login, now);
        const visit = scene.visit(comer, login, false, now, place);
        scene.takesPart(comer, 'newcomer');
        scene.owns(visit, true);
        return { visit, activity: session(visit) };
      });
    }
    return {};
  },
};

/** A request of a machine. */
interface Asked {
  readonly path: string;
  readonly POST?: Readonly<Record<string, string>>;
}

/** A machine, by what its requests share. */
interface Machine {
  readonly ip: string;
  readonly agent: string;
}

/** The line of a machine's request, whoever it is: it is not logged in, and asks for pages of the site alone. */
function lineOf(scene: Scene, { ip, agent }: Machine, { path, POST = {} }: Asked, time: number, server: number): Line {
  const { course } = scene.courses[0]!.offering;
  const isToday = scene.plan.dialect === 'current';
  const today = {
    session: '',
    referer: '',
    accept_language: '',
    context: { user_id: null, path, course_id: '', org_id: '', enterprise_uuid: '' },
  };
  const fields = { username: '', ip, agent, page: null, host: new URL(course.url).host, ...(isToday && today) };
  const sent = Object.fromEntries(Object.entries(POST).map(([key, value]) => [key, value === MASK ? value : [value]]));
  const line = {
    visit: undefined,
    server,
    type: request,
    common: new EncodedCommonFields(fields),
    time,
    lag: 0,
    payload: isToday ? { GET: {}, POST: sent } : { POST: sent, GET: {} },
    path,
  };
  return scene.marked(line, 'written');
}

/** Lets machines ask from the beginning of an incident to its end. */
function machines(
  scene: Scene,
  count: number,
  agent: (random: Stream) => string,
  gap: (random: Stream) => number,
  ask: (random: Stream) => Asked,
): Work {
  const { plan, incident } = scene;
  for (let number = 0; number < count; number += 1) {
    if (!isHere(scene, number)) continue;
    const random = stream(plan.seed, 'incident', incident.id, number);
    const ip = [integer(random, 1, 222), ...Array.from({ length: 3 }, () => integer(random, 1, 254))].join('.');
    const machine = { ip: ip.replace(/^(10|127|169|172|192)\./, '91.'), agent: agent(random) };
    scene.asks(incident.from + Math.round(gap(random)), (now) => {
      const line = lineOf(scene, machine, ask(random), now, Math.floor(random() * scene.servers));
      const next = now + Math.max(1, Math.round(gap(random)));
      return { line, next: next < incident.to ? next : Infinity };
    });
  }
  return {};
}

/** Dialects that log requests. */
const LOGS_REQUESTS: readonly Dialect[] = ['deployed', 'current'];

const monitoring: Incident = {
  id: 'monitoring',
  family: 'traffic',
  about: 'A monitoring service asks for the front page, again and again, from some places of the world in turn.',
  roles: {},
  parameters: {
    ...spell(0.5, 24),
    seconds: {
      about: 'from one question of a place to its next',
      unit: 'seconds',
      default: 300,
      least: 1,
      most: 86_400,
    },
    places: { about: 'how many places it asks from', default: 4, least: 1, most: 100, whole: true },
  },
  causes: [],
  dialects: LOGS_REQUESTS,
  begin: (scene) =>
    machines(
      scene,
      numberOf(scene, 'places'),
      () => 'Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)',
      (random) => numberOf(scene, 'seconds') * SECOND * uniform(random, 0.998, 1.002),
      () => ({ path: '/' }),
    ),
};

const CRAWLERS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
];
const PUBLIC = [
  '/',
  '/courses',
  '/faq',
  '/help',
  '/about',
  '/tos',
  '/privacy',
  '/honor',
  '/jobs',
  '/press',
  '/contact',
  '/robots.txt',
];

const crawlers: Incident = {
  id: 'crawlers',
  family: 'traffic',
  about: 'Crawlers of search engines read the public pages, each in its own rhythm.',
  roles: {},
  parameters: {
    ...spell(0.2, 96),
    crawlers: { about: 'how many there are', default: 4, least: 1, most: 1000, whole: true },
    minutes: { about: 'from one page to the next, on average', unit: 'minutes', default: 12, least: 0.1, most: 1440 },
  },
  causes: [],
  dialects: LOGS_REQUESTS,
  begin: (scene) =>
    machines(
      scene,
      numberOf(scene, 'crawlers'),
      (random) => pick(random, CRAWLERS),
      (random) => exponential(random, numberOf(scene, 'minutes') * MINUTE),
      (random) => ({ path: pick(random, PUBLIC) }),
    ),
};

const NOT_THERE = [
  '/wp-login.php',
  '/phpMyAdmin/index.php',
  '/phpmyadmin/scripts/setup.php',
  '/admin/config.php',
  '/manager/html',
  '/xmlrpc.php',
  '/cgi-bin/test.cgi',
  '/.git/config',
  '/backup.sql',
  '/w00tw00t.at.ISC.SANS.DFind:)',
];

const scanner: Incident = {
  id: 'scanner',
  family: 'traffic',
  about: 'Scanners look for weak programs: they ask, fast, for what is not there.',
  roles: {},
  parameters: {
    ...spell(2.1, 0.5),
    scanners: { about: 'how many there are', default: 3, least: 1, most: 1000, whole: true },
    seconds: {
      about: 'from one question to the next, on average',
      unit: 'seconds',
      default: 1.5,
      least: 0.01,
      most: 3600,
    },
  },
  causes: [],
  dialects: LOGS_REQUESTS,
  begin: (scene) =>
    machines(
      scene,
      numberOf(scene, 'scanners'),
      (random) => pick(random, ['ZmEu', 'Mozilla/5.00 (Nikto/2.1.5)', '']),
      (random) => exponential(random, numberOf(scene, 'seconds') * SECOND),
      (random) => ({ path: pick(random, NOT_THERE) }),
    ),
};

const denialOfService: Incident = {
  id: 'denial-of-service',
  family: 'traffic',
  about: 'Machines in numbers ask for one page all the time. Servers are slow meanwhile, and so people wait.',
  roles: { slowed: 'waits for its answers, and so does all that follows later' },
  parameters: {
    ...spell(3.3, 0.25),
    machines: { about: 'how many ask', default: 100, least: 1, most: 5000, whole: true },
    seconds: {
      about: 'from one question of a machine to its next, on average',
      unit: 'seconds',
      default: 15,
      least: 0.1,
      most: 3600,
    },
    times: { about: 'how many times as long servers take meanwhile', unit: 'times', default: 4, least: 1, most: 20 },
  },
  causes: [],
  dialects: LOGS_REQUESTS,
  begin(scene) {
    const { from, to } = scene.incident;
    machines(
      scene,
      numberOf(scene, 'machines'),
      () => 'Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)',
      (random) => exponential(random, numberOf(scene, 'seconds') * SECOND),
      () => ({ path: '/courses' }),
    );
    const times = numberOf(scene, 'times');
    const isMeanwhile = (time: number): boolean => time >= from && time < to;
    return {
      slowness: (time) => (isMeanwhile(time) ? times : 1),
      line(line, asked) {
        if (line.visit === undefined || line.type.source !== 'server' || line.time === asked || !isMeanwhile(asked))
          return line;
        scene.takesPart(line.visit.learner, 'slowed');
        return scene.marked(line, 'changed');
      },
    };
  },
};

const NAMES = [
  'admin',
  'test',
  'staff',
  'edx',
  'root',
  'student',
  'demo',
  'user',
  'honor',
  'audit',
  'verified',
  'instructor',
];

const passwordGuessing: Incident = {
  id: 'password-guessing',
  family: 'traffic',
  about:
    'A machine tries to log in by names that many sites have, and by a list of addresses. (In 2013 the platform did not log that anybody logs in.)',
  roles: {},
  parameters: {
    ...spell(1.1, 2),
    seconds: { about: 'from one try to the next, on average', unit: 'seconds', default: 4, least: 0.05, most: 3600 },
  },
  causes: [],
  dialects: ['current'],
  begin: (scene) =>
    machines(
      scene,
      1,
      () => 'Go-http-client/1.1',
      (random) => exponential(random, numberOf(scene, 'seconds') * SECOND),
      (random) => ({
        path: '/api/user/v2/account/login_session/',
        POST: {
          email_or_username:
            random() < 0.5 ? pick(random, NAMES) : `${pick(random, NAMES)}${integer(random, 1, 99)}@example.com`,
          password: MASK,
        },
      }),
    ),
};

export const traffic: readonly Incident[] = [
  classroom,
  viralDay,
  monitoring,
  crawlers,
  scanner,
  denialOfService,
  passwordGuessing,
];
