/** What becomes of people: kinds, drop-out, credit; and what they are. */
import { mean, median, share, sum } from './numbers.ts';
import type { Observed } from './observe.ts';
import type { Person } from './people.ts';
import { statistic, type Statistic } from './statistic.ts';

const everybody = ({ people }: Observed): Person[] => [...people.all.values()];
/** Those who opened the courseware. */
const viewers = (observed: Observed): Person[] => everybody(observed).filter(({ chapters }) => chapters.size > 0);

/** A certificate takes so much of the graded problems: the course of 6.00x in 2013 asked for 55%. */
const PASS = 0.55;
const passed =
  ({ syllabus }: Observed) =>
  ({ solved }: Person): boolean =>
    solved >= PASS * syllabus.graded;
const explored =
  ({ syllabus }: Observed) =>
  ({ chapters }: Person): boolean =>
    chapters.size > syllabus.chapters / 2;

/** What somebody did over the weeks, as Kizilcec, Piech and Schneider told people apart, by what they handed in and looked at. */
function trajectory(weeks: number, { sets, days }: Person): string {
  const seen = new Set(days.map((day) => Math.floor(day / 7))).size;
  if (sets.size > weeks / 2) return 'completing';
  if (seen >= weeks * 0.4 && sets.size < seen / 2) return 'auditing';
  if (sets.size >= 2) return 'disengaging';
  return 'sampling';
}
const kind =
  (name: string) =>
  (observed: Observed): number =>
    share(everybody(observed), (person) => trajectory(observed.syllabus.chapters, person) === name);

const browser =
  (pattern: RegExp) =>
  (observed: Observed): number =>
    share(everybody(observed), ({ agent }) => pattern.test(agent));

/** Learners by address. */
function learnersByAddress(observed: Observed): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ips } of everybody(observed)) for (const ip of ips) counts.set(ip, (counts.get(ip) ?? 0) + 1);
  return counts;
}

const WEEKS = 8;
/** Those who come for eight weeks with Chrome, which upgrades itself. */
const faithful = (observed: Observed): Person[] =>
  everybody(observed).filter(
    ({ agent, days }) =>
      /Windows.*Chrome\//.test(agent) && days.at(-1)! - days[0]! >= 7 * WEEKS && days.length >= WEEKS,
  );

const active =
  (what: 'daysWithVideo' | 'daysWithProblems') =>
  (observed: Observed): number =>
    sum(everybody(observed).map((person) => person[what])) / sum(everybody(observed).map(({ days }) => days.length));

/** So many weeks are the last ones, or the first. */
const LAST_WEEKS = 4;

/** Of those who do the last problem set, those who do exercises of lectures in the last weeks, to those who did in the first. */
function exercisesKept(observed: Observed): number {
  const stayed = everybody(observed).filter(({ sets }) => sets.has(7 * observed.syllabus.chapters));
  const within = (from: number): number =>
    stayed.filter(({ exercised }) => [...exercised].some((week) => week >= from && week < from + LAST_WEEKS)).length;
  return within(observed.syllabus.chapters - LAST_WEEKS) / within(0);
}
export const outcomes: readonly Statistic[] = [
  statistic(
    'played any video',
    'share of those who opened the courseware',
    0.78,
    [0.65, 0.85],
    'HxMITx; KDD 59%',
    (o) => share(viewers(o), ({ plays }) => plays > 0),
  ),
  statistic('no problem ever', 'share of all', 0.74, [0.6, 0.78], 'KDD 74%; HxMITx, no credit 71%', (o) =>
    share(everybody(o), ({ checks }) => checks === 0),
  ),
  statistic('got any credit', 'share of those who opened the courseware', 0.29, [0.22, 0.36], 'HxMITx', (o) =>
    share(viewers(o), ({ solved }) => solved > 0),
  ),
  statistic('certified', 'share of those who opened the courseware', 0.08, [0.05, 0.11], 'HxMITx, Ho', (o) =>
    share(viewers(o), passed(o)),
  ),
  statistic(
    'certified',
    'with over .85 of the points',
    0.4,
    [0.15, 0.7],
    'judgement: certificates heap at good grades',
    (o) => share(viewers(o).filter(passed(o)), ({ solved }) => solved > 0.85 * o.syllabus.graded),
  ),
  statistic(
    'who stays',
    'does exercises in the last four weeks, to the first four',
    0.8,
    [0.5, 1],
    'judgement: beside the videos, with little decay',
    exercisesKept,
  ),
  statistic('saw over half', 'share of all', 0.144, [0.08, 0.2], 'Ho: 9.4 of 65.2%', (o) =>
    share(everybody(o), explored(o)),
  ),
  statistic('saw over half', 'certified among them', 0.57, [0.45, 0.7], 'HxMITx', (o) =>
    share(viewers(o).filter(explored(o)), passed(o)),
  ),
  statistic('hours spent', 'median of the certified', 61, [29, 82], 'HxMITx', (o) =>
    median(
      viewers(o)
        .filter(passed(o))
        .map(({ seconds }) => seconds / 3600),
    ),
  ),
  statistic('the certified', 'share of all time spent', 0.6, [0.45, 0.7], 'Seaton et al. 2014', (o) => {
    const time = (all: Person[]) => sum(all.map(({ seconds }) => seconds));
    return time(viewers(o).filter(passed(o))) / time(everybody(o));
  }),
  statistic('kinds of learner', 'completing', 0.08, [0.05, 0.1], 'Kizilcec et al. 2013', kind('completing')),
  statistic('kinds of learner', 'auditing', 0.09, [0.06, 0.15], 'Kizilcec et al. 2013', kind('auditing')),
  statistic('kinds of learner', 'disengaging', 0.2, [0.1, 0.3], 'Kizilcec et al. 2013', kind('disengaging')),
  statistic('kinds of learner', 'sampling', 0.6, [0.4, 0.8], 'Kizilcec et al. 2013', kind('sampling')),
  statistic('active days', 'with video', 0.53, [0.42, 0.64], 'KDD', active('daysWithVideo')),
  statistic('active days', 'with problems', 0.28, [0.2, 0.45], 'KDD', active('daysWithProblems')),
  statistic('a day that has any', 'mean events of problems', 19, [12, 26], 'KDD', ({ people }) =>
    mean(people.dayProblems),
  ),
  statistic('a day that has any', 'median events of problems', 10, [6, 14], 'KDD', ({ people }) =>
    median(people.dayProblems),
  ),
  statistic('a day that has any', 'mean videos', 5.5, [3.5, 7.5], 'KDD', ({ people }) => mean(people.dayVideos)),
  statistic('a day that has any', 'median videos', 3, [2, 4], 'KDD', ({ people }) => median(people.dayVideos)),
  statistic('browsers', 'Chrome', 0.41, [0.38, 0.44], 'published counts', browser(/Chrome\//)),
  statistic('browsers', 'Internet Explorer', 0.28, [0.25, 0.31], 'published counts', browser(/MSIE/)),
  statistic('browsers', 'Firefox', 0.2, [0.17, 0.23], 'published counts', browser(/Firefox/)),
  statistic('browsers', 'Safari', 0.08, [0.06, 0.1], 'published counts', browser(/Version\/[\d.]+ .*Safari/)),
  statistic(
    'browsers',
    'different ones on the tenth day',
    118,
    [100, 600],
    'a real day of a small site: 118',
    ({ people }) => people.agentsOnDay.size,
  ),
  statistic(
    'browsers',
    'Chrome upgraded, of those who come for eight weeks',
    0.95,
    [0.7, 1],
    'Chrome Releases: every six weeks',
    (o) =>
      share(
        faithful(o),
        ({ agents }) => new Set([...agents].map((agent) => /Chrome\/(\d+)/.exec(agent)?.[1])).size > 1,
      ),
  ),
  statistic(
    'addresses',
    'learners who share one with another',
    0.4,
    [0.2, 0.6],
    'choice: NAT, campuses, households',
    (o) => {
      const counts = learnersByAddress(o);
      return share(everybody(o), ({ ips }) => [...ips].some((ip) => counts.get(ip)! > 1));
    },
  ),
  statistic('addresses', 'most learners at one', 12, [5, 120], 'choice', (o) =>
    Math.max(...learnersByAddress(o).values()),
  ),
  statistic('addresses', 'of a learner of ten days or more, mean', 5, [2.5, 15], 'choice: leases, home and work', (o) =>
    mean(
      everybody(o)
        .filter(({ days }) => days.length >= 10)
        .map(({ ips }) => ips.size),
    ),
  ),
  statistic(
    'devices',
    'people with ten sittings or more who go back from one session key to another',
    0.35,
    [0.2, 0.5],
    'choice: people who have two devices, and use both',
    ({ devices }) =>
      share(
        [...devices.people.values()].filter(({ sittings }) => sittings >= 10),
        ({ alternates }) => alternates,
      ),
  ),
  statistic(
    'devices',
    'changes of the session key within a quarter of an hour',
    0.1,
    [0.02, 0.2],
    'choice: some put one down and take up the other',
    ({ devices: { changes } }) => changes.atOnce / changes.all,
  ),
  statistic(
    'essays',
    'of others, opened and left',
    0.06,
    [0.02, 0.12],
    'choice',
    ({ marking: { opened } }) => 1 - opened.graded / opened.all,
  ),
];
