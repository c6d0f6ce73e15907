import { FAULTS } from './index.ts';
import { LEVELS, type Fault } from './fault.ts';

/** What each level breaks, as a heading. */
const HEADINGS: Record<(typeof LEVELS)[number], string> = {
  bytes: 'bytes of a line',
  json: 'JSON of a line',
  fields: 'common fields',
  payload: 'payload of an event',
  order: 'order and identity',
  archive: 'files and archives: act only when named',
};

const about = (fault: Fault): string => {
  const { rule, dialects, scope, level } = fault;
  const isNamed = scope === 'line' ? fault.onlyNamed : level !== 'archive';
  return [
    rule ?? 'no rule',
    ...(dialects ? [`${dialects.join(' and ')} only`] : []),
    ...(isNamed ? ['only when named'] : []),
  ].join(', ');
};

/** The operators for people: by level, a line each. */
export function faultTable(): string {
  const width = Math.max(...FAULTS.map(({ id }) => id.length));
  const rows = LEVELS.flatMap((level) => [
    '',
    `${level}: ${HEADINGS[level]}`,
    ...FAULTS.filter((fault) => fault.level === level).map(
      (fault) => `  ${fault.id.padEnd(width)}  ${fault.verdict}  ${fault.wording} (${about(fault)})`,
    ),
  ]);
  const head =
    'NAME, what a parser owes (reject: must refuse it; accept: must read the same; either), what is done, and the rule that it breaks';
  return [head, ...rows, ''].join('\n');
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** The operators as tables of Markdown, one a level, for the documentation. */
export const referenceTables = (): string =>
  LEVELS.map((level) =>
    [
      `### ${level}: ${HEADINGS[level]}`,
      '',
      '| fault | a parser owes | what is done | rule |',
      '| --- | --- | --- | --- |',
      ...FAULTS.filter((fault) => fault.level === level).map(
        (fault) => `| \`${fault.id}\` | ${fault.verdict} | ${escaped(fault.wording)} | ${about(fault)} |`,
      ),
      '',
    ].join('\n'),
  ).join('\n');

/** The operators for programs: one JSON object a line. */
export const faultList = (): string =>
  FAULTS.map(
    ({ id, level, scope, verdict, rule, wording, dialects }) =>
      `${JSON.stringify({ fault: id, level, scope, verdict, rule, wording, dialects: dialects ?? null })}\n`,
  ).join('');
