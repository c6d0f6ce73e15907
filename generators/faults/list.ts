import { groupTables, listing, objectLines, type Group } from '../../src/base/listing.ts';
import { FAULTS } from './index.ts';
import { LEVELS, type Fault } from './fault.ts';

/** What each level breaks. */
const HEADINGS: Record<(typeof LEVELS)[number], string> = {
  bytes: 'bytes of a line',
  json: 'JSON of a line',
  fields: 'common fields',
  payload: 'payload of an event',
  order: 'order and identity',
  archive: 'files and archives: act only when named',
};

const GROUPS: readonly Group<Fault>[] = LEVELS.map((level) => ({
  heading: `${level}: ${HEADINGS[level]}`,
  kinds: FAULTS.filter((fault) => fault.level === level),
}));

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
export const faultTable = (): string =>
  listing(
    'NAME, what a parser owes (reject: must refuse it; accept: must read the same; either), what is done, and the rule that it breaks',
    GROUPS,
    (fault) => [`${fault.verdict}  ${fault.wording} (${about(fault)})`],
  );

/** The operators as tables of Markdown, one a level, for the documentation. */
export const referenceTables = (): string =>
  groupTables(GROUPS, ['fault', 'a parser owes', 'what is done', 'rule'], (fault) => [
    `\`${fault.id}\``,
    fault.verdict,
    fault.wording,
    about(fault),
  ]);

/** The operators for programs: one JSON object a line. */
export const faultList = (): string =>
  objectLines(
    FAULTS.map(({ id, level, scope, verdict, rule, wording, dialects }) => ({
      fault: id,
      level,
      scope,
      verdict,
      rule,
      wording,
      dialects: dialects ?? null,
    })),
  );
