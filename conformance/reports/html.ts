import { counted } from '../../src/base/format-number.ts';
import { printable } from '../../src/base/printable.ts';
import type { PropertyResult, RunResult, Status } from '../runner/result.ts';
import { alsoLines, causesOf, type Cause } from './causes.ts';
import { failureText, type Reproduction } from './failure.ts';
import { escapeMarkup } from './shown.ts';
import { table, verdicts } from './summary.ts';

type Again = (result: PropertyResult) => Reproduction;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
pre{background:#f4f4f4;padding:1rem;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ddd;vertical-align:top;overflow-wrap:anywhere}
nav ol{columns:2 24rem}summary{cursor:pointer;margin:.5rem 0}h2{margin-top:2.5rem}
.failed{color:#b00020;font-weight:600}.passed{color:#1a6b2d}.skipped,.told{color:#666}.known{color:#8a5a00}
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}pre{background:#222}th,td{border-color:#333}a{color:#8ab4f8}.failed{color:#ff8a80}.passed{color:#81c995}.skipped,.told{color:#999}.known{color:#ffcc80}}`;

/** Parts of the page that list properties, by what came of them. */
const PARTS: readonly (readonly [status: Status, title: string])[] = [
  ['failed', 'Failed'],
  ['known', 'Known failures'],
  ['told', 'Where the format leaves it free'],
  ['passed', 'Passed'],
  ['skipped', 'Skipped'],
];

const anchor = ({ property, dialect }: PropertyResult): string => escapeMarkup(`${property.id}-${dialect}`);
const nameOf = ({ property, dialect }: PropertyResult): string =>
  escapeMarkup(`${property.id} (${property.level}, ${dialect})`);

function row(result: PropertyResult): string {
  const { property, dialect, words } = result;
  const id =
    result.status === 'failed'
      ? `<a href="#${anchor(result)}">${escapeMarkup(property.id)}</a>`
      : escapeMarkup(property.id);
  const cells = [
    id,
    property.level,
    property.depth,
    dialect,
    escapeMarkup(property.statement),
    escapeMarkup(printable(words)),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

function part(results: readonly PropertyResult[], status: Status, title: string): string {
  const own = results.filter((result) => result.status === status);
  if (own.length === 0) return '';
  const head =
    '<thead><tr><th>property</th><th>level</th><th>depth</th><th>dialect</th><th>statement</th><th></th></tr></thead>';
  return `<h2 id="${status}" class="${status}">${title} (${own.length})</h2>\n<table>${head}<tbody>\n${own.map(row).join('')}</tbody></table>\n`;
}

const detail = (result: PropertyResult, again: Again, also?: readonly string[]): string =>
  `<pre>${escapeMarkup(failureText(result, again(result), also).trimEnd())}</pre>\n`;

/** A cause: its sharpest failure open, the others for who opens them. */
function section(cause: Cause, again: Again, results: readonly PropertyResult[]): string {
  const { first, others } = cause;
  const more = others.map(
    (result) =>
      `<details id="${anchor(result)}"><summary>${nameOf(result)}</summary>\n${detail(result, again)}</details>\n`,
  );
  return `<h2 id="${anchor(first)}">${nameOf(first)}</h2>\n${detail(first, again, alsoLines(cause, results))}${more.join('')}`;
}

function index(causes: readonly Cause[], results: readonly PropertyResult[]): string {
  const items = causes.map(
    ({ first, others }) =>
      `<li><a href="#${anchor(first)}">${nameOf(first)}</a>${others.length > 0 ? ` and ${counted(others.length, 'more', 'more')}` : ''}</li>\n`,
  );
  const count = (status: Status) => results.filter((result) => result.status === status).length;
  const parts = PARTS.filter(([status]) => count(status) > 0).map(
    ([status, name]) => `<a class="${status}" href="#${status}">${name} (${count(status)})</a>`,
  );
  return `<nav>${items.length > 0 ? `<p>What is wrong, by what seems to be the cause:</p>\n<ol>\n${items.join('')}</ol>\n` : ''}<p>All properties: ${parts.join(' · ')}</p></nav>\n`;
}

/** A run as one self-contained page. */
export function html(run: RunResult, again: Again): string {
  const { claims, results, staleKnown } = run;
  const title = escapeMarkup(`Conformance of ${printable(`${claims.parser} ${claims.version}`.trim())}`);
  const causes = causesOf(results);
  return [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>\n<body><h1>${title}</h1>\n`,
    ...verdicts(run).map((line) => `<p>It ${escapeMarkup(line)}.</p>\n`),
    ...staleKnown.map((line) => `<p class="failed">${escapeMarkup(printable(line))}</p>\n`),
    index(causes, results),
    `<pre>${escapeMarkup(table(run))}</pre>\n`,
    ...causes.map((cause) => section(cause, again, results)),
    ...PARTS.map(([status, name]) => part(results, status, name)),
    '</body></html>\n',
  ].join('');
}
