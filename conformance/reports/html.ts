import type { PropertyResult, RunResult } from '../result.ts';
import { failureText, type Reproduction } from './failure.ts';
import { printable } from '../../src/printable.ts';
import { table, verdicts } from './summary.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
pre{background:#f4f4f4;padding:1rem;overflow-x:auto;font-size:.85rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ddd;vertical-align:top}
.failed{color:#b00020;font-weight:600}.passed{color:#1a6b2d}.skipped,.told{color:#666}.known{color:#8a5a00}
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}pre{background:#222}th,td{border-color:#333}.failed{color:#ff8a80}.passed{color:#81c995}.skipped,.told{color:#999}.known{color:#ffcc80}}`;

function row({ property, dialect, status, words }: PropertyResult): string {
  const cells = [escape(property.id), property.level, property.depth, dialect, `<span class="${status}">${status}</span>`, escape(property.statement), escape(printable(words))];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

/** A run as one self-contained page. */
export function html(run: RunResult, again: (result: PropertyResult) => Reproduction): string {
  const { claims, results, staleKnown } = run;
  const title = escape(`Conformance of ${printable(`${claims.parser} ${claims.version}`.trim())}`);
  const failed = results.filter(({ status }) => status === 'failed');
  return [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>\n<body><h1>${title}</h1>\n`,
    ...verdicts(run).map((line) => `<p>${escape(line)}</p>\n`),
    ...staleKnown.map((line) => `<p class="failed">${escape(printable(line))}</p>\n`),
    `<pre>${escape(table(run))}</pre>\n`,
    ...failed.map((result) => `<h2>${escape(result.property.id)} (${result.property.level}, ${result.dialect})</h2>\n<pre>${escape(failureText(result, again(result)))}</pre>\n`),
    '<h2>All properties</h2>\n<table><thead><tr><th>property</th><th>level</th><th>depth</th><th>dialect</th><th>result</th><th>statement</th><th></th></tr></thead><tbody>\n',
    ...results.map(row),
    '</tbody></table></body></html>\n',
  ].join('');
}
