import { counted, grouped } from '../../base/format-number.ts';
import type { FaultKind } from '../run-artifacts.ts';
import { barRows } from '../charts/bar-rows.ts';
import { figure, legend, name, section } from './figure.ts';
import { html, type Markup } from './html.ts';
import { percent } from './format-text.ts';

/** What a parser must do with a fault: the verdict of labels, its colour and its meaning. */
const VERDICTS = [
  { verdict: 'reject', colour: 'single', name: 'must be refused' },
  { verdict: 'accept', colour: 'f2', name: 'must be read as if nothing were wrong' },
  { verdict: 'either', colour: 'f5', name: 'may be read or refused' },
];

/** The colour of a kind's most frequent verdict. */
function colourOf({ verdicts }: FaultKind): string {
  const most = [...verdicts].sort(([, a], [, b]) => b - a)[0]?.[0];
  return VERDICTS.find(({ verdict }) => verdict === most)?.colour ?? 'f7';
}

const anchor = (index: number): string => `fault-${index}`;

function labelsOf({ fault, labels, count }: FaultKind, index: number, href: string): Markup {
  const rows = labels.map(
    ({ number, file, line, verdict, rule }) =>
      html`<tr><th scope="row">${grouped(number)}</th><td>${name(line === '' ? file : `${file}:${line}`)}</td><td>${name(verdict)}</td><td>${name(rule)}</td></tr>`,
  );
  return html`<details><summary>${name(fault)}: ${counted(labels.length, 'label')} of ${grouped(count)}</summary><div id="${anchor(index)}" class="scroll" tabindex="0" role="region" aria-label="Labels"><table><thead><tr><th scope="col">Label</th><th scope="col">Place</th><th scope="col">Verdict</th><th scope="col">Rule</th></tr></thead><tbody>${rows}</tbody></table></div><p class="note">Each is a line of <a href="${href}">faults.jsonl</a>, by its number.</p></details>`;
}

/**
 * What was broken on purpose.
 *
 * @param href of the file of labels, from the page
 */
export function faultsSection(faults: readonly FaultKind[], href: string): Markup {
  const all = faults.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return section('faults', 'Faults', html`There are no labels in <a href="${href}">faults.jsonl</a>.`);
  const bar = (kind: FaultKind, index: number) => ({
    label: kind.fault,
    value: kind.count,
    text: `${grouped(kind.count)} · ${percent(kind.count / all)}`,
    colour: colourOf(kind),
    href: `#${anchor(index)}`,
  });
  const verdicts = ({ verdicts: counts }: FaultKind) =>
    [...counts].map(([verdict, count]) => `${verdict} ${grouped(count)}`).join(', ');
  return section(
    'faults',
    'Faults',
    html`${counted(all, 'fault')} of ${counted(faults.length, 'kind')}, each with a label in <a href="${href}">faults.jsonl</a> that says where it is and what a parser must do.`,
    figure({
      id: 'faults',
      title: 'Faults by kind',
      description: `The most frequent is ${faults[0]!.fault}, with ${grouped(faults[0]!.count)} of ${grouped(all)}.`,
      legend: legend(VERDICTS.filter(({ verdict }) => faults.some((kind) => kind.verdicts.has(verdict)))),
      draw: (width) => barRows(width, faults.map(bar)),
      table: {
        caption: 'faults by kind',
        head: ['Fault', 'Level', 'Verdicts', 'Labels'],
        words: 3,
        rows: faults.map((kind, index) => [
          html`<a href="#${anchor(index)}">${name(kind.fault)}</a>`,
          name(kind.level),
          verdicts(kind),
          grouped(kind.count),
        ]),
      },
    }),
    html`<details><summary>Labels by kind</summary><div class="inner">${faults.map((kind, index) => labelsOf(kind, index, href))}</div></details>`,
  );
}
