import type { ArgumentsCamelCase } from 'yargs';
import { DIALECTS, type Dialect } from '../src/spec/dialect.ts';
import { UserError } from '../src/user-error.ts';
import type { LogFinding, ValidationSummary } from '../src/validate-logs.ts';
import { agreementLines, agreementTable } from './agreement.ts';
import { choiceOption, endpointOption, flagOption, numberOption, textOption } from './arguments.ts';
import { inGroup, type Command } from './command.ts';
import { CHECK_FAILED, print } from './exit.ts';
import { checkSettledIn } from './settled.ts';
import { StatusLine } from './status-line.ts';
import { bytes, counted, grouped } from '../src/numbers.ts';
import { printable } from '../src/printable.ts';

/** What stands for `-` until the command runs: yargs drops a lone hyphen. */
export const STANDARD_INPUT = '/dev/stdin';

interface Arguments {
  path: string[];
  dialect: Dialect | undefined;
  maxLine: number | undefined;
  labels: string | undefined;
  json: boolean | undefined;
  endpoint: string | undefined;
  quiet: boolean | undefined;
}

const asJson = ({ file, line, rule, path, message }: LogFinding): string => `${JSON.stringify({ file, line, rule, path, message })}\n`;

const asText = ({ file, line, rule, path, message }: LogFinding): string =>
  `${printable(`${file}${line === null ? '' : `:${line}`}: ${rule}${path && ` at ${path}`}: ${message}`)}\n`;

function verdict({ files, lines, conforming, findings, byRule, dialects }: ValidationSummary): string {
  const where = `${counted(lines, 'line')} in ${counted(files, 'file')}`;
  const dialect = dialects.size > 0 ? `, dialect ${[...dialects].join(' and ')}` : '';
  if (findings === 0) return `${where}: ${lines === 1 ? 'it conforms' : 'all conform'}${dialect}\n`;
  const rules = [...byRule].sort(([, a], [, b]) => b - a).map(([rule, count]) => `  ${rule}  ${grouped(count)}`);
  return [`${where}: ${grouped(conforming)} conform, ${counted(findings, 'finding')}${dialect}`, ...rules, ''].join('\n');
}

/** Gets labels ready to be compared with the findings. */
async function openCheck(path: string) {
  const { LabelCheck } = await import('../generators/faults/check-labels.ts');
  const { LabelFile } = await import('../generators/faults/label-file.ts');
  const labels = await LabelFile.open(path);
  const watch = new LabelCheck(labels);
  return { watch, found: watch.found.bind(watch), report: () => watch.report() };
}

/** Findings gather in chunks, so that a log of nothing but faults is not a write for each. */
const CHUNK = 64 * 1024;

async function run({ path: paths, dialect, maxLine, labels, json, quiet }: ArgumentsCamelCase<Arguments>): Promise<void> {
  if (maxLine !== undefined && !(Number.isInteger(maxLine) && maxLine >= 1 && maxLine <= 2 ** 29)) {
    throw new UserError(`--max-line must be a whole number of bytes from 1 to ${2 ** 29}, not ${maxLine}`);
  }
  const { validateLogs } = await import('../src/validate-logs.ts');
  await checkSettledIn(paths);
  const check = labels === undefined ? undefined : await openCheck(labels);
  const status = new StatusLine(process.stderr, quiet === true);
  const progress = process.stderr.isTTY ? (read: number, all: number) => status.progress(read / all, () => `read ${bytes(read)} of ${bytes(all)}`) : undefined;
  let chunk = '';
  const found = (finding: LogFinding) => {
    check?.found(finding);
    if (quiet || (check && !json)) return;
    chunk += json ? asJson(finding) : asText(finding);
    if (chunk.length < CHUNK) return;
    status.end();
    process.stdout.write(chunk);
    chunk = '';
  };
  const summary = await validateLogs(paths.map((path) => (path === STANDARD_INPUT ? '-' : path)), found, { dialect, maxLine, progress, watch: check?.watch }).finally(() => status.end());
  const { lines, conforming, findings } = summary;
  const report = check?.report();
  if (report && !quiet) chunk += json ? agreementLines(report) : agreementTable(report, asText);
  if (json) chunk += `${JSON.stringify({ summary: { lines, conforming, findings } })}\n`;
  else if (!quiet) chunk += verdict(summary);
  if (report ? !report.agrees : findings > 0) process.exitCode = CHECK_FAILED;
  await print(chunk);
}

/** `edxgen validate PATH...`: says whether logs conform, and where they do not. */
export const validateCommand = {
  usage: 'validate <path..>',
  about: 'check logs against the format: tar, gz, plain file, folder, or - for standard input',
  positionals: { path: { type: 'string', array: true, describe: 'what to read' } },
  options: {
    ...inGroup('Reading', {
      dialect: choiceOption('dialect', 'which dialect the logs are in', DIALECTS, 'each file tells'),
      'max-line': numberOption('max-line', 'longest line to read, in bytes', '16777216'),
      endpoint: endpointOption,
    }),
    ...inGroup('Telling', {
      labels: textOption('labels', 'faults.jsonl of a run with faults: check the findings against it'),
      json: flagOption('findings and summary as JSON, one object a line'),
      quiet: flagOption('only the exit status'),
    }),
  },
  examples: [
    ['validate edxgen-out', 'a run of edxgen, or any folder of logs'],
    ['validate --json - < tracking.log', 'standard input; findings for programs'],
    ['validate dirty --labels dirty/faults.jsonl', 'whether each labelled fault is found'],
  ],
  docs: ['README.md', 'docs/faults.md'],
  run,
} satisfies Command;
