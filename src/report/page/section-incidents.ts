import { counted, grouped } from '../../base/format-number.ts';
import type { ShownIncident } from '../incidents.ts';
import { name, note, section } from './figure.ts';
import { html, type Markup } from './html.ts';

const HEAD = ['Incident', 'When', 'Servers', 'People', 'Lines written', 'Changed', 'Missing'];

/** `2013-03-06 18:00` */
const when = (time: string): Markup => name(time.replace('T', ' '));

/** What went wrong on the site, as the truth tells it. */
export function incidentsSection(incidents: readonly ShownIncident[]): Markup {
  const rows = incidents.map(
    ({ id, kind, from, to, servers, people, written, changed, missing }) =>
      html`<tr><th scope="row">${name(id)}${id !== kind && html`<br>${name(kind)}`}</th><td class="when">${when(from)}<br>to ${when(to)}</td>${[servers, people, written, changed, missing].map((value) => html`<td>${grouped(value)}</td>`)}</tr>`,
  );
  return section(
    'incidents',
    'Incidents',
    html`${counted(incidents.length, 'incident')}: what went wrong on the site, as truth/incidents.jsonl tells it. Times are GMT.`,
    html`<div class="scroll" tabindex="0" role="region" aria-label="Incidents"><table><thead><tr>${HEAD.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`,
    note(
      'Lines that are written because of an incident, or changed by it, are found by where in that file; those that are missing are counted by file and hour in truth/missing.jsonl.',
    ),
  );
}
