import { bytes, counted, grouped } from '../../base/format-number.ts';
import { strips } from '../charts/strips.ts';
import type { ServerRow } from '../statistics/servers.ts';
import type { Summary } from '../statistics/summarize.ts';
import { figure, foldedTable, name, section } from './figure.ts';
import { html, type Markup } from './html.ts';
import { serverTitle, compact, minuteOf, percent } from './format-text.ts';

/** Servers that have a row of their own in the drawing. */
const DRAWN = 40;

/** Lines of a server by bucket. */
export function inBuckets({ days }: ServerRow, starts: readonly number[], bucket: number): number[] {
  const values = starts.map(() => 0);
  for (const [day, lines] of days) {
    const index = Math.floor((day - (starts[0] ?? 0)) / bucket);
    if (index >= 0 && index < values.length) values[index]! += lines;
  }
  return values;
}

/** Where the lines come from. */
export function serversSection({ servers, files, fileCount, lines, starts, bucket }: Summary): Markup {
  if (fileCount === 0) return section('servers', 'Servers and files', 'There are no files.');
  const drawn = servers.slice(0, DRAWN);
  const loads = servers.map((server) => server.lines);
  const spread =
    servers.length > 1 && lines > 0
      ? ` The busiest has ${percent(Math.max(...loads) / lines)} of the lines, the calmest ${percent(Math.min(...loads) / lines)}.`
      : '';
  const rows = drawn.map((server) => ({
    label: serverTitle(server.name),
    text: `${compact(server.lines)} ${server.lines === 1 ? 'line' : 'lines'}`,
    values: inBuckets(server, starts, bucket),
  }));
  const when = (time: number) => (Number.isFinite(time) ? minuteOf(time) : '');
  return section(
    'servers',
    'Servers and files',
    html`${counted(servers.length, 'server')}, ${counted(fileCount, 'file')}: lines over time, the darker the more.${spread}${servers.length > DRAWN && ` The first ${DRAWN} servers are drawn.`}`,
    figure({
      id: 'servers',
      title: 'Lines by server over time',
      description: `A row a server. ${rows
        .slice(0, 6)
        .map(({ label, text }) => `${label}: ${text}`)
        .join('; ')}.${spread}`,
      draw: (width) => strips(width, starts, rows),
      table: {
        caption: 'servers',
        head: ['Server', 'Files', 'Lines', 'Text'],
        rows: servers.map((server) => [
          name(serverTitle(server.name)),
          grouped(server.files),
          grouped(server.lines),
          bytes(server.bytes),
        ]),
      },
    }),
    foldedTable({
      caption: 'files',
      head: ['File', 'Lines', 'Text', 'Unread', 'First', 'Last'],
      rows: files.map((file) => [
        name(file.path),
        grouped(file.lines),
        bytes(file.bytes),
        grouped(file.unread),
        when(file.first),
        when(file.last),
      ]),
    }),
  );
}
