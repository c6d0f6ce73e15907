import { counted, grouped } from '../../base/format-number.ts';
import { spans } from '../charts/spans.ts';
import type { ShownIncident } from '../incidents.ts';
import type { Summary } from '../statistics/summarize.ts';
import { figure, name, note, section } from './figure.ts';
import { compact } from './format-text.ts';
import { html, type Content } from './html.ts';

/** Incidents that have a row of their own in the drawing. */
const DRAWN = 40;

const DAY = 86_400_000;

/** Days since 1970; NaN where a tampered truth has no such time. */
const dayOf = (time: string): number => Date.parse(`${time.slice(0, 16)}Z`) / DAY;

/** `2013-03-06 18:00` */
const minute = (time: string): Content => name(time.slice(0, 16).replace('T', ' '));

/** What somebody would notice of one: lines that are there, or are not. */
const lines = ({ written, changed, missing }: ShownIncident): string =>
  written + changed > 0 || missing === 0 ? `${compact(written + changed)} lines` : `${compact(missing)} missing`;

/** What went wrong on the site, and when, as the truth tells it. */
export function incidentsSection(incidents: readonly ShownIncident[], { starts }: Pick<Summary, 'starts'>) {
  const drawn = incidents.slice(0, DRAWN).map((incident) => ({
    label: incident.id,
    text: lines(incident),
    from: dayOf(incident.from),
    to: dayOf(incident.to),
  }));
  return section(
    'incidents',
    'Incidents',
    html`${counted(incidents.length, 'incident')}: what went wrong on the site and when, as truth/incidents.jsonl tells it, and how many lines were written because of it or changed by it.${incidents.length > DRAWN && ` The first ${DRAWN} are drawn.`}`,
    figure({
      id: 'incidents',
      title: 'Incidents over time',
      description: incidents
        .slice(0, 6)
        .map(({ id, from, to }) => `${id}: ${from.slice(0, 16)} to ${to.slice(0, 16)}`)
        .join('; '),
      draw: (width) => spans(width, starts, drawn),
      table: {
        caption: 'incidents',
        head: ['Incident', 'Kind', 'From', 'To', 'Servers', 'People', 'Written', 'Changed', 'Missing'],
        words: 4,
        rows: incidents.map(({ id, kind, from, to, servers, people, written, changed, missing }) => [
          name(id),
          name(kind),
          minute(from),
          minute(to),
          ...[servers, people, written, changed, missing].map(grouped),
        ]),
      },
    }),
    note(
      'Times are GMT. Lines that are written because of an incident, or changed by it, are found by where in that file; those that are missing are counted by file and hour in truth/missing.jsonl.',
    ),
  );
}
