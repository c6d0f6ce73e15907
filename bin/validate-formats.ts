import { counted, grouped } from '../src/base/format-number.ts';
import { printable, printableJson } from '../src/base/printable.ts';
import type { Prefix } from '../src/spec/prefix.ts';
import { RULES } from '../src/spec/rules.ts';
import type { LogFinding, ValidationSummary } from '../src/validation/validate-logs.ts';
import { VERSION } from '../src/base/version.ts';

export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type FormatName = (typeof FORMATS)[number];

/** How findings are written. What is not of one line by itself is in `begin` and `end`. */
export interface Format {
  /** How many findings are written, unless the user says otherwise: people read so many, programs all. */
  readonly most: number;
  readonly begin: string;
  finding(finding: LogFinding): string;
  /** @param left how many findings were not written */
  end(summary: ValidationSummary, left: number): string;
}

const location = ({ file, line }: LogFinding): string => `${file}${line === null ? '' : `:${line}`}`;

export const asText = (finding: LogFinding): string =>
  `${printable(`${location(finding)}: ${finding.rule}${finding.path && ` at ${finding.path}`}: ${finding.message}`)}\n`;

const asJson = ({ file, line, rule, path, message }: LogFinding): string =>
  `${printableJson({ file, line, rule, path, message })}\n`;

/** What is said of findings that are not shown; empty when there are none. */
export const andMore = (left: number): string =>
  left > 0 ? `and ${counted(left, 'more finding')}; --max-findings says how many are shown` : '';

/** What stands before lines, in words. */
const PREFIXED: Record<Prefix, string> = { none: 'bare lines', tutor: 'lines behind Tutor’s prefix' };

function verdict({ files, lines, conforming, findings, byRule, dialects, prefixes }: ValidationSummary): string {
  const where = `${counted(lines, 'line')} in ${counted(files, 'file')}`;
  const before = prefixes.size > 0 ? ` (${[...prefixes].map((prefix) => PREFIXED[prefix]).join(' and ')})` : '';
  const dialect = dialects.size > 0 ? `, dialect ${[...dialects].join(' and ')}${before}` : '';
  if (findings === 0) return `${where}: ${lines === 1 ? 'it conforms' : 'all conform'}${dialect}\n`;
  const rules = [...byRule].sort(([, a], [, b]) => b - a).map(([rule, count]) => `  ${rule}  ${grouped(count)}`);
  return [`${where}: ${grouped(conforming)} conform, ${counted(findings, 'finding')}${dialect}`, ...rules, ''].join(
    '\n',
  );
}

/** The escapes of workflow commands: those of values, and of properties [github.com/actions/toolkit, command.ts]. */
const GITHUB = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' } as const;
const escaped = (text: string, marks: RegExp): string =>
  printable(text.replace(marks, (mark) => GITHUB[mark as keyof typeof GITHUB]));
const value = (text: string): string => escaped(text, /[%\r\n]/g);
const property = (text: string): string => escaped(text, /[%\r\n:,]/g);

/** What an annotation tells. Of a label nothing is taken for granted but its types. */
export type Annotated = Omit<LogFinding, 'rule'> & { readonly rule: string };

export function annotation({ file, line, rule, path, message }: Annotated): string {
  const properties = [
    `file=${property(file)}`,
    ...(line === null ? [] : [`line=${property(String(line))}`]),
    `title=${property(rule)}`,
  ];
  return `::error ${properties.join(',')}::${value(`${path && `${path}: `}${message}`)}\n`;
}

/** A path as a URI reference; a colon would be taken for the end of a scheme. */
const uri = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^s3%3A\/\//, 's3://');

const RULE_IDS = Object.keys(RULES);

/** A finding as a result [SARIF 2.1.0, 3.27]; text may not be empty there. */
const result = ({ file, line, rule, path, message }: LogFinding): string =>
  JSON.stringify({
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: 'error',
    message: { text: `${path && `${path}: `}${message}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(file) },
          ...(line !== null && { region: { startLine: line } }),
        },
      },
    ],
    properties: { path },
  });

const TOOL = {
  driver: {
    name: 'edxgen',
    semanticVersion: VERSION,
    rules: Object.entries(RULES).map(([id, { statement }]) => ({ id, shortDescription: { text: statement } })),
  },
};

function sarif(): Format {
  let separator = '\n';
  return {
    most: Infinity,
    begin: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify(TOOL)},"columnKind":"utf16CodeUnits","results":[`,
    finding: (finding) => {
      const text = `${separator}${result(finding)}`;
      separator = ',\n';
      return text;
    },
    end: ({ lines, conforming, findings }) =>
      `\n],"properties":${JSON.stringify({ lines, conforming, findings })}}]}\n`,
  };
}

/** How many findings people are shown. */
const SHOWN = 100;

/** Makes a format. */
export function formatOf(name: FormatName): Format {
  const more = (left: number, before = ''): string => (left > 0 ? `${before}${andMore(left)}\n` : '');
  switch (name) {
    case 'text':
      return { most: SHOWN, begin: '', finding: asText, end: (summary, left) => more(left) + verdict(summary) };
    case 'github':
      return {
        most: SHOWN,
        begin: '',
        finding: annotation,
        end: (summary, left) => more(left, '::notice::') + verdict(summary),
      };
    case 'json':
      return {
        most: Infinity,
        begin: '',
        finding: asJson,
        end: ({ lines, conforming, findings, prefixes }) => {
          const before = prefixes.size > 0 && { prefixes: [...prefixes] };
          return `${JSON.stringify({ summary: { lines, conforming, findings, ...before } })}\n`;
        },
      };
    case 'sarif':
      return sarif();
  }
}
