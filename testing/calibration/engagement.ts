/** How people spend time, watch, solve and grade. */
import { SECOND, SESSION_IDLE } from '../../src/base/time.ts';
import { logs, mean, median, sd, share, sum } from './numbers.ts';
import type { Observed } from './observe.ts';
import type { Thing } from './time-on-task.ts';
import { statistic, type Statistic } from './statistic.ts';

const dwelt =
  (thing: Thing) =>
  ({ timeOnTask }: Observed): number[] =>
    logs(timeOnTask.seconds[thing]);
const timeOnTaskRows = (thing: Thing, row: string, middle: number, deviation: number): Statistic[] => [
  statistic(`time on a thing: ${row}`, 'mean of the logarithm', middle, [middle - 0.4, middle + 0.4], '6.002x', (o) =>
    mean(dwelt(thing)(o)),
  ),
  statistic(
    `time on a thing: ${row}`,
    'sd of the logarithm',
    deviation,
    [deviation - 0.3, deviation + 0.3],
    '6.002x',
    (o) => sd(dwelt(thing)(o)),
  ),
];

const count = ({ people }: Observed, ...types: string[]): number =>
  sum(types.map((type) => people.byType.get(type)?.[0] ?? 0));
/** Lines by what they are about, the plays and pauses of one watch as one. */
function mix(observed: Observed, what: 'problem' | 'close' | 'navigation' | 'video'): number {
  const parts = {
    problem: count(observed, 'problem_check', 'problem_show'),
    close: count(observed, 'page_close'),
    navigation: count(observed, 'seq_next', 'seq_goto'),
    video: observed.watching.watches.size,
  };
  return parts[what] / sum(Object.values(parts));
}

const watched =
  (low: number, high: number) =>
  ({ watching }: Observed): number =>
    mean([...watching.parts()].filter(({ seconds }) => seconds >= low && seconds < high).map(({ part }) => part));

/** How far the most replayed part of a video stands out: its peak over the mean, among videos that are replayed much. */
function replayPeaks({ watching }: Observed): number {
  const peaks = [...watching.replays.values()]
    .map((bins) => [...bins])
    .filter((bins) => bins.length >= 20 && sum(bins) >= 100)
    .map((bins) => Math.max(...bins) / mean(bins));
  return mean(peaks);
}

const speed =
  (which: string) =>
  ({ watching }: Observed): number =>
    (watching.speeds.get(which)?.[0] ?? 0) / sum([...watching.speeds.values()].map(([plays]) => plays!));

const ofAll =
  (tries: number) =>
  ({ solving }: Observed): number =>
    (solving.tries[tries - 1]! - (solving.tries[tries] ?? 0)) / solving.tries[0]!;
const right =
  (tries: number) =>
  ({ solving }: Observed): number =>
    solving.right[tries - 1]! / solving.tries[tries - 1]!;
const sitting = ({ solving }: Observed): number[] =>
  logs(solving.between.filter((seconds) => seconds < SESSION_IDLE / SECOND));

const weekdays = ({ solving }: Observed): number[] =>
  [...solving.weekdays].map((checks) => checks / sum([...solving.weekdays]));

const graders = ({ marking }: Observed): number[][] =>
  [...marking.peers.values()].filter((values) => values.length >= 6);

export const engagement: readonly Statistic[] = [
  ...timeOnTaskRows('courseware', 'courseware', 2.66, 1.66),
  ...timeOnTaskRows('book', 'book', 2.54, 1.69),
  ...timeOnTaskRows('homework', 'homework', 3.93, 1.41),
  statistic(
    'share of observed events',
    'the book, of what is opened',
    0.085,
    [0.05, 0.12],
    '6.002x',
    (o) => count(o, 'book') / count(o, 'book', 'seq_next', 'seq_goto', 'page_close', 'play_video'),
  ),
  statistic('share of event types', 'problems', 0.35, [0.22, 0.48], 'KDD: 19 of 54%', (o) => mix(o, 'problem')),
  statistic('share of event types', 'page close', 0.24, [0.14, 0.34], 'KDD: 13 of 54%', (o) => mix(o, 'close')),
  statistic('share of event types', 'navigation', 0.2, [0.12, 0.45], 'KDD: 11 of 54%', (o) => mix(o, 'navigation')),
  statistic('share of event types', 'video', 0.2, [0.1, 0.3], 'KDD: 11 of 54%', (o) => mix(o, 'video')),
  statistic('watching', 'part seen of videos of 3 minutes or less', 0.9, [0.8, 1], 'Guo et al. 2014', watched(0, 190)),
  statistic(
    'watching',
    'part seen of videos of 15 minutes or more',
    0.45,
    [0.25, 0.5],
    'Guo et al. 2014',
    watched(870, Infinity),
  ),
  statistic('watching', 'of those who stop, before the middle', 0.7, [0.55, 0.85], 'Kim et al. 2014', ({ watching }) =>
    share(
      [...watching.parts()].filter(({ part }) => part < 0.95),
      ({ part }) => part < 0.5,
    ),
  ),
  statistic(
    'watching',
    'log-odds to see all of it, sd between videos of like length',
    0.5,
    [0.3, 0.8],
    'choice: some please more than others',
    ({ watching }) => watching.appeal,
  ),
  statistic(
    'watching',
    'peak of replay at a hard spot, to the mean',
    3,
    [2.2, 5],
    'Kim et al. 2014, that there are peaks',
    replayPeaks,
  ),
  statistic(
    'watching',
    'plays after another that no pause parts',
    0.7,
    [0.4, 0.8],
    'real logs, 30 of 43',
    ({ watching }) => {
      const watches = [...watching.watches.values()];
      return sum(watches.map(({ sought }) => sought)) / sum(watches.map(({ again }) => again));
    },
  ),
  statistic('watching', 'plays and pauses a watch', 6, [4, 8], 'model', ({ watching }) =>
    mean([...watching.parts()].map(({ events }) => events)),
  ),
  statistic('watching', 'plays at speed 1.0', 0.8, [0.74, 0.86], 'model', speed('1.0')),
  statistic('tries on a homework problem', 'one', 0.52, [0.42, 0.6], '6.002x, one problem', ofAll(1)),
  statistic('tries on a homework problem', 'two', 0.3, [0.2, 0.36], '6.002x, one problem', ofAll(2)),
  statistic('tries on a homework problem', 'three', 0.075, [0.05, 0.13], '6.002x, one problem', ofAll(3)),
  statistic('tries on a homework problem', 'four', 0.034, [0.02, 0.07], '6.002x, one problem', ofAll(4)),
  statistic('correct on try', 'one', 0.52, [0.44, 0.6], '6.002x, one problem', right(1)),
  statistic('correct on try', 'two', 0.65, [0.55, 0.72], '6.002x, one problem', right(2)),
  statistic('correct on try', 'three', 0.44, [0.35, 0.55], '6.002x, one problem', right(3)),
  statistic('correct on try', 'four', 0.34, [0.25, 0.45], '6.002x, one problem', right(4)),
  statistic('correct on try', 'five', 0.29, [0.2, 0.4], '6.002x, one problem', right(5)),
  statistic(
    'difficulty',
    'sd between problems of the log-odds of a correct first try',
    0.8,
    [0.5, 1.2],
    'model: difficulty’s sd .9',
    ({ solving }) =>
      sd(
        [...solving.firsts.values()]
          .filter(([tries]) => tries >= 50)
          .map(([tries, good]) => Math.log((good + 0.5) / (tries - good + 0.5))),
      ),
  ),
  statistic(
    'time between two tries',
    'mean of the logarithm, same sitting',
    3.93,
    [3.6, 4.2],
    '6.002x, one problem',
    (o) => mean(sitting(o)),
  ),
  statistic(
    'time between two tries',
    'sd of the logarithm, same sitting',
    1.47,
    [0.9, 1.6],
    '6.002x, one problem',
    (o) => sd(sitting(o)),
  ),
  statistic('time between two tries', 'within half an hour', 0.89, [0.84, 0.95], '6.002x, one problem', ({ solving }) =>
    share(solving.between, (seconds) => seconds < SESSION_IDLE / SECOND),
  ),
  statistic(
    'submissions a learner',
    'sd of the logarithm, of those who submit',
    2.04,
    [1.5, 2.2],
    '6.002x',
    ({ people }) => sd(logs([...people.all.values()].map(({ checks }) => checks))),
  ),
  statistic('before the deadline', 'share in the last day', 0.32, [0.24, 0.42], '6.002x', ({ solving }) =>
    share(solving.before, (hours) => hours < 24),
  ),
  statistic('before the deadline', 'median hours', 46, [30, 65], '6.002x: Weibull .66, 80 h', ({ solving }) =>
    median(solving.before),
  ),
  statistic(
    'day of the week, submissions',
    'the day of the deadline, Sunday',
    0.3,
    [0.24, 0.38],
    '6.002x',
    (o) => weekdays(o)[6]!,
  ),
  statistic(
    'day of the week, submissions',
    'highest to lowest day',
    3.75,
    [3, 5],
    '6.002x',
    (o) => Math.max(...weekdays(o)) / Math.min(...weekdays(o)),
  ),
  statistic('the server side of a click', 'median seconds to the marks', 0.2, [0.15, 0.3], 'real logs', ({ solving }) =>
    median(solving.latency),
  ),
  statistic(
    'peer grading',
    'sd between graders, of the rubric’s range',
    0.1,
    [0.085, 0.16],
    'model: bias .06 of 1, and noise, and examples of another quality',
    (o) => sd(graders(o).map(mean)),
  ),
  statistic(
    'peer grading',
    'those who mark themselves, above peers',
    0.07,
    [0.03, 0.1],
    'Kulkarni et al. 2013',
    ({ marking }) => mean(marking.own) - mean([...marking.peers.values()].flat()),
  ),
  statistic(
    'peer grading',
    'essays a grader and task, examples with them',
    7,
    [5.5, 7.5],
    'the platform’s defaults: three to six examples, and three',
    ({ marking }) => mean([...marking.essays.values()].flat()),
  ),
  statistic(
    'peer grading',
    'from two days before the end to two after',
    0.6,
    [0.5, 0.9],
    'Piech et al. 2013, most near the deadline',
    ({ marking }) => share(marking.days, (days) => Math.abs(days) <= 2),
  ),
];
