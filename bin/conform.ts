import type { ArgumentsCamelCase } from 'yargs';
import type { StoredArchives } from '../conformance/subjects/adapter/stored-archives.ts';
import { CONFORM_DEFAULTS } from '../conformance/runner/defaults.ts';
import type { Subject } from '../conformance/subjects/subject.ts';
import { printable } from '../src/base/printable.ts';
import { UserError } from '../src/base/user-error.ts';
import type { Command } from './command.ts';
import { atLeastOne, conformOptions, duration, known, reportFiles, type ConformArguments } from './conform-options.ts';
import { CHECK_FAILED, fail, print, Stopped, whenStopped } from './exit.ts';

type Given = ArgumentsCamelCase<ConformArguments>;

function commandOf(given: Given): string[] {
  const command = given['--'] ?? [];
  if (command.length === 0)
    throw new UserError('conform needs the adapter’s command after --, such as: edxgen conform -- python3 adapter.py');
  return command;
}

async function list(): Promise<void> {
  const { PROPERTIES } = await import('../conformance/properties/index.ts');
  const width = Math.max(...PROPERTIES.map(({ id }) => id.length));
  await print(
    PROPERTIES.map(
      ({ id, level, depth, statement }) =>
        `${id.padEnd(width)}  ${level.padEnd(6)}  ${depth.padEnd(7)}  ${statement}\n`,
    ).join(''),
  );
}

/** Checks the adapter itself. */
async function check(given: Given): Promise<void> {
  const { checkAdapter } = await import('../conformance/subjects/adapter/check.ts');
  const checks = await checkAdapter(commandOf(given), { timeout: given.timeout ?? CONFORM_DEFAULTS.timeout });
  if (checks.some(({ fault }) => fault !== undefined)) process.exitCode = CHECK_FAILED;
  if (!given.quiet)
    await print(
      checks
        .map(
          ({ statement, fault }) =>
            `${fault === undefined ? 'ok  ' : 'FAIL'}  ${statement}${fault === undefined ? '' : `\n      But ${printable(fault)}.`}\n`,
        )
        .join(''),
    );
}

const indented = (line: string): string => `  ${line}`;

/** Writes an adapter to begin with. */
async function init(language: NonNullable<Given['init']>): Promise<void> {
  const { scaffold } = await import('../conformance/scaffold.ts');
  const { files, build, command } = scaffold('.', language);
  const next = [
    ...(build === undefined ? [] : [build]),
    `edxgen conform --check -- ${command}`,
    `edxgen conform -- ${command}`,
  ];
  await print(['written:', ...files.map(indented), 'then:', ...next.map(indented), ''].join('\n'));
}

async function open(given: Given, archives: StoredArchives | undefined): Promise<Subject> {
  const command = commandOf(given);
  const timeout = given.timeout ?? CONFORM_DEFAULTS.timeout;
  if (given.filter) {
    const { FilterSubject } = await import('../conformance/subjects/filter/filter-subject.ts');
    return await FilterSubject.start(command, timeout);
  }
  const { AdapterSubject } = await import('../conformance/subjects/adapter/adapter-subject.ts');
  return await AdapterSubject.start(command, { timeout, archives });
}

let soFar: () => string = () => '';

/** Processes of adapters are killed when this one exits. */
const exitOnSignals = (archives: StoredArchives | undefined): void =>
  whenStopped(async (signal) => {
    await archives?.close();
    await print(soFar());
    fail(new Stopped(signal));
  });

function contradiction(given: Given): string | undefined {
  const { path, only, dialect, replay, knownFailures, writeKnownFailures, filter, archives, endpoint } = given;
  if (path !== undefined && (only?.length !== 1 || dialect === undefined))
    return '--path is of one property in one dialect; give --only and --dialect too';
  if (writeKnownFailures && knownFailures === undefined)
    return '--write-known-failures needs the file to write; give --known-failures FILE';
  if (replay !== undefined && (only || path))
    return '--replay tries one stored input, so --only and --path have no meaning; leave them out';
  if (archives !== undefined && filter)
    return '--filter gives logs alone, no archives, so --archives has no meaning; leave one of them out';
  if (archives !== undefined && given.check)
    return '--check asks for logs alone, no archives, so --archives has no meaning; leave one of them out';
  if (endpoint !== undefined && archives === undefined)
    return '--endpoint is of the store that archives are read from; give --archives s3://BUCKET/PREFIX/ too';
  return undefined;
}

/** How a parser is reached, as options. */
const wayOf = ({ filter, archives, endpoint }: Given): string[] => [
  ...(filter ? ['--filter'] : []),
  ...(archives === undefined ? [] : ['--archives', archives]),
  ...(endpoint === undefined ? [] : ['--endpoint', endpoint]),
];

async function openArchives({ archives }: Given): Promise<StoredArchives | undefined> {
  if (archives === undefined) return undefined;
  const { StoredArchives } = await import('../conformance/subjects/adapter/stored-archives.ts');
  return await StoredArchives.open(archives);
}

/** Whatever the run will write to is looked at before it, since it may take long. */
async function prepareOutputs(
  { examples = CONFORM_DEFAULTS.examples, knownFailures, writeKnownFailures }: Given,
  reports: readonly string[],
): Promise<void> {
  const { checkFolder, prepareFile } = await import('./prepare.ts');
  for (const file of reports) prepareFile(file);
  if (writeKnownFailures) prepareFile(knownFailures!);
  checkFolder(examples);
}

async function checkNames({ only, skip }: Given): Promise<void> {
  if (only === undefined && skip === undefined) return;
  const { checkProperties } = await import('../conformance/runner/select.ts');
  const { PROPERTIES } = await import('../conformance/properties/index.ts');
  checkProperties({ ...(only && { only }), ...(skip && { skip }) }, PROPERTIES);
}

/** @returns whether the parser conforms */
async function tryParser(given: Given, archives: StoredArchives | undefined): Promise<boolean> {
  const { DEPTHS, PROPERTY_LEVELS } = await import('../conformance/properties/property.ts');
  const { REPORTS } = await import('../conformance/reports/index.ts');
  const levels = known('level', given.level, PROPERTY_LEVELS);
  const depths = known('depth', given.depth, DEPTHS);
  const reports = reportFiles(given.report ?? [], Object.keys(REPORTS) as (keyof typeof REPORTS)[]);
  const time = given.time === undefined ? 0 : duration(given.time);
  const reached = { command: commandOf(given), way: wayOf(given), filter: given.filter === true };
  await checkNames(given);
  if (given.replay === undefined)
    await prepareOutputs(
      given,
      reports.map(([, file]) => file),
    );
  await archives?.prepare();
  const subject = await open(given, archives);
  const others = await Promise.all(Array.from({ length: (given.jobs ?? 1) - 1 }, () => open(given, archives)));
  const { replay, runSuite } = await import('./conform-run.ts');
  const quiet = given.quiet === true;
  const conforms =
    given.replay === undefined
      ? await runSuite([subject, ...others], {
          ...given,
          ...reached,
          levels,
          depths,
          strict: given.strict === true,
          time,
          writeKnownFailures: given.writeKnownFailures === true,
          reports,
          quiet,
          stopping: (told) => (soFar = told),
        })
      : await replay(subject, given.replay, quiet);
  await Promise.all([subject, ...others].map((each) => each.close()));
  return conforms;
}

async function conform(given: Given): Promise<void> {
  const conflict = contradiction(given);
  if (conflict) throw new UserError(conflict);
  atLeastOne('runs', given.runs);
  atLeastOne('timeout', given.timeout);
  atLeastOne('bail', given.bail);
  atLeastOne('jobs', given.jobs);
  const archives = await openArchives(given);
  exitOnSignals(archives);
  if (given.check) return await check(given);
  try {
    if (!(await tryParser(given, archives))) process.exitCode = CHECK_FAILED;
  } finally {
    await archives?.close();
  }
}

/** `edxgen conform -- COMMAND`: whether a parser reads tracking logs right. */
export const conformCommand = {
  usage: 'conform',
  about: 'try a parser: edxgen conform [options] -- COMMAND...',
  options: conformOptions,
  examples: [
    ['conform -- python3 adapter.py', 'all properties that apply'],
    ['conform --only "form-*" --runs 1000 -- python3 adapter.py', 'some of them, harder'],
    ['conform --init python', 'an adapter to begin with, and a workflow for CI'],
    ['conform --filter -- jq -c .', 'a first try without an adapter'],
  ],
  docs: ['docs/ten-minutes.md', 'docs/protocol.md', 'docs/conformance.md'],
  run: (given: Given) => (given.list ? list() : given.init ? init(given.init) : conform(given)),
} satisfies Command;
