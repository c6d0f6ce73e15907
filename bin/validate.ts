import { dirname } from 'node:path';
import type { ArgumentsCamelCase } from 'yargs';
import type { LabelReport } from '../generators/faults/agreement.ts';
import { DIALECTS, type Dialect } from '../src/spec/dialect.ts';
import type { RuleId } from '../src/spec/rules.ts';
import { UserError } from '../src/base/user-error.ts';
import type { LogFinding } from '../src/validation/validate-logs.ts';
import { agreementAnnotations, agreementLines, agreementTable } from './agreement.ts';
import { choiceOption, endpointOption, flagOption, numberOption, pathsPositional, textOption } from './arguments.ts';
import { inGroup, type Command } from './command.ts';
import { CHECK_FAILED, print } from './exit.ts';
import { checkSettledIn } from './settled.ts';
import { StatusLine } from './status-line.ts';
import { formatOf, FORMATS, type FormatName } from './validate-formats.ts';

/** As many disagreements with labels are kept in memory at most. */
const MOST_KEPT = 100_000;

/** What stands for `-` until the command runs: yargs drops a lone hyphen. */
export const STANDARD_INPUT = '/dev/stdin';

interface Arguments {
  path: string[];
  dialect: Dialect | undefined;
  loadable: boolean | undefined;
  maxLine: number | undefined;
  maxFindings: number | undefined;
  format: FormatName | undefined;
  allowEmpty: boolean | undefined;
  labels: string | undefined;
  json: boolean | undefined;
  endpoint: string | undefined;
  quiet: boolean | undefined;
}

/** Gets labels ready to be compared with the findings. */
async function openCheck(path: string, kept: number) {
  const { LabelCheck } = await import('../generators/faults/check-labels.ts');
  const { LabelFile } = await import('../generators/faults/label-file.ts');
  const watch = new LabelCheck(await LabelFile.open(path), { home: dirname(path), kept });
  return { watch, found: watch.found.bind(watch), report: () => watch.report() };
}

/** How labels and findings agree, in the words of a format. */
const AGREEMENTS: Record<FormatName, (report: LabelReport) => string> = {
  text: agreementTable,
  github: agreementAnnotations,
  json: agreementLines,
  sarif: () => '',
};

/** What the command line has against findings that are not of the logs alone. */
const REMEDIES: Partial<Record<RuleId, string>> = {
  'line-length': '--max-line sets the limit',
  'log-empty': '--allow-empty takes that for right',
};

function withRemedy(finding: LogFinding): LogFinding {
  const remedy = REMEDIES[finding.rule];
  return remedy === undefined ? finding : { ...finding, message: `${finding.message}; ${remedy}` };
}

/** Findings gather in chunks, so that a log of nothing but faults is not a write for each. */
const CHUNK = 64 * 1024;

function checkNumber(name: string, value: number | undefined, least: number, most: number, what: string): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return;
  throw new UserError(`--${name} must be a whole number of ${what} from ${least} to ${most}, not ${value}`);
}

async function run({
  path: paths,
  dialect,
  loadable,
  maxLine,
  maxFindings,
  labels,
  json,
  format: given,
  allowEmpty,
  quiet,
}: ArgumentsCamelCase<Arguments>): Promise<void> {
  checkNumber('max-line', maxLine, 1, 2 ** 29, 'bytes');
  checkNumber('max-findings', maxFindings, 0, Number.MAX_SAFE_INTEGER, 'findings');
  if (json && given !== undefined && given !== 'json')
    throw new UserError(`--json is --format json, which contradicts --format ${given}; leave one of them out`);
  const name = given ?? (json ? 'json' : 'text');
  const format = formatOf(name);
  const most = maxFindings ?? format.most;
  const { validateLogs } = await import('../src/validation/validate-logs.ts');
  await checkSettledIn(paths);
  const check = labels === undefined ? undefined : await openCheck(labels, Math.min(most, MOST_KEPT));
  const status = new StatusLine(process.stderr, quiet === true);
  /** People are told what labels and findings disagree about; programs, all findings. */
  const isSilent = quiet || (check && (name === 'text' || name === 'github'));
  let shown = 0;
  let chunk = quiet ? '' : format.begin;
  const onFinding = (finding: LogFinding) => {
    check?.found(finding);
    if (isSilent || shown >= most) return;
    shown += 1;
    chunk += format.finding(withRemedy(finding));
    if (chunk.length < CHUNK) return;
    status.end();
    process.stdout.write(chunk);
    chunk = '';
  };
  const options = {
    dialect,
    loadable,
    maxLine,
    allowEmpty,
    onFinding,
    onProgress: status.reading,
    watch: check?.watch,
  };
  const summary = await validateLogs(
    paths.map((path) => (path === STANDARD_INPUT ? '-' : path)),
    options,
  ).finally(() => status.end());
  const report = check?.report();
  if (report && !quiet) chunk += AGREEMENTS[name](report);
  if (!quiet || name === 'json') chunk += format.end(summary, isSilent ? 0 : summary.findings - shown);
  if (report ? !report.agrees : summary.findings > 0) process.exitCode = CHECK_FAILED;
  await print(chunk);
}

/** `edxgen validate PATH...`: says whether logs conform, and where they do not. */
export const validateCommand = {
  usage: 'validate <path..>',
  about: 'check logs against the format: tar, gz, plain file, folder, or - for standard input',
  positionals: { path: pathsPositional('what to read') },
  options: {
    ...inGroup('Reading', {
      dialect: choiceOption('dialect', 'which dialect the logs are in', DIALECTS, 'each file tells'),
      loadable: flagOption(
        'deployed lines stand whole, whatever their length, as the manifest of a run with --loadable says',
      ),
      'max-line': numberOption('max-line', 'longest line to read, in bytes', '16777216'),
      'allow-empty': flagOption('logs without any line are right'),
      endpoint: endpointOption,
    }),
    ...inGroup('Telling', {
      labels: textOption('labels', 'faults.jsonl of a run with faults: check the findings against it'),
      'max-findings': numberOption(
        'max-findings',
        'how many findings are shown; all are counted',
        '100; all with json and sarif',
      ),
      format: choiceOption('format', 'what findings are written as', FORMATS, 'text'),
      json: flagOption('the same as --format json: findings and summary, one object a line'),
      quiet: flagOption('only the exit status'),
    }),
  },
  examples: [
    ['validate edxgen-out', 'a run of edxgen, or any folder of logs'],
    ['validate --json - < tracking.log', 'standard input; findings for programs'],
    ['validate --format github logs', 'findings as annotations of GitHub; sarif for other tools'],
    ['validate dirty --labels dirty/faults.jsonl', 'whether each labelled fault is found'],
  ],
  docs: ['docs/format.md', 'docs/faults.md'],
  run,
} satisfies Command;
