/** Statistics of what gave a synthetic log away. */
import { mean, share, sum } from './numbers.ts';
import type { Observed } from './observe.ts';
import { statistic, type Statistic } from './statistic.ts';
import { betweenGroups, correlation } from './tells.ts';

const grouped = ({ tells }: Observed, key: 'username' | 'problem'): number[][] => {
  const groups = new Map<string, number[]>();
  for (const first of tells.firsts) groups.set(first[key], [...(groups.get(first[key]) ?? []), first.log]);
  return [...groups.values()];
};

/** How much of what is wrong at a choice of four or more the commonest wrong answer draws. */
function commonest({ tells }: Observed): number {
  const inputs = [...tells.wrong.values()]
    .map((counts) => [...counts.values()].sort((a, b) => b - a))
    .filter((counts) => counts.length >= 3 && sum(counts) >= 30);
  return mean(inputs.map((counts) => counts[0]! / sum(counts)));
}

/** How much likelier two wrong numbers are wrong in the same way when they are one learner's. */
function sameSlip({ tells }: Observed): number {
  const people = [...tells.slips.values()].map((slips) => [...slips.values()]);
  const pairs = people.flatMap((mine) => mine.flatMap((one, at) => mine.slice(at + 1).map((other) => one === other)));
  const counts = new Map<string, number>();
  for (const slip of people.flat()) counts.set(slip, (counts.get(slip) ?? 0) + 1);
  const all = people.flat().length;
  return share(pairs, Boolean) - sum([...counts.values()].map((count) => (count / all) ** 2));
}

const logOdds = (rights: readonly boolean[]): number => {
  const right = rights.filter(Boolean).length;
  return Math.log((right + 0.5) / (rights.length - right + 0.5));
};

function active({ tells }: Observed): number {
  const rates = new Map<string, boolean[]>();
  for (const { username, right } of tells.firsts) rates.set(username, [...(rates.get(username) ?? []), right]);
  return correlation(
    [...rates]
      .filter(([, rights]) => rights.length >= 5)
      .map(([username, rights]) => [Math.log(tells.events.get(username)![0]!), share(rights, Boolean)] as const),
  );
}

/** How far a learner's hours keep together: 1 when all are the same. */
const regularity = (hours: readonly number[]): number => {
  const angles = hours.map((hour) => (2 * Math.PI * hour) / 24);
  return Math.hypot(mean(angles.map(Math.sin)), mean(angles.map(Math.cos)));
};

/** Share of the variance between people in what each does so many times of so many (the correlation of two of one person's chances). */
function betweenPeople(people: readonly (readonly [times: number, of: number])[]): number {
  const all = mean(people.map(([times, of]) => times / of));
  const chance = all * (1 - all);
  const beyond = people.map(([times, of]) => ((times / of - all) ** 2 - chance / of) / (1 - 1 / of));
  return mean(beyond) / chance;
}

export const giveaways: readonly Statistic[] = [
  statistic('time to answer', 'share of variance between learners', 0.15, [0.08, 0.4], 'van der Linden 2006', (o) =>
    betweenGroups(grouped(o, 'username')),
  ),
  statistic('time to answer', 'share of variance between problems', 0.2, [0.14, 0.5], 'van der Linden 2006', (o) =>
    betweenGroups(grouped(o, 'problem')),
  ),
  statistic(
    'time to answer',
    'of programs, slope by their length, logarithms',
    0.3,
    [0.15, 0.5],
    'choice',
    ({ tells }) => {
      const times = [...tells.programs.entries()].map(([length, all]) => [length, mean(all)] as const);
      const middle = mean(times.map(([length]) => length));
      const squares = sum(times.map(([length]) => (length - middle) ** 2));
      return sum(times.map(([length, time]) => (length - middle) * time)) / squares;
    },
  ),
  statistic('guessing', 'first answers at choices under 5 s', 0.05, [0.025, 0.1], 'Wise & Kong 2005', ({ tells }) =>
    share(
      tells.firsts.filter(({ isChoice }) => isChoice),
      ({ log }) => log < Math.log(5),
    ),
  ),
  statistic('wrong answers', 'at choices, the commonest', 0.5, [0.42, 0.75], 'misconceptions draw half', commonest),
  statistic(
    'wrong answers',
    'numbers, two of one learner alike: more often than two of any',
    0.1,
    [0.03, 0.2],
    'misconceptions are people’s own',
    sameSlip,
  ),
  statistic(
    'wrong answers',
    'sent again though refused before',
    0.02,
    [0.012, 0.04],
    'judgement: people remember what was refused; double clicks mostly',
    ({ tells: { retries } }) => retries.same / (retries.same + retries.other),
  ),
  statistic(
    'wrong answers',
    'numbers, of one sign, factor of two or ten, or unit more or less',
    0.35,
    [0.2, 0.5],
    'judgement: each problem has wrong formulas of its own',
    ({ tells: { numbers } }) => numbers.explained / numbers.wrong,
  ),
  statistic(
    'wrong answers',
    'typed beside others, left blank',
    0.06,
    [0.02, 0.15],
    'choice',
    ({ tells: { typed } }) => typed.blank / typed.beside,
  ),
  statistic(
    'learning',
    'log-odds of the first try, the video watched before',
    0.35,
    [0.2, 0.7],
    '6.002x regressions; Koedinger et al. 2015',
    ({ tells }) => {
      const rights = (watched: boolean) =>
        tells.firsts.filter((first) => first.watched === watched).map(({ right }) => right);
      return logOdds(rights(true)) - logOdds(rights(false));
    },
  ),
  statistic('learning', 'correlation of events and first tries right', 0.3, [0.15, 0.45], '6.002x', active),
  statistic(
    'checks after the answer was shown',
    'of answers shown unsolved',
    0.25,
    [0.1, 0.45],
    'Alexandron et al. 2017',
    ({ tells: { shown } }) => shown.checks / shown.answers,
  ),
  statistic(
    'habits',
    'how far hours keep together, of those with twenty sittings',
    0.5,
    [0.4, 0.8],
    'Boroujeni et al. 2016',
    ({ tells }) => mean([...tells.hours.values()].filter(({ length }) => length >= 20).map(regularity)),
  ),
  statistic(
    'habits',
    'seeks without a pause, of those with twenty replays: share of variance between people',
    0.15,
    [0.05, 0.4],
    'people differ: none where all toss one coin',
    ({ watching }) => betweenPeople([...watching.seeks()].filter(([, plays]) => plays >= 20)),
  ),
  statistic(
    'watching',
    'pauses at a millisecond that four others share',
    0,
    [0, 0.01],
    'Kim et al. 2014: peaks are seconds wide',
    ({ watching }) => {
      const counts = [...watching.pauses.values()].map(([count]) => count!);
      return sum(counts.filter((count) => count >= 5)) / sum(counts);
    },
  ),
  statistic(
    'watching',
    'pauses whose position is the clock’s, to a millisecond',
    0,
    [0, 0.01],
    'players look at their position now and then, and messages travel',
    ({ watching: { clock } }) => clock.exact / clock.all,
  ),
  statistic(
    'paths',
    'of those who begin after two weeks, not at the first week',
    0.5,
    [0.3, 0.75],
    'Guo & Reinecke 2014',
    ({ tells }) => share(tells.lateStarts, (chapter) => chapter > 0),
  ),
  statistic(
    'paths',
    'of those who see three lectures or more, first seen in the course’s order',
    0.5,
    [0.3, 0.7],
    'Guo & Reinecke 2014: many jump',
    ({ tells }) =>
      share(
        [...tells.paths.values()].filter(({ length }) => length >= 3),
        (path) => path.every((place, at) => at === 0 || place > path[at - 1]!),
      ),
  ),
  statistic(
    'videos that start by themselves',
    'of plays after a move, within one to five seconds of it',
    0.85,
    [0.7, 1],
    'the platform’s player',
    ({ tells }) => share(tells.begun, (seconds) => seconds > 1 && seconds < 5),
  ),
  statistic(
    'videos that start by themselves',
    'how long players take to load: share of variance between learners',
    0.4,
    [0.25, 0.6],
    'judgement: a third to a half is the connection’s and the device’s',
    ({ tells }) => betweenGroups(tells.loaded.values()),
  ),
  statistic(
    'the book',
    'opened where it was left a day or more before',
    0.35,
    [0.15, 0.6],
    'choice: the book keeps no place',
    ({ reading: { opened } }) => opened.whereLeft / opened.all,
  ),
  statistic(
    'the book',
    'correlation of day and page, of first jumps',
    0.5,
    [0.25, 0.85],
    'judgement: it goes along with the course',
    ({ reading: { jumps } }) => correlation(jumps),
  ),
  statistic(
    'rubrics',
    'categories marked again',
    0.07,
    [0.03, 0.12],
    'judgement: second thoughts',
    ({ marking: { chosen } }) => chosen.again / chosen.all,
  ),
  statistic(
    'rubrics',
    'categories out of turn',
    0.08,
    [0.02, 0.2],
    'choice',
    ({ marking: { chosen } }) => chosen.outOfTurn / chosen.all,
  ),
  statistic(
    'essays',
    'begun and left',
    0.12,
    [0.05, 0.25],
    'choice',
    ({ marking: { begun } }) => 1 - begun.handedIn / begun.all,
  ),
  statistic('ratings', 'mean of the answers to feedback', 3.9, [3.5, 4.3], 'choice', ({ tells }) =>
    mean(tells.ratings),
  ),
  statistic(
    'the server side of a click',
    'share of variance between learners',
    0.05,
    [0, 0.2],
    'servers do the work: who asks matters little',
    ({ wire }) => betweenGroups(wire.byLearner.values()),
  ),
  statistic(
    'the server side of a click',
    'share of variance between problems',
    0.35,
    [0.15, 0.7],
    'a problem is marked by a program of its own',
    ({ wire }) => betweenGroups(wire.byProblem.values()),
  ),
  statistic(
    'the server side of a click',
    'share of variance between hours',
    0.1,
    [0.03, 0.3],
    'servers have more to do in some hours',
    ({ wire }) => betweenGroups(wire.byHour()),
  ),
  statistic(
    'lost messages',
    'pages that gave way to another one, and told so',
    0.97,
    [0.9, 0.995],
    'what is sent as a page is left may not arrive',
    ({ pages: { left } }) => left.told / left.all,
  ),
  statistic(
    'several tabs',
    'of those with thirty turns between pages, to one that was open all the time',
    0.5,
    [0.3, 0.7],
    'choice',
    ({ pages: { turns } }) =>
      mean([...turns.values()].filter(({ all }) => all >= 30).map(({ back }) => Number(back > 0))),
  ),
  statistic(
    'tempo',
    'from one move in a sequence to the next: share of variance between learners',
    0.1,
    [0.1, 0.3],
    'people differ in speed',
    ({ wire }) => betweenGroups(wire.looks.values()),
  ),
  statistic(
    'tempo',
    'from one move in a sequence to the next, and to the one after that: correlation',
    0.3,
    [0.22, 0.5],
    'choice: whoever skims goes on to skim',
    ({ wire: { inARow } }) => correlation(inARow),
  ),
  statistic(
    'addresses',
    'another one that begins like the one before, two bytes',
    0.5,
    [0.2, 0.8],
    'choice: leases of a provider, and other places',
    ({ wire: { moved } }) => moved.near / moved.all,
  ),
];
