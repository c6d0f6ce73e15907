import type { Manifest } from '../generators/manifest.ts';
import type { ShareResult } from '../generators/shares/run-share.ts';
import { bytes, counted, grouped } from '../src/numbers.ts';
import { isBucketAddress } from '../src/store/address.ts';
import { quoted } from '../src/shell.ts';

/** A command that shows the first lines of an archive. */
function firstLines(folder: string, archive: string, packed: boolean): string {
  const path = `${folder.replace(/\/$/, '')}/${archive}`;
  const tar = isBucketAddress(folder) ? `aws s3 cp ${quoted(path)} - | tar -xOf -` : `tar -xOf ${quoted(path)}`;
  return `${tar}${packed ? ' | gzip -dc' : ''} | head -n 3`;
}

/** What a run has made, for people. */
export function summary({ dialect, options, totals, servers }: Manifest, folder: string, hasReport = false): string {
  const files = servers.reduce((sum, server) => sum + server.files.length, 0);
  const packed = servers.reduce((sum, server) => sum + server.bytes, 0);
  const types = Object.entries(totals.byEventType).sort(([, a], [, b]) => b - a);
  const width = Math.max(0, ...types.map(([type]) => type.length));
  const numbers = Math.max(0, ...types.map(([, lines]) => grouped(lines).length));
  const rows = types.map(([type, lines]) => {
    const share = ((100 * lines) / totals.lines).toFixed(1);
    return `  ${type.padEnd(width)}  ${grouped(lines).padStart(numbers)}  ${share.padStart(5)}%`;
  });
  const first = servers.find((server) => server.files.length > 0) ?? servers[0]!;
  return [
    `${counted(totals.lines, 'line')} of ${counted(totals.learners, 'learner')} in ${counted(totals.sessions, 'session')}, ` +
      `out of ${counted(Number(options['users']), 'user')} and ${counted(Number(options['days']), 'day')} from ${String(options['start'])}`,
    `${counted(servers.length, 'server')}, ${counted(files, 'daily file')}, ${bytes(totals.bytes)} of text, ` +
      `${bytes(packed)} packed, dialect ${dialect}, seed ${options['seed']}`,
    '',
    'events by type',
    ...rows,
    '',
    `They are in ${folder}, with manifest.json${hasReport ? ' and report.html' : ''}. Next:`,
    `  edxgen validate ${quoted(folder)}`,
    `  ${firstLines(folder, first.archive, options['compress'] === 'gzip')}`,
    '',
  ].join('\n');
}

/** What a share has made, for people. */
export function shareSummary({ part, parts, servers, skipped, lines }: ShareResult, place: string): string {
  const made = servers.length - skipped.length;
  const left = skipped.length > 0 ? `, ${counted(skipped.length, 'server')} ${skipped.length === 1 ? 'was' : 'were'} there already` : '';
  return `share ${part}/${parts}: ${counted(lines, 'line')} of ${counted(made, 'server')}${left}, in ${place}. When all shares are there:\n  edxgen merge ${quoted(place)}\n`;
}
