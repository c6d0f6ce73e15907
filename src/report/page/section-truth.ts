import { SECOND } from '../../base/time.ts';
import { counted, grouped } from '../../base/format-number.ts';
import { barRows } from '../charts/bar-rows.ts';
import { stackedBars } from '../charts/stacked-bars.ts';
import type { Summary } from '../statistics/summarize.ts';
import type { KindTruth, Truth, TruthRead } from '../truth.ts';
import { figure, legend, name, note, section } from './figure.ts';
import { html, shortened, type Markup } from './html.ts';
import { trueFigures, type TrueFigure } from './true-figures.ts';
import { duration, longDay, percent } from './format-text.ts';

const COLOURS = 7;
/** Of a kind, in a legend. */
const LONGEST_NAME = 18;
const LONGEST_COURSE = 32;

/** Why the truth differs from these lines, beyond what is said of each figure. */
function differences({ cut, broken }: Summary, hasFaults: boolean): Markup[] {
  return [
    ...(hasFaults
      ? [
          note(
            'Lines were broken on purpose (Faults): the truth is that of the lines before, so what is counted may differ in all.',
          ),
        ]
      : []),
    ...(!hasFaults && broken > 0
      ? [note(`${counted(broken, 'line')} could not be read, and what they tell is not counted.`)]
      : []),
    ...(cut > 0
      ? [
          note(
            `${counted(cut, 'line')} cut by the platform tell the page nothing, and the truth has their events: so less may be counted than there was.`,
          ),
        ]
      : []),
  ];
}

function comparison(figures: readonly TrueFigure[]): Markup {
  const rows = figures.map(
    ({ what, real, measured, about }) =>
      html`<tr><th scope="row">${what}<span class="about">${about}</span></th><td class="number">${real}</td><td class="number">${measured ?? 'not told'}</td></tr>\n`,
  );
  return html`<div class="scroll whole" tabindex="0" role="region" aria-label="True and counted figures"><table><thead><tr><th scope="col">Figure</th><th scope="col" class="number">True</th><th scope="col" class="number">From lines</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Who the learners are. */
function kindsFigure({ kinds }: Truth): Markup {
  const all = kinds.reduce((sum, { learners }) => sum + learners, 0);
  const share = (count: number, of: number) => percent(count / of);
  return figure({
    id: 'kinds',
    title: 'Learners by kind',
    description: kinds.map(({ kind, learners }) => `${kind}: ${grouped(learners)}`).join(', '),
    draw: (width) =>
      barRows(
        width,
        kinds.map(({ kind, learners }) => ({
          label: kind,
          value: learners,
          text: `${grouped(learners)} · ${share(learners, all)}`,
        })),
      ),
    table: {
      caption: 'learners by kind',
      head: ['Kind', 'Learners', 'Dropped out', 'Sessions', 'Attempts', 'Solved', 'Different video watched'],
      rows: kinds.map((kind) => [
        name(kind.kind),
        grouped(kind.learners),
        `${grouped(kind.dropped)} (${share(kind.dropped, kind.learners)})`,
        grouped(kind.sessions),
        grouped(kind.attempts),
        grouped(kind.solved),
        duration(kind.secondsWatched * SECOND),
      ]),
    },
  });
}

/** What the courses of a site share in. */
function coursesFigure({ courses }: Truth): Markup {
  const all = courses.reduce((sum, { events }) => sum + events, 0);
  return figure({
    id: 'courses',
    title: 'Lines by course',
    description: courses.map(({ course, events }) => `${course}: ${grouped(events)}`).join(', '),
    draw: (width) =>
      barRows(
        width,
        courses.map(({ course, events }) => ({
          label: shortened(course.replace(/^course-v1:/, ''), LONGEST_COURSE),
          value: events,
          text: `${grouped(events)} · ${percent(events / Math.max(1, all))}`,
        })),
      ),
    table: {
      caption: 'lines and learners by course',
      head: ['Course', 'Lines', 'Learners'],
      rows: courses.map(({ course, events, learners }) => [name(course), grouped(events), grouped(learners)]),
    },
  });
}

/** A count by week and kind. */
function weeksFigure(
  { starts, kinds }: Truth,
  id: string,
  what: string,
  counts: (kind: KindTruth) => readonly number[],
): Markup {
  const all = kinds.map((kind, index) => ({
    name: shortened(kind.kind, LONGEST_NAME),
    colour: `f${index % COLOURS}`,
    values: counts(kind),
  }));
  const series = all.filter(({ values }) => values.some((value) => value > 0));
  const totals = starts.map((_, week) => series.reduce((sum, { values }) => sum + values[week]!, 0));
  return figure({
    id,
    title: `${what}, by week of the run and kind`,
    description: `Bars over ${counted(starts.length, 'week')}; the first is ${grouped(totals[0]!)}, the last ${grouped(totals.at(-1)!)}, the highest ${grouped(Math.max(...totals))}.`,
    legend: legend(series),
    draw: (width) => stackedBars(width, starts, series),
    table: {
      caption: `${what.toLowerCase()}, by week and kind`,
      head: ['Week from, GMT', ...series.map((kind) => name(kind.name)), 'All'],
      rows: starts.map((day, week) => [
        longDay(day),
        ...series.map(({ values }) => grouped(values[week]!)),
        grouped(totals[week]!),
      ]),
    },
  });
}

const subheading = (text: string, about: string): Markup => html`<h3>${text}</h3><p>${about}</p>`;

/**
 * What is true of the run, beside what the page counts from its lines, and what no line tells.
 *
 * @param hasFaults whether lines were broken on purpose
 */
export function truthSection(truth: TruthRead, summary: Summary, hasFaults: boolean): Markup {
  if ('leftOut' in truth)
    return section('truth', 'The truth', `The truth beside these logs is left out: ${truth.leftOut}.`);
  const { kinds } = truth;
  const dropped = kinds.reduce((sum, kind) => sum + kind.dropped, 0);
  return section(
    'truth',
    'The truth',
    'What the simulation knows of what happened, beside what this page counts from the lines. The page never uses the one for the other.',
    comparison(trueFigures(truth, summary)),
    differences(summary, hasFaults),
    truth.courses.length > 0 && [
      subheading(
        'Courses',
        'Who took several courses is a learner of each. Lines between two courses, such as those of the dashboard, are of the visit that they lie in.',
      ),
      coursesFigure(truth),
    ],
    kinds.length > 0 && [
      subheading(
        'Kinds of learner',
        'No line says what kind of learner somebody is; whoever sorts learners by what they did can compare with this.',
      ),
      kindsFigure(truth),
      subheading('Active learners by kind', 'Lines tell how many learners are active, but not of which kinds.'),
      weeksFigure(truth, 'kind-weeks', 'Active learners', ({ active }) => active),
      subheading(
        'Drop-out',
        `${grouped(dropped)} of ${counted(truth.learners, 'learner')} would never have come again. Lines show when somebody was last seen, but not whether that was the end, so Survival can only estimate this.`,
      ),
      dropped > 0 && weeksFigure(truth, 'drop-out', 'Learners who were there for the last time', ({ last }) => last),
    ],
  );
}
