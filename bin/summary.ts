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

/** The steps from an archive to its text, as commands of the system; each takes the bytes of the one before. */
function unpacking(archive: string, file: string): string[] {
  return [
    ...(archive.endsWith('.tar') ? ['tar -xOf'] : []),
    ...(archive.endsWith('.gpg') ? ['gpg --quiet --decrypt'] : []),
    ...(file.endsWith('.gz') ? ['gzip -dc'] : []),
  ];
}

/** A command that shows the first lines of an archive. */
function firstLines({ out, endpoint }: OutputAddress, archive: string, file: string): string {
  const path = quoted(`${out.replace(/\/$/, '')}/${archive}`);
  const steps = unpacking(archive, file);
  const first = `${steps[0] ?? 'head -n 3'} ${isBucketAddress(out) ? '-' : path}`;
  const rest = [...steps.slice(1), ...(steps.length > 0 ? ['head -n 3'] : [])];
  const aws = `aws${endpoint === undefined ? '' : ` --endpoint-url ${quoted(endpoint)}`} s3 cp`;
  return [...(isBucketAddress(out) ? [`${aws} ${path} -`] : []), first, ...rest].join(' | ');
}

/** A run in which nobody was active is right, and rarely what was wanted. */
export function sayIfNobody(learners: number): void {
  if (learners === 0) process.stderr.write('edxgen: nobody was active in this run; give more --users or --days\n');
}

/** Whether each machine of a run has an archive. */
const isTar = ({ options }: Manifest): boolean => (options['packaging'] ?? 'tar') === 'tar';

/** How many machines a run is of, those that took the place of others too. */
export const machinesIn = (manifest: Manifest): number =>
  isTar(manifest) ? manifest.servers.length : Number(manifest.options['servers']);

/** What a run has made, for people. */
export function summary(manifest: Manifest, output: OutputAddress, hasReport = false): string[] {
  const { dialect, options, totals, servers } = manifest;
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
    `${counted(machinesIn(manifest), 'server')}, ${counted(files, isTar(manifest) ? 'daily file' : 'file')}, ${bytes(totals.bytes)} of text, ` +
      `${bytes(packed)} packed, dialect ${dialect}, seed ${printable(String(options['seed']))}`,
    '',
    'events by type',
    ...rows,
    '',
    `They are in ${output.out}, with manifest.json${hasReport ? ' and report.html' : ''}. Next:`,
    `  edxgen validate ${argumentsOf(output)}`,
    ...(first ? [`  ${firstLines(output, first.archive, first.files[0]!.name)}`] : []),
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
