import type { Manifest } from '../generators/run/manifest.ts';
import type { ShareResult } from '../generators/run/run-share.ts';
import { bytes, counted, grouped } from '../src/base/format-number.ts';
import { isBucketAddress } from '../src/store/address.ts';
import { printable, quoted } from '../src/base/printable.ts';

/** Where a run lies, as it was given. */
interface OutputAddress {
  readonly out: string;
  readonly endpoint: string | undefined;
}

/** The arguments that lead another command there. */
const argumentsOf = ({ out, endpoint }: OutputAddress): string =>
  `${quoted(out)}${endpoint === undefined ? '' : ` --endpoint ${quoted(endpoint)}`}`;

/** A command that shows the first lines of an archive. */
function firstLines({ out, endpoint }: OutputAddress, archive: string, packed: boolean): string {
  const path = quoted(`${out.replace(/\/$/, '')}/${archive}`);
  const aws = `aws${endpoint === undefined ? '' : ` --endpoint-url ${quoted(endpoint)}`} s3 cp`;
  const tar = isBucketAddress(out) ? `${aws} ${path} - | tar -xOf -` : `tar -xOf ${path}`;
  return `${tar}${packed ? ' | gzip -dc' : ''} | head -n 3`;
}

/** A run in which nobody was active is right, and rarely what was wanted. */
export function sayIfNobody(learners: number): void {
  if (learners === 0) process.stderr.write('edxgen: nobody was active in this run; give more --users or --days\n');
}

/** What a run has made, for people. */
export function summary(
  { dialect, options, totals, servers }: Manifest,
  output: OutputAddress,
  hasReport = false,
): string[] {
  const files = servers.reduce((sum, server) => sum + server.files.length, 0);
  const packed = servers.reduce((sum, server) => sum + server.bytes, 0);
  const types = Object.entries(totals.byEventType).sort(([, a], [, b]) => b - a);
  const width = Math.max(0, ...types.map(([type]) => type.length));
  const numbers = Math.max(0, ...types.map(([, lines]) => grouped(lines).length));
  const rows = types.map(([type, lines]) => {
    const share = ((100 * lines) / totals.lines).toFixed(1);
    return `  ${printable(type).padEnd(width)}  ${grouped(lines).padStart(numbers)}  ${share.padStart(5)}%`;
  });
  const first = servers.find((server) => server.files.length > 0);
  return [
    `${counted(totals.lines, 'line')} of ${counted(totals.learners, 'learner')} in ${counted(totals.sessions, 'session')}, ` +
      `out of ${counted(Number(options['users']), 'user')} and ${counted(Number(options['days']), 'day')} from ${printable(String(options['start']))}`,
    `${counted(servers.length, 'server')}, ${counted(files, 'daily file')}, ${bytes(totals.bytes)} of text, ` +
      `${bytes(packed)} packed, dialect ${dialect}, seed ${printable(String(options['seed']))}`,
    '',
    'events by type',
    ...rows,
    '',
    `They are in ${output.out}, with manifest.json${hasReport ? ' and report.html' : ''}. Next:`,
    `  edxgen validate ${argumentsOf(output)}`,
    ...(first ? [`  ${firstLines(output, first.archive, options['compress'] === 'gzip')}`] : []),
  ];
}

/** What a share has made, for people. */
export function shareSummary({ part, parts, servers, skipped, lines }: ShareResult, output: OutputAddress): string[] {
  const made = servers.length - skipped.length;
  const left =
    skipped.length > 0
      ? `, ${counted(skipped.length, 'server')} ${skipped.length === 1 ? 'was' : 'were'} there already`
      : '';
  return [
    `share ${part}/${parts}: ${counted(lines, 'line')} of ${counted(made, 'server')}${left}, in ${output.out}. When all shares are there:`,
    `  edxgen merge ${argumentsOf(output)}`,
  ];
}
