import { counted, grouped } from '../../base/format-number.ts';
import type { RunManifest } from '../../validation/run-manifest.ts';
import type { FaultKind } from '../run-artifacts.ts';
import type { Summary } from '../statistics/summarize.ts';
import type { TruthRead } from '../truth.ts';
import { name, section } from './figure.ts';
import { html, Markup, type Content, MARK } from './html.ts';
import { activitySection, hoursSection, typesSection } from './section-activity.ts';
import { incidentsSection } from './section-incidents.ts';
import type { ShownIncident } from '../incidents.ts';
import { faultsSection } from './section-faults.ts';
import { learnersSection, sessionsSection, survivalSection } from './section-people.ts';
import { attemptsSection, correctnessSection } from './section-problems.ts';
import { runSection } from './section-run.ts';
import { serversSection } from './section-servers.ts';
import { truthSection } from './section-truth.ts';
import { videosSection } from './section-videos.ts';
import { STYLE } from './style.ts';
import { compact, estimate, longDay, percent } from './format-text.ts';

/** What a page is made of. */
export interface Report {
  /** What the data set is called. */
  readonly title: string;
  readonly summary: Summary;
  /** Undefined for logs that no run of edxgen left. */
  readonly manifest: RunManifest | undefined;
  /** Undefined where nothing says what is true. */
  readonly truth: TruthRead | undefined;
  /** Empty where nothing says what went wrong. */
  readonly incidents: readonly ShownIncident[];
  /** Undefined where nothing says what was broken on purpose. */
  readonly faults: readonly FaultKind[] | undefined;
}

/** What the reader must know before believing the figures, in sentences. */
export function warnings({ lines, broken, timeless, cut, outside, problems, problemCount }: Summary): string[] {
  const share = (count: number) => `${counted(count, 'line')} (${percent(count / lines)})`;
  return [
    lines === 0 ? 'There are no lines in these logs, so there is nothing to count.' : '',
    broken > 0
      ? `${share(broken)} could not be read: not a JSON object, not UTF-8, or too long. Whatever they tell is missing here; edxgen validate says which they are.`
      : '',
    timeless > 0 ? `${share(timeless)} without a time that exists: they are counted here, and nowhere else.` : '',
    cut > 0 ? `${share(cut)} cut by the platform at 10,000 characters: they are counted here, and nowhere else.` : '',
    outside > 0 ? `${counted(outside, 'event')} more than 400 days away from the rest, and not drawn by day.` : '',
    ...problems.map(({ file, message }) => `${file}: ${message}`),
    problemCount > problems.length ? `and ${grouped(problemCount - problems.length)} more problems with files.` : '',
  ].filter((sentence) => sentence !== '');
}

/** The figures to begin with: value and name. */
export function keyFigures({
  lines,
  learners,
  learnersOneIn,
  sessions,
  window,
  servers,
  fileCount,
  tried,
  watched,
}: Summary): [string, string][] {
  const figure = (count: number, one: string, many = `${one}s`, text = grouped(count)): [string, string] => [
    text,
    count === 1 ? one : many,
  ];
  return [
    figure(lines, 'line', 'lines', lines < 1e6 ? grouped(lines) : compact(lines)),
    figure(window ? window.last - window.first + 1 : 0, 'day'),
    figure(learners, 'learner', 'learners', estimate(learners, learnersOneIn)),
    figure(sessions, 'session', 'sessions', estimate(sessions, learnersOneIn)),
    figure(watched.length, 'video played', 'videos played'),
    figure(tried.length, 'problem tried', 'problems tried'),
    figure(servers.length, 'server'),
    figure(fileCount, 'file'),
  ];
}

/** `4 Mar 2013 to 10 Mar 2013, GMT` */
export const period = ({ window }: Summary): string =>
  !window
    ? 'no days'
    : window.first === window.last
      ? `${longDay(window.first)}, GMT`
      : `${longDay(window.first)} to ${longDay(window.last)}, GMT`;

/** A part of the page: its id, what the contents call it, and what it holds. */
type Part = readonly [id: string, name: string, ...drawn: Content[]];

/** What is drawn of people; the days on which there are none have nothing to draw. */
const peopleOf = (summary: Summary): Part[] => [
  ['activity', 'Activity', activitySection(summary)],
  ['types', 'Event types', typesSection(summary)],
  ['hours', 'Hours', hoursSection(summary)],
  ['learners', 'Learners', learnersSection(summary)],
  ['survival', 'Survival', survivalSection(summary)],
  ['sittings', 'Sessions', sessionsSection(summary)],
  ['videos', 'Videos', videosSection(summary)],
  ['problems', 'Problems', correctnessSection(summary), attemptsSection(summary)],
];

const NOBODY =
  'No line tells of a learner who is logged in, so there is nothing to draw of learners, videos and problems.';
const nobody = (summary: Summary): Part[] => [
  ['activity', 'Activity', section('activity', 'Activity', NOBODY)],
  ['types', 'Event types', typesSection(summary)],
];

const partsOf = ({ summary, manifest, truth, incidents, faults }: Report, labels: string): Part[] => [
  ...(summary.active.some((count) => count > 0) ? peopleOf(summary) : nobody(summary)),
  ...(truth ? [['truth', 'The truth', truthSection(truth, summary, (faults?.length ?? 0) > 0)] as const] : []),
  ['servers', 'Servers', serversSection(summary)],
  ...(incidents.length > 0 ? [['incidents', 'Incidents', incidentsSection(incidents, summary)] as const] : []),
  ...(faults ? [['faults', 'Faults', faultsSection(faults, labels)] as const] : []),
  ['run', 'The run', runSection(manifest)],
];

/**
 * The report as one HTML page that needs nothing else.
 *
 * @param labels address of the file of labels, from the page
 */
export function page(report: Report, labels: string): string {
  const { title, summary } = report;
  const told = warnings(summary);
  const parts = partsOf(report, labels);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${new Markup(MARK)}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}: tracking logs</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header><h1>${name(title)}</h1><p>Tracking logs, ${period(summary)}</p>
<nav aria-label="Contents"><ul>${parts.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav></header>
<main>
<dl>${keyFigures(summary).map(([value, what]) => html`<div><dt>${what}</dt><dd>${value}</dd></div>`)}</dl>
${told.length > 0 && html`<div class="warning" role="note"><ul>${told.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>`}
${parts.map(([, , ...drawn]) => drawn)}</main>
</body>
</html>
`.text;
}
