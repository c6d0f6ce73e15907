import { SECOND } from '../../base/time.ts';
import { grouped } from '../../base/format-number.ts';
import type { Summary } from '../statistics/summarize.ts';
import type { Truth } from '../truth.ts';
import { duration, estimate, percent } from './format-text.ts';

/** A figure as it is, and as the page counts it from lines. */
export interface TrueFigure {
  readonly what: string;
  readonly real: string;
  /** Undefined where lines do not tell it. */
  readonly measured: string | undefined;
  /** How far lines tell it, in a sentence. */
  readonly about: string;
}

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

const time = (seconds: number, oneIn = 1): string =>
  `${oneIn > 1 ? 'about ' : ''}${duration(seconds * oneIn * SECOND)}`;

function peopleOf(
  truth: Truth,
  { learners, learnersOneIn: oneIn, families, active, bucket, sessions }: Summary,
): TrueFigure[] {
  const events = sumOf(families, (values) => sumOf(values, (value) => value));
  return [
    {
      what: 'Learners',
      real: grouped(truth.learners),
      measured: estimate(learners, oneIn),
      about: 'A learner is a username, which stands in each of its lines.',
    },
    {
      what: 'Most learners active on one day',
      real: grouped(truth.busiest),
      measured: bucket === 1 ? estimate(Math.max(0, ...active), oneIn) : undefined,
      about:
        bucket === 1
          ? 'Days are those of GMT.'
          : 'Days are those of GMT; the page counts so long a log by longer stretches.',
    },
    {
      what: 'Events of learners',
      real: grouped(truth.events),
      measured: grouped(events),
      about: 'Each event of somebody who is logged in is a line.',
    },
    {
      what: 'Sessions',
      real: grouped(truth.sessions),
      measured: estimate(sessions, oneIn),
      about: 'By convention a session ends when 30 minutes bring no event, here and there.',
    },
    {
      what: 'Sittings as they were',
      real: grouped(truth.visits),
      measured: undefined,
      about:
        'Two sittings less than 30 minutes apart look like one session, and one with a longer pause looks like two.',
    },
  ];
}

function problemsOf(truth: Truth, { tried, learnersOneIn: oneIn }: Summary): TrueFigure[] {
  const pairs = sumOf(tried, ({ learners }) => learners);
  const solved = sumOf(tried, ({ solvers }) => solvers);
  const firstTries = sumOf(tried, (problem) => problem.firstTries);
  const firstCorrect = sumOf(tried, (problem) =>
    problem.firstTries > 0 ? problem.firstTries * problem.firstCorrect : 0,
  );
  return [
    {
      what: 'Problems tried by anybody',
      real: grouped(truth.problems),
      measured: grouped(tried.length),
      about: 'A problem is tried when a check of it is marked.',
    },
    {
      what: 'Problems tried, by each learner',
      real: grouped(truth.tried),
      measured: estimate(pairs, oneIn),
      about: 'Pairs of a learner and a problem.',
    },
    {
      what: 'Of them solved',
      real: grouped(truth.solved),
      measured: estimate(solved, oneIn),
      about: 'Programs are marked after the log was written, so they count as not solved.',
    },
    {
      what: 'Attempts',
      real: grouped(truth.attempts),
      measured: grouped(sumOf(tried, ({ checks }) => checks)),
      about: 'Each marked check is one.',
    },
    {
      what: 'Right at the first try',
      real: percent(truth.correctAtFirst / truth.tried),
      measured: percent(firstCorrect / firstTries),
      about: 'The share of the pairs; lines number the attempts, so the first is known.',
    },
    {
      what: 'Right in the end',
      real: percent(truth.solved / truth.tried),
      measured: percent(solved / pairs),
      about: 'The share of the pairs with a right attempt.',
    },
  ];
}

function videosOf(truth: Truth, { watched, viewersOneIn: oneIn }: Summary): TrueFigure[] {
  return [
    {
      what: 'Videos played, by each learner',
      real: grouped(truth.viewings),
      measured: estimate(
        sumOf(watched, ({ viewers }) => viewers),
        oneIn,
      ),
      about: 'The page leaves out a play that no later line ends, since nobody knows how long it went on.',
    },
    {
      what: 'Time of video watched',
      real: time(truth.secondsWatched),
      measured: time(
        sumOf(watched, ({ seconds }) => seconds),
        oneIn,
      ),
      about:
        'Where no pause tells how far a play went, the page goes by the clock, up to the furthest position that anybody reached.',
    },
    {
      what: 'Of it watched before',
      real: time(truth.secondsAgain),
      measured: time(
        sumOf(watched, ({ secondsAgain }) => secondsAgain),
        oneIn,
      ),
      about: 'The page tells this by the sixtieths of a video, the truth by the second.',
    },
  ];
}

/** The truth beside what the page counts. */
export const trueFigures = (truth: Truth, summary: Summary): TrueFigure[] => [
  ...peopleOf(truth, summary),
  ...problemsOf(truth, summary),
  ...videosOf(truth, summary),
];
