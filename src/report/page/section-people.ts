import { grouped } from '../../base/format-number.ts';
import { barRows } from '../charts/bar-rows.ts';
import { curve } from '../charts/curve.ts';
import { stackedBars } from '../charts/stacked-bars.ts';
import { LENGTH_BINS } from '../statistics/sessions.ts';
import type { Summary } from '../statistics/summarize.ts';
import { figure, legend, note, section } from './figure.ts';
import { html, type Markup } from './html.ts';
import { bucketName, peakOf } from './section-activity.ts';
import { compact, duration, estimate, estimated, longDay, percent } from './format-text.ts';

/** Says that figures are of a sample; nothing when they are of all. */
export const sampled = (oneIn: number, who: string): Markup | false =>
  oneIn > 1 && note(`Estimated from one in ${grouped(oneIn)} ${who}: these logs have more than are held in memory.`);

/** Who was there when. */
export function learnersSection({
  learners,
  learnersOneIn: oneIn,
  active,
  newcomers,
  starts,
  bucket,
}: Summary): Markup {
  const unit = bucketName(bucket);
  const times = (values: readonly number[]) => values.map((value) => value * oneIn);
  const series = [
    { name: 'seen before', colour: 'single', values: times(active.map((count, index) => count - newcomers[index]!)) },
    { name: 'seen for the first time', colour: 'second', values: times(newcomers) },
  ];
  const peak = peakOf(active);
  const most = estimate(active[peak]!, oneIn);
  return section(
    'learners',
    'Active learners',
    `${estimated(learners, oneIn, 'learner')} in all. Most were active ${bucket === 1 ? 'on' : `in the ${unit} from`} ${longDay(starts[peak]!)}: ${most}.`,
    sampled(oneIn, 'learners'),
    figure({
      id: 'learners',
      title: `Active learners by ${unit}`,
      description: `Bars over ${longDay(starts[0]!)} to ${longDay(starts.at(-1)!)}; the highest is ${most}, from ${longDay(starts[peak]!)}.`,
      legend: legend(series),
      draw: (width) => stackedBars(width, starts, series),
      table: {
        caption: `active learners by ${unit}`,
        head: [`${unit === 'day' ? 'Day' : 'From'}, GMT`, 'Active', 'Of them for the first time'],
        rows: starts.map((day, index) => [
          longDay(day),
          estimate(active[index]!, oneIn),
          estimate(newcomers[index]!, oneIn),
        ]),
      },
    }),
  );
}

/** Who stays. */
export function survivalSection({ survival: steps, learnersOneIn: oneIn }: Summary): Markup {
  if (steps.length < 2) return section('survival', 'Survival', 'The log is too short to say who comes back.');
  const half = steps.find(({ share }) => share < 0.5);
  const last = steps.at(-1)!;
  const after = (day: number) => `After ${day} ${day === 1 ? 'day' : 'days'}`;
  const lead = half
    ? `${after(half.day)}, ${percent(1 - half.share)} of the learners have been seen for the last time.`
    : `${after(last.day)}, ${percent(last.share)} of the learners are still to be seen.`;
  return section(
    'survival',
    'Survival',
    html`${lead} Who is seen on the log’s last day counts as staying (Kaplan–Meier).`,
    sampled(oneIn, 'learners'),
    figure({
      id: 'survival',
      title: 'Share of learners still to be seen, by days since their first',
      description: `A falling curve. ${lead} At its end, after ${last.day} days, stands ${percent(last.share)}.`,
      draw: (width) => curve(width, 'days since a learner’s first', steps),
      table: {
        caption: 'survival by days since the first',
        head: ['Days', 'Could come back', 'Last seen the day before', 'Still to be seen'],
        rows: steps.map(({ day, atRisk, left, share }) => [
          String(day),
          estimate(atRisk, oneIn),
          estimate(left, oneIn),
          percent(share),
        ]),
      },
    }),
  );
}

/** How long people sit. */
export function sessionsSection({ sessions, lengths, quartiles, learnersOneIn: oneIn }: Summary): Markup {
  const [low, middle, high] = quartiles;
  const lead = `The median is ${duration(middle)}; half lie between ${duration(low)} and ${duration(high)}.`;
  return section(
    'sittings',
    'Session lengths',
    html`${estimated(sessions, oneIn, 'session')}: stretches of one learner’s events, none more than 30 minutes after the one before. ${lead}`,
    sampled(oneIn, 'learners'),
    figure({
      id: 'sittings',
      title: 'Sessions by length',
      description: `${lead} From the first event to the last.`,
      draw: (width) =>
        barRows(
          width,
          lengths.map((count, bin) => ({
            label: LENGTH_BINS[bin]!,
            value: count,
            text: `${compact(count * oneIn)} · ${percent(count / sessions)}`,
          })),
        ),
      table: {
        caption: 'sessions by length',
        head: ['Length', 'Sessions', 'Share'],
        rows: lengths.map((count, bin) => [LENGTH_BINS[bin]!, estimate(count, oneIn), percent(count / sessions)]),
      },
    }),
  );
}
