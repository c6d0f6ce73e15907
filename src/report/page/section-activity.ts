import { counted, grouped } from '../../base/format-number.ts';
import { barRows } from '../charts/bar-rows.ts';
import { heatMap } from '../charts/heat-map.ts';
import { stackedBars } from '../charts/stacked-bars.ts';
import { FAMILIES } from '../statistics/families.ts';
import type { Summary } from '../statistics/summarize.ts';
import { figure, legend, note, section } from './figure.ts';
import { html, type Markup } from './html.ts';
import { compact, longDay, percent, WEEKDAYS } from './format-text.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `day`, `week`, `28 days`: what stands together in a bar. */
export const bucketName = (bucket: number): string => (bucket === 1 ? 'day' : bucket === 7 ? 'week' : `${bucket} days`);

/** The index of the largest value. */
export const peakOf = (values: readonly number[]): number =>
  values.reduce((best, value, index) => (value > values[best]! ? index : best), 0);

/** Events of learners over time, by family. */
export function activitySection({ families, starts, bucket, anonymous }: Summary): Markup {
  const series = FAMILIES.map((name, family) => ({ name, colour: `f${family}`, values: families[family]! })).filter(
    ({ values }) => values.some((value) => value > 0),
  );
  const totals = starts.map((_, index) => series.reduce((sum, { values }) => sum + values[index]!, 0));
  const all = totals.reduce((sum, value) => sum + value, 0);
  const peak = peakOf(totals);
  const unit = bucketName(bucket);
  const left =
    anonymous > 0 &&
    ` Left out: ${counted(anonymous, 'line')} of nobody who is logged in, such as visitors and heartbeats.`;
  const busiest = `the busiest ${unit} begins on ${longDay(starts[peak]!)}`.replace('day begins on', 'day is');
  return section(
    'activity',
    'Activity over time',
    html`${grouped(all)} events of learners; ${busiest}, with ${grouped(totals[peak]!)}.${left}`,
    figure({
      id: 'activity',
      title: `Events of learners by ${unit} and kind`,
      description: `Bars over ${longDay(starts[0]!)} to ${longDay(starts.at(-1)!)}; ${busiest}, with ${grouped(totals[peak]!)} events.`,
      legend: legend(series),
      draw: (width) => stackedBars(width, starts, series),
      table: {
        caption: `events by ${unit} and kind`,
        head: [`${unit === 'day' ? 'Day' : 'From'}, GMT`, ...series.map(({ name }) => name), 'All'],
        rows: starts.map((day, index) => [
          longDay(day),
          ...series.map(({ values }) => grouped(values[index]!)),
          grouped(totals[index]!),
        ]),
      },
    }),
  );
}

/** Every event type that occurs. */
export function typesSection({ types, lines }: Summary): Markup {
  if (types.length === 0) return section('types', 'Event types', 'No line has a type.');
  return section(
    'types',
    'Event types',
    html`All lines by source and type, with the learners’ share of them over time, each on a scale of its own.`,
    figure({
      id: 'types',
      title: 'Lines by event type',
      description: `The most frequent is ${types[0]!.id}, with ${grouped(types[0]!.lines)} of ${grouped(lines)} lines.`,
      draw: (width) =>
        barRows(
          width,
          types.map(({ id, family, lines: value, events }) => ({
            label: id,
            value,
            text: compact(value),
            colour: `f${family}`,
            course: events,
          })),
        ),
      table: {
        caption: 'lines by event type',
        head: ['Source and type', 'Kind', 'Lines', 'Share'],
        words: 2,
        rows: types.map(({ id, family, lines: count }) => [
          id,
          FAMILIES[family],
          grouped(count),
          percent(count / lines),
        ]),
      },
    }),
    types.some(({ id }) => id === 'unknown') && note('Unknown are types that neither dialect of the format knows.'),
  );
}

/** The hours of the week. */
export function hoursSection({ hours }: Summary): Markup {
  const peak = peakOf(hours);
  const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
  const when = `${DAYS[Math.floor(peak / 24)]!} from ${clock(peak)}`;
  const most = grouped(Math.round(hours[peak]!));
  const scale = html`<p class="scale">0<svg aria-hidden="true" width="120" height="12"><rect class="cell" width="120" height="12"/>${[0, 1, 2, 3, 4, 5].map((step) => html`<rect class="heat" x="${step * 20}" width="20" height="12" fill-opacity="${0.08 + (0.92 * (step + 0.5)) / 6}"/>`)}</svg>${most} events an hour</p>`;
  return section(
    'hours',
    'Hours of the week',
    html`Learners’ events in a mean hour, GMT. The busiest is ${when}, with ${most}.`,
    figure({
      id: 'hours',
      title: 'Events by weekday and hour',
      description: `A row a day, a column an hour, GMT; the busiest hour is ${when}, with ${most} events.`,
      legend: scale,
      draw: (width) => heatMap(width, hours),
      table: {
        caption: 'mean events by hour, GMT, and weekday',
        head: ['Hour', ...WEEKDAYS],
        rows: Array.from({ length: 24 }, (_, hour) => [
          clock(hour),
          ...WEEKDAYS.map((_day, day) => grouped(Math.round(hours[day * 24 + hour]!))),
        ]),
      },
    }),
  );
}
