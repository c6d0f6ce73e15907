/** Machines beside the run's learners: some are welcome, and some are not. */
import { exponential, integer, pick, uniform } from '../../src/base/random/index.ts';
import { MINUTE, SECOND } from '../../src/base/time.ts';
import { MASK } from '../../src/spec/values.ts';
import { CRAWLERS, NOT_THERE, PUBLIC, scannedHost, SCANNERS } from '../learners/machines.ts';
import { numberOf, spell, type Incident } from './incident.ts';
import { LOGS_REQUESTS, robots } from './robots.ts';

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
    robots(
      scene,
      numberOf(scene, 'places'),
      () => 'Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)',
      (random) => numberOf(scene, 'seconds') * SECOND * uniform(random, 0.998, 1.002),
      () => ({ path: '/' }),
    ),
};

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
    robots(
      scene,
      numberOf(scene, 'crawlers'),
      (random) => pick(random, CRAWLERS),
      (random) => exponential(random, numberOf(scene, 'minutes') * MINUTE),
      (random) => ({ path: pick(random, PUBLIC) }),
    ),
};

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
    robots(
      scene,
      numberOf(scene, 'scanners'),
      (random) => pick(random, SCANNERS),
      (random) => exponential(random, numberOf(scene, 'seconds') * SECOND),
      (random) => ({ path: pick(random, NOT_THERE) }),
      scannedHost,
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
  strikes: () => true,
  begin(scene) {
    const { from, to } = scene.incident;
    robots(
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
    robots(
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

export const traffic: readonly Incident[] = [monitoring, crawlers, scanner, denialOfService, passwordGuessing];
